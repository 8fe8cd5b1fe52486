//! OpenCC's cases of Traditional characters made Simplified.

use tiyao::fold::Fold;

use crate::case::{Case, Verdict};

/// The fold gives the characters that the case wants; these are folded too, since the fold also makes marks half-width
/// and writes 著 and 麽 as 着 and 么. Only the plain conversion is ours.
pub fn judge(case: &Case) -> Verdict {
    if case.line["config"] != "t2s" {
        return Verdict::Aside("from another standard or into another vocabulary");
    }
    let folded = |text: &str| Fold::of(text).chars().iter().collect::<String>();
    let (got, wanted) = (folded(&case.input), folded(case.line["expected_text"].as_str().unwrap_or_default()));
    if got == wanted { Verdict::Right } else { Verdict::Wrong(format!("{got} for {wanted}")) }
}
