//! What a figure leaves in mind for those that follow.

use super::carry::Carried;
use super::clause::Item;
use super::linked::Walk;
use super::subject::Name;
use super::vocabulary::words;
use crate::fold::CharSpan;

impl Walk<'_> {
    /// Keeps the names of an item's figures, and what they counted; gives the names kept before.
    pub(super) fn remember(
        &self,
        names: Vec<Name>,
        item: &Item,
        noun: Option<CharSpan>,
        carried: &mut Carried,
    ) -> Vec<Name> {
        let first = self.numbers[item.numbers.start];
        let name = names.last().cloned().unwrap_or_default();
        let head = shared_head(&names);
        let before = std::mem::replace(&mut carried.names, names);
        // 生产总值跨越3个千亿元台阶,达到1.5万亿元: what rose is not the steps.
        if let Some(noun) = noun.filter(|noun| self.fold().ends_any(noun.end, "台阶 大关")) {
            carried.names.iter_mut().for_each(|name| name.pieces.retain(|piece| piece != noun));
            carried.names.retain(|name| !name.is_empty());
        }
        let thing = noun.map(Name::of).or_else(|| self.thing(&name));
        // 刑释人员衔接率、帮教率: what both share.
        if let Some(head) = head.or_else(|| thing.clone().filter(|_| !self.is_open(&name))) {
            carried.speak_of(head);
        }
        // 受理案件126件,审结118件,纠错率: a bare verb is done to what was counted before.
        let bare = noun.is_none()
            && carried.counted.is_some()
            && name.len() == 2
            && words().at_of(self.fold().chars(), name.pieces[0].start, &["verb"]).is_some_and(|hit| hit.len == 2);
        if !matches!(first.family, "share" | "points" | "rank" | "time") && !bare {
            carried.whole = Some(name);
            carried.counted = thing;
        }
        before
    }

    /// 村(社区)综治中心建成 → 村(社区)综治中心; 创成省级示范村 → 省级示范村.
    pub(super) fn without_verbs(&self, mut name: Name) -> Name {
        let fold = self.fold();
        let chars = fold.chars();
        if let Some(last) = name.pieces.last_mut()
            && let Some(hit) = words().before_of(chars, last.end, &["verb"])
            && last.end - hit.len > last.start + 2
            // 司法建议, 群众投诉: verbs that are nouns as well.
            && !matches!(hit.term, "建议" | "投诉" | "咨询" | "举报")
        {
            last.end -= hit.len;
        }
        if let Some(first) = name.pieces.first_mut()
            && let Some(hit) =
                words().at_of(chars, first.start, &["verb"]).filter(|hit| hit.len > 1 || fold.at(first.start) != '行')
            && first.start + hit.len < first.end
        {
            first.start += hit.len;
            // 排查整治安全隐患, 新建和改造饮水工程: two verbs.
            if let Some(hit) =
                words().at_of(chars, first.start, &["verb"]).filter(|hit| hit.len > 1 && hit.len + 1 < first.len())
            {
                first.start += hit.len;
            }
            if matches!(fold.at(first.start), '和' | '、')
                && let Some(hit) = words().at_of(chars, first.start + 1, &["verb"])
            {
                first.start = first.end.min(first.start + 1 + hit.len);
            }
        }
        name
    }
}

/// What the measures of a list are said of: 刑释人员 of 刑释人员衔接率、帮教率.
pub(super) fn shared_head(names: &[Name]) -> Option<Name> {
    let (last, others) = names.split_last()?;
    let (_, head) = last.pieces.split_last()?;
    (!others.is_empty() && !head.is_empty()).then(|| Name { pieces: head.into() })
}
