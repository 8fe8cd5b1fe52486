//! What each sentence is worth to a reader who has little time.

use std::sync::OnceLock;

use crate::divide::{Layout, Sentence};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{Choice, Pairs, Row, Words};
use crate::model::{Arrange, Detail, Fact, Form, Kind, Modality};

/// Words that point back at a sentence that the summary may not have.
static POINTING: Choice = Choice::of("他 她 其 这 该 此 对此 为此 同时 与此同时 另外 但 因此 所以 随后 据了解");

/// What is done or decided: a sentence with such words tells something.
const DEEDS: &str = "\
    建成 完成 印发 出台 召开 通过 选举 当选 启动 成立 开展 组织 发布 破获 抓获 化解 调处 查处 新建 改建 建立 表彰 评为 授予 推出 培训 整治 打击 调查 救援 投入 办结 制定 签署 清理 \
    实施 扑救 死亡 受伤 开放 宣讲";

/// Words of attitude and of closing speeches: a sentence of them could stand in any report.
const PHRASES: &str = "\
    坚持 至关重要 号角 使命 征程 篇章 奋进 信心 重要意义 重要举措 一直以来 深入学习 高度重视 认真贯彻 牢固树立 始终 期待 好评 记者 扬帆 蓄势 砥砺 奋发 初心 立足 迈上 重要性 战略任务 \
    制度安排 两个确立 四个意识 指明了方向 凝聚";

/// What stands for the whole: the product of a place, which counts twice, its people's safety, the year's aims.
const HEADLINES: &str = "生产总值 安全感 预期目标 满意率 满意度";

/// What opens and closes every report: 现在,我代表省人民政府向大会报告工作,请予审议.
const GREETINGS: &str = "请予审议 各位代表 向大会报告 请审议 提出意见 提交大会 提请大会";

/// How many words of either sort count in a sentence at most, and for how much.
const TELLING: (i64, i64) = (3, 2);

/// All sorts of words as one table, looked up once for each character, and what they begin with.
fn telling_words() -> &'static (Words, Pairs) {
    static WORDS: OnceLock<(Words, Pairs)> = OnceLock::new();
    WORDS.get_or_init(|| {
        let sorts = [("deed", DEEDS), ("phrase", PHRASES), ("headline", HEADLINES), ("greeting", GREETINGS)];
        let rows =
            |(family, terms): (_, &'static str)| terms.split(' ').map(move |term| Row { term, family, example: "" });
        let words = Words::of(sorts.into_iter().flat_map(rows));
        let openings = words.openings(&[]).filter_map(|(first, second)| Some((first, second?)));
        let openings = Pairs::of(&openings.collect::<Vec<_>>());
        (words, openings)
    })
}

/// What the words of a sentence say.
#[derive(Default)]
struct Said {
    /// How many pairs of characters it shares with titles and headings.
    shared: i64,
    deeds: i64,
    phrases: i64,
    headline: bool,
    /// Whether the headline is the product of a place.
    product: bool,
    greets: bool,
}

impl Said {
    fn of(fold: &Fold, sentence: CharSpan, titles: &Pairs) -> Self {
        let ((words, openings), chars) = (telling_words(), fold.chars());
        let mut said = Self::default();
        let near = CharSpan::new(sentence.start, (sentence.end + 1).min(chars.len()));
        // No word is a single character.
        for (at, pair) in (near.start..).zip(fold.slice(near).windows(2)) {
            said.shared += i64::from((at + 1 < sentence.end) & titles.at(pair, 0));
            if !openings.at(pair, 0) {
                continue;
            }
            let Some(hit) = words.at(chars, at) else { continue };
            match hit.family {
                "deed" => said.deeds += 1,
                "phrase" => said.phrases += 1,
                "headline" => {
                    said.headline = true;
                    said.product |= hit.term == "生产总值";
                }
                _ => said.greets = true,
            }
        }
        said
    }
}

/// The worths of all sentences of a page.
pub(super) struct Worths {
    worths: Vec<i64>,
    repeated: Vec<bool>,
}

impl Worths {
    /// Weighs the sentences by what `facts` they hold and where they stand.
    pub fn of_page(fold: &Fold, layout: &Layout, facts: &[Fact]) -> Self {
        let titles = Pairs::of(&title_pairs(fold, layout));
        let mut worths = figure_worths(fold, layout, facts);
        for (index, sentence) in layout.sentences.iter().enumerate() {
            let first = index.checked_sub(1).and_then(|before| layout.sentences.get(before));
            let leads = first.is_none_or(|before| before.article != sentence.article);
            worths[index] = worth(fold, layout, sentence, &titles, worths[index], leads);
        }
        Self { worths, repeated: repeated(fold, layout) }
    }

    /// What the sentence `index` is worth.
    pub fn of(&self, index: usize) -> i64 {
        self.worths.get(index).copied().unwrap_or(i64::MIN)
    }

    /// Whether the sentence `index` has stood before.
    pub fn repeated(&self, index: usize) -> bool {
        self.repeated.get(index).copied().unwrap_or(true)
    }
}

/// What the facts of each sentence are worth.
fn figure_worths(fold: &Fold, layout: &Layout, facts: &[Fact]) -> Vec<i64> {
    let mut worths = vec![0; layout.sentences.len()];
    let starts: Vec<usize> = layout.sentences.iter().map(|sentence| fold.span(sentence.at).start).collect();
    let mut told = 0;
    for fact in facts {
        if fact.kind() == Kind::Case {
            told = fact.span.end;
        }
        let Some(index) = starts.partition_point(|&start| start <= fact.span.start).checked_sub(1) else { continue };
        let worth = match &fact.detail {
            // A story stands for what the report says elsewhere.
            _ if fact.span.start < told => -6,
            Detail::Figure(figure) if figure.modality == Modality::Case => -6,
            Detail::Figure(figure) => match figure.form {
                Form::Change | Form::Rank | Form::RankChange => 9,
                Form::Streak => 7,
                Form::Level if figure.unit == "%" || figure.value.nearest_f64() >= 100.0 => 7,
                Form::Level => 4,
            },
            Detail::Honour(_) => 6,
            Detail::Programme(_) | Detail::Document(_) => 3,
            _ => 0,
        };
        worths[index] += worth;
    }
    worths
}

fn worth(fold: &Fold, layout: &Layout, sentence: &Sentence, titles: &Pairs, figures: i64, leads: bool) -> i64 {
    let words = fold.slice(sentence.at);
    let opens_line = layout.lines.get(sentence.line).is_some_and(|line| line.at.start == sentence.at.start);
    let quoted = matches!(words.first(), Some('“' | '「' | '"'));
    let pointing = POINTING.at(fold, sentence.at.start).is_some();
    let own = sentence.section.and_then(|section| layout.sections.get(section));
    let heading = own.is_some_and(|own| own.at.start == sentence.at.start && sentence.at.end <= own.at.end + 1);
    let said = Said::of(fold, sentence.at, titles);
    let headline = figures > 0 && said.headline;
    let telling = |count: i64| count.min(TELLING.0) * TELLING.1;
    let deeds = telling(said.deeds);
    let mut worth = figures.min(40) + 3 * said.shared.min(6) + deeds - telling(said.phrases);
    for (holds, points) in [
        (opens_line, 5),
        (leads && sentence.section.is_none(), 10),
        (quoted, -15),
        (figures <= 0 && deeds == 0, -12),
        (!words.last().is_some_and(|c| matches!(c, '。' | '!' | '?' | ';' | '…' | '”' | '」' | '"')), -25),
        (pointing, -10),
        (headline, 12),
        (headline && said.product, 12),
        (heading, -15),
        (own.is_some_and(|own| own.notes()), -60),
        (words.len() < 160 && said.greets, -30),
        (words.last() == Some(&':'), -12),
        (words.len() > 140, -8),
        (words.len() > 180, -6),
    ] {
        worth += if holds { points } else { 0 };
    }
    worth
}

/// A sentence without the agency's dateline before it: 新华社北京10月6日电(记者…).
pub(super) fn opening(fold: &Fold, layout: &Layout, index: usize) -> CharSpan {
    let Some(at) = layout.sentences.get(index).map(|sentence| sentence.at) else { return CharSpan::new(0, 0) };
    let near = at.start..at.end.min(at.start + 40);
    let agency = near.clone().take(16).any(|place| matches!(fold.at(place), '社' | '报' | '网' | '台' | '刊'));
    let Some(mark) = near
        .clone()
        .find(|&place| matches!(fold.at(place), '电' | '讯') && matches!(fold.at(place + 1), ' ' | '(' | '\u{3000}'))
    else {
        return at;
    };
    if !agency {
        return at;
    }
    let mut start = mark + 1;
    if fold.at(start) == '(' {
        let Some(shut) = (start..at.end.min(start + 60)).find(|&place| fold.at(place) == ')') else { return at };
        start = shut + 1;
    }
    let rest = fold.trim(CharSpan::new(start, at.end));
    if rest.len() < 10 { at } else { rest }
}

/// Which sentences have stood before.
fn repeated(fold: &Fold, layout: &Layout) -> Vec<bool> {
    let words = |index: usize| layout.sentences.get(index).map(|sentence| fold.slice(sentence.at));
    let mut order: Vec<usize> = (0..layout.sentences.len()).collect();
    order.arrange_by_cached_key(|&index| words(index).map(|words| (words.len(), words)));
    let mut repeated = vec![false; order.len()];
    for pair in order.windows(2) {
        repeated[pair[1]] = words(pair[0]) == words(pair[1]);
    }
    repeated
}

/// The pairs of characters that titles and headings are made of.
fn title_pairs(fold: &Fold, layout: &Layout) -> Vec<(char, char)> {
    let titles = layout.articles.iter().filter_map(|article| article.title);
    let headings = layout.sections.iter().map(|section| section.at);
    let pairs = |at: CharSpan| fold.slice(at).windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>();
    titles.chain(headings).flat_map(pairs).collect()
}
