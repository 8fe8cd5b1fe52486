use super::Reading;

/// The texts that lie on the desk.
#[derive(Clone, Default)]
pub struct Desk {
    texts: Vec<(String, Reading)>,
    chosen: usize,
}

impl Desk {
    /// The names of the texts in order.
    pub fn names(&self) -> Vec<String> {
        self.texts.iter().map(|(name, _)| name.clone()).collect()
    }

    /// The place of the chosen text.
    pub const fn chosen(&self) -> usize {
        self.chosen
    }

    /// The chosen text.
    pub fn reading(&self) -> Option<Reading> {
        self.texts.get(self.chosen).map(|(_, reading)| reading.clone())
    }

    /// The name of the chosen text.
    pub fn name(&self) -> Option<String> {
        self.texts.get(self.chosen).map(|(name, _)| name.clone())
    }

    /// Chooses a text; a place that has none changes nothing.
    pub fn choose(&mut self, place: usize) {
        if place < self.texts.len() {
            self.chosen = place;
        }
    }

    /// Lays texts beside those that are there and chooses the first of them. A text of the same name is replaced.
    pub fn add(&mut self, texts: Vec<(String, Reading)>) {
        let mut first = None;
        for (name, reading) in texts {
            let place = self.texts.iter().position(|(other, _)| *other == name).unwrap_or(self.texts.len());
            match self.texts.get_mut(place) {
                Some(text) => text.1 = reading,
                None => self.texts.push((name, reading)),
            }
            first.get_or_insert(place);
        }
        self.chosen = first.unwrap_or(self.chosen);
    }

    /// Puts a changed reading in place of the chosen one; on an empty desk it becomes the first text.
    pub fn rewrite(&mut self, name: &str, reading: Reading) {
        match self.texts.get_mut(self.chosen) {
            Some(text) => text.1 = reading,
            None => self.texts.push((name.to_owned(), reading)),
        }
    }

    /// Takes every text away.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::super::handmade;
    use super::*;

    #[test]
    fn lays_texts_side_by_side() {
        let mut desk = Desk::default();
        assert!(desk.reading().is_none());
        desk.add(vec![("a".into(), handmade::reading()), ("b".into(), handmade::reading())]);
        assert_eq!((desk.names(), desk.chosen()), (vec!["a".to_owned(), "b".to_owned()], 0));
        desk.choose(1);
        desk.choose(7);
        assert_eq!(desk.name().as_deref(), Some("b"));
        desk.add(vec![("a".into(), handmade::reading())]);
        assert_eq!((desk.names().len(), desk.chosen()), (2, 0));
    }

    #[test]
    fn typing_changes_the_chosen_text() {
        let mut desk = Desk::default();
        desk.rewrite("pasted", handmade::reading());
        let again = handmade::reading();
        desk.rewrite("pasted", again.clone());
        assert_eq!(desk.names(), ["pasted"]);
        assert!(desk.reading() == Some(again));
        desk.clear();
        assert!(desk.names().is_empty());
    }
}
