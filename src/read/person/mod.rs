//! Named humans, with their titles.
//!
//! A name is taken only beside something that shows that it is one: a title before it, a title or 女士 after it, a
//! word of speech, a mask (某), a list of names, or the dot of a foreign name.

mod foreign;
mod known;
mod name;
mod post;
mod repeated;
mod role;
mod series;
mod shared;

use super::Page;
use super::openings::{AFTERS, Openings, PEOPLE, SURNAMES};
use super::prose::{Stretch, ends_clause, fact, is_han, stretch_of};
use super::segment::wall_at;
use crate::fold::{CharSpan, Fold, reads};
use crate::lexicon::among;
use crate::lexicon::{ordinary, speech_verbs, surnames, titles};
use crate::model::{Arrange, Detail, Fact, Person, Role};
pub use foreign::is_sound;
pub use known::names_doctrine;
use known::{Places, places, settle_lengths};
use name::{Name, ends_name, name_at, opens_name, title_within};
pub use post::{doing, posting};

/// Somebody named at one place.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The name's characters.
    pub at: CharSpan,
    /// The name without blanks.
    pub name: String,
    /// The title beside it, with its organisation.
    pub role: Option<CharSpan>,
    /// The article that it stands in.
    pub article: usize,
    /// The rule that saw it.
    pub rule: &'static str,
}

/// The people of the page, each once, where it is first named.
pub fn read(page: &Page, stretches: &[Stretch], mentions: &[Mention]) -> Vec<Fact> {
    let places = places(page.fold, stretches, mentions);
    let mut told: Vec<&Mention> = mentions.iter().filter(|mention| !is_masked_again(mention, &places)).collect();
    told.arrange_by(|one, two| one.name.cmp(&two.name));
    let people = told.chunk_by(|one, two| one.name == two.name).filter_map(|same| {
        let mention = same.iter().find(|mention| mention.role.is_some()).or(same.first())?;
        let place = places.get(mention.name.as_str());
        // A name with a blank inside is found nowhere else; one inside a doctrine's name only is nobody here.
        let at = match place {
            Some(place) if place.first.start < mention.at.start => place.first,
            None if !names_doctrine(page.fold.chars(), mention.at.end) => mention.at,
            Some(_) => mention.at,
            None => return None,
        };
        let article = stretch_of(stretches, at.start).map_or(mention.article, |stretch| stretch.article);
        let role_at = mention.role.or(place.and_then(|place| place.role)).unwrap_or(CharSpan::new(0, 0));
        let person = Person { name: mention.name.clone(), role: page.fold.words(role_at) };
        let evidence = [(Role::Name, at), (Role::Title, role_at)];
        Some(fact(page, at, article, mention.rule, &evidence, Detail::Person(person)))
    });
    people.collect()
}

/// Every place where somebody is named with something that shows it, in order.
pub fn mentions(page: &Page, stretches: &[Stretch], openings: &Openings) -> Vec<Mention> {
    let mut found = Vec::new();
    for stretch in stretches {
        Reader { fold: page.fold, openings, stretch, found: &mut found }.read();
    }
    series::read(page.fold, stretches, openings, &mut found);
    found.arrange_by_key(|mention| (mention.at.start, std::cmp::Reverse(mention.at.end)));
    repeated::read(page.fold, stretches, openings, &mut found);
    settle_lengths(page.fold, &mut found);
    found.arrange_by_key(|mention| (mention.at.start, std::cmp::Reverse(mention.at.end)));
    shared::titles(page.fold, &mut found);
    found
}

struct Reader<'a> {
    fold: &'a Fold,
    openings: &'a Openings,
    stretch: &'a Stretch,
    found: &'a mut Vec<Mention>,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut rest = self.stretch.at;
        while let Some(at) = self.openings.first(rest, PEOPLE) {
            rest.start = self.step(at).max(at + 1);
        }
    }

    /// Reads what is shown at `at`; gives where to go on.
    fn step(&mut self, at: usize) -> usize {
        let chars = &self.fold.chars()[..self.stretch.at.end];
        if foreign::is_dot(chars[at]) {
            return self.dotted(at);
        }
        if chars[at] == '(' {
            return self.credited(at);
        }
        if !self.openings.at(at, SURNAMES) || surnames().at(chars, at).is_none() {
            return self.sounded(at);
        }
        self.titled(at)
            .or_else(|| self.followed(at))
            .or_else(|| self.posted(at))
            .or_else(|| self.hidden(at))
            .or_else(|| self.speaking(at))
            .unwrap_or_else(|| self.sounded(at))
    }

    /// A title, perhaps blanks or a mark, then the name.
    fn titled(&mut self, at: usize) -> Option<usize> {
        let chars = &self.fold.chars()[..self.stretch.at.end];
        let Some(title_end) = role::title_end(chars, at, self.stretch.at.start) else { return self.below(at) };
        // 总统 stands before a name as well as behind one.
        let before = ["post", "state", "press", "expert", "lay", "case", "kin"];
        let title = titles().before_of(chars, title_end, &before).or_else(|| titles().before(chars, title_end))?;
        let apart = title_end < at;
        // 集团长沙项目: the first character of a city.
        if !apart && (title.len == 1 || chars[..at].ends_with(&['集', '团', '长'])) {
            return None;
        }
        let press = title.family == "press";
        // 店主韩国庆建议: a word of speech shows that a country's name is somebody's.
        let speaks = || speech_verbs().at(chars, at + 3).is_some() && title.len > 1 && chars.get(at + 2) != Some(&'地');
        let name = name_at(chars, at, apart && (press || self.stretch.byline) || speaks())
            .filter(|_| apart || titles().at(chars, at).is_none_or(|own| own.len < 2))?;
        let end = at + name.len;
        if chars.get(end).copied().is_some_and(foreign::is_dot) {
            return None;
        }
        let closed = chars.get(end).is_none_or(|&c| !is_han(c));
        let careful = name.weak || matches!(title.family, "lay" | "expert" | "kin" | "after") || press && !apart;
        // 律师向工地负责人发放倡议书: a preposition.
        let towards = title.family == "expert" && chars[at] == '向';
        let doubtful = name.weak && (towards || matches!(title.family, "lay" | "case")) && !said(chars, end);
        if doubtful
            || apart && !closed && !press
            || careful && !name.sure && !(title.family == "lay" && !apart && name::stands_out(chars, at, end))
            || name.weak && !closed && name.len < 3 && !apart
        {
            return None;
        }
        // 文/余晖: a credit, no standing.
        let role = role::before(chars, self.floor(), title_end).filter(|role| role.len() > 1);
        self.add(CharSpan::new(at, end), role, "person.title_before");
        Some(self.listed(end, press.then_some(role).flatten(), press))
    }

    /// A line of nothing but a name under a line that ends in a title.
    fn below(&mut self, at: usize) -> Option<usize> {
        let chars = &self.fold.chars()[..self.stretch.at.end];
        if at != self.stretch.at.start || chars.len() > at + 5 {
            return None;
        }
        let title_end = (at.saturating_sub(12)..at).rev().find(|&i| !chars[i].is_whitespace())? + 1;
        let title = titles().before_of(chars, title_end, &["post"]).filter(|title| title.len > 1 && title_end < at)?;
        let name = name_at(chars, at, true).filter(|name| at + name.len == chars.len())?;
        let role = role::before(chars, title_end.saturating_sub(title.len + 20), title_end);
        self.add(CharSpan::new(at, at + name.len), role, "person.title_before");
        Some(at + name.len)
    }

    /// More names of the same list: 记者许静、郭原; 书记王一 李二.
    fn listed(&mut self, mut end: usize, role: Option<CharSpan>, blanks: bool) -> usize {
        let chars = &self.fold.chars()[..self.stretch.at.end];
        loop {
            let gap = chars[end..].iter().take_while(|&&c| c == ' ' && blanks || matches!(c, '、' | '/')).count();
            // 副会长周志棠及林锦山、秘书长….
            let linked = gap == 0 && series::linked(chars, end);
            let next = end + gap + usize::from(linked);
            if gap == 0 && !linked || gap > 4 {
                return end;
            }
            let Some(name) = name_at(chars, next, blanks).filter(|name| name.sure) else { return end };
            let after = next + name.len;
            if title_within(chars, next, after)
                || !chars.get(after).is_none_or(|&c| !is_han(c) || among!("等和与及摄", c))
                    && speech_verbs().at(chars, after).is_none()
                    && !post::does(chars, after)
                    && wall_at(chars, after).is_none()
            {
                return end;
            }
            self.add(CharSpan::new(next, after), role, "person.list");
            end = after;
        }
    }

    /// A name, then a title or 女士, 同志.
    fn followed(&mut self, at: usize) -> Option<usize> {
        let chars = &self.fold.chars()[..self.stretch.at.end];
        let near = CharSpan::new(at + 1, (at + 5).min(chars.len()));
        // Unless the name and a title are the line.
        if at != self.stretch.at.start && self.openings.first(near, AFTERS).is_none() {
            return None;
        }
        let surname = surnames().at(chars, at)?;
        let opens = || opens_name(chars, at, self.stretch.at.start);
        if let Some(kin) = titles().at_of(chars, at + surname.len, &["kin"]) {
            let end = at + surname.len + kin.len;
            if surname.family != "weak" && opens() {
                self.add(CharSpan::new(at, end), None, "person.address");
                return Some(end);
            }
        }
        for given in [2, 1] {
            let end = at + surname.len + given;
            let line = at == self.stretch.at.start
                && titles().at(chars, end).is_some_and(|title| end + title.len == chars.len());
            let after = titles().at_of(chars, end, &["after", "kin"]);
            let Some(title) = after.or_else(|| titles().at(chars, end).filter(|_| line)) else { continue };
            let name = chars.get(at + surname.len..end)?;
            // 青禾大使馆, 书记处: a body.
            let body = chars.get(end + title.len).is_some_and(|&c| among!("馆处府室事", c));
            let division = body || among!("市区县镇", chars[end]) && !ends_name(chars, end + title.len);
            let linked = given == 2 && name.last().is_some_and(|c| among!("为任", *c));
            if division || linked {
                continue;
            }
            let plain = name.iter().all(|&c| name::may_be_given(c) && !among!("部委局厅省市县区院会公副总", c));
            let within = (at.saturating_sub(1)..end - 1).any(|i| ordinary().at(chars, i));
            let stands_out = given == 2 && surname.family == "single" && !within && !division_before(chars, at);
            if plain && !ordinary().at(chars, at) && surname.family != "weak" && (stands_out || opens()) {
                // 物业经理 黎永利先生: the office before says more.
                let before = role::title_end(chars, at, self.stretch.at.start).filter(|&office| office < at);
                let office = before.and_then(|office| role::before(chars, self.floor(), office));
                let own = CharSpan::new(end, end + title.len);
                let own = (title.family != "kin").then_some(own);
                let role = office.filter(|_| after.is_some()).or(own);
                self.add(CharSpan::new(at, end), role, "person.title_after");
                return Some(end + title.len);
            }
        }
        None
    }

    /// A surname and 某.
    fn hidden(&mut self, at: usize) -> Option<usize> {
        let chars = &self.fold.chars()[..self.stretch.at.end];
        // A surname has one or two characters.
        if !chars[at + 1..].iter().take(2).any(|&c| name::hides(c)) {
            return None;
        }
        let name = name_at(chars, at, false).filter(|name| name.masked)?;
        // 与方某: beside somebody else a common word is a surname.
        let beside = at > self.stretch.at.start && among!("、与和及被", chars[at - 1]);
        let told = chars[at..at + name.len].iter().all(|&c| is_han(c) || c == '×');
        if !told || name.weak && !beside {
            return None;
        }
        self.add(CharSpan::new(at, at + name.len), None, "person.masked");
        Some(at + name.len)
    }

    /// A clause or a quotation's tail that opens with a name and a word of speech.
    fn speaking(&mut self, at: usize) -> Option<usize> {
        let chars = &self.fold.chars()[..self.stretch.at.end];
        let before = at.checked_sub(1).and_then(|i| chars.get(i)).copied().unwrap_or('\n');
        // 协会郑金枪表示: a body's name before the name.
        // 实现再就业的王谋兰说: also behind what tells who it is.
        let bodied = among!("会局处院所司队校社的", before);
        let opens = ends_clause(before) || matches!(before, '”' | '"' | '」' | ' ' | '。');
        if at > self.stretch.at.start && !opens && !bodied {
            return None;
        }
        let Name { len, weak, .. } = name_at(chars, at, false)?;
        let end = at + len;
        let manner =
            ["率先", "笑着", "激动地", "感慨地", "高兴地", "动情地"].iter().find(|word| reads(chars, end, word));
        let told = end + manner.map_or(0, |word| word.chars().count());
        let verb = speech_verbs().at_of(chars, told, &["strong"]);
        let office = |c: &char| among!("委办局厅处署", *c);
        let sure = !bodied
            || len == 3
                && !weak
                && !(at - 1..end - 1).any(|i| ordinary().at(chars, i))
                && !chars[at..end].iter().any(office);
        let spoken = sure && verb.is_some_and(|verb| verb.len > 1 || !weak && (!bodied || before == '的'));
        if !spoken || weak && len < 3 {
            return None;
        }
        self.add(CharSpan::new(at, end), None, "person.speech");
        Some(end)
    }

    /// Somebody who gets a post, opens a clause with what people do, or stands after what a model is called.
    fn posted(&mut self, at: usize) -> Option<usize> {
        let chars = &self.fold.chars()[..self.stretch.at.end];
        let floor = self.stretch.at.start;
        if let Some((names, role)) = post::appointed(chars, at) {
            for &name in &names {
                self.add(name, role, "person.appointed");
            }
            return names.last().map(|name| name.end);
        }
        if let Some((name, role)) = post::honoured(chars, at, floor) {
            self.add(name, Some(role), "person.honoured");
            return Some(name.end);
        }
        // 对覃炳秋等10名教师给予奖励.
        let opens = post::opens(chars, at, floor);
        if !(opens || at > floor && among!("对给予与和、向", chars[at - 1])) {
            return None;
        }
        let name = post::acting(chars, at).filter(|name| opens || chars.get(name.end) == Some(&'等'))?;
        for one in series::before(chars, at, self.floor()) {
            self.add(one, None, "person.acting");
        }
        self.add(name, post::elected(chars, name.end), "person.acting");
        Some(name.end)
    }

    /// The names in the brackets of a dateline, at a paragraph's end or under a picture.
    fn credited(&mut self, open: usize) -> usize {
        let names = post::credited(&self.fold.chars()[..self.stretch.at.end], open);
        for &name in &names {
            self.add(name, None, "person.credit");
        }
        names.last().map_or(open + 1, |name| name.end)
    }

    /// Where the last name of the line ends: no title reaches over it.
    fn floor(&self) -> usize {
        self.found.last().map_or(0, |last| last.at.end).max(self.stretch.at.start)
    }

    /// A foreign name with a dot.
    fn dotted(&mut self, dot: usize) -> usize {
        let chars = self.fold.chars();
        let Some(at) = foreign::around(chars, dot, self.stretch.at.start, self.stretch.at.end) else { return dot + 1 };
        let role = role::before(chars, self.floor(), at.start);
        self.add(at, role, "person.dotted");
        at.end
    }

    /// A foreign name right after the title of a state's office: 总统普京.
    fn sounded(&mut self, at: usize) -> usize {
        let chars = &self.fold.chars()[..self.stretch.at.end];
        if !foreign::is_sound(chars[at]) || !chars.get(at + 1).copied().is_some_and(foreign::is_sound) {
            return at + 1;
        }
        if titles().before_of(chars, at, &["state"]).is_none() {
            return at + 1;
        }
        let Some(len) = foreign::run(chars, at, self.stretch.at.end) else { return at + 1 };
        let end = at + len;
        if !ends_name(chars, end) || ordinary().at(chars, at) || foreign::is_dot(*chars.get(end).unwrap_or(&'\n')) {
            return at + 1;
        }
        let role = role::before(chars, self.floor(), at);
        self.add(CharSpan::new(at, end), role, "person.foreign_title");
        end
    }

    fn add(&mut self, at: CharSpan, role: Option<CharSpan>, rule: &'static str) {
        let name = self.fold.slice(at).iter().filter(|c| **c != ' ').collect();
        self.found.push(Mention { at, name, role, article: self.stretch.article, rule });
    }
}

/// Whether 周某某 is the 周某 that was named before.
fn is_masked_again(mention: &Mention, places: &Places) -> bool {
    let shorter = mention.name.strip_suffix('某').filter(|name| name.ends_with('某'));
    shorter.and_then(|name| places.get(name)).is_some_and(|place| place.first.start < mention.at.start)
}

/// Whether a name that ends at `end` is closed by a mark or goes on to speak.
fn said(chars: &[char], end: usize) -> bool {
    chars.get(end).is_none_or(|&c| !is_han(c)) || speech_verbs().at(chars, end).is_some()
}

/// Whether the surname at `at` is the last character of a division: 东区 尤德夫人.
fn division_before(chars: &[char], at: usize) -> bool {
    among!("市区县镇州", chars[at]) && at > 0 && is_han(chars[at - 1])
}
