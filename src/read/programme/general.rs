//! Words that leave a name general or make it none: 重点项目, 社会治理新平台, 高素质教师队伍.

use std::ops::Range;
use std::sync::OnceLock;

use crate::fold::reads;
use crate::lexicon::among;
use crate::lexicon::{Row, Words};

/// Nouns that stand after any word: they name a programme only after quotation marks.
const LOOSE: &str = "专项打击 集中整治 专项治理 项目 计划项目 志愿者 普法 网站 规划 \
    示范村 示范户 示范社区 示范点 示范单位 示范区 专项监督 模型 大赛 论坛 模式 客户端 公众号 试点 数据库 基金 服务站 工作队 服务队 工作室 调解室 联盟 市集 研讨会 座谈 嘉年华 驿站 课堂 学堂";

/// Words that leave a name general when nothing else stands before its noun.
const VAGUE: &str = "凌厉 强大 猛烈 基层 信贷 产值 利润 流转 巡防 上市 外资 良性 多重 特色 新晋 更多 许多 执法 队伍 城乡 施政 订单 合作 灭火 救援 搜救 实际 龙头 实战 应用 政法 领域 机构 涉企 帮扶 打击 整治 治安 群众 数据管理 工作 长效 重大 重点 重要 主要 相关 有关 各项 各类 各种 系列 专项 专门 专业 基本 基础 根本 常态 常态化 制度 机制 体制 体制机制 \
    规章 管理 运行 保障 服务 配套 综合 联动 协调 协同 创新 新 新型 现代 先进 科学 有效 完整 完善 良好 特色 一体化 信息化 数字化 智能化 \
    智慧 网络 信息 社会 公益 文化 文体 娱乐 实践 教育 宣传 主题 学习 体育 经济 市场 生产 违法 犯罪 违法犯罪 经营 交易 商业 投资 业务 教学 \
    国家 全国 省级 市级 区级 县级 国际 国内 国外 地方 区域 城市 农村 政治 行政 法律 法治 公共 政府 企业 集体 个人 自主 自身 人类 \
    长期 短期 中长期 五年 年度 发展 改革 建设 治理 工程 项目 平台 体系 系统 计划 行动 活动 统一 对应 应急 安全 生态 环境 产业 供应 市 县 区 \
    省 大型 小型 中型 同类 标准 规范 标准化 规范化 成熟 高效 便捷 开放 多元 多元化 多层次 全方位 全面 全新 实体 技术 军事 人员 志愿 户外 线下 \
    线上 线上线下 日常 庆祝 纪念 商务 外交 外事 贸易 金融 财政 税收 货币 资金 资本 水利 交通 能源 电力 民生 精品 样板 示范 试点 支撑 扶持 激励 \
    约束 监督 监管 考核 评价 奖惩 责任 分工 会议 值班 报告 审批 组织 领导 干部 人才 人事 党 党内 党建 依法 神经 免疫 操作 控制 价值 理论 思想 话语 \
    学科 学术 知识 课程 语言 科技 医疗 医疗卫生 卫生 健康 养老 就业 住房 土地 农业 工业 产权 价格 利率 汇率 物流 流通 市政 建筑 土建 收尾 主体 活动 政务 购物 商贸 科研 科创 研发 会展 功能性 互联网 临床 活力 部级 政绩 形象 共性 落实 响应 体验 游客 展览 算力 检测 物资 集散 分拨 枢纽 结算 临时 庇护 收容 特别 展示 \
    标志性 骨干 关键 多重 主场 双边 多边 引领性 牵引性 系统性 村级 镇级 民心 名优 集群 本轮 资助 一站式";

/// Nouns that name nothing without quotation marks.
const BARE: &str = "演练 比赛 竞赛 建设 创建 做法 方法 路径 样板 经验 队 基地 称号 品牌 综合治理 项目 重点项目 \
    功能区 方案 评选 仪式 典礼 讲座 推广日 阵地 栏目 专栏";

/// What reforms of two characters are of; before 改革 other words are verbs as often.
const SECTORS: &str = "国企 国资 财税 税制 税费 金融 医保 医药 医疗 教育 高考 公安 司法 检察 户籍 价格 水价 电价 \
    电力 工资 住房 土地 农垦 林权 社保 高校 科技 机构 政府 农村 投资 外贸";

/// Adjectives that share a noun with the next one.
const ADJECTIVES: &str = "重大 复杂 疑难 敏感 高效 便捷 安全 开放 多元 公平 公正 公开 统一 规范 科学";

/// What work is likened to in marks: 构建“一盘棋”统筹格局.
const METAPHORS: &str = "一盘棋 一股绳 压舱石 主力军 主引擎 红色引擎 助推器 加速度 最后一公里 组合拳 先手棋 主阵地 \
    责任田 同心圆 防火墙 防护网 新引擎 金钥匙 连心桥 硬骨头 牛鼻子 零容忍 晴雨表 领头雁 排头兵 桥头堡";

/// How many characters of general words leave a name general.
const GENERAL: usize = 4;

/// Whether what stands before a noun of programmes leaves it general: 社会治理新 平台, 以人民为 中心, 高素质教师 队伍.
pub(super) fn common(own: &[char], noun: &str) -> bool {
    let ends = |words: &[&str]| {
        words.iter().any(|word| own.len() >= word.chars().count() && reads(own, own.len() - word.chars().count(), word))
    };
    let few = own.len() < 3 && matches!(noun, "机制" | "体系" | "平台" | "模式" | "系统");
    few || ends(&["新", "新型", "为", "等", "各"]) && !ends(&["创新", "更新", "革新"])
        || own.first().is_some_and(|c| among!("型式域亩们", *c))
        || noun == "队伍"
            && ends(&[
                "教师", "干部", "人才", "企业", "职工", "党员", "骨干", "工人", "人员", "法院", "检察", "政法", "专项",
            ])
        || noun == "保险" && ends(&["养老", "医疗", "生育", "失业", "工伤", "职工", "护理", "财产"])
        || noun == "体系" && ends(&["产业", "产业链", "工业", "能源"])
        || noun == "基金" && ends(&["投资", "保险", "保障", "产业", "引导", "股权", "储备", "公募", "私募", "养老"])
        || noun == "中心" && ends(&["体育", "会展", "购物", "展览"])
        || own.windows(3).any(|three| three == ['各', '方', '面'])
        || noun == "改革" && ends(&["全面深化", "深层次", "各领域"])
        || matches!(noun, "活动" | "会议") && own.starts_with(&['重', '大'])
}

/// Whether nothing but a few general words stands in `own` of `part`.
pub(super) fn is_vague(part: &[char], own: Range<usize>) -> bool {
    if own.len() > GENERAL {
        return false;
    }
    let mut at = own.start;
    while at < own.end {
        let Some(hit) = words().at_of(&part[..own.end], at, &["vague"]) else { return own.end - at < 2 };
        at += hit.len;
    }
    true
}

/// Whether a word is one of a list.
pub(super) fn is(term: &str, list: &str) -> bool {
    words().belongs(term, list)
}

/// How long the word of a list is that opens `part`.
pub(super) fn opens(part: &[char], list: &str) -> Option<usize> {
    words().at_of(part, 0, &[list]).map(|hit| hit.len)
}

/// The words of all lists here, each list a family.
fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lists = [
            (LOOSE, "loose"),
            (VAGUE, "vague"),
            (BARE, "bare"),
            (SECTORS, "sector"),
            (ADJECTIVES, "adjective"),
            (METAPHORS, "metaphor"),
        ];
        let rows = |(list, family): (&'static str, _)| {
            list.split_whitespace().map(move |term| Row { term, family, example: "" })
        };
        Words::of(lists.into_iter().flat_map(rows))
    })
}
