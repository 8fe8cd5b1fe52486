//! Titles that lead a list of names: 副委员长甲、乙、丙.

use super::Mention;
use crate::fold::Fold;
use crate::lexicon;

/// Gives a title that several can have to all of the list that it leads: 副委员长甲、乙、丙.
pub(super) fn titles(fold: &Fold, mentions: &mut [Mention]) {
    const SHARED: &str =
        "议员 市领导 省领导 县领导 区领导 委员 常委 代表 院士 教授 成员 记者 通讯员 村民 居民 市民 学生 选手 专家";
    let mut last = (0, None);
    for mention in mentions {
        if mention.role.is_none() && mention.at.start == last.0 + 1 && matches!(fold.at(last.0), '、' | '及') {
            mention.role = last.1;
        }
        let title = mention.role.and_then(|role| lexicon::titles().before(fold.chars(), role.end));
        if let Some(title) = title.filter(|title| title.term.contains('副') || SHARED.contains(title.term)) {
            last = (mention.at.end, mention.role.filter(|_| title.len > 1));
        }
    }
}
