use leptos::prelude::*;
use tiyao::model::{Direction, Language};

use super::digest::{capped, goto, group};
use crate::state::{self, ChangeRow, LONGEST_BAR, Reading};
use crate::words::Word;

/// So many changes are drawn at first.
const ROWS: usize = 24;

/// The changes in per cent as a table with a bar in each row: to the right for up, to the left for down.
pub fn changes(reading: &Reading, language: Language) -> Option<AnyView> {
    let rows = state::changes(reading);
    // One bar alone compares nothing.
    if rows.len() < 2 {
        return None;
    }
    let lang = reading.lang();
    let body = capped(rows, ROWS, language, move |row| one(row, lang, language));
    let table = view! { <table><tbody>{body}</tbody></table> };
    Some(group("changes", Word::Changes.say(language), table.into_any()))
}

fn one(row: &ChangeRow, lang: &'static str, language: Language) -> AnyView {
    let name = row.target.to_string();
    let named = !row.indicator.is_empty();
    let words = if named { row.indicator.clone() } else { Word::NoName.say(language).to_owned() };
    let (class, sign, from, word) = match row.direction {
        Direction::Down => ("down", "−", LONGEST_BAR - row.length, Word::Down),
        _ => ("up", "+", LONGEST_BAR, Word::Up),
    };
    let frame = format!("0 0 {} 10", 2 * LONGEST_BAR);
    view! {
        <tr data-goto=name.clone() data-places=name.clone()>
            <td class="indicator" class:open=!named lang=lang>{goto(&[row.target], words.into_any())}</td>
            <td class="chart">
                <svg viewBox=frame preserveAspectRatio="none" aria-hidden="true">
                    <rect class=class x=from y="0" width=row.length height="10"></rect>
                    <rect class="axis" x=LONGEST_BAR - 3 y="0" width="6" height="10"></rect>
                </svg>
            </td>
            <td class="value" aria-label=format!("{} {}", word.say(language), row.size)>{sign}{row.size.clone()}</td>
        </tr>
    }
    .into_any()
}
