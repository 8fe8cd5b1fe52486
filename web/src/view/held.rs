use std::cell::RefCell;

use leptos::prelude::{Notify, Track, Trigger};

/// A value of the page; when it changes, what was drawn from it is drawn anew. Leptos follows the changes. The values
/// themselves lie outside its cells, which would come into the wasm once for each type of value; there is a fixed number of
/// them, and they are there as long as the page is open.
pub struct Held<T: 'static> {
    value: &'static RefCell<T>,
    changes: Trigger,
}

impl<T> Clone for Held<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Held<T> {}

impl<T> Held<T> {
    /// Holds a value from now on.
    pub fn new(value: T) -> Self {
        Self { value: Box::leak(Box::new(RefCell::new(value))), changes: Trigger::new() }
    }

    /// The value, for what is to follow its changes.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.changes.track();
        self.get_untracked()
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.value.borrow().clone()
    }

    /// What a function makes of the value, for what is to follow its changes.
    pub fn with<O>(self, look: impl FnOnce(&T) -> O) -> O {
        self.changes.track();
        self.with_untracked(look)
    }

    /// What a function makes of the value as it is now.
    pub fn with_untracked<O>(self, look: impl FnOnce(&T) -> O) -> O {
        look(&self.value.borrow())
    }

    /// Puts another value in its place.
    pub fn set(self, value: T) {
        drop(self.replace(value));
        self.changes.notify();
    }

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.borrow_mut());
        self.changes.notify();
    }

    /// Puts another value in its place, of which nothing is drawn; gives the old one.
    pub fn replace(self, value: T) -> T {
        self.value.replace(value)
    }
}
