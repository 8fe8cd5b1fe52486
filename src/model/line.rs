/// The line and column of places of a text that are asked for in order, so that the text is walked once.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    line: usize,
    /// Where the line begins and how far the text is read, in bytes.
    opening: usize,
    seen: usize,
}

impl<'a> Lines<'a> {
    /// Before the first character of a text.
    pub const fn of(text: &'a str) -> Self {
        Self { text, line: 1, opening: 0, seen: 0 }
    }

    /// The line and the column of the byte `at`, in characters from 1; `at` is not before the last one that was asked.
    pub fn place(&mut self, at: usize) -> (usize, usize) {
        let passed = self.text.get(self.seen..at).unwrap_or_default();
        self.line += passed.matches('\n').count();
        self.opening = passed.rfind('\n').map_or(self.opening, |end| self.seen + end + 1);
        self.seen = at.max(self.seen);
        let column = self.text.get(self.opening..at).unwrap_or_default().chars().count() + 1;
        (self.line, column)
    }
}
