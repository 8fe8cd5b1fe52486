//! What a bare rate, a verb or a sum of money takes over from what was said before.

use super::actor;
use super::carry::Carried;
use super::clause::Item;
use super::linked::Walk;
use super::remember::shared_head;
use super::subject::Name;
use super::vocabulary::words;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::scan::Quantity;

impl Walk<'_> {
    /// A bare rate or verb takes the body or the thing counted that it is said of: 审判机关〔受理…,〕审结; 〔中心建成510个,〕完成率.
    pub(super) fn based(&self, rest: Name, inferred: &mut bool, carried: &mut Carried) -> Name {
        let fold = self.fold();
        let Some(&at) = rest.pieces.last() else { return rest };
        // 810个〔省重点项目〕完成投资10428亿元: what was counted is what the next number is said of.
        // 为74名当事人司法救助161万元: for whom it was done does nothing.
        let served = |noun: usize| {
            let index = self.numbers.partition_point(|number| number.at.end <= noun);
            let number = index.checked_sub(1).and_then(|last| self.numbers.get(last));
            number.is_some_and(|number| {
                matches!(fold.at(number.at.start.wrapping_sub(1)), '为' | '向' | '对' | '给' | '使' | '让' | '助')
            })
        };
        let next = rest.pieces[0].start;
        let follows = |noun: &Name| {
            let adverb = |end: usize| matches!(fold.text(CharSpan::new(end, next)), "累计" | "已累计");
            noun.pieces
                .last()
                .is_some_and(|last| (last.end == next || last.end < next && adverb(last.end)) && !served(last.start))
        };
        if let Some(noun) = carried.counted.as_ref().filter(|noun| follows(noun)) {
            *inferred = true;
            return noun.clone().join(&rest);
        }
        let verb = self.is_verb(&rest);
        if let Some(actor) = carried.actor.filter(|_| verb) {
            *inferred = true;
            return Name::of(actor).join(&rest);
        }
        let closing = verb && ["破案", "侦破"].contains(&rest.words(fold).as_str());
        if (closing || self.is_open(&rest))
            && let Some(head) = self.head_of(&rest, carried).filter(|head| !closing || ends_in(fold, head, "案件"))
            // 教职工4.85万人,其中专任教师3.97万人: people are no part of people's name.
            && !(among!("师生", fold.at(at.end - 1)) && ends_in(fold, &head, "师生工员"))
        {
            *inferred = true;
            return head.join(&rest);
        }
        // 司法所小所2人、大所3人: the second of two short labels leaves out what they share.
        if let Some(before) = carried.names.last()
            && let Some(&shown) = before.pieces.last()
            && rest.len() == 2
            && shown.len() > 3
            && fold.at(shown.end - 1) == fold.at(at.end - 1)
            && fold.at(at.start.wrapping_sub(1)) == '、'
        {
            let head = CharSpan::new(shown.start, shown.end - 2);
            let lead = Name { pieces: before.pieces[..before.pieces.len() - 1].into() };
            return lead.and(head).join(&rest);
        }
        let whole = rest.pieces.first().map(|first| CharSpan::new(first.start, at.end));
        let rated = fold.at(at.end.wrapping_sub(1)) == '率';
        if !rated && let Some(actor) = whole.and_then(|whole| actor::actor(fold, whole)) {
            carried.actor = Some(actor);
            return rest;
        }
        let rate = fold.at(at.end.saturating_sub(1)) == '率' && rest.len() <= 5 && !stands_alone(fold, at);
        if let Some(actor) = carried.actor.filter(|_| rest.len() <= 3 && rated) {
            *inferred = true;
            return Name::of(actor).join(&rest);
        }
        // 〔盗抢案件发案率下降26.8%,〕破案率: another rate of the same cases.
        let twin = carried.names.last().filter(|_| rate).and_then(|before| {
            let mut base = before.clone();
            let last = base.pieces.last_mut()?;
            let rated = fold.at(last.end.wrapping_sub(1)) == '率' && last.len() > rest.len() + 2 && rest.len() <= 3;
            let cased = rated && fold.ends_with(last.end - rest.len(), "案件");
            last.end -= if cased { rest.len() } else { 0 };
            cased.then_some(base)
        });
        if let Some(base) = twin {
            *inferred = true;
            return base.join(&rest);
        }
        let base = carried.counted.clone().or_else(|| shared_head(&carried.names).filter(|_| rest.len() <= 3));
        if let Some(mut base) = base.filter(|_| rate) {
            let stem = fold.slice(CharSpan::new(at.start, at.end - 1));
            let named = carried.whole.as_ref().unwrap_or(&base).words(fold) + &base.words(fold);
            if !stem.windows(2).any(|pair| named.contains(&pair.iter().collect::<String>())) {
                *inferred = true;
                if let Some(first) = base.pieces.first_mut()
                    && fold.starts_any(first.start, "各类 各项 各种 各级")
                {
                    first.start = first.end.min(first.start + 2);
                }
                return base.join(&rest);
            }
        }
        rest
    }

    /// Whether a name is one verb of two characters or three: 审结.
    fn is_verb(&self, name: &Name) -> bool {
        let [at] = *name.pieces else { return false };
        at.len() <= 3 && words().at_of(self.fold().chars(), at.start, &["verb"]).is_some_and(|hit| hit.len == at.len())
    }

    /// 县财政每年拿出40万元为群众购买保险: money given is named by what it is for.
    pub(super) fn given(&self, rest: &Name, item: &Item, quantity: &Quantity) -> Option<Name> {
        const GIVING: &[&str] = &["拿出", "出资", "投入", "安排", "筹集", "拨付", "拨出", "支出"];
        const AIMS: &str = "为 给 用于 支持 帮助 资助 实施 开展 建设";
        let fold = self.fold();
        let &last = rest.pieces.last()?;
        if quantity.family != "money" || !among!("出资入排集付", fold.at(last.end.wrapping_sub(1))) {
            return None;
        }
        let verb = GIVING.iter().find(|word| fold.ends_with(last.end, word))?;
        let post = fold.trim(item.post);
        if post.len() < 4 || !fold.starts_any(post.start, AIMS) {
            return None;
        }
        let mut giver = CharSpan::new(last.start, last.end.saturating_sub(verb.chars().count()).max(last.start));
        if fold.ends_with(giver.end, "每年") {
            giver.end -= 2;
        }
        Some(Name::of(giver).and(CharSpan::new(post.start, post.end.min(post.start + 24))))
    }
}

/// Whether a thing's name ends in one of these characters.
fn ends_in(fold: &Fold, thing: &Name, last: &str) -> bool {
    thing.pieces.last().is_some_and(|piece| last.contains(fold.at(piece.end.wrapping_sub(1))))
}

/// 森林覆盖率, 命案破案率, 不起诉率: rates that name their thing or need none.
fn stands_alone(fold: &Fold, rate: CharSpan) -> bool {
    const THINGS: &str =
        "森林 林木 绿化 命案 案件 群众 居民 人口 城镇 失业 就业 资产 投资 重刑 诉前 不 出生 死亡 刑事 行政 协议 法定";
    fold.starts_any(rate.start, THINGS)
}
