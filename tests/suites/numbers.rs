//! Numbers, shares, ranges and ordinals as Recognizers-Text, chinese-number and cn2an write them.

use tiyao::fold::Fold;
use tiyao::scan::Quantity;
use tiyao::scan::quantity::{Shape, scan};

use crate::case::{Case, Expected, Verdict};

/// Each number that is wanted stands where the case says and has its value, and there is no other one.
pub fn judge(case: &Case) -> Verdict {
    let found = scan(&Fold::of(&case.input));
    let of_sort: Vec<&Quantity> = found.iter().filter(|quantity| asked(case, quantity)).collect();
    for wanted in &case.expected {
        let there: Vec<&Quantity> = of_sort.iter().copied().filter(|quantity| meets(quantity, wanted)).collect();
        if !says(&there, wanted) {
            return Verdict::Wrong(format!("{:?} for {}", shown(&there), wanted.value));
        }
    }
    match of_sort.iter().find(|quantity| !case.expected.iter().any(|wanted| meets(quantity, wanted))) {
        Some(extra) => Verdict::Wrong(format!("{:?} is not asked for", shown(&[extra]))),
        None => Verdict::Right,
    }
}

/// Whether the case asks for quantities of this shape: that of shares leaves plain numbers alone, and those of ranges
/// and ordinals leave all other numbers alone.
fn asked(case: &Case, quantity: &Quantity) -> bool {
    if case.is_of("PercentModel") {
        return is_share(quantity);
    }
    if case.is_of("NumberRangeModel") || case.is_of("OrdinalModel") {
        return case.expected.iter().any(|wanted| meets(quantity, wanted));
    }
    true
}

fn is_share(quantity: &Quantity) -> bool {
    matches!(quantity.shape, Shape::Share | Shape::Fraction) || quantity.family == "points"
}

fn meets(quantity: &Quantity, wanted: &Expected) -> bool {
    quantity.at.start < wanted.end && wanted.start < quantity.at.end
}

fn shown(found: &[&Quantity]) -> Vec<String> {
    found.iter().map(|one| format!("{}{}", one.value, one.unit)).collect()
}

fn says(found: &[&Quantity], wanted: &Expected) -> bool {
    let value = wanted.value.as_str().map_or_else(|| wanted.value.to_string(), str::to_owned);
    if wanted.sort == "numberrange" {
        let ends: Vec<f64> = found.iter().flat_map(|one| [Some(one.value), one.high]).flatten().map(number).collect();
        let mut named = value.trim_matches(['[', ']', '(', ')']).split(',').filter_map(|end| end.parse().ok());
        return named.all(|end: f64| ends.iter().any(|&have| near(have, end)));
    }
    let [one] = found else { return false };
    let (plain, share) = value.strip_suffix('%').map_or((value.as_str(), false), |plain| (plain, true));
    let Ok(plain) = plain.parse::<f64>() else { return false };
    near(number(one.value) * scale(one, share), plain)
}

fn number(value: tiyao::model::Decimal) -> f64 {
    value.nearest_f64()
}

/// What the value is multiplied with to be per hundred, where the case wants that, or a plain number: here 一打 keeps
/// its unit, and 百分之三 and 三成 are 3 and 30 with the unit %.
fn scale(quantity: &Quantity, share: bool) -> f64 {
    match (quantity.unit.as_str(), share) {
        ("打", _) => 12.0,
        ("‰", true) => 0.1,
        ("‱", true) => 0.01,
        ("%", false) => 0.01,
        ("‰", false) => 0.001,
        ("‱", false) => 0.0001,
        ("", true) => 100.0,
        _ => 1.0,
    }
}

fn near(have: f64, wanted: f64) -> bool {
    (have - wanted).abs() <= wanted.abs() * 1e-9
}
