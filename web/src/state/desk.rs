use super::Reading;

/// The text that lies on the desk.
#[derive(Clone, Default)]
pub struct Desk(Option<Open>);

#[derive(Clone)]
struct Open {
    id: String,
    name: String,
    reading: Reading,
}

impl Desk {
    /// The text.
    pub fn reading(&self) -> Option<Reading> {
        self.0.as_ref().map(|open| open.reading.clone())
    }

    /// The text's name.
    pub fn name(&self) -> Option<String> {
        self.0.as_ref().map(|open| open.name.clone())
    }

    /// By what the library knows the text.
    pub fn id(&self) -> Option<String> {
        self.0.as_ref().map(|open| open.id.clone())
    }

    /// Lays another text there.
    pub fn lay(&mut self, id: String, name: &str, reading: Reading) {
        self.0 = Some(Open { id, name: name.to_owned(), reading });
    }

    /// Puts a changed reading in place of the one that is there.
    pub fn rewrite(&mut self, reading: Reading) {
        if let Some(open) = &mut self.0 {
            open.reading = reading;
        }
    }

    /// Takes the text away.
    pub fn clear(&mut self) {
        self.0 = None;
    }
}

#[cfg(test)]
mod tests {
    use super::super::handmade;
    use super::*;

    #[test]
    fn typing_changes_the_text_and_keeps_its_name() {
        let mut desk = Desk::default();
        desk.rewrite(handmade::reading());
        assert!(desk.reading().is_none(), "nothing lies there to be changed");
        desk.lay("7".into(), "pasted", handmade::reading());
        let again = handmade::reading();
        desk.rewrite(again.clone());
        assert_eq!((desk.id().as_deref(), desk.name().as_deref()), (Some("7"), Some("pasted")));
        assert!(desk.reading() == Some(again));
        desk.clear();
        assert!(desk.reading().is_none());
    }
}
