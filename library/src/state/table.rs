use std::cmp::Ordering;

use super::{Article, Card, Row, Shelf};

/// What the table can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each name is its own description
pub enum Column {
    Indicator,
    Value,
    Unit,
    Direction,
    Period,
    Place,
    Article,
}

impl Column {
    /// All columns in the order of the table.
    pub const ALL: [Self; 7] =
        [Self::Indicator, Self::Value, Self::Unit, Self::Direction, Self::Period, Self::Place, Self::Article];
}

/// Where a figure stands: its article among the articles, its row among the article's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The article.
    pub article: usize,
    /// Its row.
    pub row: usize,
}

/// A figure with the article that it stands in.
#[derive(Clone, Copy)]
pub struct Line<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its card.
    pub card: &'a Card,
    /// The figure.
    pub row: &'a Row,
}

impl<'a> Line<'a> {
    /// The place that it is about, as it is shown: its own, else the article's; empty where neither is known.
    pub fn place(&self) -> &'a str {
        if self.row.area.is_empty() { self.place_key() } else { &self.row.area }
    }

    /// The place that it is about, Simplified.
    pub fn place_key(&self) -> &'a str {
        if self.row.area_key.is_empty() { &self.card.area } else { &self.row.area_key }
    }
}

/// Which figures the table shows, and in which order.
#[derive(Clone, Debug)]
pub struct Table {
    /// Words that a figure must have, parted by blanks.
    pub words: String,
    /// Empty for all, else the modality: `actual`, `target`, `case`.
    pub modality: String,
    /// What it is sorted by, and whether upwards; the articles' order where nothing was chosen.
    pub order: Option<(Column, bool)>,
    /// The figures that are shown.
    pub shown: Vec<At>,
    /// How many there are.
    pub count: usize,
    haystacks: Vec<(At, String)>,
}

impl Table {
    /// The table of all figures.
    pub fn of(shelf: &Shelf) -> Self {
        let mut haystacks = Vec::new();
        for (at, article) in shelf.articles.iter().enumerate() {
            for row in 0..article.card().map_or(0, |card| card.rows.len()) {
                let at = At { article: at, row };
                let Some(line) = line(shelf, at) else { continue };
                haystacks.push((at, haystack(line)));
            }
        }
        let (words, modality, count) = (String::new(), String::new(), haystacks.len());
        let mut table = Self { words, modality, order: None, shown: Vec::new(), count, haystacks };
        table.choose(shelf);
        table
    }

    /// Works out anew which figures are shown.
    pub fn choose(&mut self, shelf: &Shelf) {
        let words: Vec<String> = self.words.split_whitespace().map(str::to_ascii_lowercase).collect();
        let has = |text: &String| words.iter().all(|word| text.contains(word));
        let modal = |at: At| {
            let modality = line(shelf, at).map_or("", |line| line.row.modality.as_str());
            self.modality.is_empty() || self.modality == modality || self.modality == "actual" && modality.is_empty()
        };
        let found = self.haystacks.iter().filter(|(at, text)| has(text) && modal(*at)).map(|(at, _)| *at);
        self.shown = found.collect();
        if let Some((column, upwards)) = self.order {
            let compare = |one: &At, other: &At| match (line(shelf, *one), line(shelf, *other)) {
                (Some(one), Some(other)) => compare(one, other, column, upwards),
                _ => Ordering::Equal,
            };
            self.shown.sort_by(compare);
        }
    }

    /// Sorts by a column; the other way round where it is sorted by it.
    pub fn sort(&mut self, column: Column, shelf: &Shelf) {
        let upwards = self.order != Some((column, true));
        self.order = Some((column, upwards));
        self.choose(shelf);
    }
}

/// The figure at a place.
pub fn line(shelf: &Shelf, at: At) -> Option<Line<'_>> {
    let article = shelf.articles.get(at.article)?;
    let card = article.card()?;
    Some(Line { article, card, row: card.rows.get(at.row)? })
}

fn haystack(line: Line) -> String {
    let row = line.row;
    let mut text = String::new();
    for part in [
        &row.indicator,
        &row.key,
        &row.unit,
        &row.period,
        line.place(),
        line.place_key(),
        line.article.title(),
        &row.quote,
    ] {
        text.push_str(part);
        text.push('\n');
    }
    text.make_ascii_lowercase();
    text
}

/// What is not known stands at the end, whichever way the table is sorted.
fn compare(one: Line, other: Line, column: Column, upwards: bool) -> Ordering {
    let turn = |order: Ordering| if upwards { order } else { order.reverse() };
    let words = |one: &str, other: &str| match (one.is_empty(), other.is_empty()) {
        (false, false) => turn(one.cmp(other)),
        (one, other) => one.cmp(&other),
    };
    match column {
        Column::Indicator => words(&one.row.key, &other.row.key),
        Column::Value => turn(one.row.value.cmp(&other.row.value)),
        Column::Unit => words(&one.row.unit, &other.row.unit),
        Column::Direction => words(&one.row.direction, &other.row.direction),
        Column::Period => words(&one.row.period, &other.row.period),
        Column::Place => words(one.place_key(), other.place_key()),
        Column::Article => words(one.article.title(), other.article.title()),
    }
}

#[cfg(test)]
pub mod tests {
    use super::super::Stage;
    use super::super::card::tests::card;
    use super::*;

    /// Two years of two places.
    pub fn shelf() -> Shelf {
        let mut shelf = Shelf::default();
        let cards = [
            card(
                "0.1.0|甲市2016年工作报告|||甲市|2016|zh-Hans|9|9|0|",
                &[
                    "1|生产总值|生产总值||1200|亿元|120000000000|level 元|||2016||||全市生产总值1200亿元|",
                    "2|生产总值|生产总值||7.5|%|7.5|change %|+|yoy|2016||||增长7.5%|",
                    "3|生产总值|生产总值|~|7|%|7|change %|+|yoy|2017|||target|2017年生产总值增长7%左右|",
                ],
            ),
            card(
                "0.1.0|甲市2017年工作报告|||甲市|2017|zh-Hans|9|9|0|",
                &["1|生产总值|生产总值||6.8|%|6.8|change %|+|yoy|2017||||增长6.8%|"],
            ),
            card(
                "0.1.0|乙縣2017年工作报告|||乙县|2017|zh-Hant|9|9|0|",
                &[
                    "1|生产总值|生產總值||9.1|%|9.1|change %|+|yoy|2017||||增長9.1%|",
                    "2|发案|發案||3|%|3|change %|-|yoy|2017|丙镇|丙鎮||發案下降3%|",
                ],
            ),
        ];
        for (at, card) in cards.into_iter().enumerate() {
            shelf.entry(&at.to_string(), "x").stage = Stage::Read(card);
        }
        shelf
    }

    fn shown(table: &Table, shelf: &Shelf) -> Vec<String> {
        table.shown.iter().map(|at| line(shelf, *at).expect("a line").row.number.clone()).collect()
    }

    #[test]
    fn filters_by_words_and_modality() {
        let shelf = shelf();
        let mut table = Table::of(&shelf);
        assert_eq!((table.count, table.shown.len()), (6, 6));
        table.words = "生产总值 2017".into();
        table.choose(&shelf);
        assert_eq!(shown(&table, &shelf), ["7", "6.8", "9.1"], "either script finds it");
        table.modality = "target".into();
        table.choose(&shelf);
        assert_eq!(shown(&table, &shelf), ["7"]);
        table.modality = "actual".into();
        table.choose(&shelf);
        assert_eq!(shown(&table, &shelf), ["6.8", "9.1"]);
    }

    #[test]
    fn sorts_both_ways() {
        let shelf = shelf();
        let mut table = Table::of(&shelf);
        table.sort(Column::Value, &shelf);
        assert_eq!(shown(&table, &shelf), ["3", "6.8", "7", "7.5", "9.1", "1200"], "a fall of 3% comes first");
        table.sort(Column::Value, &shelf);
        assert_eq!(shown(&table, &shelf)[0], "1200");
        table.sort(Column::Direction, &shelf);
        assert_eq!(shown(&table, &shelf)[5], "1200", "what has none stands at the end");
    }

    #[test]
    fn names_the_place() {
        let shelf = shelf();
        let places = |article, row| {
            let line = line(&shelf, At { article, row }).expect("a line");
            (line.place().to_owned(), line.place_key().to_owned())
        };
        assert_eq!(places(2, 1), ("丙鎮".into(), "丙镇".into()));
        assert_eq!(places(2, 0), ("乙县".into(), "乙县".into()));
    }
}
