use tiyao::model::{Direction, Language};

use super::{FigureRow, Reading, Target, articles, figures};

/// Words for the clipboard, plain and as HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Plain text; a table has its cells between tabs.
    pub plain: String,
    /// The same as HTML; empty where the plain text is enough.
    pub html: String,
}

/// The key figures as a table that office programs paste as one.
pub fn table(reading: &Reading, heads: &[&str]) -> Copy {
    let mut rows = vec![heads.iter().map(|&head| head.to_owned()).collect::<Vec<_>>()];
    rows.extend(figures(reading).iter().flat_map(|group| group.rows.iter().map(cells)));
    let mut copy = Copy { plain: String::new(), html: "<table>".to_owned() };
    for row in rows {
        copy.html.push_str("<tr>");
        for (at, cell) in row.iter().enumerate() {
            let cell: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            if at > 0 {
                copy.plain.push('\t');
            }
            // A spreadsheet takes a cell that begins so for a formula.
            if cell.starts_with(['=', '+', '@']) {
                copy.plain.push('\'');
            }
            copy.plain.push_str(&cell);
            let cell = cell.replace('&', "&amp;").replace('<', "&lt;");
            copy.html.push_str("<td>");
            copy.html.push_str(&cell);
            copy.html.push_str("</td>");
        }
        copy.plain.push('\n');
        copy.html.push_str("</tr>");
    }
    copy.html.push_str("</table>");
    copy
}

fn cells(row: &FigureRow) -> Vec<String> {
    let sign = match row.direction {
        Direction::None => "",
        Direction::Up => "↑",
        Direction::Down => "↓",
    };
    vec![
        row.indicator.clone(),
        row.number.replace(',', ""),
        row.unit.clone(),
        sign.to_owned(),
        row.period.clone(),
        row.area.clone(),
        row.sentence.to_string(),
    ]
}

/// A fact with its sentence and where that is from, as somebody would quote it.
pub fn quoted(reading: &Reading, target: Target, language: Language) -> Option<Copy> {
    let fact = reading.digest().facts.get(target.fact()?)?;
    let digest = reading.digest();
    let sentence = digest.sentences.get(digest.sentence_at(fact.span.start)).filter(|span| span.contains(fact.span));
    let words = reading.words(*sentence.unwrap_or(&fact.span)).trim();
    let mut source: Vec<String> = Vec::new();
    if let Some((target, article)) = articles(reading).into_iter().next() {
        source.push(super::title(reading, target, article));
        source.extend([article.source.clone(), article.published.clone()]);
        source.retain(|part| !part.is_empty());
    }
    let mark = language.pick("——", "——", "— ");
    let comma = language.pick("，", "，", ", ");
    let mut plain = ["“", words, "”"].concat();
    if !source.is_empty() {
        plain.push_str(mark);
        plain.push_str(&source.join(comma));
    }
    Some(Copy { plain, html: String::new() })
}

#[cfg(test)]
mod tests {
    use super::super::handmade;
    use super::*;
    use tiyao::source::Source;

    #[test]
    fn figures_paste_as_a_table() {
        let copy = table(&handmade::reading(), &["指標", "數值"]);
        assert_eq!(copy.plain, "指標\t數值\n群眾滿意度\t98.2\t%\t↑\t2022\t\t1\n\t12\t个\t\t\t\t2\n");
        assert!(copy.html.starts_with("<table><tr><td>指標</td>") && copy.html.contains("<td>98.2</td>"));
    }

    #[test]
    fn cells_run_nothing_and_stay_text() {
        let text = "<b>=1+1</b>工程投入资金2,150万元。\n";
        let copy = table(&Reading::of(Source::from_text(text), ""), &["="]);
        assert!(copy.plain.starts_with("'=") && !copy.html.contains("<b>"), "{copy:?}");
    }

    #[test]
    fn a_fact_is_quoted_with_its_source() {
        let quoted = quoted(&handmade::reading(), Target::Fact(3), Language::English).expect("a fact");
        assert_eq!(quoted.plain, "“2022年群眾滿意度達98.2%。”— 平安综述, 2022-12-30");
    }
}
