use std::cell::{Cell, OnceCell};

use crate::fold::{CharSpan, Fold};
use crate::lexicon::{Choice, Hit, Words, among};
pub(super) use crate::script::is_han;

/// What the scanner of one text looks at.
pub(super) struct Page<'a> {
    pub(super) fold: &'a Fold,
    pub(super) words: &'static Words,
    taiwan: OnceCell<bool>,
    /// Where a numeral was read last, where it ends and what it is: each of several readings asks for it.
    numeral: Cell<(usize, usize, Option<Number>)>,
}

impl<'a> Page<'a> {
    pub(super) fn of(fold: &'a Fold, words: &'static Words) -> Self {
        Self { fold, words, taiwan: OnceCell::new(), numeral: Cell::new((usize::MAX, 0, None)) }
    }

    /// Whether the text counts years from 1912, looked for once and only where a year of three digits stands.
    fn taiwan(&self) -> bool {
        static SIGNS: Choice = Choice::of(
            "民国 台湾 台北 台中 台南 新台币 新北市 桃园市 高雄 行政院 立法院 \
            内政部 警政署 主计处 主计总处 卫福部 经济部 劳动部 卫生福利部 健保 国发会 金管会",
        );
        *self.taiwan.get_or_init(|| SIGNS.within(self.fold, CharSpan::new(0, self.fold.len())))
    }
}

/// A numeral that counts or names units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: u32,
    /// How many digits it is written with; 0 for 三十五 and its like.
    pub(super) digits: usize,
    pub(super) arabic: bool,
}

/// A place in the folded text. It is copied to try a reading and dropped where that fails.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    page: &'a Page<'a>,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(page: &'a Page<'a>, at: usize) -> Self {
        Self { page, at }
    }

    pub(super) fn taiwan(&self) -> bool {
        self.page.taiwan()
    }

    pub(super) fn peek(&self) -> char {
        self.page.fold.at(self.at)
    }

    pub(super) fn ahead(&self, by: usize) -> char {
        self.page.fold.at(self.at + by)
    }

    /// The character `back` places before, U+0000 at the start.
    pub(super) fn behind(&self, back: usize) -> char {
        self.at.checked_sub(back).map_or('\0', |at| self.page.fold.at(at))
    }

    pub(super) fn sees(&self, word: &str) -> bool {
        self.page.fold.starts_with(self.at, word)
    }

    pub(super) fn sees_any(&self, words: &Choice) -> bool {
        words.may_open(self.peek()) && words.words().any(|word| self.sees(word))
    }

    pub(super) fn follows(&self, word: &str) -> bool {
        self.page.fold.ends_with(self.at, word)
    }

    pub(super) fn follows_any(&self, words: &str) -> bool {
        self.page.fold.ends_any(self.at, words)
    }

    pub(super) fn eat(&mut self, word: &str) -> bool {
        let seen = self.sees(word);
        if seen {
            self.at += word.chars().count();
        }
        seen
    }

    /// Steps over the first of `words` that stands here and gives its index.
    pub(super) fn eat_any(&mut self, words: &Choice) -> Option<usize> {
        if words.may_open(self.peek()) { words.words().position(|word| self.eat(word)) } else { None }
    }

    /// Steps over at most two blanks.
    pub(super) fn blanks(&mut self) {
        for _ in 0..2 {
            if self.peek() == ' ' {
                self.at += 1;
            }
        }
    }

    /// Steps over `word` with blanks before it; stays where the word is missing.
    pub(super) fn eat_spaced(&mut self, word: &str) -> bool {
        let mut try_ = *self;
        try_.blanks();
        let seen = try_.eat(word);
        if seen {
            *self = try_;
        }
        seen
    }

    /// The longest word of the table of times that starts here.
    pub(super) fn word(&self) -> Option<Hit> {
        self.page.words.at(self.page.fold.chars(), self.at)
    }

    /// Whether a clause starts here.
    pub(super) fn opens_clause(&self) -> bool {
        let before = if self.behind(1) == ' ' { self.behind(2) } else { self.behind(1) };
        matches!(
            before,
            '\0' | '\n'
                | '\r'
                | ' '
                | ','
                | '。'
                | ';'
                | ':'
                | '!'
                | '?'
                | '“'
                | '”'
                | '"'
                | '、'
                | '—'
                | '】'
                | '('
                | ')'
        )
    }

    /// A numeral of at most four Arabic digits, also with one blank between each two, or a Chinese one below 10,000.
    pub(super) fn number(&mut self) -> Option<Number> {
        let (at, end, number) = self.page.numeral.get();
        if at == self.at {
            self.at = end;
            return number;
        }
        let at = self.at;
        let number = if self.peek().is_ascii_digit() { self.arabic() } else { self.chinese() };
        self.page.numeral.set((at, self.at, number));
        number
    }

    /// Whether a numeral may start here.
    pub(super) fn counts(&self) -> bool {
        among!("0123456789一二三四五六七八九十百千两俩〇零○", self.peek())
    }

    fn arabic(&mut self) -> Option<Number> {
        let mut end = *self;
        let (mut value, mut digits) = (0u32, 0usize);
        let spaced = end.ahead(1) == ' ' && end.ahead(2).is_ascii_digit() && end.ahead(3) == ' ';
        while let Some(digit) = end.peek().to_digit(10) {
            digits += 1;
            if digits > 4 {
                return None;
            }
            value = value * 10 + digit;
            end.at += 1;
            if spaced && end.peek() == ' ' && end.ahead(1).is_ascii_digit() {
                end.at += 1;
            }
        }
        *self = end;
        Some(Number { value, digits, arabic: true })
    }

    fn chinese(&mut self) -> Option<Number> {
        let mut end = *self;
        let (mut total, mut last, mut digits, mut scaled, mut run) = (0u32, None, 0usize, false, 0u32);
        for _ in 0..8 {
            let c = end.peek();
            if let Some(digit) = chinese_digit(c) {
                digits += 1;
                last = Some(digit);
                run = run.saturating_mul(10).saturating_add(digit);
            } else if let Some(scale) = match c {
                '十' => Some(10),
                '百' => Some(100),
                '千' => Some(1000),
                _ => None,
            } {
                total += last.take().unwrap_or(1) * scale;
                scaled = true;
                run = 0;
            } else {
                break;
            }
            end.at += 1;
        }
        if end.at == self.at {
            return None;
        }
        *self = end;
        if scaled {
            return Some(Number { value: total + last.unwrap_or(0), digits: 0, arabic: false });
        }
        Some(Number { value: run, digits, arabic: false })
    }
}

/// The value of a Chinese digit.
pub(super) fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '○' | '零' => 0,
        '一' => 1,
        '二' | '两' | '俩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}
