//! Which of the characters that a name is cut at a stretch may hold, found in one pass over it.

/// What opens words of opinion: 认为, 显示.
pub(super) const SAYING: u8 = 1;
/// 公 of 公布.
pub(super) const TELLING: u8 = 1 << 1;
/// What opens words that want something: 力争, 确保.
pub(super) const WANTING: u8 = 1 << 2;
/// 将, 把.
pub(super) const HANDLING: u8 = 1 << 3;
/// What the names of bodies that act end in.
pub(super) const BODY: u8 = 1 << 4;

/// How many slots the characters are spread over by their last bits: another character seldom shares one.
const SLOTS: usize = 1 << 10;

static GROUPS: [u8; SLOTS] = {
    let mut groups = [0; SLOTS];
    note(&mut groups, &['认', '显', '指', '表', '由', '因', '预', '估'], SAYING);
    note(&mut groups, &['公'], TELLING);
    note(&mut groups, &['力', '确', '务'], WANTING);
    note(&mut groups, &['将', '把'], HANDLING);
    const ENDS: &[char] =
        &['关', '门', '院', '局', '统', '位', '构', '室', '会', '府', '队', '方', '安', '所', '署', '厅', '处', '部'];
    note(&mut groups, ENDS, BODY);
    groups
};

const fn note(groups: &mut [u8; SLOTS], chars: &[char], group: u8) {
    let mut at = 0;
    while at < chars.len() {
        groups[chars[at] as usize % SLOTS] |= group;
        at += 1;
    }
}

/// The groups that characters of may stand there; of others none does.
pub(super) fn held(chars: &[char]) -> u8 {
    chars.iter().fold(0, |held, &c| held | GROUPS[c as usize % SLOTS])
}
