//! Every sentence of the library in the interface's three languages.

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    Hans,
    /// Traditional Chinese.
    Hant,
    /// English.
    #[default]
    English,
}

impl Language {
    /// The language of that tag.
    pub fn of_tag(tag: &str) -> Self {
        match tag {
            "zh-Hans" => Self::Hans,
            "zh-Hant" => Self::Hant,
            _ => Self::English,
        }
    }

    /// Its tag.
    pub const fn tag(self) -> &'static str {
        self.pick("zh-Hans", "zh-Hant", "en")
    }

    /// The words for it.
    pub const fn pick<'a>(self, hans: &'a str, hant: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::Hans => hans,
            Self::Hant => hant,
            Self::English => english,
        }
    }
}

/// A word or sentence of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each name is its own description
pub enum Word {
    Accepted,
    Actual,
    Added,
    All,
    Amended,
    Articles,
    Back,
    Case,
    Chart,
    ChooseIndicator,
    Clear,
    ClearSure,
    Cleared,
    Corpus,
    Direction,
    Down,
    Facts,
    Failed,
    Figures,
    Filter,
    Fold,
    Full,
    Indicator,
    Kept,
    Matrix,
    Modality,
    NoCorpus,
    NoMatrix,
    NoName,
    NoPromises,
    NoStore,
    NoWorkspace,
    Period,
    Place,
    Promises,
    Quote,
    Reading,
    Refused,
    Remove,
    Result,
    Review,
    Save,
    SaveWorkspace,
    Search,
    Shown,
    Status,
    Stop,
    Table,
    Target,
    Text,
    Unfold,
    Unit,
    Up,
    Value,
    Waiting,
    OpenWorkspace,
    Year,
}

impl Word {
    /// The word in a language.
    pub const fn say(self, language: Language) -> &'static str {
        let (hans, hant, english) = self.forms();
        language.pick(hans, hant, english)
    }

    const fn forms(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Accepted => ("已核对", "已核對", "accepted"),
            Self::Actual => ("已达到的", "已達到的", "reached"),
            Self::Added => ("读者补的", "讀者補的", "added"),
            Self::All => ("全部", "全部", "all"),
            Self::Amended => ("读者改的", "讀者改的", "amended"),
            Self::Articles => ("文章", "文章", "Articles"),
            Self::Back => ("回到文章", "回到文章", "Back"),
            Self::Case => ("个案", "個案", "case"),
            Self::Chart => (
                "各年数值图，数据见下表",
                "各年數值圖，數據見下表",
                "Chart of the values by year; the table below holds them",
            ),
            Self::ChooseIndicator => ("看哪个指标", "看哪個指標", "Which indicator"),
            Self::Clear => ("全部删除", "全部刪除", "Delete all"),
            Self::ClearSure => (
                "再按一次，删除全部文章、改动和设置",
                "再按一次，刪除全部文章、改動和設定",
                "Press again to delete all articles, corrections and settings",
            ),
            Self::Cleared => ("已全部删除。", "已全部刪除。", "All is deleted."),
            Self::Corpus => ("全部数据", "全部數據", "All figures"),
            Self::Direction => ("变化", "變化", "Change"),
            Self::Down => ("下降", "下降", "down"),
            Self::Facts => ("全部事实", "全部事實", "All facts"),
            Self::Failed => ("读这篇时程序出了错。", "讀這篇時程式出了錯。", "The program failed at this text."),
            Self::Figures => ("数据", "數據", "Figures"),
            Self::Filter => (
                "筛选：指标、地方、年份、文章…",
                "篩選：指標、地方、年份、文章…",
                "Filter: indicator, place, year, article…",
            ),
            Self::Fold => ("收起列表", "收起清單", "Fold the list"),
            Self::Full => (
                "这台设备上没有空间了：新的文章只留到页面关闭，请保存工作区。",
                "這台裝置上沒有空間了：新的文章只留到頁面關閉，請儲存工作區。",
                "There is no room left on this device: new texts stay until the page closes. Save the workspace.",
            ),
            Self::Indicator => ("指标", "指標", "Indicator"),
            Self::Kept => (
                "文章留在这台设备上，直到删除。",
                "文章留在這台裝置上，直到刪除。",
                "Texts stay on this device until you delete them.",
            ),
            Self::Matrix => ("各地各年", "各地各年", "Places and years"),
            Self::Modality => ("哪些数据", "哪些數據", "Which figures"),
            Self::NoCorpus => ("没有符合的数据。", "沒有符合的數據。", "No figure fits."),
            Self::NoMatrix => (
                "还没有一个指标在两个地方或两个年份有数据。",
                "還沒有一個指標在兩個地方或兩個年份有數據。",
                "No indicator has figures for two places or two years yet.",
            ),
            Self::NoName => ("（未说明）", "（未說明）", "(not stated)"),
            Self::NoPromises => ("没有读出目标数据。", "沒有讀出目標數據。", "No targets were found."),
            Self::NoStore => (
                "浏览器不让保存：文章只留到页面关闭，请保存工作区。",
                "瀏覽器不讓儲存：文章只留到頁面關閉，請儲存工作區。",
                "The browser refuses storage: texts stay until the page closes. Save the workspace.",
            ),
            Self::NoWorkspace => {
                ("这个文件不是提要的工作区。", "這個檔案不是提要的工作區。", "This file is no workspace of Tiyao.")
            }
            Self::Period => ("时期", "時期", "Period"),
            Self::Place => ("地方", "地方", "Place"),
            Self::Promises => ("目标与结果", "目標與結果", "Targets and results"),
            Self::Quote => ("原文", "原文", "Words around it"),
            Self::Reading => ("正在读", "正在讀", "Reading"),
            Self::Refused => ("不能读：", "不能讀：", "Could not be read: "),
            Self::Remove => ("移去", "移去", "Remove"),
            Self::Result => ("结果", "結果", "Result"),
            Self::Review => ("核对", "核對", "Checked by reader"),
            Self::Save => ("另存", "另存", "Save as"),
            Self::SaveWorkspace => ("保存工作区", "儲存工作區", "Save workspace"),
            Self::Search => ("在全部文章中查找", "在全部文章中尋找", "Search in all texts"),
            Self::Shown => ("文中写法", "文中寫法", "As written"),
            Self::Status => ("性质", "性質", "Sort"),
            Self::Stop => ("停止", "停止", "Stop"),
            Self::Table => ("数据表", "數據表", "Table"),
            Self::Target => ("目标", "目標", "target"),
            Self::Text => ("文章", "文章", "Article"),
            Self::Unfold => ("展开列表", "展開清單", "Show the list"),
            Self::Unit => ("单位", "單位", "Unit"),
            Self::Up => ("上升", "上升", "up"),
            Self::Value => ("数值", "數值", "Value"),
            Self::Waiting => ("等待", "等待", "waiting"),
            Self::OpenWorkspace => ("打开工作区", "打開工作區", "Open workspace"),
            Self::Year => ("年", "年", "Year"),
        }
    }
}

/// How many articles there are.
pub fn articles(count: usize, language: Language) -> String {
    format!("{count}{}", language.pick(" 篇", " 篇", ""))
}

/// How many figures an article has.
pub fn figures(count: usize, language: Language) -> String {
    format!("{count}{}", language.pick(" 条数据", " 條數據", " figures"))
}

/// How many of the figures are shown.
pub fn shown(shown: usize, of: usize, language: Language) -> String {
    match language {
        Language::Hans => format!("{of} 条，显示 {shown} 条"),
        Language::Hant => format!("{of} 條，顯示 {shown} 條"),
        Language::English => format!("{shown} of {of} figures"),
    }
}

/// What came of reading several texts.
pub fn done(read: usize, refused: usize, language: Language) -> String {
    let mut words = match language {
        Language::Hans => format!("读了 {read} 篇。"),
        Language::Hant => format!("讀了 {read} 篇。"),
        Language::English => format!("{read} texts read."),
    };
    if refused > 0 {
        words.push_str(&match language {
            Language::Hans => format!("{refused} 篇不能读，列表里写着原因。"),
            Language::Hant => format!("{refused} 篇不能讀，清單裡寫著原因。"),
            Language::English => format!(" {refused} could not be read; the list says why."),
        });
    }
    words
}

/// In how many articles words were found.
pub fn found(articles: usize, language: Language) -> String {
    match (language, articles) {
        (Language::Hans, 0) => "没有一篇里有。".into(),
        (Language::Hant, 0) => "沒有一篇裡有。".into(),
        (Language::English, 0) => "Found in no text.".into(),
        (Language::Hans, _) => format!("{articles} 篇里有："),
        (Language::Hant, _) => format!("{articles} 篇裡有："),
        (Language::English, 1) => "Found in one text:".into(),
        (Language::English, _) => format!("Found in {articles} texts:"),
    }
}

/// How often words are found in an article, behind a quotation of one place.
pub fn times(places: usize, language: Language) -> String {
    match language {
        Language::Hans => format!("（{places} 处）"),
        Language::Hant => format!("（{places} 處）"),
        Language::English => format!(" ({places} places)"),
    }
}
