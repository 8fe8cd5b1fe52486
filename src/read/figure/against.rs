//! Against whom points are counted, and which way a share goes that is named behind it.

use super::frame::{Basis, Frame};
use crate::fold::{CharSpan, Fold};
use crate::model::Direction;
use crate::scan::TimeMark;

/// 产值是〔上年的〕1.65倍, 将等于〔1949年的〕4.2倍: what the number that starts at `number` is a multiple of is no part of its
/// name, and its base where it is a time.
pub(super) fn multiple_of(fold: &Fold, number: usize, times: &[TimeMark], frame: &mut Frame) {
    const IS: &[&str] = &["相当于", "等于", "是", "为", "达到"];
    let rest = frame.rest;
    let is = |&at: &usize| {
        matches!(fold.at(at), '相' | '等' | '是' | '为' | '达') && IS.iter().any(|word| fold.starts_with(at, word))
    };
    if !fold.ends_with(number, "的") {
        return;
    }
    let index = times.partition_point(|time| time.at.end + 1 < number);
    let timed = times.get(index).is_some_and(|time| time.at.end + 1 == number && time.at.start > rest.start);
    let Some(at) = (rest.start + usize::from(!timed)..rest.end).find(is) else { return };
    frame.rest.end = at;
    if frame.basis.is_none() && timed {
        (frame.basis, frame.basis_at) = (Some(Basis::Time(index)), Some(CharSpan::new(at, number)));
    }
}

/// 15.2%的〔按年实质跌幅〕: which way a change goes that is named behind its size.
pub(super) fn pace_behind(fold: &Fold, post: CharSpan) -> Option<(Direction, CharSpan)> {
    const UP: &[&str] = &["升幅", "增幅", "涨幅", "增长", "增速"];
    const DOWN: &[&str] = &["跌幅", "降幅", "减幅"];
    let post = fold.trim(post);
    let mut at = post.start + 1;
    for word in ["按年", "同比", "实质", "实际"] {
        if fold.starts_with(at, word) {
            at += 2;
        }
    }
    let says = |words: &[&str]| words.iter().any(|word| fold.starts_with(at, word));
    let direction = match () {
        () if says(UP) => Direction::Up,
        () if says(DOWN) => Direction::Down,
        () => return None,
    };
    (fold.at(post.start) == '的' && at + 2 >= post.end).then(|| (direction, CharSpan::new(post.start + 1, at + 2)))
}

/// 一审服判率96.4%,高出未适用案件25.6个百分点, 比未适用案件高: where the words start that say against whom points are
/// counted.
pub(super) fn against(fold: &Fold, rest: CharSpan, frame: &mut Frame) -> Option<usize> {
    const SIDES: [(&str, Direction); 9] = [
        ("高出", Direction::Up),
        ("高于", Direction::Up),
        ("超出", Direction::Up),
        ("快于", Direction::Up),
        ("好于", Direction::Up),
        ("低于", Direction::Down),
        ("慢于", Direction::Down),
        ("落后", Direction::Down),
        ("超序时", Direction::Up),
    ];
    for at in (rest.start..rest.end).rev() {
        let side = SIDES.iter().find(|(word, _)| fold.starts_with(at, word));
        if let Some((word, direction)) = side.filter(|_| frame.direction_at.is_none()) {
            (frame.direction, frame.direction_at) = (*direction, Some(CharSpan::new(at, at + word.chars().count())));
            frame.elsewhere = true;
            return Some(at);
        }
        let word = matches!(fold.at(at), '比' | '较')
            && !matches!(fold.at(at + 1), '例' | '重' | '值' | '率')
            && !matches!(fold.at(at.wrapping_sub(1)), '占' | '对' | '同' | '环' | '之' | '百');
        if word && frame.direction_at.is_some() && at + 2 < rest.end {
            frame.elsewhere |= frame.basis.is_none();
            return Some(at);
        }
    }
    None
}
