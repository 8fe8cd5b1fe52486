//! Articles given together: what one says and another says otherwise.

use tiyao::check::Ledger;
use tiyao::{Options, read};

/// What does not match in these texts: the words told later and the words told first.
fn conflicts(texts: &[&str]) -> Vec<(String, String)> {
    let mut ledger = Ledger::default();
    for text in texts {
        ledger.take(&read(text, &Options::default()));
    }
    ledger.conflicts().iter().map(|conflict| (conflict.later.quote.clone(), conflict.first.quote.clone())).collect()
}

const REVIEW: &str = "淮安市2022年平安建设综述\n2022年,淮安市委政法委扎实推进平安淮安建设,全市群众安全感达到98.2%。\n2022年全市刑事案件立案数12345起。\n";

#[test]
fn other_values_of_one_indicator_are_reported() {
    let other = REVIEW.replace("12345", "12543");
    assert_eq!(conflicts(&[REVIEW, &other]), [("12543起".to_owned(), "12345起".to_owned())]);
    assert_eq!(conflicts(&[&other, REVIEW]), [("12345起".to_owned(), "12543起".to_owned())]);
}

#[test]
fn what_agrees_or_is_of_something_else_is_left_alone() {
    let year = REVIEW.replace("2022", "2021").replace("12345", "12543");
    let place = REVIEW.replace("淮安", "随州").replace("12345", "12543");
    let rounded = REVIEW.replace("12345起", "1.23万起");
    let thing = REVIEW.replace("刑事案件立案数12345", "治安案件受理数12543");
    for other in [REVIEW, &year, &place, &rounded, &thing] {
        assert_eq!(conflicts(&[REVIEW, other]), [], "{other}");
    }
    let twice = REVIEW.repeat(2);
    assert_eq!(conflicts(&[&twice]), []);
}
