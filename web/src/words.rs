//! Every sentence of the interface in its three languages.

mod facts;

use tiyao::model::{Language, Review};

use crate::state::Tally;

pub use facts::{kind, names_of, part, role};

/// A word or sentence of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each name is its own description
pub enum Word {
    PasteHere,
    PasteLabel,
    Privacy,
    Samples,
    ChooseFiles,
    Pasted,
    Close,
    Edit,
    Read,
    Article,
    Digest,
    Texts,
    Theme,
    ThemeAuto,
    ThemeLight,
    ThemeDark,
    LanguageChoice,
    About,
    Summary,
    Figures,
    Sections,
    Times,
    Speech,
    Findings,
    Derived,
    DerivedBase,
    DerivedWhole,
    Programmes,
    Names,
    Commitments,
    Honours,
    Cases,
    Inferred,
    Coverage,
    Export,
    Indicator,
    Value,
    Change,
    Period,
    Source,
    Column,
    Edition,
    Byline,
    Editor,
    Published,
    Area,
    Covers,
    Subtitle,
    Untitled,
    NoName,
    Unread,
    NothingFound,
    ShowAll,
    WholeArticle,
    Up,
    Down,
    AboutBound,
    OverBound,
    UnderBound,
    Streak,
    Target,
    Case,
    YearOnYear,
    MonthOnMonth,
    PerYear,
    Against,
    Reading,
    Broken,
    Help,
    Clear,
    Signs,
    Shut,
    Changes,
    Deadline,
    Previous,
    Next,
    Sentence,
    Unit,
    CopyTable,
    Timeline,
    Copy,
    Accept,
    Reject,
    Amend,
    Correct,
    Save,
    AddAs,
    Opened,
    Legend,
    Search,
    Print,
    Copied,
    NotCopied,
    Undo,
    Redo,
    ThemeContrast,
    Accepted,
    Amended,
    Added,
    Policy,
    OwnWords,
    OwnGuide,
    OwnUse,
    OwnUsed,
    Find,
    OpenFact,
}

impl Word {
    /// The word in a language.
    pub const fn say(self, language: Language) -> &'static str {
        let (simplified, traditional, english) = self.forms();
        language.pick(simplified, traditional, english)
    }

    const fn forms(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::PasteHere => {
                ("粘贴文章，或把文件拖到这里", "貼上文章，或把檔案拖到這裡", "Paste an article, or drop files here")
            }
            Self::PasteLabel => ("文章", "文章", "The article"),
            Self::Privacy => (
                "文章只在这台设备上读，不会离开它；打开以后可以断网使用。",
                "文章只在這台裝置上讀，不會離開它；打開以後可以離線使用。",
                "Texts are read on this device and never leave it; once open, the page needs no network.",
            ),
            Self::Samples => ("先看一篇样例", "先看一篇樣例", "Or read a sample"),
            Self::ChooseFiles => ("选择文件", "選擇檔案", "Choose files"),
            Self::Pasted => ("粘贴的文章", "貼上的文章", "Pasted text"),
            Self::Close => ("收起，换一篇", "收起，換一篇", "Start over"),
            Self::Edit => ("修改原文", "修改原文", "Edit the text"),
            Self::Read => ("看标注", "看標註", "Show the marks"),
            Self::Article => ("文章", "文章", "Article"),
            Self::Digest => ("提要", "提要", "Digest"),
            Self::Texts => ("几篇文章", "幾篇文章", "Texts"),
            Self::Theme => ("明暗", "明暗", "Light or dark"),
            Self::ThemeAuto => ("随系统", "隨系統", "As system"),
            Self::ThemeLight => ("浅色", "淺色", "Light"),
            Self::ThemeDark => ("深色", "深色", "Dark"),
            Self::LanguageChoice => ("界面语言", "介面語言", "Language"),
            Self::About => ("篇目", "篇目", "What it is"),
            Self::Summary => ("要点", "要點", "Summary"),
            Self::Figures => ("主要数据", "主要數據", "Key figures"),
            Self::Sections => ("章节", "章節", "Sections"),
            Self::Times => ("时间", "時間", "Times"),
            Self::Speech => ("言论", "言論", "Speech"),
            Self::Findings => ("数字核对", "數字核對", "Checks of the numbers"),
            Self::Derived => ("推算（原文未写）", "推算（原文未寫）", "Derived, not stated"),
            Self::DerivedBase => ("变化前", "變化前", "before the change"),
            Self::DerivedWhole => ("总数", "總數", "the whole"),
            Self::Programmes => ("行动与文件", "行動與文件", "Programmes and documents"),
            Self::Names => ("人物与机构", "人物與機構", "People and bodies"),
            Self::Commitments => ("承诺与计划", "承諾與計劃", "Commitments"),
            Self::Honours => ("荣誉", "榮譽", "Honours"),
            Self::Cases => ("事例", "事例", "Stories"),
            Self::Inferred => ("推知", "推知", "inferred"),
            Self::Coverage => ("读懂了多少", "讀懂了多少", "Coverage"),
            Self::Export => ("导出", "匯出", "Export"),
            Self::Indicator => ("指标", "指標", "Indicator"),
            Self::Value => ("数值", "數值", "Value"),
            Self::Change => ("变化", "變化", "Change"),
            Self::Period => ("时期", "時期", "Period"),
            Self::Source => ("来源", "來源", "Source"),
            Self::Column => ("栏目", "欄目", "Column"),
            Self::Edition => ("版次", "版次", "Page"),
            Self::Byline => ("作者", "作者", "By"),
            Self::Editor => ("编辑", "編輯", "Editor"),
            Self::Published => ("日期", "日期", "Date"),
            Self::Area => ("地区", "地區", "Place"),
            Self::Covers => ("时期", "時期", "Period"),
            Self::Subtitle => ("副题", "副題", "Subtitle"),
            Self::Untitled => ("（原文没有标题）", "（原文沒有標題）", "(The text has no title)"),
            Self::NoName => ("（未说明）", "（未說明）", "(not stated)"),
            Self::Unread => ("没有读懂的数字：", "沒有讀懂的數字：", "Numerals not understood: "),
            Self::NothingFound => (
                "这段文字里没有读出数据、名称或时间。提要读的是官方报道和工作总结。",
                "這段文字裡沒有讀出數據、名稱或時間。提要讀的是官方報導和工作總結。",
                "No figures, names or times were found. Tiyao reads Chinese official news and work reviews.",
            ),
            Self::ShowAll => ("全部显示", "全部顯示", "Show all"),
            Self::WholeArticle => ("显示全文", "顯示全文", "Show the whole text"),
            Self::Up => ("上升", "上升", "up"),
            Self::Down => ("下降", "下降", "down"),
            Self::AboutBound => ("约", "約", "about"),
            Self::OverBound => ("≥", "≥", "≥"),
            Self::UnderBound => ("不足", "不足", "under"),
            Self::Streak => ("连续", "連續", "for"),
            Self::Target => ("目标", "目標", "target"),
            Self::Case => ("个案", "個案", "case"),
            Self::YearOnYear => ("同比", "同比", "on the year"),
            Self::MonthOnMonth => ("环比", "環比", "on the month"),
            Self::PerYear => ("年均", "年均", "a year"),
            Self::Against => ("较 ", "較 ", "on "),
            Self::Reading => ("正在读…", "正在讀…", "Reading…"),
            Self::Broken => (
                "页面出了错，无法继续；请重新打开。文章没有离开这台设备。",
                "頁面出了錯，無法繼續；請重新打開。文章沒有離開這台裝置。",
                "The page failed and cannot go on; please open it again. Nothing has left this device.",
            ),
            Self::Help => ("快捷键与记号", "快捷鍵與記號", "Keys and signs"),
            Self::Clear => ("取消选中", "取消選取", "Clear the choice"),
            Self::Signs => (
                "文旁的记号：✓ 数字相符，≠ 数字不符，? 无法判断。点开看算式。",
                "文旁的記號：✓ 數字相符，≠ 數字不符，? 無法判斷。點開看算式。",
                "Signs beside the text: ✓ the numbers agree, ≠ they do not match, ? it cannot be told. Open one for its sum.",
            ),
            Self::Shut => ("关闭", "關閉", "Close"),
            Self::Changes => ("升降", "升降", "Changes"),
            Self::Deadline => ("期限 ", "期限 ", "by "),
            Self::Previous => ("上一处", "上一處", "Previous fact"),
            Self::Next => ("下一处", "下一處", "Next fact"),
            Self::Unit => ("单位", "單位", "Unit"),
            Self::Sentence => ("句", "句", "S."),
            Self::CopyTable => ("复制为表格", "複製為表格", "Copy as a table"),
            Self::Timeline => ("时间与承诺的时间线", "時間與承諾的時間線", "Timeline of times and commitments"),
            Self::Copy => ("复制引文", "複製引文", "Copy with source"),
            Self::Accept => ("正确", "正確", "Right"),
            Self::Reject => ("不是", "不是", "Not a fact"),
            Self::Amend => ("修改", "修改", "Amend"),
            Self::Correct => ("核对这一处", "核對這一處", "Check this fact"),
            Self::Save => ("保存修改", "儲存修改", "Save"),
            Self::AddAs => ("把选中的文字添加为", "把選取的文字加為", "Add the chosen words as"),
            Self::Opened => ("这一处", "這一處", "The fact in focus"),
            Self::Legend => ("标记", "標記", "Marks"),
            Self::Search => ("查找事实", "查找事實", "Search facts"),
            Self::Print => ("打印", "列印", "Print"),
            Self::Copied => ("已复制。", "已複製。", "Copied."),
            Self::NotCopied => ("浏览器不允许复制。", "瀏覽器不允許複製。", "The browser did not allow copying."),
            Self::Undo => ("撤销", "復原", "Undo"),
            Self::Redo => ("重做", "重做", "Redo"),
            Self::ThemeContrast => ("高对比", "高對比", "High contrast"),
            Self::Accepted => ("已核对", "已核對", "checked"),
            Self::Amended => ("已修改", "已修改", "amended"),
            Self::Added => ("读者补充", "讀者補充", "added"),
            Self::Policy => (
                "这一页所守的规则，由浏览器执行：不许任何连接。",
                "這一頁所守的規則，由瀏覽器執行：不許任何連線。",
                "The policy of this page, which the browser enforces: no connection is possible.",
            ),
            Self::OwnWords => ("词表", "詞表", "Word list"),
            Self::OwnGuide => (
                "自己的词，一行一个：词、类别、备注，用制表符隔开（从表格里复制即可）。类别是项目、机构、指标或单位。词表只留在这台设备上。",
                "自己的詞，一行一個：詞、類別、備註，用定位字元隔開（從表格裡複製即可）。類別是項目、機構、指標或單位。詞表只留在這台裝置上。",
                "Words of your own, one a line: term, kind and note between tabs, as copied from a spreadsheet. The kind is programme, organisation, indicator or unit. The list stays on this device.",
            ),
            Self::OwnUse => ("用这份词表", "用這份詞表", "Use this list"),
            Self::OwnUsed => ("词表里的词：", "詞表裡的詞：", "Words in the list: "),
            Self::Find => ("查找事实", "查找事實", "Search the facts"),
            Self::OpenFact => ("到这一处的操作", "到這一處的操作", "Go to what can be done with the fact"),
        }
    }
}

impl Word {
    /// What the reader has said of a fact.
    pub const fn of_review(review: Review) -> Self {
        match review {
            Review::Accepted => Self::Accepted,
            Review::Amended => Self::Amended,
            Review::Added => Self::Added,
        }
    }
}

/// The heads of the table that is copied.
pub const TABLE: [Word; 7] =
    [Word::Indicator, Word::Value, Word::Unit, Word::Change, Word::Period, Word::Area, Word::Sentence];

/// How many facts a search found, as a sentence.
pub fn found(count: usize, language: Language) -> String {
    if count == 0 {
        return language.pick("没有找到。", "沒有找到。", "Nothing found.").into();
    }
    let count = count.to_string();
    match language {
        Language::SimplifiedChinese => ["找到 ", &count, " 处。"].concat(),
        Language::TraditionalChinese => ["找到 ", &count, " 處。"].concat(),
        Language::English => [&count, " found."].concat(),
    }
}

/// What the reader has said of the facts, as a sentence; empty where nothing was said.
pub fn tally(tally: Tally, language: Language) -> String {
    let parts = [
        (tally.accepted, language.pick("正确", "正確", "right")),
        (tally.amended, language.pick("修改", "修改", "amended")),
        (tally.rejected, language.pick("不是", "不是", "not facts")),
        (tally.added, language.pick("补充", "補充", "added")),
    ];
    let mut out = String::new();
    for (count, word) in parts.into_iter().filter(|(count, _)| *count > 0) {
        out.push_str(if out.is_empty() {
            language.pick("您的核对：", "您的核對：", "Your check: ")
        } else {
            language.pick("，", "，", ", ")
        });
        out.extend([word, " ", &count.to_string()]);
    }
    if let Some(precision) = tally.precision() {
        let word = language.pick("；准确率 ", "；準確率 ", "; precision ");
        out.extend([word, &precision.to_string(), "%"]);
    }
    if !out.is_empty() {
        out.push_str(language.pick("。", "。", "."));
    }
    out
}

/// How much of the numerals is explained, as a sentence.
pub fn coverage(numerals: usize, explained: usize, language: Language) -> String {
    if numerals == 0 {
        return language.pick("文中没有数字。", "文中沒有數字。", "There are no numerals.").into();
    }
    match language {
        Language::SimplifiedChinese => format!("{numerals} 个数字，{explained} 个已解释。"),
        Language::TraditionalChinese => format!("{numerals} 個數字，{explained} 個已解釋。"),
        Language::English => format!("{numerals} numerals, {explained} explained."),
    }
}

/// What was read, as a sentence.
pub fn read(characters: usize, facts: usize, language: Language) -> String {
    match language {
        Language::SimplifiedChinese => format!("读了 {characters} 字，得 {facts} 条事实。"),
        Language::TraditionalChinese => format!("讀了 {characters} 字，得 {facts} 條事實。"),
        Language::English => format!("Read {characters} characters, {facts} facts."),
    }
}

/// How a text's encoding is named where it was not plain UTF-8.
pub fn encoding(name: &str, sureness: u8, language: Language) -> String {
    let name = name.to_ascii_uppercase();
    match language {
        Language::SimplifiedChinese => format!("编码 {name}，把握 {sureness}%"),
        Language::TraditionalChinese => format!("編碼 {name}，把握 {sureness}%"),
        Language::English => format!("encoding {name}, {sureness}% sure"),
    }
}
