//! How ordinary a run of characters is as Chinese text, which tells a right decoding from a wrong one: wrongly decoded
//! bytes are hanzi too, but rare ones.

use crate::model::Arrange;

/// The most frequent hanzi of modern Chinese, Simplified, by general knowledge of the language; their order is no rank.
const FREQUENT: &str = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种\
事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点\
正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比\
员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社\
便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候\
带导争运收转城价整往织农村百千亿元省县委党局府市场率增减长降办案警检察关于推落服医病校企投融网项项查督责任惩罪护环境绿居育养老险改革创协调示范\
吗呢吧啊哦呀哈嘛谁爱喜欢吃喝睡朋友照片写读歌电影音乐男孩妈爸父母";

/// The Traditional forms of these that Big5 has, so that who tells encodings needs no table of all characters. From the
/// table of [`crate::script`].
const TRADITIONAL: &str = "這個箇們來為國說時齣會對於過發髮後裡傢種經麼學衕現噹當沒動麵還進樣開隻從實軍無與長機關點業將兩間問並併應戰嚮曏頭體見產製話\
閤迴內錶給門兒東聲員論處義幾認條係繫氣題爾別彆變總電數報纔結務場計資剋許統區隊決馬書則聽卻達強難權設記類據邊張該規萬覺朮術領確傳師觀讓識帶導爭運轉價織農韆億縣黨侷減辦檢醫網項責懲護環綠養險創協調範嗎誰愛歡喫寫讀樂媽";

/// How the characters of a text are spread over the sorts that tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ordinary {
    /// Characters outside ASCII.
    pub total: usize,
    /// Frequent hanzi and Chinese punctuation.
    pub usual: usize,
    /// Letters and signs of other scripts, private characters.
    pub odd: usize,
    /// Control characters and lost bytes.
    pub bad: usize,
}

impl Ordinary {
    /// Counts the characters of `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut frequent: Vec<char> = FREQUENT.chars().chain(TRADITIONAL.chars()).collect();
        frequent.arrange();
        let mut counts = Self::default();
        for c in text.chars() {
            match c {
                '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}' | ' '..='~' => continue,
                '\0'..='\u{9f}' | '\u{fffd}' => counts.bad += 1,
                '、' | '。' | '《' | '》' | '「' | '」' | '“' | '”' | '‘' | '’' | '\u{3000}' | '…' | '—' | '·' => {
                    counts.usual += 1
                }
                '\u{ff01}'..='\u{ff5e}' | '\u{feff}' => counts.usual += 1,
                '\u{4e00}'..='\u{9fff}' => counts.usual += usize::from(frequent.binary_search(&c).is_ok()),
                '\u{2010}'..='\u{24ff}'
                | '\u{2600}'..='\u{27bf}'
                | '\u{3000}'..='\u{303f}'
                | '\u{1f000}'..='\u{1faff}' => {}
                _ => counts.odd += 1,
            }
            counts.total += 1;
        }
        counts
    }

    /// From some 80 for Chinese text down to nothing and below for what is none.
    pub(super) fn score(self) -> i64 {
        let share = |part: usize| (part as i64 * 100).checked_div(self.total as i64).unwrap_or_default();
        share(self.usual) - share(self.odd) - share(self.bad * 8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::fold_char;

    #[test]
    fn traditional_forms_are_those_of_frequent_characters() {
        for c in TRADITIONAL.chars() {
            assert!(FREQUENT.contains(fold_char(c)) && !FREQUENT.contains(c), "{c}");
        }
    }
}
