use std::cmp::Ordering;

/// Stable sorting, in the page in little code: the order of the places is found by one sort for all types, then the items
/// are swapped there. The standard sorts, which are faster, are written out anew for every type, a hundred kilobytes of
/// the page's wasm.
pub trait Arrange<T> {
    /// Sorts by the comparison; equal items keep their order.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts by a key; equal items keep their order.
    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Sorts by a key that is made once for each item; equal items keep their order.
    fn arrange_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// Sorts by the items' own order.
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }
}

impl<T> Arrange<T> for [T] {
    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        if self.is_sorted_by(|a, b| compare(a, b).is_le()) {
            return;
        }
        if !cfg!(target_arch = "wasm32") {
            return self.sort_by(compare);
        }
        let order = order(self.len(), &mut |a, b| compare(&self[a], &self[b]));
        place(self, order);
    }

    fn arrange_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        if !cfg!(target_arch = "wasm32") {
            return self.sort_by_cached_key(key);
        }
        let keys: Vec<K> = self.iter().map(key).collect();
        let order = order(self.len(), &mut |a, b| keys[a].cmp(&keys[b]));
        place(self, order);
    }
}

/// Swaps the items to the places of `order`.
fn place<T>(items: &mut [T], mut order: Vec<usize>) {
    for start in 0..order.len() {
        let mut at = start;
        while order[at] != start {
            let next = order[at];
            items.swap(at, next);
            order[at] = at;
            at = next;
        }
        order[at] = at;
    }
}

/// The places of `length` items in order: the item that belongs at `i` stands at the `i`th of them.
fn order(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Of each key the place of the first one that equals it: where it gives a key's own place, the key is new there. In place
/// of maps, which are written out anew for every type as well.
pub fn firsts<K: Ord>(keys: &[K]) -> Vec<usize> {
    equals(keys.len(), &mut |a, b| keys[a].cmp(&keys[b]))
}

fn equals(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let order = order(length, compare);
    let mut firsts: Vec<usize> = (0..length).collect();
    for pair in order.windows(2) {
        if compare(pair[0], pair[1]).is_eq() {
            firsts[pair[1]] = firsts[pair[0]];
        }
    }
    firsts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_does() {
        let items: Vec<(u32, usize)> = (0..500).map(|at| ((at * 7919 % 97) as u32, at)).collect();
        let (mut ours, mut theirs) = (items.clone(), items.clone());
        ours.arrange_by_key(|item| item.0);
        theirs.sort_by_key(|item| item.0);
        assert_eq!(ours, theirs);
        ours.arrange_by(|a, b| b.cmp(a));
        theirs.sort_by(|a, b| b.cmp(a));
        assert_eq!(ours, theirs);
        ours.arrange_by_cached_key(|item| item.0 % 7);
        theirs.sort_by_key(|item| item.0 % 7);
        assert_eq!(ours, theirs);
        ours.arrange();
        theirs.sort();
        assert_eq!(ours, theirs);
    }

    #[test]
    fn gives_the_first_of_equal_keys() {
        assert_eq!(firsts(&["乙", "甲", "乙", "丙", "甲", "乙"]), [0, 1, 0, 3, 1, 0]);
        assert!(firsts::<u8>(&[]).is_empty());
    }
}
