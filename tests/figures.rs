//! Figures read from sentences, with what each measures.

use serde_json::Value;
use tiyao::model::{Detail, Figure};
use tiyao::{Options, read};

/// Reads the text of a case and compares its figures, field by field where the case names one.
fn check(case: &Value) {
    let text = case["text"].as_str().expect("a text");
    let digest = read(text, &Options::default());
    let found: Vec<(&str, &Figure)> = digest
        .facts
        .iter()
        .filter_map(|fact| match &fact.detail {
            Detail::Figure(figure) => Some((fact.span.of(text), figure.as_ref())),
            _ => None,
        })
        .collect();
    let wanted = case["figures"].as_array().expect("figures");
    assert_eq!(found.len(), wanted.len(), "{text}\nfound {found:#?}");
    for (want, (quote, figure)) in wanted.iter().zip(&found) {
        let has = serde_json::to_value(figure).expect("a plain figure");
        for (field, value) in want.as_object().expect("fields") {
            let shown = match field.as_str() {
                "quote" => (*quote).to_owned(),
                "value" => figure.value.to_string(),
                _ => has[field].as_str().unwrap_or_default().to_owned(),
            };
            assert_eq!(shown, value.as_str().expect("a string"), "{field} of {quote} in {text}");
        }
    }
}

#[test]
fn figures_come_whole() {
    let cases = include_str!("cases/figures.jsonl");
    let count = cases
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| check(&serde_json::from_str(line).expect(line)))
        .count();
    assert!(count >= 18);
}
