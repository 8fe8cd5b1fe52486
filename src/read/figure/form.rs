//! What sort of statement a number makes.

use super::frame::Frame;
use crate::model::Form;
use crate::scan::Quantity;
use crate::scan::quantity::Shape;

pub(super) fn is_share(quantity: &Quantity) -> bool {
    quantity.family == "share" || matches!(quantity.unit.as_str(), "%" | "‰")
}

/// What sort of statement a number makes.
pub(super) fn form(quantity: &Quantity, frame: &Frame) -> Form {
    let moved = matches!(quantity.unit.as_str(), "个位次" | "位次" | "个名次" | "名次");
    let turned = frame.direction_at.is_some() && !frame.arrives;
    if quantity.shape != Shape::Ordinal && (moved || turned && quantity.unit == "位" && !frame.ranked) {
        return Form::RankChange;
    }
    let placed = matches!(quantity.unit.as_str(), "位" | "名" | "") && frame.ranked && quantity.shape == Shape::Ordinal;
    let bare_place = quantity.unit == "位" && (frame.ranked || frame.arrives || frame.departs);
    if quantity.shape == Shape::Ordinal || placed || bare_place {
        return Form::Rank;
    }
    if turned && !frame.ranked || quantity.unit == "个百分点" && !frame.arrives {
        return Form::Change;
    }
    Form::Level
}
