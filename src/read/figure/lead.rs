//! What of the words before a number belongs to a noun behind it.

use super::actor::without_body;
use super::linked::Walk;
use super::subject::Name;
use super::vocabulary::words;
use crate::fold::CharSpan;
use crate::lexicon::{among, choice};

impl Walk<'_> {
    /// The words before a number whose noun stands behind it: only the verb and what belongs to it.
    ///
    /// `cut` says that the number counts only what the noun behind it belongs to, so that the verb is not said of it.
    pub(super) fn lead(&self, rest: Name, pre: CharSpan, cut: bool) -> Name {
        let fold = self.fold();
        let chars = fold.chars();
        let before = fold.trim(pre).end;
        // 全市派出所实现28项…, 大火已造成36人死亡: who or what reached it does not belong to what is counted; 主要从六个方面: nor how.
        let alone = |word: &str| rest.len() == word.chars().count() && fold.starts_with(rest.pieces[0].start, word);
        if among!("现余他外成致", fold.at(before.wrapping_sub(1)))
            && fold.ends_any(before, "实现 其余 其他 另外 造成 导致")
            || rest.len() <= 2
                && ["主要", "重点", "方面", "领域", "环节", "仅用", "只用", "用"].iter().any(|word| alone(word))
        {
            return Name::default();
        }
        let rest = without_body(fold, rest);
        let Some((&first, &last)) = rest.pieces.first().zip(rest.pieces.last()) else { return rest };
        let mut last = last;
        for whole in ["所有", "全部", "这", "上述"] {
            if fold.ends_with(last.end, whole) && last.len() > whole.chars().count() {
                last.end -= whole.chars().count();
            }
        }
        // 台风已造成福建76万人受灾, 已致17人死亡: what did it and where.
        let caused = choice!("造成 导致 已致 致我 致全 致使");
        if caused.within(fold, CharSpan::new(first.start, last.end)) || fold.ends_with(before, "已致") {
            return Name::default();
        }
        // 开展A、B等〔13项行动〕, 完成A和〔13个B〕: what stands in the list is not what the number counts.
        if matches!(fold.at(last.end - 1), '等' | '和') || fold.ends_with(fold.trim(pre).end, "和") {
            let mut end = first.start;
            while let Some(hit) = words()
                .at_of(chars, end, &["verb", "adverb", "light"])
                .filter(|hit| hit.len > 1 && end + hit.len <= first.end)
            {
                end += hit.len;
            }
            return Name::of(CharSpan::new(first.start, end));
        }
        // 在随州主城区新建: the verb alone, without where it was done.
        if first.start > 0
            && fold.at(first.start - 1) == '在'
            && let Some(hit) =
                words().before_of(chars, last.end, &["verb"]).filter(|hit| last.end - hit.len > last.start)
        {
            return Name::of(CharSpan::new(last.end - hit.len, last.end));
        }
        if let Some(hit) = words()
            .before_of(chars, last.end, &["light"])
            .filter(|hit| last.end - hit.len >= last.start && hit.len >= 2)
        {
            let end = last.end - hit.len;
            if cut {
                return Name::default();
            }
            if end == last.start {
                return Name { pieces: rest.pieces[..rest.pieces.len() - 1].into() };
            }
        }
        if rest.len() <= 10 {
            return rest;
        }
        // A long lead holds a whole statement: only its last verb takes the number.
        match words()
            .before_of(chars, last.end, &["verb"])
            .filter(|hit| last.end - hit.len >= last.start && hit.len > 1)
        {
            Some(hit) => Name::of(CharSpan::new(last.end - hit.len, last.end)),
            None => rest,
        }
    }
}
