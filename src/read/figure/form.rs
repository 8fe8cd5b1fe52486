//! What sort of statement a number makes.

use super::frame::Frame;
use crate::fold::Fold;
use crate::model::Form;
use crate::scan::Quantity;
use crate::scan::quantity::{Notation, Shape};

pub(super) fn is_share(quantity: &Quantity) -> bool {
    quantity.family == "share" || matches!(quantity.unit.as_str(), "%" | "‰")
}

/// Whether a number can be a place in an order.
pub(super) fn may_rank(quantity: &Quantity) -> bool {
    quantity.shape == Shape::Ordinal
        || matches!(quantity.unit.as_str(), "位" | "名" | "位次" | "个位次" | "方阵" | "强")
}

/// What sort of statement a number makes.
pub(super) fn form(quantity: &Quantity, frame: &Frame) -> Form {
    let moved = matches!(quantity.unit.as_str(), "个位次" | "位次" | "个名次" | "名次");
    let turned = frame.direction_at.is_some() && !frame.arrives;
    if quantity.shape != Shape::Ordinal && (moved || turned && quantity.unit == "位") {
        return Form::RankChange;
    }
    let placed = matches!(quantity.unit.as_str(), "位" | "名" | "") && frame.ranked && quantity.shape == Shape::Ordinal;
    let bare_place = quantity.unit == "位" && (frame.ranked || frame.arrives || frame.departs);
    if quantity.shape == Shape::Ordinal || placed || bare_place {
        return Form::Rank;
    }
    if turned && !frame.ranked || quantity.unit == "番" || quantity.unit == "个百分点" && !frame.arrives {
        return Form::Change;
    }
    Form::Level
}

/// Whether a number gives its unit to those before it in a row: 个百分点, 个位次.
fn gives(quantity: &Quantity) -> bool {
    quantity.family == "points" || matches!(quantity.unit.as_str(), "个位次" | "倍")
}

/// 提高20.9、36.2、54个百分点: the number of a row that gives the one at `index` its unit; itself where it has one.
pub(super) fn unit_giver<'a>(fold: &Fold, numbers: &[&'a Quantity], index: usize) -> &'a Quantity {
    let mut last = index;
    while let (Some(quantity), Some(next)) = (numbers.get(last), numbers.get(last + 1))
        && (quantity.unit.is_empty() || quantity.unit == "个" && gives(next))
        && quantity.notation == Notation::Arabic
        && next.notation == Notation::Arabic
        && quantity.at.end + 1 == next.at.start
        && matches!(fold.at(quantity.at.end), '、' | '和' | '及' | '与')
        && last < index + 8
    {
        last += 1;
    }
    if gives(numbers[last]) { numbers[last] } else { numbers[index] }
}
