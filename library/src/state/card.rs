use tiyao::model::Decimal;

/// Ends a cell.
const CELL: char = '\u{1f}';

/// Ends a row.
const ROW: char = '\u{1e}';

/// What the list and the table know of an article, as the page's `web/src/state/card.rs` writes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// The version of the program that read it.
    pub version: String,
    /// The title in the article's own script; empty where it has none.
    pub title: String,
    /// Who published it.
    pub source: String,
    /// When, in EDTF.
    pub published: String,
    /// The place that it is about, Simplified.
    pub area: String,
    /// The period that it is about, in EDTF.
    pub covers: String,
    /// `zh-Hans` or `zh-Hant`.
    pub lang: String,
    /// How many characters it has.
    pub characters: usize,
    /// How many facts.
    pub facts: usize,
    /// How many findings where the numbers do not match.
    pub apart: usize,
    /// Its figures.
    pub rows: Vec<Row>,
}

/// A figure of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its place among the article's facts.
    pub fact: String,
    /// What is measured, Simplified: what is the same in two articles has the same key.
    pub key: String,
    /// What is measured, in the text's own words.
    pub indicator: String,
    /// How near the number is: empty, `~`, `>`, `<`.
    pub bound: String,
    /// The number as it is shown.
    pub number: String,
    /// The scale word and the unit as they are shown.
    pub unit: String,
    /// The number in units without a scale word; below zero for a fall.
    pub value: Decimal,
    /// What sort of statement it is and in which unit: figures can be compared where both are the same.
    pub measure: String,
    /// `+`, `-` or empty.
    pub direction: String,
    /// What a change is against.
    pub basis: String,
    /// The period in EDTF.
    pub period: String,
    /// The place, Simplified; empty where it is the article's.
    pub area_key: String,
    /// The place in the text's own words.
    pub area: String,
    /// Empty for what was reached, `target`, `case`.
    pub modality: String,
    /// The words around it.
    pub quote: String,
    /// What a reader has said of it: `accepted`, `amended`, `added`, or empty.
    pub review: String,
}

impl Card {
    /// The card in those lines; none where they are no card.
    pub fn of(lines: &str) -> Option<Self> {
        let mut lines = lines.split_terminator(ROW);
        let mut head = lines.next()?.split(CELL).map(str::to_owned);
        let mut next = || head.next();
        let card = Self {
            version: next()?,
            title: next()?,
            source: next()?,
            published: next()?,
            area: next()?,
            covers: next()?,
            lang: next()?,
            characters: next()?.parse().ok()?,
            facts: next()?.parse().ok()?,
            apart: next()?.parse().ok()?,
            rows: Vec::new(),
        };
        let mut rows: Vec<Row> = lines.filter_map(Row::of).collect();
        for row in &mut rows {
            // The article's own place before an indicator tells nothing that the place's column does not.
            if let Some(bare) = row.key.strip_prefix(card.area.as_str()).filter(|bare| !bare.is_empty()) {
                row.key = bare.to_owned();
            }
        }
        Some(Self { rows, ..card })
    }
}

impl Row {
    fn of(line: &str) -> Option<Self> {
        let mut cells = line.split(CELL).map(str::to_owned);
        let mut next = || cells.next();
        let mut row = Self {
            fact: next()?,
            key: next()?,
            indicator: next()?,
            bound: next()?,
            number: next()?,
            unit: next()?,
            value: Decimal::of_plain(&next()?)?,
            measure: next()?,
            direction: next()?,
            basis: next()?,
            period: next()?,
            area_key: next()?,
            area: next()?,
            modality: next()?,
            quote: next()?,
            review: next().unwrap_or_default(),
        };
        if row.direction == "-" && row.measure.starts_with("change") {
            row.value = row.value.negate();
        }
        Some(row)
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A card from lines whose cells are ended by `|`.
    pub fn card(head: &str, rows: &[&str]) -> Card {
        let lines: String = [head].iter().chain(rows).map(|line| line.replace('|', "\u{1f}") + "\u{1e}").collect();
        Card::of(&lines).expect("a card")
    }

    /// The article of the page's own test of its cards.
    pub fn chongqing() -> Card {
        card(
            "0.1.0|平安綜述||2022-12-30|重庆|2022|zh-Hant|51|8|1|",
            &[
                "3|群众满意度|群眾滿意度||98.2|%|98.2|level %|+|yoy|2022||||2022年群眾滿意度達98.2%。|amended|",
                "6||||12|个|12|level 个|||||||“今年要建‘雪亮工程’12個。”|",
            ],
        )
    }

    #[test]
    fn reads_what_the_page_writes() {
        let card = chongqing();
        assert_eq!((card.title.as_str(), card.characters, card.facts, card.apart), ("平安綜述", 51, 8, 1));
        assert_eq!(
            (card.rows[0].key.as_str(), card.rows[0].value.to_string().as_str(), card.rows[0].period.as_str()),
            ("群众满意度", "98.2", "2022")
        );
        assert_eq!((card.rows[1].unit.as_str(), card.rows[1].period.as_str()), ("个", ""));
        assert_eq!((card.rows[0].review.as_str(), card.rows[1].review.as_str()), ("amended", ""));
    }

    #[test]
    fn refuses_what_is_no_card() {
        assert_eq!(Card::of(""), None);
        assert_eq!(Card::of("a\u{1f}b"), None);
    }

    #[test]
    fn the_article_s_place_is_no_part_of_a_key() {
        let rows = ["1|甲市生产总值|甲市生产总值||1|%|1|change %|+||2016||||x|"];
        let card = card("0|t|||甲市|||1|1|0|", &rows);
        assert_eq!((card.rows[0].key.as_str(), card.rows[0].indicator.as_str()), ("生产总值", "甲市生产总值"));
    }

    #[test]
    fn a_fall_is_below_zero() {
        let card = card("0|t||||||1|1|0|", &["1|发案|发案||12.5|%|12.5|change %|-|yoy|2016||||x|"]);
        assert_eq!(card.rows[0].value, Decimal::new(-125, -1));
    }
}
