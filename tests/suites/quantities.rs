//! Money, lengths, masses, ages and temperatures as Recognizers-Text and JioNLP write them.

use tiyao::fold::Fold;
use tiyao::scan::Quantity;
use tiyao::scan::quantity::scan;

use crate::case::{Case, Expected, Verdict};

/// Names of units as the suites write them, with ours.
const UNITS: [(&str, &str); 24] = [
    ("United States dollar", "美元"),
    ("Dollar", "美元"),
    ("Swiss franc", "瑞士法郎"),
    ("Hong Kong dollar", "港元"),
    ("New Taiwan dollar", "新台币"),
    ("Japanese yen", "日元"),
    ("Chinese yuan", "元"),
    ("Bitcoin", "比特币"),
    ("Mu", "亩"),
    ("Kilogram", "公斤"),
    ("Centimeter", "公分"),
    ("Bit", "位"),
    ("Jin", "斤"),
    ("Gram", "克"),
    ("Kilobit", "千比特"),
    ("Kilowatt", "千瓦"),
    ("Liang", "两"),
    ("Microgram", "微克"),
    ("Year", "岁"),
    ("Month", "个月"),
    ("Day", "天"),
    ("Degree", "度"),
    ("F", "华氏度"),
    ("C", "摄氏度"),
];

/// Each quantity that is wanted stands where the case says, with its value and unit; where the case names a sort, no
/// other quantity of that sort is found.
pub fn judge(case: &Case) -> Verdict {
    let found = scan(&Fold::of(&case.input));
    for wanted in &case.expected {
        let there = found.iter().filter(|one| one.at.start < wanted.end && wanted.start < one.at.end);
        let there: Vec<&Quantity> = there.collect();
        if !there.iter().any(|one| says(one, wanted)) {
            let shown: Vec<String> =
                there.iter().map(|one| format!("{}~{:?} {}", one.value, one.high, one.unit)).collect();
            return Verdict::Wrong(format!("{shown:?} for {} {}", wanted.value, wanted.unit));
        }
    }
    let measured = |one: &&Quantity| matches!(one.family, "money" | "length" | "mass" | "temperature");
    match found.iter().find(measured) {
        Some(one) if case.expected.is_empty() => Verdict::Wrong(format!("{} {} is not asked for", one.value, one.unit)),
        _ => Verdict::Right,
    }
}

fn says(one: &Quantity, wanted: &Expected) -> bool {
    let ends: Vec<f64> = match &wanted.value {
        // JioNLP's own extractor is only asked where, not how much.
        serde_json::Value::Null => return one.family == "money" || !one.unit.is_empty(),
        serde_json::Value::Array(ends) => ends.iter().filter_map(|end| end.as_str()?.parse().ok()).collect(),
        value => value.as_str().and_then(|value| value.parse().ok()).into_iter().collect(),
    };
    let have = [Some(one.value), one.high].map(|end| end.map(tiyao::model::Decimal::nearest_f64));
    let amounts = match (ends[..].first(), ends.get(1), have) {
        (Some(&low), None, [Some(value), high]) => near(value, low) || high.is_some_and(|high| near(high, low)),
        (Some(&low), Some(&high), [Some(value), Some(top)]) => near(value, low) && near(top, high),
        // 几十万 and 十几 are given by their lower end, with their bound.
        (Some(&low), Some(_), [Some(value), None]) => near(value, low) && one.bound_at.is_some(),
        _ => false,
    };
    amounts && unit(one, wanted)
}

fn unit(one: &Quantity, wanted: &Expected) -> bool {
    let ours = UNITS.iter().find(|(theirs, _)| *theirs == wanted.unit).map_or(wanted.unit.as_str(), |(_, ours)| *ours);
    // Amounts of money that are written without a currency have none here.
    // 块 counts plates and screens as well as money, and ℃ is how a degree is written.
    let other = match ours {
        "元" => "块",
        "岁" => "周岁",
        "摄氏度" if one.unit == "℃" => "℃",
        _ => "°C",
    };
    one.unit == ours || one.unit == other || (wanted.sort == "money" && one.unit.is_empty())
}

/// JioNLP rounds to hundredths.
fn near(have: f64, wanted: f64) -> bool {
    (have - wanted).abs() <= wanted.abs() * 1e-9 + 0.005
}
