use tiyao::model::{Bound, Detail, Direction, Form, Modality, Review, SourceNote, Verdict};

use super::{Reading, articles, figures, title};

/// Ends a cell.
const CELL: char = '\u{1f}';

/// Ends a row.
const ROW: char = '\u{1e}';

/// How many characters are quoted on each side of a figure.
const AROUND: usize = 28;

/// What the list and the table of all articles need to know of one, as lines of plain cells: a head, then a row for each
/// figure. `library/src/state/card.rs` reads it and says what the cells are.
pub fn card(reading: &Reading) -> String {
    let mut lines = Lines::default();
    let digest = reading.digest();
    let found = articles(reading);
    let (heading, article) = found
        .first()
        .map_or((String::new(), None), |(target, article)| (title(reading, *target, article), Some(*article)));
    let field = |get: fn(&tiyao::model::Article) -> &str| article.map_or("", get);
    let is_apart =
        |detail: &Detail| matches!(detail, Detail::Finding(finding) if finding.verdict == Verdict::Inconsistent);
    let apart = digest.facts.iter().filter(|fact| is_apart(&fact.detail)).count();
    let rows: Vec<_> = figures(reading).into_iter().flat_map(|group| group.rows).collect();
    for cell in [
        env!("CARGO_PKG_VERSION"),
        &heading,
        field(|article| &article.source),
        field(|article| &article.published),
        field(|article| &article.area),
        field(|article| &article.covers),
        reading.lang(),
        &reading.text().chars().count().to_string(),
        &digest.facts.len().to_string(),
        &apart.to_string(),
    ] {
        lines.cell(cell);
    }
    lines.end();
    for row in rows {
        let Some(fact) = row.target.fact().and_then(|at| digest.facts.get(at)) else { continue };
        let Detail::Figure(figure) = &fact.detail else { continue };
        for cell in [
            &row.target.to_string(),
            &figure.indicator,
            &row.indicator,
            bound(row.bound),
            &row.number,
            &row.unit,
            &figure.value.to_string(),
            &format!("{}{}", form(row.form), figure.unit),
            direction(row.direction),
            &row.basis,
            &figure.period,
            &figure.area,
            &row.area,
            modality(row.modality),
            &around(reading.text(), fact.span.start, fact.span.end),
            review(row.review),
        ] {
            lines.cell(cell);
        }
        lines.end();
    }
    lines.0
}

/// What was noted of a text's bytes, as a line of plain cells.
pub fn note(reading: &Reading) -> String {
    let note = reading.digest().source.note();
    let mut lines = Lines::default();
    for cell in [&note.encoding, &note.sureness.to_string(), &note.container, &note.damaged.to_string()] {
        lines.cell(cell);
    }
    lines.0
}

/// The note in a line of [`note`]; that of plain text where the line is none.
pub fn noted(line: &str) -> SourceNote {
    let mut cells = line.split(CELL);
    let mut next = || cells.next().unwrap_or_default();
    let note = SourceNote {
        encoding: next().to_owned(),
        sureness: next().parse().unwrap_or_default(),
        container: next().to_owned(),
        damaged: next().parse().unwrap_or_default(),
    };
    if note.encoding.is_empty() { SourceNote { encoding: "utf-8".into(), sureness: 100, ..note } } else { note }
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Words of a text may hold any character: those that part cells, and line ends, become blanks.
    fn cell(&mut self, words: &str) {
        self.0.extend(words.chars().map(|c| if c < ' ' { ' ' } else { c }));
        self.0.push(CELL);
    }

    fn end(&mut self) {
        self.0.push(ROW);
    }
}

const fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "",
        Bound::About => "~",
        Bound::Over => ">",
        Bound::Under => "<",
    }
}

const fn form(form: Form) -> &'static str {
    match form {
        Form::Level => "level ",
        Form::Change => "change ",
        Form::Rank => "rank ",
        Form::RankChange => "moved ",
        Form::Streak => "streak ",
    }
}

const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::None => "",
        Direction::Up => "+",
        Direction::Down => "-",
    }
}

const fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Actual => "",
        Modality::Target => "target",
        Modality::Case => "case",
    }
}

const fn review(review: Option<Review>) -> &'static str {
    match review {
        None => "",
        Some(Review::Accepted) => "accepted",
        Some(Review::Amended) => "amended",
        Some(Review::Added) => "added",
    }
}

/// The words around a place, within its line.
fn around(text: &str, start: usize, end: usize) -> String {
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let before = text[line..start].char_indices().rev().nth(AROUND - 1).map_or(line, |(at, _)| line + at);
    let after = text[end..].char_indices().take_while(|(_, c)| *c != '\n').nth(AROUND);
    let stop = after.map_or_else(|| text[end..].find('\n').map_or(text.len(), |at| end + at), |(at, _)| end + at);
    let mut words = String::new();
    if before > line {
        words.push('…');
    }
    words.push_str(text[before..stop].trim());
    if after.is_some() {
        words.push('…');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::handmade;
    use super::*;

    #[test]
    fn writes_what_the_library_reads() {
        let card = card(&handmade::reading());
        let plain = card.replace(CELL, "|").replace(ROW, "\n");
        let mut lines = plain.lines();
        assert_eq!(lines.next().unwrap().split_once('|').unwrap().1, "平安综述||2022-12-30|重庆|2022|zh-Hant|55|8|0|");
        assert_eq!(
            lines.collect::<Vec<_>>(),
            [
                "3|群众满意度|群眾滿意度||98.2|%|98.2|level %|+|yoy|2022||||2022年群眾滿意度達98.2%。||",
                "6||||12|个|12|level 个|||||||“今年要建‘雪亮工程’12個。”李某說。||",
            ]
        );
    }

    #[test]
    fn notes_lead_back() {
        let note = noted(&note(&handmade::reading()));
        assert_eq!((note.encoding.as_str(), note.sureness), ("utf-8", 100));
        assert_eq!(noted("gb18030\u{1f}90\u{1f}html\u{1f}2\u{1f}").damaged, 2);
        assert_eq!(noted("").encoding, "utf-8");
    }

    #[test]
    fn quotes_within_the_line() {
        let text = format!("上一行\n{}98.2%{}\n下一行", "前".repeat(40), "后".repeat(40));
        let start = text.find("98.2%").unwrap();
        let words = around(&text, start, start + 5);
        assert_eq!(words, format!("…{}98.2%{}…", "前".repeat(AROUND), "后".repeat(AROUND)));
        assert_eq!(around("98.2%", 0, 5), "98.2%");
    }
}
