use std::sync::OnceLock;

use crate::lexicon::{self, Words};

/// The words around a figure, by the part that they play in its clause.
pub(in crate::read) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(lexicon::rows(crate::lexicon::table!("../../lexicon/figure_words.tsv"))))
}
