//! Names in foreign sound: 马克·吐温, and those that a title leads or follows: 总统普京.

use std::sync::OnceLock;

use crate::fold::CharSpan;
use crate::script::CharSet;

/// Characters that the usual tables for writing foreign names use.
const SOUNDS: &str = "阿埃艾安奥巴白拜班贝本比彼毕别宾波伯博勃布蔡查察柴茨楚达大戴丹当道德登邓迪底帝蒂丁顿东杜多厄恩尔耳法范菲费芬冯佛弗夫福富盖甘冈高戈格葛根贡古瓜圭哈海汉豪赫黑亨洪胡华怀惠霍基吉加贾简江杰津京金井久卡凯坎康考柯科可克肯孔库夸奎昆拉腊莱赖兰朗劳勒雷蕾黎里理利立丽莉连廉良列烈林琳龙卢鲁路露伦罗洛吕略马玛买迈麦曼芒毛茂梅门蒙米密敏明摩莫默姆穆木拿娜那纳乃奈南瑙内嫩能尼年涅宁牛纽农努诺女欧帕派潘庞佩彭蓬皮匹平泼珀普浦齐奇契恰钱乔切钦琴青琼丘邱曲屈让饶热仁日荣茹儒瑞若萨塞赛三桑瑟森沙莎山珊尚绍舍申生圣施什石史士寿舒朔丝司斯松苏孙索所塔泰坦汤唐陶特滕提廷汀通图土托瓦娃旺万威韦为维伟卫温文翁沃乌武伍西希锡席夏香祥肖谢辛欣兴雄休修许旭雅亚延扬杨耶野叶伊依易因英永尤约宰泽曾扎詹章珍哲芝治朱茱卓兹子宗佐木提汗江热依姆古丽努尔买合雪来吾开肉孜衣则铁";

/// Whether `c` is used to write foreign names.
pub fn is_sound(c: char) -> bool {
    static SET: OnceLock<CharSet> = OnceLock::new();
    SET.get_or_init(|| CharSet::of(SOUNDS.chars())).has(c)
}

/// The name around the dot at `dot`.
pub fn around(chars: &[char], dot: usize, floor: usize, end: usize) -> Option<CharSpan> {
    let mut start = dot;
    while start > floor.max(dot.saturating_sub(8)) && is_sound(chars[start - 1]) {
        start -= 1;
    }
    let mut stop = dot + 1;
    while stop < end && stop < dot + 24 && (is_sound(chars[stop]) || is_dot(chars[stop])) {
        stop += 1;
    }
    while stop > dot + 1 && is_dot(chars[stop - 1]) {
        stop -= 1;
    }
    (dot > start && stop > dot + 1 && stop - start >= if chars[dot] == '·' { 4 } else { 5 })
        .then_some(CharSpan::new(start, stop))
}

/// The run of such characters at `at`, where it is as long as a name.
pub fn run(chars: &[char], at: usize, end: usize) -> Option<usize> {
    let len = chars[at..end].iter().take(9).take_while(|&&c| is_sound(c)).count();
    (2..=7).contains(&len).then_some(len)
}

/// Whether `c` is the dot inside a foreign name.
pub const fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '・' | '‧')
}
