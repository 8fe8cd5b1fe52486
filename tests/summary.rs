//! The summary and the outline: sentences from all main sections, none twice, none that says nothing of the subject.

use tiyao::model::Digest;
use tiyao::{Options, read};

const SEEDS: [&str; 5] = [
    include_str!("../seeds/chongqing-2022.txt"),
    include_str!("../seeds/huaian-2017.txt"),
    include_str!("../seeds/rongchang-2016.txt"),
    include_str!("../seeds/suizhou-2023.txt"),
    include_str!("../seeds/zhoukou-2017.txt"),
];

fn sentences<'a>(digest: &Digest, text: &'a str) -> Vec<&'a str> {
    digest.summary.iter().map(|span| span.of(text)).collect()
}

/// Reads `text` and checks that the summary is exactly `wanted`.
fn check(text: &str, count: usize, wanted: &[&str]) {
    let digest = read(text, &Options { sentences: count, ..Options::default() });
    assert_eq!(sentences(&digest, text), wanted, "{text}");
}

#[test]
fn as_many_sentences_as_asked_from_different_parts() {
    for text in SEEDS {
        for count in [0, 1, 3, 5, 8] {
            let digest = read(text, &Options { sentences: count, ..Options::default() });
            let found = sentences(&digest, text);
            assert_eq!(found.len(), count);
            for (at, one) in found.iter().enumerate() {
                assert!(!found[at + 1..].contains(one), "twice: {one}");
                assert!(one.ends_with(['。', ';', '!', '…', '”', '%', '"']), "{one}");
            }
        }
    }
}

#[test]
fn every_main_section_of_a_review_speaks() {
    let text = "2023年工作综述\n\n一、经济运行\n2023年,全市生产总值120亿元,增长8%。各项工作有序推进。\n\n二、社会治理\n\
        各地坚持源头治理。全市刑事案件下降12%,群众安全感达到98%。\n\n三、民生保障\n新建学校12所,新增学位5000个。大家都很满意。\n\n\
        名词解释\n源头治理:指从源头上预防100%的矛盾,增长50%以上。\n";
    check(
        text,
        3,
        &[
            "2023年,全市生产总值120亿元,增长8%。",
            "全市刑事案件下降12%,群众安全感达到98%。",
            "新建学校12所,新增学位5000个。",
        ],
    );
    let digest = read(text, &Options::default());
    let lines: Vec<_> = digest.outline.iter().map(|one| (one.heading.of(text), one.level, one.line.of(text))).collect();
    assert_eq!(
        lines[..3],
        [
            ("一、经济运行", 1, "2023年,全市生产总值120亿元,增长8%。"),
            ("二、社会治理", 1, "全市刑事案件下降12%,群众安全感达到98%。"),
            ("三、民生保障", 1, "新建学校12所,新增学位5000个。"),
        ]
    );
}

#[test]
fn news_open_with_what_happened_and_no_dateline() {
    let text = "大会将在北京开幕\n\n新华社北京10月6日电(记者王一、李二)记者6日获悉,大会将于10月9日在北京开幕。\n\
        出席会议的共有35个代表团、2002名代表,人数比上届增加12%。\n同时,会场的布置工作也已经全部完成了。\n";
    check(
        text,
        2,
        &["记者6日获悉,大会将于10月9日在北京开幕。", "出席会议的共有35个代表团、2002名代表,人数比上届增加12%。"],
    );
}

#[test]
fn much_the_same_words_are_told_once() {
    let text = "公司公告\n\n三家公司合计持有该公司8.37%的股权,位列第三大股东。\n平台显示,三家公司合计持有该公司8.37%的股权,位列第三大股东。\n\
        公司全年实现营业收入140亿元,同比增长20%。\n";
    let digest = read(text, &Options { sentences: 2, ..Options::default() });
    assert_eq!(sentences(&digest, text).iter().filter(|one| one.contains("8.37%")).count(), 1);
}

#[test]
fn the_product_of_a_place_comes_first_and_procedure_last() {
    let text = "政府工作报告\n\n一、过去一年\n全年实现地区生产总值5696亿元,增长5.3%。\
        居民收入增长5.5%,居全国第五,城镇、农村居民收入分别增长4.8%、5.9%。\n\n二、今年目标\n\
        根据《规划建议》,编制了《规划纲要(草案)》,提交大会审查。地区生产总值增长5%左右。\n";
    let digest = read(text, &Options { sentences: 2, ..Options::default() });
    let lines: Vec<&str> = digest.summary.iter().map(|span| span.of(text)).collect();
    assert_eq!(lines, ["全年实现地区生产总值5696亿元,增长5.3%。", "地区生产总值增长5%左右。"]);
}
