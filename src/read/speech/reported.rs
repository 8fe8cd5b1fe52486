//! Speech without marks: 他强调,要…; 李某指出,….

use super::attribution::named;
use super::subject::People;
use super::{NOBODY, Speaker, speech};
use crate::divide::Sentence;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{Choice, Hit, among, choice, speech_verbs, titles};
use crate::model::{Fact, SpeechMode};
use crate::read::person::Mention;
use crate::read::prose::{ends_clause, is_han};
use crate::read::{Page, organisation};

/// The fewest characters that are reported.
const FEWEST: usize = 8;

/// How far behind the speaker the word of speech may stand: 在座谈会上; and how far behind the occasion: 在甲、乙调研时.
const BETWEEN: (usize, usize) = (16, 44);

/// How many sentences that demand something go on with one word of speech at most.
const MOST: usize = 12;

/// How far into a sentence its subject or circumstance reaches at most that stands before 要.
const SUBJECT: usize = 32;

/// What a document is called that says something itself: 通知指出.
static DOCUMENTS: Choice = Choice::of("通知 意见 公报 报告 决定 方案 规划 纲要 条例 办法 声明 公告 决议 倡议书");

/// How far from the start of a sentence who speaks by a post alone is looked for.
const POST: usize = 40;

/// Gatherings that speak as one.
static GATHERINGS: Choice = Choice::of("调研组 督导组 检查组 会议 全会 大会 座谈会 推进会 约谈");

/// Adds the speech that is reported without marks, to its sentence's end and on over sentences that demand.
pub(super) fn read(page: &Page, mentions: &[Mention], people: &People, found: &mut Vec<Fact>) {
    let fold = page.fold;
    let sentences = &page.layout.sentences;
    let mut last: Option<&Mention> = None;
    let mut next = 0;
    for (index, sentence) in sentences.iter().enumerate() {
        while let Some(mention) = mentions.get(next).filter(|mention| mention.at.start < sentence.at.start) {
            last = Some(mention);
            next += 1;
        }
        let inside = mentions[next..].iter().take_while(|mention| mention.at.start < sentence.at.end);
        // 依市长指示,…: what is done by it.
        let by = |mention: &&Mention| {
            let start = mention.role.map_or(mention.at.start, |role| role.start.min(mention.at.start));
            among!("依按照", fold.at(start.wrapping_sub(1)))
        };
        let said = inside
            .filter(|mention| !by(mention))
            .filter_map(|mention| {
                Some((named(fold, mention, sentence.at.start), words_after(page, sentence, mention.at.end)?))
            })
            .next();
        // 调研时,陈文清要求: somebody known who opens a clause.
        let opened = || {
            let (who, end) = people.opener(sentence.at)?;
            Some((named(fold, who, who.at.start), words_after(page, sentence, end)?))
        };
        let said = said.or_else(opened);
        let Some((speaker, at)) = said.or_else(|| unnamed(page, sentence, people, last)) else { continue };
        let end = goes_on_to(page, sentences, index, people);
        let at = CharSpan::new(at, end.max(sentence.at.end));
        found.push(speech(page, at, sentence.article, "speech.reported", speaker, SpeechMode::Reported));
    }
}

/// Where the reported words begin, if a word of speech follows soon after `from` with a mark behind it.
fn words_after(page: &Page, sentence: &Sentence, from: usize) -> Option<usize> {
    let fold = page.fold;
    let reach = sentence.at.end.min(from + BETWEEN.1);
    let mut listed = false;
    for at in from..reach {
        if ends_clause(fold.at(at)) || matches!(fold.at(at), '“' | '”' | '的' | '了') {
            return None;
        }
        listed |= fold.at(at) == '、';
        // 狄志远指,…: in Hong Kong's news without 出.
        let points = || (fold.starts_with(at, "指,")).then_some(Hit { len: 1, family: "strong", term: "指" });
        let Some(hit) = speech_verbs().at(fold.chars(), at).or_else(points) else { continue };
        if (listed || at > from + BETWEEN.0) && !among!("时上中后", fold.at(at - 1)) {
            return None;
        }
        let end = at + hit.len;
        let asks = matches!(hit.term, "要求" | "希望" | "建议" | "提出" | "提到" | "指示" | "明确" | "宣布");
        // 他希望两地加强合作: what is hoped follows at once.
        let hopes = matches!(hit.term, "希望" | "认为") && is_han(fold.at(end)) && at <= from + 1;
        if hopes && !among!("工小", fold.at(end)) && sentence.at.end >= end + FEWEST {
            return Some(end);
        }
        // 会议强调要抓好落实: no mark stands before what is demanded.
        let demands = fold.at(end) == '要' && among!("调求出", fold.at(end - 1)) && !noun(fold, end);
        // 县委书记王某致辞,李某主持: what happened besides.
        let besides = matches!(hit.term, "致辞" | "发言") && fold.at(end) == ',' && !among!("他她", fold.at(end + 1));
        if besides || !(hit.family == "strong" || asks) || !(demands || matches!(fold.at(end), ',' | ':')) {
            continue;
        }
        let start = if demands { end } else { end + 1 };
        return (!quoted(page, start) && sentence.at.end >= start + FEWEST).then_some(start);
    }
    None
}

/// 他强调, 会议指出: at the start of a sentence.
fn unnamed(page: &Page, sentence: &Sentence, people: &People, last: Option<&Mention>) -> Option<(Speaker, usize)> {
    let fold = page.fold;
    let start = sentence.at.start;
    // 并表示,…: who was spoken of goes on.
    let again = among!("并还", fold.at(start)) && speech_verbs().at_of(fold.chars(), start + 1, &["strong"]).is_some();
    if again || matches!(fold.at(start), '他' | '她') {
        let line = page.layout.lines.get(sentence.line).map_or(start, |line| line.at.start);
        let who = people.subject(start, line).or(last.filter(|who| who.article == sentence.article))?;
        return Some((named(fold, who, who.at.start), words_after(page, sentence, start + 1)?));
    }
    let word = |words: &Choice| Some(CharSpan::new(start, start + words.at(fold, start)?.chars().count()));
    let (at, end) = match word(&GATHERINGS) {
        Some(at) => (at, at.end),
        None => document(page, start, word(&DOCUMENTS)).or_else(|| post(fold, sentence.at))?,
    };
    Some((Speaker { at, ..NOBODY }, words_after(page, sentence, end)?))
}

/// 通知指出, 《意见》提出: a document that says something by itself, and where it ends.
fn document(page: &Page, start: usize, word: Option<CharSpan>) -> Option<(CharSpan, usize)> {
    let marks = &page.marks.enclosed;
    let title = || {
        let pair = marks.get(marks.partition_point(|pair| pair.outer.start < start));
        pair.filter(|pair| pair.title && pair.outer.start == start).map(|pair| (pair.inner, pair.outer.end))
    };
    let (at, end) = word.map(|at| (at, at.end)).or_else(title)?;
    let end = end + usize::from(among!("还也并", page.fold.at(end)));
    speech_verbs().at(page.fold.chars(), end).map(|_| (at, end))
}

/// 政府发言人今日表示, 入境事务处(入境处)宣布: a post or a body that opens the sentence alone, and where it ends.
fn post(fold: &Fold, sentence: CharSpan) -> Option<(CharSpan, usize)> {
    let reach = CharSpan::new(sentence.start, sentence.end.min(sentence.start + POST));
    let close = fold.others(reach).find(|&at| matches!(fold.at(at), ',' | ':'))?;
    // 牢记总书记嘱托: a noun here.
    let tells = |verb: &Hit| (verb.family == "strong" || verb.term == "宣布") && verb.term != "嘱托";
    let verb = speech_verbs().before(fold.chars(), close).filter(tells)?;
    let stop = close - verb.len;
    let link = choice!("此外 另外 同时 对此 据 但 而").at(fold, sentence.start);
    let start = sentence.start + link.map_or(0, |word| word.chars().count());
    let titled = |end: usize| {
        let title = titles().before_of(&fold.chars()[start..end], end - start, &["post", "state", "lay"]);
        title.is_some_and(|title| title.len > 1)
    };
    // 市民政局负责人表示: the last of the titles that may stand there.
    let title = || (start + 2..=stop).rev().find(|&end| titled(end));
    let known = || organisation::known(fold.chars(), start).map(|len| start + len).filter(|&end| end <= stop);
    let body = || (stop > start + 2 && organisation::ends_in_noun(&fold.chars()[start..stop])).then_some(stop);
    let end = title().or_else(known).or_else(body)?;
    let at = CharSpan::new(start, end);
    let other = |at: usize| among!("的了在对向与和被由是将有", fold.at(at)) && !fold.starts_with(at, "有关");
    let plain = !(at.start..at.end).any(other);
    (plain && at.len() > 1).then_some((at, end))
}

/// Whether somebody's own words in marks stand at `at`; “千万工程”经验 is only named.
fn quoted(page: &Page, at: usize) -> bool {
    if !matches!(page.fold.at(at), '“' | '「' | '"') {
        return false;
    }
    let marks = &page.marks.enclosed;
    let pair = marks.get(marks.partition_point(|pair| pair.outer.start < at)).filter(|pair| pair.outer.start == at);
    let named = |inner: CharSpan| inner.len() <= 16 && !page.fold.slice(inner).iter().any(|&c| ends_clause(c));
    pair.is_none_or(|pair| !named(pair.inner) || !is_han(page.fold.at(pair.outer.end)))
}

/// The end of the last sentence after `index` in the same paragraph that goes on with what is demanded. One sentence
/// between that speaks of the same matter is said too.
fn goes_on_to(page: &Page, sentences: &[Sentence], index: usize, people: &People) -> usize {
    let own = &sentences[index];
    let mut end = own.at.end;
    let mut between = 0;
    for next in sentences[index + 1..].iter().take(MOST).take_while(|next| next.line == own.line) {
        if page.fold.at(next.at.start) != '要' && somebody_else(page, next.at, people) {
            break;
        }
        if urges(page.fold, next.at) {
            end = next.at.end;
            between = 0;
        } else if between == 1 {
            break;
        } else {
            between += 1;
        }
    }
    end
}

/// Whether a sentence has a speaker of its own, or tells what happened besides.
fn somebody_else(page: &Page, sentence: CharSpan, people: &People) -> bool {
    const BESIDES: &str = "他 她 会 期间 随后 当天 当日 据 记者 近日 日前 在";
    let fold = page.fold;
    let near = sentence.start..sentence.end.min(sentence.start + SUBJECT);
    fold.starts_any(sentence.start, BESIDES)
        || matches!(fold.at(sentence.start), '“' | '「' | '"')
        || people.opener(CharSpan::new(near.start, near.end)).is_some()
        || near.into_iter().any(|at| {
            let verb = speech_verbs().at(fold.chars(), at);
            verb.is_some_and(|verb| verb.len > 1 && matches!(fold.at(at + verb.len), ',' | ':' | '要'))
        })
}

/// Whether a sentence demands something: 要…, 必须…, 政法干警要…, 对…,要….
fn urges(fold: &Fold, sentence: CharSpan) -> bool {
    const OPENERS: &str = "必须 务必 同时 既要 还要 也要 更要 决不能";
    let near = sentence.start..sentence.end.min(sentence.start + SUBJECT);
    let mut clauses = 0;
    for at in near {
        match fold.at(at) {
            ',' | ':' => clauses += 1,
            '要' if clauses > 1 => return false,
            '要' if !noun(fold, at) && (clauses == 0 || fold.at(at - 1) == ',') => return true,
            '了' | '过' => return false,
            _ => {}
        }
    }
    fold.starts_any(sentence.start, OPENERS)
}

/// Whether the 要 at `at` is part of another word: 要求, 主要.
fn noun(fold: &Fold, at: usize) -> bool {
    among!("素求点害闻件道塞领义务职案么是", fold.at(at + 1))
        || among!("需主重只不首紧必概纲摘想快若简险", fold.at(at.wrapping_sub(1)))
}
