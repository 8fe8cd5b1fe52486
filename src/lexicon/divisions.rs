//! The administrative divisions of China, by full and by short name.

use crate::model::Arrange;
use std::sync::OnceLock;

use super::{Row, Words};

/// The endings of full names, longest first; what stands before them is the short name.
const ENDINGS: [&str; 17] = [
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "联合旗",
    "地区",
    "林区",
    "特区",
    "新区",
    "省",
    "市",
    "州",
    "县",
    "区",
    "旗",
    "盟",
];

/// The peoples that names of autonomous areas hold.
const PEOPLES: [&str; 44] = [
    "维吾尔",
    "乌孜别克",
    "柯尔克孜",
    "鄂温克",
    "达斡尔",
    "土家族",
    "布依族",
    "朝鲜族",
    "哈尼族",
    "哈萨克",
    "拉祜族",
    "纳西族",
    "景颇族",
    "仫佬族",
    "毛南族",
    "仡佬族",
    "锡伯",
    "塔吉克",
    "傈僳族",
    "布朗族",
    "撒拉族",
    "保安族",
    "东乡族",
    "普米族",
    "裕固族",
    "羌族",
    "佤族",
    "水族",
    "畲族",
    "白族",
    "彝族",
    "壮族",
    "回族",
    "满族",
    "侗族",
    "瑶族",
    "苗族",
    "傣族",
    "黎族",
    "藏族",
    "土族",
    "怒族",
    "蒙古族",
    "蒙古",
];

/// Short names that are ordinary words too (平安, 公安, 长治): not taken for places without their ending.
const ORDINARY: &str = "\
    资源 合作 和平 武功 将军 比如 南部 解放 东方 前进 港口 公安 友好 共和 城中 山上 友谊 平安 \
    中方 凤凰 安定 延长 光明 新兴 运河 万年 东风 红旗 淡水 光泽 南岸 城北 会同 工农 大名 富裕 \
    清水 万里 前锋 复兴 长子 宏伟 观音 平定 芙蓉 洞口 阿里 太和 大树 温泉 石门 向阳 振兴 三元 \
    大方 新华 金台 威信 莲花 平和 白云 大堂 当阳 建华 白银 大观 永和 台前 太保 金山 石棉 大内 \
    丰满 双桥 月湖 文峰 高台 九龙 二道 三重 无为 民权 小店 同心 宝塔 元宝 平房 太白 定远 白玉 \
    灯塔 大兴 木兰 天涯 七星 海棠 中正 博爱 同仁 回民 钟楼 桥头 江岸 方正 弥勒 安居 龙凤 鼓楼 \
    盐水 大通 水城 新民 富民 清流 安达 老城 信义 爱民 惠民 长治 新星 和顺 上高 开化 云霄 天台 \
    兴业 民乐 铜鼓 大安 金牛 三台 路南 离石 板桥 八里 白塔 仁爱 三水 石鼓 永丰 梨树 双塔 政和 \
    康乐 市北 市南 永定 黄梅 集美 永年 周至 内乡 四会 五常 乐业 仁和 大竹 大肚 天长 双峰 定日 \
    大社 新田 钢城 裕民 富源 后里 后壁 大里 田东 全南 三民 东光 安新 城口 河口 响水 惠农 丰林 \
    安平 安化 新化 文水 明水 普安 平原 新市 新建 城关 城厢 中原 江北 江南 河东 河西 长安 东城 \
    西城 滨江 滨海 中站 长宁 长丰 东河 尖山 亚东 桥西 西市 大东 东兴 通道 互助 三江 民和 靖安 \
    五河 化德 泰和 合水 富平 隆化 正安 兴国 太平 青山 南山 西山 东山 香山 金沙 清河 东海 南海 \
    西湖 东湖 南湖 新城 古城 南沙 临江 海港 高明 建平 三门 永新 万安 白水 高平 建安 保康 建设 \
    城东 城西 城南 兴安 安宁 保安 永安 长白 中西 湾里 海曙 大英 大祥 德保 卫东 上街 上城 下城 \
    合山 西岗 桥东 路北 东平 东安 东阳 西平 东源 正定 当涂 如东 定安 定边 平顺 高要 大化";

/// How high a division stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A province, a municipality under the centre, an autonomous or special region.
    Province,
    /// A prefecture or a city of its rank.
    Prefecture,
    /// A county, a district or a city of its rank.
    County,
}

/// A division.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Division {
    /// The full name: 周口市.
    pub name: &'static str,
    /// The name without its ending: 周口; the full name where less than two characters would be left.
    pub short: &'static str,
    /// How high it stands.
    pub level: Level,
    /// The full name of the division above it; empty for a province.
    pub parent: &'static str,
}

/// The divisions of the table, the higher before those inside them.
pub fn all() -> impl Iterator<Item = Division> {
    let mut province = "";
    super::table!("divisions.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty()).flat_map(
        move |line| {
            let mut found = Vec::new();
            let Some((city, counties)) = line.split_once('\t') else {
                province = line;
                found.push(Division { name: line, short: short(line), level: Level::Province, parent: "" });
                return found;
            };
            let mut above = province;
            if city != "-" {
                found.push(Division { name: city, short: short(city), level: Level::Prefecture, parent: province });
                above = city;
            }
            let county = |name| Division { name, short: short(name), level: Level::County, parent: above };
            found.extend(counties.split(' ').filter(|name| !name.is_empty()).map(county));
            found
        },
    )
}

/// The list of full names, with the family `province`, `prefecture` or `county`.
pub fn full() -> &'static Words {
    static LIST: OnceLock<Words> = OnceLock::new();
    LIST.get_or_init(|| Words::of(all().map(|one| row(one.name, one.level))))
}

/// The list of short names of two and more characters that are no ordinary words, with the same families.
pub fn shorts() -> &'static Words {
    static LIST: OnceLock<Words> = OnceLock::new();
    LIST.get_or_init(|| {
        let mut ordinary: Vec<&str> = ORDINARY.split(' ').collect();
        ordinary.arrange();
        let short = |one: &Division| one.short.len() < one.name.len() && ordinary.binary_search(&one.short).is_err();
        Words::of(all().filter(short).map(|one| row(one.short, one.level)))
    })
}

/// The short name of the division with this full name.
pub fn short_of(name: &str) -> Option<&'static str> {
    by_name(name).map(|one| one.short)
}

/// The full names of all divisions with this short name.
pub fn named(short: &str) -> impl Iterator<Item = &'static str> {
    static LIST: OnceLock<Vec<(&'static str, &'static str)>> = OnceLock::new();
    let list = LIST.get_or_init(|| {
        let mut list: Vec<_> = all().map(|one| (one.short, one.name)).collect();
        list.arrange();
        list.dedup();
        list
    });
    let first = list.partition_point(|one| one.0 < short);
    let after = list.partition_point(|one| one.0 <= short);
    list[first..after].iter().map(|one| one.1)
}

/// The first division with this full name.
pub fn by_name(name: &str) -> Option<Division> {
    static LIST: OnceLock<Vec<Division>> = OnceLock::new();
    let list = LIST.get_or_init(|| {
        let mut list: Vec<_> = all().collect();
        list.arrange_by_key(|one| (one.name, one.level));
        list
    });
    let first = list.partition_point(|one| one.name < name);
    list.get(first).copied().filter(|one| one.name == name)
}

fn row(term: &'static str, level: Level) -> Row {
    let family = match level {
        Level::Province => "province",
        Level::Prefecture => "prefecture",
        Level::County => "county",
    };
    Row { term, family, example: term }
}

/// The name without its ending and the peoples before it.
fn short(name: &'static str) -> &'static str {
    let long_enough = |rest: &str| rest.chars().nth(1).is_some();
    let Some(mut rest) = ENDINGS.iter().find_map(|end| name.strip_suffix(end)) else {
        return name;
    };
    if name.contains("自治") {
        while let Some(shorter) = PEOPLES.iter().find_map(|people| rest.strip_suffix(people)) {
            if !long_enough(shorter) {
                break;
            }
            rest = shorter;
        }
    }
    if long_enough(rest) { rest } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_lose_ending_and_peoples() {
        let cases = [
            ("周口市", "周口"),
            ("新疆维吾尔自治区", "新疆"),
            ("沿河土家族自治县", "沿河"),
            ("内蒙古自治区", "内蒙古"),
            ("东区", "东区"),
            ("香港特别行政区", "香港"),
            ("阿勒泰地区", "阿勒泰"),
        ];
        for (name, wanted) in cases {
            assert_eq!(all().find(|one| one.name == name).map(|one| one.short), Some(wanted));
        }
    }

    #[test]
    fn a_county_knows_what_it_belongs_to() {
        let county = all().find(|one| one.name == "沈丘县").expect("in the table");
        assert_eq!((county.parent, county.level), ("周口市", Level::County));
        let text: Vec<char> = "在沈丘县城".chars().collect();
        assert_eq!(full().at(&text, 1).map(|hit| hit.term), Some("沈丘县"));
        assert_eq!(shorts().at(&text, 1).map(|hit| hit.family), Some("county"));
        assert_eq!(full().at(&text, 2), None);
    }
}
