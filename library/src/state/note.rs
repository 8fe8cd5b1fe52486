use tiyao::model::SourceNote;

/// Ends a cell.
const CELL: char = '\u{1f}';

/// What is noted of a text's bytes, in one line: encoding, how sure that is, container, damaged places. The page reads it
/// back (`web/src/state/card.rs`).
pub fn note(note: &SourceNote) -> String {
    let mut line = String::new();
    for cell in [&note.encoding, &note.sureness.to_string(), &note.container, &note.damaged.to_string()] {
        line.push_str(cell);
        line.push(CELL);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_a_line_of_four_cells() {
        let of_page = SourceNote { encoding: "gb18030".into(), sureness: 90, container: "html".into(), damaged: 2 };
        assert_eq!(note(&of_page), "gb18030\u{1f}90\u{1f}html\u{1f}2\u{1f}");
    }
}
