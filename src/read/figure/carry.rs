//! What a clause takes over from the ones before it.

use super::frame::Basis;
use super::subject::Name;
use crate::fold::CharSpan;
use crate::model::Direction;

/// What stays in mind from the figures read so far in a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Carried {
    /// The names that the last figures measured, in order.
    pub names: Vec<Name>,
    /// The body that acted last in the sentence.
    pub actor: Option<CharSpan>,
    /// What the last count counted, without its verb: the base of a rate that follows (结案率).
    pub counted: Option<Name>,
    /// The last count with its verb.
    pub whole: Option<Name>,
    /// The thing spoken of, for measures that name none.
    pub head: Option<Name>,
    /// The thing spoken of before the semicolon: 小学386所,招生5.6万人;〔在校生〕30.1万人.
    pub before: Option<Name>,
    /// The clauses without a number since then: the last of them that speaks of a thing gives another head, but most
    /// are never asked.
    pub topics: Vec<CharSpan>,
    /// The names of the amounts given since the last full stop or semicolon: 增值税12亿元、契税9亿元,分别增长….
    pub row: Vec<Name>,
    /// The labels of the values in brackets since the last comma: 〔香港(5人)及台湾(4人)〕旅客分别减少….
    pub tagged: Vec<Name>,
    /// The words of the whole that the share that follows is one of: 占年初预算 of 占年初预算10065万元的43.2%.
    pub share_of: Option<CharSpan>,
    /// What stands before a bracket that holds a value.
    pub label: Option<CharSpan>,
    /// Whether the clause stands in a bracket.
    pub bracketed: bool,
    /// The verb before the last number of the clause: 新建 of 新建3个法庭、16个联络点.
    pub verb: Option<Name>,
    /// The last comparison in the sentence, and where it is said.
    pub basis: Option<(Basis, CharSpan)>,
    /// Whether that basis is a time that one figure was held against (比2015年), so that it ends with the clause.
    pub basis_of_clause: bool,
    /// The last comparison with the year before in the sentence: 同比增长6.5%,比一季度加快1.4个百分点;实际增长5.8%.
    pub under: Option<(Basis, CharSpan)>,
    /// That basis in the clause after, for what else is said of the same figure: 较去年减少62人,减幅2%.
    pub held: Option<(Basis, CharSpan)>,
    /// The measure of which kinds of things follow: 零售额 of 在商品零售额中.
    pub among: Option<CharSpan>,
    /// How the last share changed (增长5.5%): what points that follow are counted of.
    pub grew: Option<CharSpan>,
    /// Which way the last figure changed and where that is said, where it is a change.
    pub changed: Option<(Direction, CharSpan)>,
    /// The last scope of a rank in the sentence.
    pub scope: Option<CharSpan>,
}

impl Carried {
    /// Keeps the thing spoken of.
    pub fn speak_of(&mut self, head: Name) {
        self.head = Some(head);
        self.topics.clear();
    }

    /// Forgets what does not reach over a full stop.
    pub fn end_sentence(&mut self) {
        self.end_part();
        self.before = None;
        self.under = None;
        self.basis = None;
        self.scope = None;
    }

    /// Forgets what does not reach over a semicolon.
    pub fn end_part(&mut self) {
        self.actor = None;
        self.grew = None;
        self.among = None;
        self.counted = None;
        self.whole = None;
        self.before = self.head.take();
        self.topics.clear();
        self.row.clear();
        self.verb = None;
    }
}
