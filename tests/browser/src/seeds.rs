//! What the core itself says about the seeds.

use serde_json::Value;
use tiyao::{Options, export};

/// The names of the seeds, as the page's sample links carry them.
pub const NAMES: [&str; 5] = ["rongchang-2016", "zhoukou-2017", "suizhou-2023", "chongqing-2022", "huaian-2017"];

/// The text of a seed.
pub fn text(name: &str) -> String {
    std::fs::read_to_string(crate::top().join("seeds").join(format!("{name}.txt"))).expect("a seed")
}

/// The facts of a text, as the export of the core has them.
pub fn facts(text: &str) -> Vec<Value> {
    let json = export::json(&tiyao::read(text, &Options::default()));
    let mut digest: Value = serde_json::from_str(&json).expect("the digest is JSON");
    let Value::Array(facts) = digest["facts"].take() else { panic!("a digest has facts") };
    facts
}

/// The facts of one kind, each with its place among all facts.
pub fn of_kind<'a>(facts: &'a [Value], kind: &'a str) -> impl Iterator<Item = (usize, &'a Value)> {
    facts.iter().enumerate().filter(move |(_, fact)| fact["kind"] == kind)
}

/// The words of a fact.
pub fn quote(fact: &Value) -> &str {
    fact["quote"].as_str().expect("a fact quotes its words")
}
