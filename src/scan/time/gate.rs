//! Where an expression of time may begin, by its first two characters: few places of a text pass.

use std::sync::OnceLock;

use super::cursor::Cursor;
use crate::lexicon::{Openers, among};

/// What the first numerals of an expression are written with.
const NUMERALS: &str = "0123456789一二三四五六七八九十两俩半几数〇零○";

/// Characters that begin an expression whatever follows.
const ALONE: &str = "“\"「每这闰";

/// Characters that begin one before a numeral: 近三年, 第三季度.
const COUNTED: &str = "近仅约前上头首第至";

/// Numerals that only follow those: 近百年来.
const ROUND: &str = "百千";

/// What begins expressions that stand in no table of words.
const PAIRS: &str = "民国 公元 国庆 劳动 中午 中秋 中旬 重阳 农历 阴历 黄金 端午 清明 清晨 除夕 全年 大前 大后 大年 正月 腊月 \
    凌晨 早上 早晨 早间 黎明 上午 午间 下午 午后 傍晚 晚上 晚间 深夜 夜间 夜里 夜明 夜晚 午夜 后半 前半 上半 下半 首季 年底 年末 年初 \
    岁末 上世 本世 今年 今明 同期 截至 截止 以来 期间 期内 星期 礼拜 周一 周二 周三 周四 周五 周六 周日 周天 \
    最近 过去 以往 刚刚 此前 未来 今后 此后 接下 不到 不足 将满 超过 今( 去( 本( 上( 明( 至少 至上 至去 至今 至本 长达 历时";

/// The first place from `from` on where an expression of time may begin. The page, which is packed for size, tries all.
#[inline]
pub(super) fn next(chars: &[char], from: usize) -> Option<usize> {
    let openers = openers();
    let may_open = |pair: &[char]| cfg!(target_arch = "wasm32") || openers.may_open(pair[0], pair[1]);
    // None is a single character.
    chars.get(from..)?.windows(2).position(may_open).map(|passed| from + passed)
}

/// Whether what follows a common character (中, 国, 全) can make it the start of a moment: few of them are.
pub(super) fn opens_moment(cursor: Cursor<'_>) -> bool {
    let next = || cursor.ahead(1);
    match cursor.peek() {
        // “五一”假期, “十四五”期间
        '“' | '"' | '「' => {
            let mut inner = cursor;
            inner.at += 1;
            inner.counts() && (inner.ahead(1) == '五' || inner.ahead(2) == '五') || inner.word().is_some()
        }
        // 第一季度, 第3个星期
        '第' => {
            let mut number = cursor;
            number.at += 1;
            number.number().is_some() && (number.eat("个") || matches!(number.peek(), '季' | '周' | '星'))
        }
        '民' => next() == '国',
        '公' => next() == '元',
        '国' => next() == '庆',
        '劳' => next() == '动',
        '中' => matches!(next(), '午' | '秋' | '旬'),
        '重' => next() == '阳',
        '农' => next() == '历',
        '黄' => next() == '金',
        '端' => next() == '午',
        '清' => matches!(next(), '明' | '晨'),
        '除' => next() == '夕',
        '全' => next() == '年',
        '深' => next() == '夜',
        '大' => matches!(next(), '前' | '后' | '年'),
        '正' | '腊' => next() == '月',
        '阴' => next() == '历',
        '夜' | '黎' | '傍' => matches!(next(), '间' | '里' | '明' | '晚'),
        '午' => matches!(next(), '后' | '间' | '夜'),
        '星' | '礼' | '周' => false,
        _ => {
            among!("0123456789一二三四五六七八九十百千两俩几数〇零○(半世季初末底晨上间明午后晚夜里正冬腊", next())
                || cursor.word().is_some()
        }
    }
}

fn openers() -> &'static Openers {
    static OPENERS: OnceLock<Openers> = OnceLock::new();
    OPENERS.get_or_init(|| {
        let mut all: Vec<(char, Option<char>)> = super::words().openings(&[]).collect();
        all.extend(NUMERALS.chars().chain(ALONE.chars()).map(|first| (first, None)));
        let counts = || NUMERALS.chars().chain(ROUND.chars());
        all.extend(COUNTED.chars().flat_map(|first| counts().map(move |second| (first, Some(second)))));
        all.extend(PAIRS.split(' ').filter(|pair| !pair.is_empty()).filter_map(|pair| {
            let mut chars = pair.chars();
            Some((chars.next()?, chars.next()))
        }));
        Openers::of(&all)
    })
}

#[cfg(test)]
mod tests {
    use super::super::cursor::{Cursor, Page};
    use super::*;
    use crate::fold::Fold;

    #[test]
    fn refuses_nothing_that_would_be_read() {
        const GOES_ON: [&str; 12] =
            ["", "年", "季度", "3年来,", "三年前", "间,", "十五", "点半", "两年", "夜8点", "来的三年", "纪90年代"];
        const FIRSTS: &str = "民公第大正腊闰阴星礼周夜午黎傍前头首上下全年岁后凌清早中晚深本去今明来当同翌次昨春元端国劳\
            重农黄除截每以期近最过未接此这刚不将超至长历仅约冬秋夏末底初时半";
        let seconds: Vec<char> = super::super::words()
            .openings(&[])
            .filter_map(|pair| pair.1)
            .chain(PAIRS.chars())
            .chain(ROUND.chars())
            .collect();
        let openers = openers();
        for first in FIRSTS.chars() {
            for &second in seconds.iter().filter(|&&second| !openers.may_open(first, second)) {
                for rest in GOES_ON {
                    let fold =
                        Fold::of(&[first, second].iter().chain(&rest.chars().collect::<Vec<_>>()).collect::<String>());
                    let page = Page::of(&fold, super::super::words());
                    let found = super::super::read(Cursor::new(&page, 0), 0);
                    assert_eq!(found, None, "{first}{second}{rest}");
                }
            }
        }
    }
}
