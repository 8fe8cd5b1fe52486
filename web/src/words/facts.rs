//! What facts, and the parts that they are read from, are called.

use tiyao::model::{Kind, Language, Role};

/// How a part of a fact is called beside its words.
pub const fn part(part: Role, fact: Kind, language: Language) -> &'static str {
    match (part, fact) {
        (Role::Name, Kind::Time) => kind(fact, language),
        _ => role(part, language),
    }
}

/// How a group of names is called.
pub const fn names_of(kind: Kind, language: Language) -> &'static str {
    match kind {
        Kind::Programme => language.pick("行动、项目与机制", "行動、項目與機制", "Programmes"),
        Kind::Document => language.pick("文件", "文件", "Documents"),
        Kind::Person => language.pick("人物", "人物", "People"),
        Kind::Organisation => language.pick("机构", "機構", "Bodies"),
        _ => language.pick("地名", "地名", "Places"),
    }
}

/// How a kind of fact is called.
pub const fn kind(kind: Kind, language: Language) -> &'static str {
    match kind {
        Kind::Article => language.pick("篇目", "篇目", "Article"),
        Kind::Section => language.pick("章节", "章節", "Section"),
        Kind::Boilerplate => language.pick("非正文", "非正文", "No body text"),
        Kind::Caption => language.pick("图注", "圖註", "Caption"),
        Kind::Label => language.pick("标签", "標籤", "Label"),
        Kind::Figure => language.pick("数据", "數據", "Figure"),
        Kind::Honour => language.pick("荣誉", "榮譽", "Honour"),
        Kind::Commitment => language.pick("承诺", "承諾", "Commitment"),
        Kind::Case => language.pick("事例", "事例", "Story"),
        Kind::Time => language.pick("时间", "時間", "Time"),
        Kind::Programme => language.pick("行动、项目", "行動、項目", "Programme"),
        Kind::Document => language.pick("文件", "文件", "Document"),
        Kind::Person => language.pick("人物", "人物", "Person"),
        Kind::Organisation => language.pick("机构", "機構", "Body"),
        Kind::Place => language.pick("地名", "地名", "Place"),
        Kind::Speech => language.pick("言论", "言論", "Speech"),
        Kind::ReportedSpeech => language.pick("转述", "轉述", "Reported speech"),
        Kind::Gap => language.pick("缺字", "缺字", "Lost words"),
        Kind::Check => language.pick("数字核对", "數字核對", "Check"),
        _ => language.pick("其他", "其他", "Other"),
    }
}

/// How a part of a fact is called.
pub const fn role(role: Role, language: Language) -> &'static str {
    match role {
        Role::Value => language.pick("数值", "數值", "value"),
        Role::Unit => language.pick("单位", "單位", "unit"),
        Role::Bound => language.pick("界限", "界限", "bound"),
        Role::Indicator => language.pick("指标", "指標", "indicator"),
        Role::Period => language.pick("时期", "時期", "period"),
        Role::Comparison => language.pick("比较", "比較", "comparison"),
        Role::Direction => language.pick("方向", "方向", "direction"),
        Role::Scope => language.pick("范围", "範圍", "scope"),
        Role::Area => language.pick("地区", "地區", "place"),
        Role::Modality => language.pick("语气", "語氣", "modality"),
        Role::Name => language.pick("名称", "名稱", "name"),
        Role::Mention => language.pick("各处提及", "各處提及", "mentions"),
        Role::Title => language.pick("题名、职务", "題名、職務", "title"),
        Role::Issuer => language.pick("发布者", "發布者", "issuer"),
        Role::Speaker => language.pick("说话人", "說話人", "speaker"),
        Role::Anchor => language.pick("依据", "依據", "anchor"),
        _ => language.pick("理由", "理由", "reason"),
    }
}
