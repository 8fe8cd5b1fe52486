//! The stretches that a name is made of, nearly always no more than three.

use std::ops::{Deref, DerefMut};

use crate::fold::CharSpan;

/// How many stretches need no memory of their own: none in the page, which is packed for size.
const FEW: usize = if cfg!(target_arch = "wasm32") { 0 } else { 3 };

/// Stretches in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces {
    few: [CharSpan; FEW],
    count: usize,
    /// All of them, where they are more than a few.
    many: Vec<CharSpan>,
}

impl Pieces {
    /// Adds one behind the last.
    pub fn push(&mut self, at: CharSpan) {
        if let Some(slot) = self.few.get_mut(self.count).filter(|_| self.many.is_empty()) {
            *slot = at;
            self.count += 1;
            return;
        }
        if self.many.is_empty() {
            self.many.extend_from_slice(&self.few);
            self.count = 0;
        }
        self.many.push(at);
    }

    /// Takes the last away.
    pub fn pop(&mut self) {
        self.many.pop();
        self.count = self.count.saturating_sub(1);
    }

    /// Keeps those that `wanted` takes.
    pub fn retain(&mut self, wanted: impl Fn(CharSpan) -> bool) {
        if !self.iter().all(|&at| wanted(at)) {
            *self = std::mem::take(self).iter().copied().filter(|&at| wanted(at)).collect();
        }
    }
}

impl Deref for Pieces {
    type Target = [CharSpan];

    #[inline]
    fn deref(&self) -> &[CharSpan] {
        if self.many.is_empty() { &self.few[..self.count] } else { &self.many }
    }
}

impl DerefMut for Pieces {
    #[inline]
    fn deref_mut(&mut self) -> &mut [CharSpan] {
        if self.many.is_empty() { &mut self.few[..self.count] } else { &mut self.many }
    }
}

impl Extend<CharSpan> for Pieces {
    fn extend<T: IntoIterator<Item = CharSpan>>(&mut self, more: T) {
        more.into_iter().for_each(|at| self.push(at));
    }
}

impl FromIterator<CharSpan> for Pieces {
    fn from_iter<T: IntoIterator<Item = CharSpan>>(all: T) -> Self {
        let mut pieces = Self::default();
        pieces.extend(all);
        pieces
    }
}

impl From<&[CharSpan]> for Pieces {
    fn from(all: &[CharSpan]) -> Self {
        all.iter().copied().collect()
    }
}

impl PartialEq for Pieces {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_few_and_many_in_order() {
        let all: Vec<CharSpan> = (0..7).map(|at| CharSpan::new(at, at + 1)).collect();
        for count in 0..=all.len() {
            let mut pieces = Pieces::from(&all[..count]);
            assert_eq!(*pieces, all[..count]);
            pieces.retain(|at| at.start % 2 == 0);
            assert!(pieces.iter().eq(all[..count].iter().step_by(2)));
            pieces.pop();
            pieces.push(all[0]);
            assert_eq!(pieces.last(), Some(&all[0]));
        }
        let mut pieces = Pieces::from(&all[..4]);
        (0..4).for_each(|_| pieces.pop());
        assert!(pieces.is_empty());
        pieces.extend(all.iter().copied());
        assert_eq!(*pieces, all[..]);
    }
}
