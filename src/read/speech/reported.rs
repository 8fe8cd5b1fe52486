//! Speech without marks: 他强调,要…; 李某指出,….

use super::attribution::named;
use super::subject::People;
use super::{NOBODY, Speaker, speech};
use crate::divide::Sentence;
use crate::fold::CharSpan;
use crate::lexicon::{among, speech_verbs};
use crate::model::{Fact, SpeechMode};
use crate::read::Page;
use crate::read::person::Mention;
use crate::read::prose::ends_clause;

/// The fewest characters that are reported.
const FEWEST: usize = 8;

/// How far behind the speaker the word of speech may stand: 在座谈会上; and how far behind the occasion: 在甲、乙调研时.
const BETWEEN: (usize, usize) = (16, 44);

/// How many sentences that open with 要 go on with one word of speech at most.
const MOST: usize = 12;

/// Gatherings that speak as one.
const GATHERINGS: [&str; 6] = ["会议", "全会", "大会", "座谈会", "推进会", "约谈"];

/// Adds the speech that is reported without marks, to its sentence's end and on over sentences that open with 要.
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
        let said = inside
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
        let end = goes_on_to(page, sentences, index);
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
        let Some(hit) = speech_verbs().at(fold.chars(), at) else { continue };
        if (listed || at > from + BETWEEN.0) && !among!("时上中后", fold.at(at - 1)) {
            return None;
        }
        let end = at + hit.len;
        let asks = matches!(hit.term, "要求" | "希望" | "建议" | "提出");
        if !(hit.family == "strong" || asks) || !matches!(fold.at(end), ',' | ':') {
            continue;
        }
        let start = end + 1;
        let quoted = matches!(fold.at(start), '“' | '「' | '"');
        return (!quoted && sentence.at.end >= start + FEWEST).then_some(start);
    }
    None
}

/// 他强调, 会议指出: at the start of a sentence.
fn unnamed(page: &Page, sentence: &Sentence, people: &People, last: Option<&Mention>) -> Option<(Speaker, usize)> {
    let fold = page.fold;
    let start = sentence.at.start;
    if matches!(fold.at(start), '他' | '她') {
        let line = page.layout.lines.get(sentence.line).map_or(start, |line| line.at.start);
        let who = people.subject(start, line).or(last.filter(|who| who.article == sentence.article))?;
        return Some((named(fold, who, who.at.start), words_after(page, sentence, start + 1)?));
    }
    let word = GATHERINGS.iter().find(|word| fold.starts_with(start, word))?;
    let end = start + word.chars().count();
    Some((Speaker { at: CharSpan::new(start, end), ..NOBODY }, words_after(page, sentence, end)?))
}

/// The end of the last sentence after `index` in the same paragraph that goes on with 要.
fn goes_on_to(page: &Page, sentences: &[Sentence], index: usize) -> usize {
    let own = &sentences[index];
    let rest = sentences[index + 1..].iter().take(MOST);
    let more = rest.take_while(|next| next.line == own.line && page.fold.at(next.at.start) == '要');
    more.last().map_or(own.at.end, |sentence| sentence.at.end)
}
