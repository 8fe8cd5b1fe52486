//! A digest made by hand, for tests.

use tiyao::model::{
    Article, Coverage, Decimal, Detail, Digest, Direction, Evidence, Fact, Figure, Form, Options, Person, Programme,
    Role, Script, Section, Span, Speech, SpeechMode, Time, TimeForm,
};
use tiyao::source::Source;

use super::Reading;

/// The text of [`reading`].
pub const TEXT: &str =
    "平安綜述\n　　守護平安\n　　2022年群眾滿意度達98.2%。\n\n　　“今年要建‘雪亮工程’12個。”李某說。";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).expect("words of the text");
    Span::new(start, start + words.len())
}

fn fact(words: &str, detail: Detail) -> Fact {
    Fact { span: span(words), article: 0, rule: "by hand", evidence: Vec::new(), detail }
}

/// The digest of [`TEXT`]: 0 article, 1 section, 2 time, 3 figure, 4 speech with 5 a programme and 6 a figure inside
/// it, 7 person.
pub fn reading() -> Reading {
    let body = Span::new(span("　　守護平安").start, TEXT.len());
    let article = Article {
        title: "平安综述".into(),
        subtitle: String::new(),
        published: "2022-12-30".into(),
        source: String::new(),
        column: String::new(),
        edition: String::new(),
        byline: Vec::new(),
        editor: String::new(),
        area: "重庆".into(),
        covers: "2022".into(),
        script: Script::Hant,
    };
    let satisfaction = Figure {
        value: Decimal::new(982, -1),
        unit: "%".into(),
        indicator: "群众满意度".into(),
        period: "2022".into(),
        form: Form::Level,
        direction: Direction::Up,
        basis: "yoy".into(),
        inferred: vec!["period"],
        ..Figure::default()
    };
    let count = Figure { value: Decimal::new(12, 0), unit: "个".into(), ..Figure::default() };
    let mut facts = vec![
        Fact { span: body, ..fact(TEXT, Detail::Article(Box::new(article))) },
        fact("守護平安", Detail::Section(Section { level: 1 })),
        fact("2022年", Detail::Time(Time { value: "2022".into(), form: TimeForm::Period, inferred: false })),
        fact("98.2%", Detail::Figure(Box::new(satisfaction))),
        fact(
            "今年要建‘雪亮工程’12個。",
            Detail::Speech(Speech { speaker: "李某".into(), role: String::new(), mode: SpeechMode::Direct }),
        ),
        fact("雪亮工程", Detail::Programme(Programme { name: "雪亮工程".into(), sort: "project" })),
        fact("12個", Detail::Figure(Box::new(count))),
        fact("李某", Detail::Person(Person { name: "李某".into(), role: String::new() })),
    ];
    facts[3].evidence.push(Evidence { role: Role::Indicator, span: span("群眾滿意度") });
    Reading::shown(Digest {
        source: Source::from_text(TEXT),
        options: Options::default(),
        script: Script::Hant,
        facts,
        coverage: Coverage { numerals: 3, explained: 2, unread: vec![span("12")] },
        outline: Vec::new(),
        derived: Vec::new(),
        summary: vec![span("2022年群眾滿意度達98.2%。")],
        sentences: vec![span("2022年群眾滿意度達98.2%。"), span("“今年要建‘雪亮工程’12個。”李某說。")],
        reviews: Vec::new(),
    })
}
