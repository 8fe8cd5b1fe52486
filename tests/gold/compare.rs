//! When two words, numbers or stretches count as the same.

use std::collections::HashMap;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// A stretch in code points, from the first up to but not including the last.
pub type Stretch = (usize, usize);

/// The words without what two careful readers may write differently: width, blanks and quotation marks.
pub fn fold(words: &str) -> String {
    words.nfkc().filter(|c| !c.is_whitespace() && !"“”‘’「」『』《》\"'".contains(*c)).collect()
}

/// A field's words, folded; nothing where it is missing or no text.
pub fn field(fact: &Value, name: &str) -> String {
    fact.get(name).and_then(Value::as_str).map(fold).unwrap_or_default()
}

/// Whether both are the same number, or both are missing.
pub fn same_number(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a.and_then(Value::as_f64), b.and_then(Value::as_f64)) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
        (None, None) => a == b,
        _ => false,
    }
}

/// How many code points two stretches share.
pub fn overlap(a: Stretch, b: Stretch) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

/// How many code points a stretch has.
pub fn length(a: Stretch) -> usize {
    a.1.saturating_sub(a.0)
}

/// How alike two names are: the F1 of their characters, order aside.
pub fn likeness(a: &str, b: &str) -> f64 {
    let (a, b) = (fold(a), fold(b));
    if a.is_empty() || b.is_empty() {
        return if a == b { 1.0 } else { 0.0 };
    }
    let mut left = HashMap::new();
    for c in a.chars() {
        *left.entry(c).or_insert(0usize) += 1;
    }
    let mut common = 0;
    for c in b.chars() {
        if let Some(n) = left.get_mut(&c).filter(|n| **n > 0) {
            *n -= 1;
            common += 1;
        }
    }
    2.0 * common as f64 / (a.chars().count() + b.chars().count()) as f64
}

/// Where `quote` stands in `text` for the `n`th time, counted from 0; in code points.
pub fn locate(text: &str, quote: &str, n: usize) -> Option<Stretch> {
    let mut from = 0;
    let mut at = text.find(quote)?;
    for _ in 0..n {
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
        at = from + text[from..].find(quote)?;
    }
    debug_assert!(from <= at);
    let start = text[..at].chars().count();
    Some((start, start + quote.chars().count()))
}

/// Where a fact of the digest stands.
pub fn stretch(fact: &Value) -> Stretch {
    let end = |name: &str| fact.get(name).and_then(Value::as_u64).expect("a fact has start and end") as usize;
    (end("start"), end("end"))
}
