//! The words of the reports in the three languages.

use crate::model::{Bound, Direction, Form, Kind, Language, Modality, Review, Verdict};

/// A word or a phrase of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Summary,
    KeyFigures,
    OtherFigures,
    Changes,
    Article,
    Gaps,
    Derived,
    DerivedBase,
    DerivedWhole,
    Coverage,
    Indicator,
    Value,
    Change,
    Period,
    Paragraph,
    Published,
    Outlet,
    Editor,
    Byline,
    Area,
    Covers,
    Column,
    Edition,
    Untitled,
    Nothing,
    Digest,
    Made,
    Text,
    Date,
    Sentences,
    Unread,
}

impl Word {
    /// The word in a language.
    pub(super) const fn of(self, language: Language) -> &'static str {
        let (simplified, traditional, english) = match self {
            Self::Summary => ("概要", "概要", "Summary"),
            Self::KeyFigures => ("关键数据", "關鍵數據", "Key figures"),
            Self::OtherFigures => ("其他数据", "其他數據", "Other figures"),
            Self::Changes => ("变化", "變化", "Changes"),
            Self::Article => ("原文", "原文", "Article"),
            Self::Gaps => ("原文缺字", "原文缺字", "Lost words"),
            Self::Derived => ("推算（原文未写）", "推算（原文未寫）", "Derived, not stated"),
            Self::DerivedBase => ("变化前", "變化前", "before the change"),
            Self::DerivedWhole => ("总数", "總數", "the whole"),
            Self::Coverage => ("数字说明", "數字說明", "Coverage"),
            Self::Indicator => ("指标", "指標", "Indicator"),
            Self::Value => ("数值", "數值", "Value"),
            Self::Change => ("变化", "變化", "Change"),
            Self::Period => ("时期", "時期", "Period"),
            Self::Paragraph => ("段", "段", "¶"),
            Self::Published => ("日期", "日期", "Published"),
            Self::Outlet => ("来源", "來源", "Source"),
            Self::Editor => ("编辑", "編輯", "Editor"),
            Self::Byline => ("作者", "作者", "By"),
            Self::Area => ("地区", "地區", "Area"),
            Self::Covers => ("所述时期", "所述時期", "Period covered"),
            Self::Column => ("栏目", "欄目", "Column"),
            Self::Edition => ("版次", "版次", "Edition"),
            Self::Untitled => ("无标题", "無標題", "Untitled"),
            Self::Nothing => ("没有读到任何事实。", "沒有讀到任何事實。", "No facts were found in this text."),
            Self::Digest => ("提要", "提要", "Digest"),
            Self::Made => ("由提要 Tiyao 生成", "由提要 Tiyao 產生", "Made by Tiyao"),
            Self::Text => ("原文 SHA-256", "原文 SHA-256", "SHA-256 of the text"),
            Self::Date => ("参照日期", "參照日期", "Reference date"),
            Self::Sentences => ("概要句数", "概要句數", "Summary sentences"),
            Self::Unread => ("未说明", "未說明", "Unexplained"),
        };
        language.pick(simplified, traditional, english)
    }
}

/// What the facts of a kind are called together.
pub(super) const fn kind(kind: Kind, language: Language) -> &'static str {
    let (simplified, traditional, english) = match kind {
        Kind::Article => ("文章", "文章", "Articles"),
        Kind::Section => ("章节", "章節", "Sections"),
        Kind::Boilerplate => ("非正文", "非正文", "Boilerplate"),
        Kind::Caption => ("图片说明", "圖片說明", "Captions"),
        Kind::Label => ("标签", "標籤", "Labels"),
        Kind::Figure => ("数据", "數據", "Figures"),
        Kind::NotFigure => ("非数据数字", "非數據數字", "Other numerals"),
        Kind::Time => ("时间", "時間", "Times"),
        Kind::Programme => ("项目与行动", "項目與行動", "Programmes"),
        Kind::Document => ("文件", "文件", "Documents"),
        Kind::Person => ("人物", "人物", "People"),
        Kind::Organisation => ("机构", "機構", "Bodies"),
        Kind::Place => ("地点", "地點", "Places"),
        Kind::Speech => ("引语", "引語", "Speech"),
        Kind::ReportedSpeech => ("转述", "轉述", "Reported speech"),
        Kind::Honour => ("荣誉", "榮譽", "Honours"),
        Kind::Commitment => ("承诺与计划", "承諾與計劃", "Commitments"),
        Kind::Case => ("案例", "案例", "Cases"),
        Kind::Gap => ("缺字", "缺字", "Lost words"),
        Kind::Check => ("数字核对", "數字核對", "Checks"),
    };
    language.pick(simplified, traditional, english)
}

/// What stands before a number that is near another; empty for exact ones.
pub(super) const fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "",
        Bound::About => "≈",
        Bound::Over => "≥",
        Bound::Under => "≤",
    }
}

/// The sign of a change that is written as one.
pub(super) const fn sign(direction: Direction) -> &'static str {
    match direction {
        Direction::None => "",
        Direction::Up => "+",
        Direction::Down => "−",
    }
}

/// What a change is measured against, in words; a period stays as it is.
pub(super) fn basis(basis: &str, language: Language) -> &str {
    match basis {
        "yoy" => language.pick("同比", "同比", "year on year"),
        "mom" => language.pick("环比", "環比", "period on period"),
        "年均" => language.pick("年均", "年均", "a year"),
        _ => basis,
    }
}

/// What a figure that was not reported as reached is; empty for those that were.
pub(super) const fn modality(modality: Modality, language: Language) -> &'static str {
    match modality {
        Modality::Actual => "",
        Modality::Target => language.pick("目标", "目標", "target"),
        Modality::Case => language.pick("个案", "個案", "case"),
    }
}

/// What a form that is no plain amount is; empty for amounts.
pub(super) const fn form(form: Form, language: Language) -> &'static str {
    match form {
        Form::Level | Form::Change => "",
        Form::Rank => language.pick("位次", "位次", "rank"),
        Form::RankChange => language.pick("位次变动", "位次變動", "places moved"),
        Form::Streak => language.pick("持续", "持續", "held for"),
    }
}

/// What a reader has said of a fact, as tables for programs name it.
pub(super) const fn reviewed(review: Review) -> &'static str {
    match review {
        Review::Accepted => "accepted by reader",
        Review::Amended => "amended by reader",
        Review::Added => "added by reader",
    }
}

/// What a reader has written; empty for what the reader only found right.
pub(super) const fn by_reader(review: Option<Review>, language: Language) -> &'static str {
    match review {
        None | Some(Review::Accepted) => "",
        Some(Review::Amended) => language.pick("读者修改", "讀者修改", "amended by the reader"),
        Some(Review::Added) => language.pick("读者补充", "讀者補充", "added by the reader"),
    }
}

/// What recomputing gave.
pub(crate) const fn verdict(verdict: Verdict, language: Language) -> &'static str {
    match verdict {
        Verdict::Consistent => language.pick("相符", "相符", "matches"),
        Verdict::Inconsistent => language.pick("不符", "不符", "does not match"),
        Verdict::Unclear => language.pick("无法判断", "無法判斷", "cannot be told"),
    }
}

/// How many numerals are explained, in a sentence.
pub(super) fn coverage(explained: usize, numerals: usize, language: Language) -> String {
    match language {
        Language::SimplifiedChinese => format!("文中 {numerals} 个数字，已说明 {explained} 个。"),
        Language::TraditionalChinese => format!("文中 {numerals} 個數字，已說明 {explained} 個。"),
        Language::English => format!("{explained} of {numerals} numerals are explained."),
    }
}

/// How many figures are left out of a table, in a sentence.
pub(super) fn more(count: usize, language: Language) -> String {
    match language {
        Language::SimplifiedChinese => format!("另有 {count} 项数据未列。"),
        Language::TraditionalChinese => format!("另有 {count} 項數據未列。"),
        Language::English if count == 1 => "One more figure is not listed.".into(),
        Language::English => format!("{count} more figures are not listed."),
    }
}
