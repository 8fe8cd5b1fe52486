//! Numerals with units and bounds: a data file of cases, every row of the tables, and any text at all.

use tiyao::fold::Fold;
use tiyao::lexicon::{Row, rows};
use tiyao::model::Bound;
use tiyao::scan::Quantity;
use tiyao::scan::quantity::{Shape, bound, lexical, scan, unit};

fn read(text: &str) -> (Vec<char>, Vec<Quantity>) {
    let fold = Fold::of(text);
    let found = scan(&fold);
    (text.chars().collect(), found)
}

/// `words=value~high unit bound shape`, as the case file writes it.
fn shown(text: &[char], quantity: &Quantity) -> String {
    let words: String = text[quantity.at.start..quantity.at.end].iter().collect();
    let mut line = format!("{words}={}", quantity.value);
    if let Some(high) = quantity.high {
        line.push_str(&format!("~{high}"));
    }
    let bound = match quantity.bound {
        Bound::Exact => "",
        Bound::About => "about",
        Bound::Over => "over",
        Bound::Under => "under",
    };
    let shape = match quantity.shape {
        Shape::Cardinal | Shape::Share => "",
        Shape::Ordinal => "ordinal",
        Shape::Fraction => "fraction",
    };
    let flags = [(quantity.glued, "glued"), (quantity.article_like, "article")];
    let flags = flags.map(|(set, name)| if set { name } else { "" });
    for part in [quantity.unit.as_str(), bound, shape, flags[0], flags[1]] {
        if !part.is_empty() {
            line.push(' ');
            line.push_str(part);
        }
    }
    line
}

fn cases() -> impl Iterator<Item = (usize, &'static str, &'static str)> {
    let table = include_str!("cases/quantities.tsv");
    let lines = table.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(at, line)| {
        let (text, wanted) = line.split_once('\t').expect("text, tab, list");
        (at + 1, text, wanted)
    })
}

#[test]
fn reads_every_case() {
    let mut faults = Vec::new();
    for (line, text, wanted) in cases() {
        let (chars, found) = read(text);
        let got = found.iter().map(|quantity| shown(&chars, quantity)).collect::<Vec<_>>().join("; ");
        if got != wanted {
            faults.push(format!("{line}: {text}\n  wanted {wanted}\n  got    {got}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Half-width digits and marks in place of full-width ones and the other way give the same amounts.
#[test]
fn width_changes_nothing() {
    for (line, text, _) in cases() {
        let wide: String = text
            .chars()
            .map(|c| match c {
                '0'..='9' | '%' | '.' | '-' => char::from_u32(c as u32 + 0xfee0).expect("a full-width form"),
                _ => c,
            })
            .collect();
        let amounts = |text: &str| {
            let (_, found) = read(text);
            found.into_iter().map(|q| (q.at, q.value, q.high, q.unit, q.bound, q.shape)).collect::<Vec<_>>()
        };
        assert_eq!(amounts(text), amounts(&wide), "line {line}: {text}");
    }
}

/// A row of a table beside what its example gives.
fn fault(row: &Row, chars: &[char], found: &[Quantity]) -> String {
    let got: Vec<_> = found.iter().map(|quantity| shown(chars, quantity)).collect();
    format!("{} ({}): {} gives {got:?}", row.term, row.family, row.example)
}

#[test]
fn every_unit_is_read_in_its_example() {
    let mut faults = Vec::new();
    for row in rows(unit::table()) {
        let (chars, found) = read(row.example);
        let reads = found.iter().any(|quantity| {
            let written: String =
                quantity.unit_at.map(|at| chars[at.start..at.end].iter().collect()).unwrap_or_default();
            written == row.term && quantity.family == row.family
        });
        if reads == (row.family == "none") {
            faults.push(fault(&row, &chars, &found));
        }
    }
    for row in rows(unit::alias_table()).chain(rows(unit::sign_table())) {
        let (chars, found) = read(row.example);
        if !found.iter().any(|quantity| quantity.unit == row.family) {
            faults.push(fault(&row, &chars, &found));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_bound_is_read_in_its_example() {
    let mut faults = Vec::new();
    for row in rows(bound::table()) {
        let (chars, found) = read(row.example);
        let wanted = match row.family.split_once('-').map(|(_, sort)| sort) {
            Some("over" | "bare") => Some(Bound::Over),
            Some("under") => Some(Bound::Under),
            Some("about") => Some(Bound::About),
            _ => None,
        };
        let reads = found.iter().any(|quantity| {
            let word: String = quantity.bound_at.map(|at| chars[at.start..at.end].iter().collect()).unwrap_or_default();
            wanted == Some(quantity.bound) && word == row.term
        });
        let blurred = found.iter().any(|quantity| quantity.bound != Bound::Exact);
        if reads != wanted.is_some() || (wanted.is_none() && blurred) {
            faults.push(fault(&row, &chars, &found));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn words_with_numerals_count_nothing() {
    let mut faults = Vec::new();
    for row in rows(lexical::table()) {
        let (chars, found) = read(row.example);
        let before = row.example.split(row.term).next().unwrap_or_default().chars().count();
        let word = before..before + row.term.chars().count();
        let counts = found.iter().any(|quantity| word.contains(&quantity.number.start));
        if counts != (row.family == "count") {
            faults.push(fault(&row, &chars, &found));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A step of a small generator (Knuth's MMIX constants), so that the same texts are made each time.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize
}

#[test]
fn any_text_gives_ordered_marks_inside_it() {
    let alphabet: Vec<char> =
        "019.,·%-—~至到第前一二两三五零〇○十百千万亿兆点半几数多余来成折倍分之翻番个人元角月日年米/ (含)以上下左右近超不到负“”K$\n"
            .chars()
            .collect();
    let mut state = 7;
    for _ in 0..20_000 {
        let length = next(&mut state) % 24;
        let text: String = (0..length).map(|_| alphabet[next(&mut state) % alphabet.len()]).collect();
        let (chars, found) = read(&text);
        let mut floor = 0;
        for quantity in found {
            let at = quantity.at;
            assert!(floor <= at.start && at.start < at.end && at.end <= chars.len(), "{text:?}: {quantity:?}");
            assert!(at.contains(quantity.number) && !quantity.number.is_empty(), "{text:?}: {quantity:?}");
            assert!(quantity.high.is_none_or(|high| quantity.value < high), "{text:?}: {quantity:?}");
            for part in [quantity.unit_at, quantity.bound_at].into_iter().flatten() {
                assert!(at.contains(part) && !part.is_empty(), "{text:?}: {quantity:?}");
            }
            floor = at.end;
        }
    }
}

/// A megabyte of one sign is read to its end; a scanner that looks back over it again and again would not come back.
#[test]
fn long_rows_of_one_sign_come_to_an_end() {
    for sign in
        ["1", "一", "万", ",", "第", "1,", "1 ", "十", "1-", "1.", "两三", "半", "百分之", "1至", "1,111", "1个"]
    {
        let (chars, found) = read(&sign.repeat(1_000_000 / sign.len()));
        assert!(found.iter().all(|quantity| quantity.at.end <= chars.len()), "{sign}");
    }
}
