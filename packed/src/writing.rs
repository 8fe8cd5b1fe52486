//! Text as decisions: each character is the path to it in a tree whose frequent characters lie near its root, and what is
//! known of the text so far foretells each step. Both sides of the packing use it.

use super::characters::characters;
use super::mixing::{Coder, Guess, Mixing, hash};

/// How many steps lead to a character of each class, once the class is known: the end of a line; then the others, the
/// frequent ones first.
pub const CLASSES: [u32; 5] = [0, 6, 8, 10, 11];
/// Stands before the name of a table.
pub const TABLE: char = '#';
/// Stands before the name of the last table, whose text follows as it is, each character [`swapped`].
pub const NAMES: char = '=';
/// Ends the text.
pub const END: char = '\0';

/// Lines and blanks in each other's place: in the table of names a blank ends nearly every name.
pub fn swapped(c: char) -> char {
    match c {
        ' ' => '\n',
        '\n' => ' ',
        _ => c,
    }
}

/// What is being read.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// A line before the words: the name of a table, and that of a family.
    Head,
    /// Words, one a line and in order, until an empty line.
    Words,
    /// Names with a blank, a tab or the end of a line after each.
    Names,
}

/// Which decisions are mixed alike, besides those of each part.
#[derive(Clone, Copy)]
enum Step {
    Within,
    Class,
    End,
    Same,
    Alphabet,
}

/// A text and what has been seen of it.
pub struct Writing<C> {
    mixing: Mixing<C>,
    /// The characters by their numbers; those of a class in the order of Unicode.
    symbols: Vec<char>,
    part: Part,
    family: u32,
    families: u32,
    line: Vec<u32>,
    /// The line before, of the same family.
    before: Vec<u32>,
    /// Whether the line has been the same as that so far.
    same: bool,
    /// The last two characters, as number and one.
    last: [u32; 2],
    /// What came last after two characters: the number, and in the highest bits how often in a row.
    after: Vec<u16>,
}

impl<C: Coder> Writing<C> {
    /// Begins with the characters: of each code the class that `class` tells where it is written, 0 for none.
    pub fn new(coder: C, class: impl Fn(u32) -> usize) -> Self {
        let mut new = Self {
            mixing: Mixing::new(coder, 3 * 5),
            symbols: vec!['\n'],
            part: Part::Head,
            family: 0,
            families: 0,
            line: Vec::new(),
            before: Vec::new(),
            same: true,
            last: [0, 0],
            after: vec![0; 1 << 16],
        };
        let mut classes = [const { Vec::new() }; CLASSES.len()];
        let set = Step::Alphabet as usize * 3;
        characters(
            &mut new.mixing,
            set,
            |code| class(code) > 0,
            |mixing, code| {
                let high = mixing.bit(set, class(code) > 2);
                let low = mixing.bit(set, class(code) & 1 == 0);
                classes[1 + usize::from(high) * 2 + usize::from(low)].extend(char::from_u32(code));
            },
        );
        new.symbols.extend(classes.into_iter().flatten());
        new
    }

    /// The characters by their numbers.
    pub fn symbols(&self) -> &[char] {
        &self.symbols
    }

    /// What wrote or read the text.
    pub fn finish(self) -> C {
        self.mixing.coder
    }

    /// The next character: that with the number `given` where it is written. Where all has been read, the end.
    pub fn symbol(&mut self, given: u32) -> char {
        if self.mixing.coder.is_over() {
            return END;
        }
        let symbol = self.path(given);
        let c = self.symbols.get(symbol as usize).copied().unwrap_or(END);
        self.see(symbol, c);
        c
    }

    fn path(&mut self, given: u32) -> u32 {
        let place = (self.line.len() as u32).min(3);
        let [one, _] = self.last;
        let above = self.before.get(self.line.len()).filter(|_| self.same).map_or(0, |symbol| symbol + 1);
        let beside = if self.part == Part::Names { hash(&[self.family, one]) } else { above };
        let contexts = [
            hash(&[self.part as u32, place, 1]),
            hash(&[one, 2]),
            hash(&[self.family, place, 3]),
            hash(&[beside, place.min(1), 4]),
        ];
        if above > 0 {
            self.mixing.begin(contexts.map(|context| !context), [(0, 0); 2]);
            if self.bit(Step::Same, given + 1 == above) {
                return above - 1;
            }
        }
        let after = self.after[after(self.last)];
        let guess = if above > 0 { above - 1 } else { 0 };
        self.mixing.begin(
            contexts,
            [route(guess, u32::from(above > 0)), route(u32::from(after) & 0xfff, u32::from(after) >> 12)],
        );
        let (class, index) = split(given);
        let mut start = 0;
        for (found, &bits) in CLASSES.iter().enumerate() {
            let step = if found == 0 { Step::End } else { Step::Class };
            if found == CLASSES.len() - 1 || self.bit(step, class == found) {
                let steps = (0..bits).rev();
                return start
                    + steps.fold(0, |path, bit| path << 1 | u32::from(self.bit(Step::Within, index >> bit & 1 == 1)));
            }
            start += 1 << bits;
        }
        start
    }

    fn bit(&mut self, step: Step, bit: bool) -> bool {
        self.mixing.bit(step as usize * 3 + self.part as usize, bit)
    }

    fn see(&mut self, symbol: u32, c: char) {
        let [one, two] = self.last;
        let times = &mut self.after[after([one, two])];
        *times =
            if u32::from(*times) & 0xfff == symbol { (*times).min(0x2fff) + 0x1000 } else { 0x1000 | symbol as u16 };
        self.last = [symbol + 1, one];
        if symbol > 0 && !(self.part == Part::Names && matches!(c, ' ' | '\t')) {
            self.same &= self.before.get(self.line.len()) == Some(&symbol);
            self.line.push(symbol);
            return;
        }
        let line = std::mem::take(&mut self.line);
        self.same = true;
        self.before.clear();
        match self.part {
            Part::Names => self.family = hash(&[one, symbol]),
            Part::Words if line.is_empty() => self.part = Part::Head,
            Part::Words => self.before = line,
            Part::Head => {
                self.families += 1;
                self.family = self.families;
                self.part = match line.first().and_then(|&first| self.symbols.get(first as usize)) {
                    Some(&TABLE) => Part::Head,
                    Some(&NAMES) => Part::Names,
                    _ => Part::Words,
                };
            }
        }
    }
}

/// Where what came after two characters is kept.
fn after(last: [u32; 2]) -> usize {
    (hash(&last) >> 16) as usize
}

/// The class of a character and its number in it.
fn split(symbol: u32) -> (usize, u32) {
    let mut index = symbol;
    for (class, bits) in CLASSES.iter().enumerate() {
        if index < 1 << bits {
            return (class, index);
        }
        index -= 1 << bits;
    }
    (0, 0)
}

/// The guess of a character.
fn route(symbol: u32, sure: u32) -> Guess {
    let (class, index) = split(symbol);
    let steps = (class as u32 + 1).min(CLASSES.len() as u32 - 1);
    let path = u32::from(class + 1 < CLASSES.len()) << CLASSES[class] | index;
    (path << (32 - steps - CLASSES[class]), sure)
}

#[cfg(test)]
mod tests {
    use super::super::{Decoder, Encoder};
    use super::*;

    #[test]
    fn a_guess_is_the_path_that_the_character_takes() {
        assert_eq!(route(0, 1), (1 << 31, 1));
        assert_eq!(route(1, 2), (0b01 << 30, 2));
        assert_eq!(route(64 + 1, 3), (0b001 << 29, 3));
        assert_eq!(route(64 + 256 + 1024 + 1, 1), (0, 1));
        assert_eq!(split(64 + 256 + 1024 + 2048 + 1), (0, 0));
    }

    #[test]
    fn reads_the_characters_and_the_text_that_were_written() {
        let text = "#a\n部\n一二\n一二三\n一四\n\n县\n一二\n\n=b\n一县 二县\t三县\n\0";
        let class = |code: u32| match char::from_u32(code) {
            Some('一' | '二' | '三') => 1,
            Some('县' | ' ') => 2,
            Some('\t') => 3,
            Some(c) if c != '\n' && text.contains(c) => 4,
            _ => 0,
        };
        let mut writing = Writing::new(Encoder::new(), class);
        let symbols = writing.symbols().to_vec();
        assert_eq!(symbols.iter().copied().collect::<String>(), "\n一三二 县\t\0#=ab四部");
        let number = |c: char| {
            let at = symbols.iter().position(|&symbol| symbol == c).unwrap();
            at as u32
        };
        for c in text.chars() {
            writing.symbol(number(c));
        }
        let bytes = writing.finish().finish();
        let mut reading = Writing::new(Decoder::new(&bytes), |_| 0);
        assert_eq!(reading.symbols(), symbols);
        assert_eq!(text.chars().map(|_| reading.symbol(0)).collect::<String>(), text);
        assert!((0..10_000).any(|_| reading.symbol(0) == END));
    }
}
