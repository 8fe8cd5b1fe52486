//! Digests made by hand: one with every kind of fact, on a text with every sort of offset trap.

use tiyao::model::{
    Article, Bound, Coverage, Decimal, Detail, Direction, Document, Evidence, Fact, Figure, Form, Gap, Line, Modality,
    NotFigure, Person, Place, Programme, Role, Script, Section, Span, Speech, SpeechMode, Time, TimeForm,
};
use tiyao::source::Source;
use tiyao::{Digest, Options};

/// An emoji of several code points, CRLF, a character outside the basic plane, and text that would like to run.
pub const TEXT: &str = "👮\u{200d}♂️平安<script>alert(1)</script>|`x`\u{202e}\r\n\
=cmd|'/c calc'!A1 二、打击𠮷犯罪\r\n\
2017年,全市刑事案件4.8万起,同比下降-5.8%至6.1%,居全省第三。\r\n\
书记贾庆伟说:“[要](javascript:alert(1))稳定。”\r\n\
《平安&建设<b>规划》由市委印发,在淮安开展“雪亮工程”,供图&&小王,04版 12309。\r\n";

/// The span of the `n`th place (from 0) where `quote` stands in `text`.
pub fn find(text: &str, quote: &str, n: usize) -> Span {
    let (start, _) = text.match_indices(quote).nth(n).expect("a quote of the text");
    Span::new(start, start + quote.len())
}

/// A fact on `quote` that was read by the rule `by-hand`.
pub fn fact(text: &str, quote: &str, detail: Detail) -> Fact {
    Fact { span: find(text, quote, 0), article: 0, rule: "by-hand", evidence: Vec::new(), detail }
}

/// A digest of `text` with these facts, in source order.
pub fn digest(text: &str, mut facts: Vec<Fact>) -> Digest {
    facts.sort_by_key(|fact| (fact.span.start, std::cmp::Reverse(fact.span.end), fact.kind()));
    Digest {
        source: Source::from_text(text),
        options: Options { name: "平安.txt".into(), date: "2018-02-07".into(), sentences: 2, ..Options::default() },
        script: Script::Hans,
        facts,
        coverage: Coverage { numerals: 7, explained: 6, unread: vec![find(text, "1", 0)] },
        outline: Vec::new(),
        derived: Vec::new(),
        summary: Vec::new(),
        sentences: Vec::new(),
        reviews: Vec::new(),
    }
}

/// The digest of [`TEXT`] with a fact of every kind, nested and overlapping ones among them.
pub fn every_kind() -> Digest {
    let figure = |quote: &str, figure: Figure| {
        let mut made = fact(TEXT, quote, Detail::Figure(Box::new(figure)));
        made.evidence = vec![
            Evidence { role: Role::Value, span: made.span },
            Evidence { role: Role::Indicator, span: find(TEXT, "刑事案件", 0) },
        ];
        made
    };
    let place = |name: &str| Place { name: name.into() };
    let line = |reason| Line { reason };
    let article = Article {
        title: "平安<script>alert(1)</script>|`x`\u{202e}".into(),
        subtitle: "=cmd|'/c calc'!A1".into(),
        published: "2018-02-07".into(),
        source: "淮安日报".into(),
        column: String::new(),
        edition: "04版".into(),
        byline: vec!["小王".into(), "=HYPERLINK(1)".into()],
        editor: String::new(),
        area: "淮安".into(),
        covers: "2017".into(),
        script: Script::Hans,
    };
    let mut digest = digest(
        TEXT,
        vec![
            fact(TEXT, TEXT, Detail::Article(Box::new(article))),
            fact(TEXT, "平安<script>alert(1)</script>|`x`\u{202e}", Detail::Boilerplate(line("layout"))),
            fact(TEXT, "二、打击𠮷犯罪", Detail::Section(Section { level: 1 })),
            figure(
                "4.8万起",
                Figure {
                    value: Decimal::new(48, 3),
                    unit: "起".into(),
                    indicator: "=刑事案件".into(),
                    period: "2017".into(),
                    bound: Bound::Exact,
                    ..Figure::default()
                },
            ),
            figure(
                "-5.8%至6.1%",
                Figure {
                    value: Decimal::new(-58, -1),
                    high: Some(Decimal::new(61, -1)),
                    unit: "%".into(),
                    form: Form::Change,
                    direction: Direction::Down,
                    basis: "yoy".into(),
                    indicator: "@全市刑事案件".into(),
                    period: "2017".into(),
                    inferred: vec!["period"],
                    ..Figure::default()
                },
            ),
            figure(
                "第三",
                Figure {
                    value: Decimal::new(3, 0),
                    form: Form::Rank,
                    scope: "全省".into(),
                    modality: Modality::Target,
                    ..Figure::default()
                },
            ),
            fact(TEXT, "2017年", Detail::Time(Time { value: "2017".into(), form: TimeForm::Date, inferred: false })),
            fact(TEXT, "贾庆伟", Detail::Person(Person { name: "贾庆伟".into(), role: "书记".into() })),
            fact(
                TEXT,
                "[要](javascript:alert(1))稳定。",
                Detail::Speech(Speech { speaker: "贾庆伟".into(), role: "书记".into(), mode: SpeechMode::Direct }),
            ),
            fact(
                TEXT,
                "《平安&建设<b>规划》",
                Detail::Document(Document { name: "平安&建设<b>规划".into(), issuer: "市委".into() }),
            ),
            fact(TEXT, "市委", Detail::Organisation(place("市委"))),
            fact(TEXT, "淮安", Detail::Place(place("淮安"))),
            // Overlaps the document without either holding the other.
            fact(TEXT, "规划》由市委", Detail::Programme(Programme { name: "规划由市委".into(), sort: "plan" })),
            fact(TEXT, "“雪亮工程”", Detail::Programme(Programme { name: "雪亮工程".into(), sort: "project" })),
            fact(TEXT, "供图&&小王", Detail::Gap(Gap { suggestion: ",".into() })),
            fact(TEXT, "小王", Detail::Caption(line(""))),
            fact(TEXT, "04版", Detail::Label(line(""))),
            fact(TEXT, "12309", Detail::NotFigure(NotFigure { reason: "name" })),
        ],
    );
    digest.summary = vec![find(TEXT, "2017年,全市刑事案件4.8万起,同比下降-5.8%至6.1%,居全省第三。", 0)];
    digest
}
