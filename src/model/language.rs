/// A language that reports and messages are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// 简体中文.
    #[default]
    SimplifiedChinese,
    /// 繁體中文.
    TraditionalChinese,
    /// English.
    English,
}

impl Language {
    /// All of them, in the order that a choice shows them.
    pub const ALL: [Self; 3] = [Self::SimplifiedChinese, Self::TraditionalChinese, Self::English];

    /// The tag of BCP 47.
    pub const fn tag(self) -> &'static str {
        self.pick("zh-Hans", "zh-Hant", "en")
    }

    /// The language that a tag of BCP 47 (`zh-Hant-HK`) or a POSIX locale (`zh_TW.UTF-8`) names; none for others.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let plain = tag.split(['.', '@']).next()?.to_ascii_lowercase().replace('_', "-");
        let mut parts = plain.split('-');
        match parts.next()? {
            "en" => Some(Self::English),
            "zh" | "cmn" | "yue" if parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo")) => {
                // zh-Hans-HK is written in Simplified characters.
                let simplified = plain.contains("-hans");
                Some(if simplified { Self::SimplifiedChinese } else { Self::TraditionalChinese })
            }
            "zh" | "cmn" => Some(Self::SimplifiedChinese),
            "yue" => Some(Self::TraditionalChinese),
            _ => None,
        }
    }

    /// The one of three that is in this language.
    pub const fn pick<T: Copy>(self, simplified: T, traditional: T, english: T) -> T {
        match self {
            Self::SimplifiedChinese => simplified,
            Self::TraditionalChinese => traditional,
            Self::English => english,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags_and_locales() {
        for (tag, language) in [
            ("zh", Some(Language::SimplifiedChinese)),
            ("zh_CN.UTF-8", Some(Language::SimplifiedChinese)),
            ("zh-Hans-HK", Some(Language::SimplifiedChinese)),
            ("zh_TW.UTF-8", Some(Language::TraditionalChinese)),
            ("zh-Hant", Some(Language::TraditionalChinese)),
            ("zh-HK", Some(Language::TraditionalChinese)),
            ("en_GB.UTF-8@euro", Some(Language::English)),
            ("C.UTF-8", None),
            ("", None),
        ] {
            assert_eq!(Language::of_tag(tag), language, "{tag}");
        }
        for language in Language::ALL {
            assert_eq!(Language::of_tag(language.tag()), Some(language));
        }
    }
}
