/// One entry each this many bytes.
const STRIDE: usize = 64;

/// Converts byte offsets of a text into code points and UTF-16 units.
///
/// A sparse table: the counts at every 64th byte (rounded down to a boundary); the rest is counted on demand.
#[derive(Clone, Debug, Default)]
pub struct Offsets {
    /// (byte, code points before it, UTF-16 units before it)
    marks: Vec<(usize, usize, usize)>,
}

impl Offsets {
    /// The table of `text`.
    pub fn of(text: &str) -> Self {
        let mut marks = vec![(0, 0, 0)];
        let (mut start, mut points, mut pairs) = (0, 0, 0);
        while let Some(end) = (start + STRIDE..text.len()).find(|&byte| text.is_char_boundary(byte)) {
            // A character is one byte that continues none; one of four bytes takes two units.
            let block = &text.as_bytes()[start..end];
            points += usize::from(block.iter().fold(0_u8, |count, &byte| count + u8::from(byte & 0xC0 != 0x80)));
            pairs += usize::from(block.iter().fold(0_u8, |count, &byte| count + u8::from(byte >= 0xF0)));
            marks.push((end, points, points + pairs));
            start = end;
        }
        Self { marks }
    }

    /// How many code points stand before the byte offset `byte` of `text`.
    pub fn code_points(&self, text: &str, byte: usize) -> usize {
        let (start, points, _) = self.before(byte);
        points + text.get(start..byte).map_or(0, |part| part.chars().count())
    }

    /// How many UTF-16 units stand before the byte offset `byte` of `text`.
    pub fn utf16(&self, text: &str, byte: usize) -> usize {
        let (start, _, units) = self.before(byte);
        units + text.get(start..byte).map_or(0, |part| part.chars().map(char::len_utf16).sum())
    }

    fn before(&self, byte: usize) -> (usize, usize, usize) {
        let after = self.marks.partition_point(|mark| mark.0 <= byte);
        self.marks.get(after.saturating_sub(1)).copied().unwrap_or_default()
    }
}
