//! Whose words stand in quotation marks: the speaker is named before, after, in the middle or in the sentence before.

use super::subject::People;
use super::{NOBODY, Speaker};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{among, choice, speech_verbs, titles};
use crate::read::person::Mention;
use crate::read::prose::{Stretch, clause_start, ends_clause, ends_sentence};
use crate::scan::Enclosed;

/// How far from the quotation its speaker is looked for.
const REACH: usize = 90;

/// How long a quotation is at least that a word of speech leads without a mark between.
const SENTENCE: usize = 10;

/// How far from 告诉, or from who speaks, the mark stands at most.
const TOLD: usize = 16;

/// How many people named before a quotation are looked at.
const MENTIONS: usize = 8;

/// How long a quotation without a mark of its own is at least that a word of speech and a comma lead.
const CLAUSE: usize = 8;

/// The longest description of a speaker: 民宿经营者漆钰.
const DESCRIPTION: usize = 36;

/// A quotation with what may say whose words it holds.
pub(super) struct Quote<'a> {
    pub fold: &'a Fold,
    /// The paragraph that it stands in.
    pub stretch: &'a Stretch,
    pub stretches: &'a [Stretch],
    pub mentions: &'a [Mention],
    pub people: &'a People<'a>,
    /// The quotations from this one on.
    pub marks: &'a [Enclosed],
    /// Where the last quotation that is speech ended, and who spoke.
    pub last: (usize, Speaker),
}

impl Quote<'_> {
    /// The rule by which the quotation is somebody's speech, and who speaks.
    pub fn read(&self, outer: CharSpan, inner: CharSpan) -> Option<(&'static str, Speaker)> {
        let chars = self.fold.chars();
        let last = chars[inner.end - 1];
        let whole = matches!(last, '。' | '!' | '?' | '…') && inner.len() >= 6;
        let mark = outer.start.checked_sub(1).map_or('\n', |at| chars[at]);
        let marked = matches!(mark, ':' | ',');
        let verb_end = outer.start - usize::from(marked);
        let led = speech_verbs().before(chars, verb_end).filter(|_| verb_end > self.stretch.at.start);
        let led = led.map(|verb| (verb_end - verb.len, verb.family == "strong")).or_else(|| self.told(verb_end));
        let sentence =
            inner.len() >= SENTENCE && self.fold.slice(inner).iter().any(|c| matches!(c, ',' | '。' | '!' | '?'));
        let next = self.fold.at(outer.end);
        // 他表示,“这完全是收割行为”。: a clause of its own.
        let clause = mark == ',' && inner.len() >= CLAUSE && matches!(next, '。' | ',');
        if let Some((verb_start, strong)) = led
            && (mark == ':' && (whole || sentence || inner.len() >= 6) || strong && (whole || sentence || clause))
        {
            let speaker = self.by_title(verb_start).or_else(|| self.before(verb_start, self.stretch));
            let speaker = speaker.unwrap_or_else(|| self.described(verb_start));
            return Some(("speech.before", speaker));
        }
        // 总书记语重心长:“…。”
        if mark == ':'
            && whole
            && let Some(speaker) = self.before(verb_end, self.stretch).or_else(|| self.titled(verb_end))
        {
            return Some(("speech.before", speaker));
        }
        // “头部企业加快了步伐”,张凡说: the comma stands behind the mark.
        let closed = sentence && next == ',';
        if !(whole || last == ',' && inner.len() >= 4 || closed) {
            return None;
        }
        let alone = outer.start == self.stretch.at.start;
        let opens = alone || ends_sentence(mark) || matches!(mark, '】' | '”' | '"');
        let (after, spoken) = self.after(self.chain_end(outer.end));
        if let Some(speaker) = after {
            return Some(("speech.after", speaker)).filter(|_| (opens && !closed) || spoken);
        }
        if !opens || !whole {
            return None;
        }
        if let Some(speaker) = alone.then(|| self.line_before(outer)).flatten() {
            return Some(("speech.line_before", speaker));
        }
        let speaker = self.before(outer.start, self.stretch).or_else(|| self.continued(outer.start));
        let speaker = speaker.or_else(|| self.reporting(outer.start));
        Some(("speech.alone", speaker.or_else(|| self.lay(outer.end)).unwrap_or(NOBODY)))
    }

    /// A title without a name that opens the clause which leads to `end`.
    fn titled(&self, end: usize) -> Option<Speaker> {
        self.title_at(clause_start(self.fold.chars(), end, self.stretch.at.start, DESCRIPTION))
    }

    /// A title without a name that with words of manner is the whole clause before the word of speech at `end`, whoever is named
    /// before that clause: 黄树奇正在办卡,总书记亲切询问.
    fn by_title(&self, end: usize) -> Option<Speaker> {
        let start = clause_start(self.fold.chars(), end, self.stretch.at.start, DESCRIPTION);
        let title = self.title_at(start)?;
        (self.without_manner(start, end) == title.at.end).then_some(title)
    }

    /// 余兆武告诉《中国科学报》,“…”: where 告诉 stands, with whom was told between it and the mark at `end`.
    fn told(&self, end: usize) -> Option<(usize, bool)> {
        let floor = self.stretch.at.start.max(end.saturating_sub(TOLD));
        let clause = (floor..end).rev().take_while(|&at| !ends_clause(self.fold.at(at)));
        let marked = end > floor && matches!(self.fold.at(end), ',' | ':');
        let told = clause.filter(|_| marked).find(|&at| self.fold.starts_with(at, "告诉"))?;
        let mentioned = self.mentions.partition_point(|mention| mention.at.end <= told);
        let near = self.mentions.get(mentioned.checked_sub(1)?)?.at.end + TOLD > told;
        near.then_some((told, true))
    }

    /// Who said last in the same paragraph before `end`, without marks: 孙仁安说,圣保罗很重要。“前景光明。”
    fn reporting(&self, end: usize) -> Option<Speaker> {
        let after = self.mentions.partition_point(|mention| mention.at.start < end);
        let here = self.mentions[..after].iter().rev().take_while(|one| one.at.start >= self.stretch.at.start);
        let says = |one: &&Mention| {
            let reach = end.min(one.at.end + TOLD);
            let close = (one.at.end..reach).find(|&at| ends_clause(self.fold.at(at)));
            close.is_some_and(|close| {
                let verb = speech_verbs().before(self.fold.chars(), close);
                verb.is_some_and(|verb| verb.family == "strong" && close - verb.len >= one.at.end)
            })
        };
        here.take(MENTIONS).find(says).map(|one| self.named(one))
    }

    /// The end of the last of the quotations that follow one another with nothing between.
    fn chain_end(&self, mut end: usize) -> usize {
        for pair in self.marks.iter().skip(1).take(8) {
            if pair.outer.start > end {
                break;
            }
            end = end.max(pair.outer.end);
        }
        end
    }

    /// Who is named after the quotation, and whether a word of speech follows in the same clause.
    fn after(&self, from: usize) -> (Option<Speaker>, bool) {
        let chars = &self.fold.chars()[..self.stretch.at.end];
        let quoted = |at: usize| chars[at] == '“' && matches!(chars[at - 1], ':' | ',' | '”');
        let end = (from..chars.len().min(from + REACH))
            .find(|&at| ends_sentence(chars[at]) || quoted(at))
            .unwrap_or(chars.len().min(from + REACH));
        let verb = self.verb_of(from, end);
        let spoken = verb.is_some_and(|(at, strong)| strong && at - from < REACH / 2);
        let first = self.mentions.partition_point(|mention| mention.at.start < from);
        let mention = self.mentions.get(first).filter(|mention| mention.at.end <= end);
        let start = verb.map(|(at, _)| clause_start(chars, at, from, DESCRIPTION));
        // Who is named only after the word of speech is spoken of: ”他说,李四来过.
        let named = mention.filter(|mention| verb.is_none_or(|(at, _)| mention.at.start <= at));
        if let Some(mention) = named {
            // 张凡说只能涨价: no mark behind the word of speech.
            let says = speech_verbs().at_of(self.fold.chars(), mention.at.end, &["strong"]).is_some();
            return (Some(self.named(mention)), spoken || says);
        }
        let told = verb.zip(start).filter(|((_, strong), _)| *strong).and_then(|((at, _), start)| {
            let part = self.fold.trim(CharSpan::new(start, self.without_manner(start, at)));
            let part = self.owner(part);
            if let Some(pronoun) = self.pronoun(part) {
                return Some(pronoun);
            }
            // 管理处黄燕10年后回忆: somebody known from elsewhere.
            if let Some(who) = self.people.inside(part) {
                return Some(self.named(who));
            }
            (part.len() >= 2).then_some(Speaker { at: part, ..NOBODY })
        });
        (told.or_else(|| self.title_at(from)).or_else(|| mention.map(|mention| self.named(mention))), spoken)
    }

    /// The first word of speech in the clauses from `from` to `end`, and whether it is a strong one.
    fn verb_of(&self, from: usize, end: usize) -> Option<(usize, bool)> {
        let chars = self.fold.chars();
        let mut weak = None;
        for at in from..end {
            let Some(hit) = speech_verbs().at(chars, at).filter(|hit| at + hit.len <= end) else { continue };
            let closes = chars.get(at + hit.len).is_none_or(|&c| !crate::read::prose::is_han(c));
            if hit.family == "strong" && (hit.len > 1 || closes) {
                return Some((at, true));
            }
            // A weak word counts where it closes the clause: ”村民道。
            if closes && hit.len > 1 {
                return Some((at, true));
            }
            weak = weak.or(Some((at, false)));
        }
        weak
    }

    /// Where the words of manner before a word of speech begin: 参赛选手们赛后纷纷表示.
    fn without_manner(&self, start: usize, mut end: usize) -> usize {
        const MANNER: [&str; 28] = [
            "纷纷", "赛后", "笑着", "明显", "会后", "这样", "如此", "近日", "日前", "还", "也", "曾", "则", "都", "边",
            "又", "亲切", "详细", "仔细", "关切", "深情", "动情", "激动", "自豪", "欣慰", "再次", "反复", "接着",
        ];
        loop {
            let manner = MANNER.iter().find(|word| self.fold.ends_with(end, word)).map(|word| word.chars().count());
            // 总书记勉励说: two words of speech.
            let verb = || speech_verbs().before(self.fold.chars(), end).filter(|hit| hit.len > 1).map(|hit| hit.len);
            let how = || self.is_manner(end).then_some(3);
            let Some(length) = manner.or_else(how).or_else(verb) else { return end };
            if end < start + length + 2 {
                return end;
            }
            end -= length;
        }
    }

    /// Whether an adverb ends at `end`: 坚定地, no place like 当地.
    fn is_manner(&self, end: usize) -> bool {
        self.fold.at(end.wrapping_sub(1)) == '地'
            && !among!("当各该两多基工场营产内外土田", self.fold.at(end.saturating_sub(2)))
    }

    /// Whose words they are said to be: 这是〔当地群众〕的共同心声, 〔他〕的话说出了大家的心声.
    fn owner(&self, part: CharSpan) -> CharSpan {
        let own = |at: &usize| self.fold.at(*at) == '的';
        if let Some(said) = (part.start..part.end).find(|&at| self.fold.starts_with(at, "的话")) {
            return CharSpan::new(part.start, said);
        }
        let is = choice!("这是 这也是 这正是 这就是").at(self.fold, part.start).map(|word| word.chars().count());
        let end = is.and_then(|_| (part.start..part.end).rev().find(own));
        CharSpan::new(part.start + end.and(is).unwrap_or(0), end.unwrap_or(part.end))
    }

    /// 他, 她 or nothing but how it was said (坚定地) stands for who was named or spoke last.
    fn pronoun(&self, part: CharSpan) -> Option<Speaker> {
        let manner = (3..=5).contains(&part.len()) && self.is_manner(part.end);
        if part.len() > 6 || !manner && !self.fold.slice(part).iter().any(|&c| among!("他她", c)) {
            return None;
        }
        let (end, speaker) = self.last;
        let before = self.mentions[..self.mentions.partition_point(|mention| mention.at.start < part.start)].last();
        let near = before.filter(|mention| mention.at.start + REACH * 4 > part.start);
        if speaker != NOBODY && near.is_none_or(|mention| mention.at.start < end) {
            return Some(speaker);
        }
        let near = self.people.subject(part.start, self.stretch.at.start).or(near);
        near.map(|mention| self.named(mention))
    }

    /// A title right after the quotation, without a name: 总书记.
    fn title_at(&self, from: usize) -> Option<Speaker> {
        let hit = titles().at_of(self.fold.chars(), from, &["post", "lay"]).filter(|hit| hit.len > 1)?;
        Some(Speaker { at: CharSpan::new(from, from + hit.len), ..NOBODY })
    }

    /// The last person of the sentence of `stretch` that leads to `end`, or that stands before it.
    fn before(&self, end: usize, stretch: &Stretch) -> Option<Speaker> {
        let chars = self.fold.chars();
        let over = end > stretch.at.start && ends_sentence(chars[end - 1]);
        self.within(end - usize::from(over), end, stretch)
    }

    fn within(&self, from: usize, end: usize, stretch: &Stretch) -> Option<Speaker> {
        let floor = stretch.at.start.max(end.saturating_sub(REACH));
        let chars = self.fold.chars();
        let mut start = from;
        while start > floor && !ends_sentence(chars[start - 1]) {
            start -= 1;
        }
        let after = self.mentions.partition_point(|mention| mention.at.start < end);
        let mention = self.mentions.get(after.checked_sub(1)?)?;
        let pronoun = self.fold.slice(CharSpan::new(start, end)).iter().any(|c| matches!(c, '他' | '她'));
        let near = mention.at.start >= start || pronoun && mention.at.start >= stretch.at.start;
        near.then(|| self.named(mention))
    }

    /// Who speaks in the paragraph before, where it ends in `:` or tells what somebody said.
    fn line_before(&self, outer: CharSpan) -> Option<Speaker> {
        let index = self.stretches.partition_point(|stretch| stretch.at.start < self.stretch.at.start);
        let stretch = self.stretches.get(index.checked_sub(1)?)?;
        let end = stretch.at.end - 1;
        if self.fold.at(end) != ':' {
            let tail = stretch.at.start.max(end.saturating_sub(REACH));
            let (verb, _) = self.verb_of(tail, end).filter(|(_, strong)| *strong)?;
            let whole = outer.end >= self.stretch.at.end && self.fold.at(end) == '。';
            return whole.then(|| self.before(verb, stretch)).flatten();
        }
        let verb = speech_verbs().before(self.fold.chars(), end)?;
        self.before(end, stretch).or_else(|| Some(self.described(end - verb.len)))
    }

    /// Who spoke right before, where nothing stands between the quotations but the paragraph's end.
    fn continued(&self, start: usize) -> Option<Speaker> {
        let (end, speaker) = self.last;
        let between = self.fold.slice(CharSpan::new(end.min(start), start));
        (end > 0 && between.len() <= 8 && between.iter().all(|c| c.is_whitespace())).then_some(speaker)
    }

    /// A lay person, named by what he is, in the sentences after the quotation: 当事人.
    fn lay(&self, from: usize) -> Option<Speaker> {
        let chars = &self.fold.chars()[..self.stretch.at.end.min(from + REACH)];
        (from..chars.len()).find_map(|at| {
            let hit = titles().at_of(chars, at, &["case"]).filter(|hit| hit.len > 1)?;
            Some(Speaker { at: CharSpan::new(at, at + hit.len), ..NOBODY })
        })
    }

    /// The words before the word of speech, where no name stands there: 一位村民.
    fn described(&self, end: usize) -> Speaker {
        let chars = self.fold.chars();
        let start = clause_start(chars, end, self.stretch.at.start, DESCRIPTION);
        let start = (start..end).rev().find(|&at| matches!(chars[at], '”' | '"' | '。')).map_or(start, |at| at + 1);
        let part = self.owner(self.fold.trim(CharSpan::new(start, self.without_manner(start, end))));
        if let Some(speaker) = self.pronoun(part) {
            return speaker;
        }
        // 只说: a word of one character is nobody.
        if part.len() < 2 || part.len() < 6 && self.is_manner(part.end) {
            NOBODY
        } else {
            Speaker { at: part, ..NOBODY }
        }
    }

    fn named(&self, mention: &Mention) -> Speaker {
        named(self.fold, mention, self.stretch.at.start)
    }
}

/// Somebody named, with the title; 家住万灵镇的李大姐 is known by where she lives.
pub(super) fn named(fold: &Fold, mention: &Mention, floor: usize) -> Speaker {
    if let Some(role) = mention.role {
        return Speaker { at: mention.at, role };
    }
    let chars = fold.chars();
    let start = clause_start(chars, mention.at.start, floor.min(mention.at.start), DESCRIPTION);
    // The words begin behind the quotation that they follow.
    let start = start + usize::from(among!("”\"」", chars[start]));
    let linked = mention.at.start > start && chars[mention.at.start - 1] == '的';
    if linked && fold.starts_with(start, "家住") {
        return Speaker { at: CharSpan::new(start, mention.at.end), ..NOBODY };
    }
    if linked && fold.starts_with(start, "来自") {
        return Speaker { at: mention.at, role: CharSpan::new(start, mention.at.start - 1) };
    }
    debug_assert!(!ends_clause(chars[mention.at.start]));
    Speaker { at: mention.at, ..NOBODY }
}
