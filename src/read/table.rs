//! Figures of tables: the row's name, the unit and the comparison that row, column or title give, and no more.

use super::prose::fact;
use super::time::{PlacedMark, Timeline};
use super::{Page, figure};
use crate::divide::{Row, TablePiece};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::divisions;
use crate::model::{Decimal, Detail, Direction, Fact, Figure, Form, NotFigure, Role};
use crate::scan::quantity::{Notation, unit};

/// The figures of all tables, and a `not_figure` for each other numeral in Arabic digits that no time explains.
pub fn read(page: &Page, timeline: &Timeline) -> Vec<Fact> {
    let mut facts = Vec::new();
    for table in &page.layout.tables {
        let all = Table { page, timeline, piece: table, unit: unit_over(page.fold, &table.above) };
        for row in &table.rows {
            all.row(row, &mut facts);
        }
        others(page, timeline, table, &mut facts);
    }
    facts
}

/// A table with what its title says of all cells.
struct Table<'a> {
    page: &'a Page<'a>,
    timeline: &'a Timeline,
    piece: &'a TablePiece,
    unit: Option<CharSpan>,
}

impl Table<'_> {
    fn row(&self, row: &Row, facts: &mut Vec<Fact>) {
        let fold = self.page.fold;
        let words = row.cells.len() - row.numbers;
        let own_unit = words.checked_sub(1).filter(|&last| last > 0 && is_unit(fold, row.cells[last]));
        let named = own_unit.unwrap_or(words);
        let label = CharSpan::new(row.cells[0].start, row.cells[named - 1].end);
        for (index, &cell) in row.cells[words..].iter().enumerate() {
            let Some(value) = value(fold, cell) else { continue };
            let heads = &self.piece.heads;
            let head = heads.len().checked_sub(row.numbers).and_then(|first| heads.get(first + index)).copied();
            let long = fold.slice(cell).iter().filter(|c| c.is_ascii_digit()).count() >= 7;
            if long && value.exponent() == 0 || head.is_some_and(|head| says(fold, head, "电话 代码 编号")) {
                facts.push(not_figure(self.page, cell, self.piece.article, "id"));
                continue;
            }
            let unit = own_unit.map(|at| row.cells[at]);
            facts.push(self.figure(cell, value, head, label, unit));
        }
    }

    /// What a cell says under the column `head` in the row `label`, whose own unit is `row_unit`.
    fn figure(
        &self,
        cell: CharSpan,
        value: Decimal,
        head: Option<CharSpan>,
        label: CharSpan,
        row_unit: Option<CharSpan>,
    ) -> Fact {
        let (page, fold) = (self.page, self.page.fold);
        let (whole, label) = (label, plain(fold, label));
        let holds = |words: &str| head.is_some_and(|head| says(fold, head, words));
        let mut figure = Figure { value, ..Figure::default() };
        let over = |words: &str| self.piece.above.iter().any(|&line| says(fold, line, words));
        let rate = holds("增长 增速 增减 涨跌 升降 ± 同比 环比");
        let changes = rate || over("涨跌幅");
        let shares = holds("比重 占比 构成");
        let percent = fold.at(cell.end - 1) == '%';
        // The unit of the column stands in its brackets; the row's unit is that of amounts.
        let bracket = head.and_then(|head| bracketed(fold, head)).or_else(|| bracketed(fold, whole));
        let amount = if changes || shares { None } else { row_unit };
        let unit = bracket.or(amount).or(self.unit).filter(|_| !percent);
        if let Some(at) = unit {
            (figure.unit, figure.value) = measured(fold, at, value);
        }
        if percent {
            figure.unit.push('%');
        }
        if changes {
            figure.form = Form::Change;
            let down = value.digits() < 0;
            figure.value = if down { figure.value.negate() } else { figure.value };
            figure.direction = if down { Direction::Down } else { Direction::Up };
            let basis = [("环比", "mom"), ("上月", "mom"), ("年均", "年均"), ("上年末", ""), ("年初", "")];
            let basis = basis.iter().find(|(word, _)| holds(word)).map(|(_, basis)| *basis);
            let last_year = "上年 同比 去年";
            let yearly = if holds(last_year) || over(last_year) { "yoy" } else { "" };
            figure.basis = basis.unwrap_or(yearly).into();
        }
        let period = self.period(head);
        figure.period = period
            .map_or_else(|| self.timeline.covers(self.piece.article).to_owned(), |mark| mark.placed.value.clone());
        if period.is_none() {
            figure.inferred.push("period");
        }
        let place = divisions::full().at(fold.chars(), label.start).is_some_and(|hit| hit.len == label.len());
        let dated = head.is_some_and(|head| self.time_in(head).is_some());
        let column = head.map(|head| plain(fold, head)).filter(|&head| !measures(fold, head) && !rate && !dated);
        let mut name = fold.words(label);
        let mut evidence = vec![(Role::Value, cell)];
        match column {
            Some(column) if place => {
                figure.area = std::mem::replace(&mut name, fold.words(column));
                evidence.extend([(Role::Indicator, column), (Role::Area, label)]);
            }
            // A column of changes is said of the column before it.
            None if place => figure.area = std::mem::take(&mut name),
            Some(column) if shares => {
                name.push_str(fold.text(column));
                evidence.extend([(Role::Indicator, label), (Role::Indicator, column)]);
            }
            Some(column) => {
                name.insert_str(0, fold.text(column));
                evidence.extend([(Role::Indicator, label), (Role::Indicator, column)]);
            }
            None => evidence.push((Role::Indicator, label)),
        }
        figure.indicator = name.chars().filter(|c| *c != ' ').collect();
        evidence.extend(unit.map(|at| (Role::Unit, at)));
        evidence.extend(period.map(|mark| (Role::Period, mark.at)));
        evidence.extend(head.filter(|_| changes).map(|at| (Role::Comparison, at)));
        fact(page, cell, self.piece.article, "table-cell", &evidence, Detail::Figure(Box::new(figure)))
    }

    /// The time that the column names, or the table's title.
    fn period(&self, head: Option<CharSpan>) -> Option<&PlacedMark> {
        let over = self.piece.above.iter().copied();
        head.into_iter().chain(over).find_map(|at| self.time_in(at))
    }

    /// The first time that a stretch names.
    fn time_in(&self, at: CharSpan) -> Option<&PlacedMark> {
        let marks = self.timeline.marks();
        let mark = marks.get(marks.partition_point(|mark| mark.at.start < at.start))?;
        (mark.at.end <= at.end && !mark.basis && !mark.placed.value.is_empty()).then_some(mark)
    }
}

/// Whether one of `words` stands in a stretch.
fn says(fold: &Fold, part: CharSpan, words: &str) -> bool {
    (part.start..part.end).any(|at| fold.starts_any(at, words))
}

/// Whether the name of a column only says that amounts stand there.
fn measures(fold: &Fold, head: CharSpan) -> bool {
    const PLAIN: &str = "绝对 数量 数值 产量 金额 总量 总额 实绩 完成 指标值 累计 本年";
    says(fold, head, PLAIN)
}

/// A name without 其中:, the mark of a note, and brackets behind it.
fn plain(fold: &Fold, at: CharSpan) -> CharSpan {
    let start = if fold.starts_with(at.start, "其中:") { at.start + 3 } else { at.start };
    let digits = (start..at.end).take_while(|&place| fold.at(place).is_ascii_digit()).count();
    let listed =
        (1..3).contains(&digits) && matches!(fold.at(start + digits), '.' | '、') && start + digits + 1 < at.end;
    let start = start + if listed { digits + 1 } else { 0 };
    let end = at.end - usize::from(matches!(fold.at(at.end - 1), '。' | '?'));
    let at = CharSpan::new(start, end.max(start + 1));
    let open = (start + 1..at.end).find(|&place| matches!(fold.at(place), '(' | '['));
    fold.trim(CharSpan::new(start, open.unwrap_or(at.end)))
}

/// The unit in brackets at the end of a name: 亿元 of 生产总值(亿元).
fn bracketed(fold: &Fold, at: CharSpan) -> Option<CharSpan> {
    let open = (at.start..at.end).rev().find(|&place| fold.at(place) == '(')?;
    let unit = CharSpan::new(open + 1, at.end.checked_sub(1).filter(|&end| fold.at(end) == ')')?);
    is_unit(fold, unit).then_some(unit)
}

/// The one unit of a whole table: 单位:万元.
fn unit_over(fold: &Fold, above: &[CharSpan]) -> Option<CharSpan> {
    above.iter().find_map(|line| {
        let at = (line.start..line.end).find(|&at| fold.starts_with(at, "单位:"))? + 3;
        let end = (at..line.end).find(|&end| matches!(fold.at(end), ')' | ']'));
        let unit = fold.trim(CharSpan::new(at, end.unwrap_or(line.end)));
        is_unit(fold, unit).then_some(unit)
    })
}

/// Where the unit begins behind its multiplier, and the multiplier's power of ten: 万吨, 亿千瓦时.
fn multiplied(fold: &Fold, at: CharSpan) -> (usize, i32) {
    let powers = [("万亿", 12), ("千万", 7), ("百万", 6), ("亿", 8), ("万", 4)];
    let found = powers.iter().find(|(word, _)| fold.starts_with(at.start, word) && at.len() > word.chars().count());
    found.map_or((at.start, 0), |(word, power)| (at.start + word.chars().count(), *power))
}

/// Whether a stretch is nothing but a unit.
fn is_unit(fold: &Fold, at: CharSpan) -> bool {
    let unit = unit::unit(fold.chars(), multiplied(fold, at).0);
    !at.is_empty()
        && unit.is_some_and(|unit| unit.end <= at.end && (unit.end == at.end || at.len() < 8 && unit.end + 3 >= at.end))
}

/// The unit after its multiplier, and `value` times that.
fn measured(fold: &Fold, at: CharSpan, value: Decimal) -> (String, Decimal) {
    let (start, power) = multiplied(fold, at);
    let known = unit::unit(fold.chars(), start).filter(|unit| unit.end == at.end);
    (known.map_or_else(|| fold.words(CharSpan::new(start, at.end)), |unit| unit.name), value.scale(power))
}

/// The number of a cell.
fn value(fold: &Fold, cell: CharSpan) -> Option<Decimal> {
    let (mut digits, mut exponent, mut point) = (0_i128, 0, false);
    for &c in fold.slice(cell) {
        match c.to_digit(10) {
            Some(digit) => {
                digits = digits.checked_mul(10)?.checked_add(i128::from(digit))?;
                exponent -= i32::from(point);
            }
            None => point |= c == '.',
        }
    }
    let sign = if fold.at(cell.start) == '-' { -1 } else { 1 };
    (fold.at(cell.end - 1).is_ascii_digit() || fold.at(cell.end - 1) == '%')
        .then(|| Decimal::new(sign * digits, exponent))
}

/// The numerals of a table's lines that stand in no cell for numbers and in no time.
fn others(page: &Page, timeline: &Timeline, table: &TablePiece, facts: &mut Vec<Fact>) {
    let Some(last) = table.rows.last().and_then(|row| row.cells.last()) else { return };
    let opening = table.above.first().or(table.heads.first()).or(table.rows[0].cells.first());
    let start = opening.map_or(last.start, |at| at.start);
    let cells: Vec<CharSpan> =
        table.rows.iter().flat_map(|row| row.cells[row.cells.len() - row.numbers..].iter().copied()).collect();
    let quantities = figure::numerals_from(page, start).iter().take_while(|one| one.at.start < last.end);
    for quantity in quantities.filter(|one| one.notation == Notation::Arabic) {
        let cell = cells.get(cells.partition_point(|cell| cell.end <= quantity.number.start));
        let celled = cell.is_some_and(|cell| cell.start < quantity.number.end);
        if !celled && timeline.mark_at(quantity.number).is_none() {
            facts.push(not_figure(page, quantity.number, table.article, "other"));
        }
    }
}

fn not_figure(page: &Page, at: CharSpan, article: usize, reason: &'static str) -> Fact {
    fact(page, at, article, "table-other", &[(Role::Value, at)], Detail::NotFigure(NotFigure { reason }))
}
