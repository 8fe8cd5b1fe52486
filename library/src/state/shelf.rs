use super::Card;

/// How far an article is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// It waits for its turn.
    Waiting,
    /// It is being read.
    Reading,
    /// It was read.
    Read(Card),
    /// It could not be read: why, as a sentence.
    Refused(String),
}

/// An article of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// By what the page knows it.
    pub id: String,
    /// Its file's name, or what the page calls it.
    pub name: String,
    /// What was noted of its bytes, as the page writes it.
    pub note: String,
    /// Its text; empty until it is read.
    pub text: String,
    /// What a reader has set right, as the page writes it; empty where nothing was.
    pub corrections: String,
    /// How far it is.
    pub stage: Stage,
}

impl Article {
    /// An article that waits to be read.
    pub fn waiting(id: String, name: String) -> Self {
        Self { id, name, note: String::new(), text: String::new(), corrections: String::new(), stage: Stage::Waiting }
    }

    /// Its card, once it was read.
    pub const fn card(&self) -> Option<&Card> {
        match &self.stage {
            Stage::Read(card) => Some(card),
            _ => None,
        }
    }

    /// What it is called: its title, else its name.
    pub fn title(&self) -> &str {
        self.card().map(|card| card.title.as_str()).filter(|title| !title.is_empty()).unwrap_or(&self.name)
    }
}

/// Words that were found in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The bytes of the first place.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// How many places there are.
    pub count: usize,
    /// The words around the first.
    pub quote: String,
}

/// The articles in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The articles.
    pub articles: Vec<Article>,
}

impl Shelf {
    /// The place of the article of that id.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.articles.iter().position(|article| article.id == id)
    }

    /// The article of that id.
    pub fn article(&self, id: &str) -> Option<&Article> {
        self.articles.iter().find(|article| article.id == id)
    }

    /// The article of that id, to be changed; a new one at the end where it is not there.
    pub fn entry(&mut self, id: &str, name: &str) -> &mut Article {
        let place = self.place(id).unwrap_or_else(|| {
            self.articles.push(Article::waiting(id.to_owned(), name.to_owned()));
            self.articles.len() - 1
        });
        &mut self.articles[place]
    }

    /// Takes an article away.
    pub fn remove(&mut self, id: &str) {
        self.articles.retain(|article| article.id != id);
    }

    /// Gives an article what was set right in the same text before, where nothing was in it yet; whether there was something.
    pub fn inherit(&mut self, id: &str) -> bool {
        let Some(article) = self.article(id).filter(|article| article.corrections.is_empty()) else { return false };
        let same = |other: &&Article| other.text == article.text && !other.corrections.is_empty();
        let Some(corrections) = self.articles.iter().find(same).map(|other| other.corrections.clone()) else {
            return false;
        };
        self.entry(id, "").corrections = corrections;
        true
    }

    /// The same text under the same name stands in the list once: takes the other away, and gives its id.
    pub fn drop_twin(&mut self, id: &str) -> Option<String> {
        let article = self.article(id)?;
        let twin = |other: &&Article| other.id != id && other.name == article.name && other.text == article.text;
        let twin = self.articles.iter().find(twin)?.id.clone();
        self.remove(&twin);
        Some(twin)
    }

    /// The next article that waits.
    pub fn next(&self) -> Option<&Article> {
        self.articles.iter().find(|article| article.stage == Stage::Waiting)
    }

    /// Takes those away that were not read yet, and says how many they were.
    pub fn stop(&mut self) -> usize {
        let before = self.articles.len();
        self.articles.retain(|article| !matches!(article.stage, Stage::Waiting | Stage::Reading));
        before - self.articles.len()
    }

    /// Where the words stand in an article; capitals do not matter.
    pub fn hit(&self, place: usize, words: &str) -> Option<Hit> {
        let text = &self.articles.get(place)?.text;
        let lower = text.to_ascii_lowercase();
        let words = words.trim().to_ascii_lowercase();
        let start = lower.find(&words).filter(|_| !words.is_empty())?;
        let end = start + words.len();
        Some(Hit { start, end, count: lower.matches(&words).count(), quote: around(text, start, end) })
    }
}

/// The words around a place within its line.
fn around(text: &str, start: usize, end: usize) -> String {
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let from = text[line..start].char_indices().rev().nth(11).map_or(line, |(at, _)| line + at);
    let rest = text[end..].split('\n').next().unwrap_or_default();
    let to = rest.char_indices().nth(20).map_or(rest.len(), |(at, _)| at);
    // A quotation begins with a word: what ends the clause before is left out.
    let before = text[from..start].trim_start_matches(['，', '、', '。', '；', '：', ',', ';', ' ', '\u{3000}']);
    let mut quote = before.to_owned();
    quote.push_str(text[start..end + to].trim_end());
    quote
}

#[cfg(test)]
mod tests {
    use super::super::card::tests::chongqing;
    use super::*;

    fn shelf() -> Shelf {
        let mut shelf = Shelf::default();
        shelf.entry("1", "a.txt").text = "平安综述\n全年GDP增长6%。gdp再增长。".into();
        shelf.entry("1", "a.txt").stage = Stage::Read(chongqing());
        shelf.entry("2", "b.txt");
        shelf
    }

    #[test]
    fn keeps_the_order_and_the_turn() {
        let mut shelf = shelf();
        assert_eq!((shelf.place("2"), shelf.articles.len()), (Some(1), 2));
        assert_eq!(shelf.next().map(|article| article.name.as_str()), Some("b.txt"));
        assert_eq!((shelf.articles[0].title(), shelf.articles[1].title()), ("平安綜述", "b.txt"));
        assert_eq!(shelf.stop(), 1);
        shelf.remove("1");
        assert_eq!((shelf.next(), shelf.articles.len()), (None, 0));
    }

    #[test]
    fn what_was_set_right_stays_with_the_text() {
        let mut shelf = shelf();
        shelf.entry("1", "").corrections = "accept".into();
        assert!(!shelf.inherit("2"), "another text");
        let text = shelf.articles[0].text.clone();
        shelf.entry("3", "c.txt").text = text.clone();
        assert!(shelf.inherit("3") && shelf.articles[2].corrections == "accept");
        assert_eq!(shelf.drop_twin("3"), None, "another name");
        shelf.entry("4", "a.txt").text = text;
        shelf.entry("4", "").corrections = "reject".into();
        assert!(!shelf.inherit("4"), "it has its own");
        assert_eq!(shelf.drop_twin("4").as_deref(), Some("1"));
        assert_eq!((shelf.article("1"), shelf.articles.len()), (None, 3));
    }

    #[test]
    fn finds_words_in_texts() {
        let shelf = shelf();
        let hit = shelf.hit(0, " gdp").expect("a hit");
        assert_eq!((hit.count, hit.quote.as_str()), (2, "全年GDP增长6%。gdp再增长。"));
        let text = "增长3%，公众安全感、满意度连续13年提升。";
        let start = text.find("满意度").unwrap();
        assert_eq!(around(text, start, start + 9), "增长3%，公众安全感、满意度连续13年提升。");
        let text = "人均可支配收入增长，公众安全感再次提升了、满意度连续提升";
        let start = text.find("满意度").unwrap();
        assert_eq!(around(text, start, start + 9), "公众安全感再次提升了、满意度连续提升");
        assert_eq!(&shelf.articles[0].text[hit.start..hit.end], "GDP");
        assert_eq!((shelf.hit(0, "市民"), shelf.hit(0, " "), shelf.hit(7, "a")), (None, None, None));
    }
}
