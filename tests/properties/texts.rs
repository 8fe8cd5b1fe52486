//! Texts that no newspaper prints: bits of real language thrown together with what breaks readers.

use proptest::prelude::*;

/// Words, marks and single characters that a reader acts on, both scripts and both widths, and what may stand between.
#[rustfmt::skip]
const BITS: &[&str] = &[
    "一", "两", "十", "百", "千", "万", "亿", "零", "〇", "○", "半", "几",
    "余", "多", "第", "0", "1", "9", "44", "2017", "１８．４", "3,871", "1,1", "4.8",
    "94.7%", "%", "％", "‰", "百分之", "分之", "成", "倍", "个百分点", "年", "月", "日",
    "去年", "今年", "同期", "截至", "“十四五”期间", "以来", "1-9月", "一至四月", "起", "件", "人", "人次",
    "亿元", "同比", "环比", "下降", "上升", "增长", "分别", "达到", "超过", "不到", "全省", "第三位",
    "《", "》", "“", "”", "「", "」", "(", "（", "）", "【", "】", "、",
    "，", ",", "。", "；", ":", "：", "!", "\n", "\r\n", "\r", " ", "　",
    "\u{feff}", "&&", "——",
];

/// Characters outside the basic plane, joined signs, marks that turn the reading direction, the odd and the invisible.
#[rustfmt::skip]
const ODD: &[&str] = &[
    "😀", "👩‍👩‍👧", "𠮷", "𝟘", "\u{202e}", "\u{0}", "e\u{301}", "\u{fffd}", "🇨🇳", "\u{e000}", "<script>", "=cmd|",
    "\u{2028}", "\t",
];

/// Any string at all.
pub fn any_string() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<char>(), 0..120).prop_map(String::from_iter)
}

/// Bits of language in any order, some of them odd.
pub fn likely_string() -> impl Strategy<Value = String> {
    let bit = prop_oneof![9 => prop::sample::select(BITS), 1 => prop::sample::select(ODD)];
    prop::collection::vec(bit, 0..160).prop_map(|bits| bits.concat())
}

/// A stretch of a seed with something odd set into it.
pub fn damaged_seed() -> impl Strategy<Value = String> {
    let seed = prop::sample::select(&SEEDS[..]);
    (seed, any::<prop::sample::Index>(), 1..900usize, any::<prop::sample::Index>(), prop::sample::select(ODD)).prop_map(
        |(seed, from, length, at, odd)| {
            let chars: Vec<char> = seed.chars().collect();
            let from = from.index(chars.len());
            let part = &chars[from..(from + length).min(chars.len())];
            let at = at.index(part.len());
            part[..at].iter().copied().chain(odd.chars()).chain(part[at..].iter().copied()).collect()
        },
    )
}

/// What pages are made of, whole and broken.
#[rustfmt::skip]
const MARKUP: &[&str] = &[
    "<p>", "</p>", "<", ">", "<!--", "-->", "<script>", "</script", "<title>", "<br>", "&#x4e00;", "&#", "&amp", "&nbsp;",
    "<table><tr><td>", "</td>", "<meta charset=gb2312>", "<meta charset=\"big5\">", "<style>", "<![CDATA[", "# ", "**", "](",
    "```\n", "---\n", "| a | b |\n",
];

/// Bytes: any at all; texts and markup in every known encoding, cut at any byte.
pub fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    let markup = prop::collection::vec(
        prop_oneof![prop::sample::select(MARKUP), prop::sample::select(BITS), prop::sample::select(ODD)],
        0..80,
    );
    let encoded = (markup, 0..5usize, any::<prop::sample::Index>()).prop_map(|(bits, encoding, cut)| {
        let text = bits.concat();
        let mut bytes = match encoding {
            0 => text.into_bytes(),
            1 => encoding_rs::GB18030.encode(&text).0.into_owned(),
            2 => encoding_rs::BIG5.encode(&text).0.into_owned(),
            3 => [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
            _ => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        };
        bytes.truncate(bytes.len() - cut.index(bytes.len() + 1).min(3));
        bytes
    });
    prop_oneof![1 => prop::collection::vec(any::<u8>(), 0..400), 4 => encoded]
}

/// The five seeds.
pub const SEEDS: [&str; 5] = [
    include_str!("../../seeds/chongqing-2022.txt"),
    include_str!("../../seeds/huaian-2017.txt"),
    include_str!("../../seeds/rongchang-2016.txt"),
    include_str!("../../seeds/suizhou-2023.txt"),
    include_str!("../../seeds/zhoukou-2017.txt"),
];
