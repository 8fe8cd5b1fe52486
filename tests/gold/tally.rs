//! Counts of what was found, and the floors that they may not fall below.

use std::collections::BTreeMap;
use std::fmt::Write;

/// How far a floor may stay behind what is measured before it has to be raised.
pub const SLACK: f64 = 0.02;

/// Counts for one kind of fact, or for one field of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    pub hit: usize,
    pub miss: usize,
    pub extra: usize,
}

impl Count {
    /// F1 of what was found; for a field, which has no extras, see [`Count::share`].
    pub fn f1(self) -> f64 {
        let all = 2 * self.hit + self.miss + self.extra;
        if all == 0 { 1.0 } else { 2.0 * self.hit as f64 / all as f64 }
    }

    /// The right ones among all.
    pub fn share(self) -> f64 {
        let all = self.hit + self.miss;
        if all == 0 { 1.0 } else { self.hit as f64 / all as f64 }
    }
}

/// All counts, by (kind, measure), and a line for each thing that went wrong.
#[derive(Default)]
pub struct Tally {
    counts: BTreeMap<(String, String), Count>,
    pub notes: Vec<String>,
}

impl Tally {
    /// Adds what was found of a kind.
    pub fn found(&mut self, kind: &str, hit: usize, miss: usize, extra: usize) {
        let count = self.counts.entry((kind.into(), "found".into())).or_default();
        count.hit += hit;
        count.miss += miss;
        count.extra += extra;
    }

    /// Adds one field that is right or wrong.
    pub fn field(&mut self, kind: &str, name: &str, right: bool) {
        let count = self.counts.entry((kind.into(), name.into())).or_default();
        if right { count.hit += 1 } else { count.miss += 1 }
    }

    /// Every measure with its value between 0 and 1.
    pub fn measures(&self) -> BTreeMap<(String, String), f64> {
        self.counts
            .iter()
            .map(|(key, count)| (key.clone(), if key.1 == "found" { count.f1() } else { count.share() }))
            .collect()
    }

    /// The counts as a table.
    pub fn table(&self) -> String {
        let mut out = String::new();
        for ((kind, measure), count) in &self.counts {
            let Count { hit, miss, extra } = *count;
            let line = if measure == "found" {
                format!("gold {:4}  found {hit:4}  extra {extra:4}  F1 {:.3}", hit + miss, count.f1())
            } else {
                format!("right {hit:4} of {:4}  {:.3}", hit + miss, count.share())
            };
            let _ = writeln!(out, "{kind:<14}{measure:<14}{line}");
        }
        out
    }
}

/// The floors in `text`: kind, measure and floor, with tabs between; `#` opens a remark.
pub fn floors(text: &str) -> BTreeMap<(String, String), f64> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [kind, measure, floor] = cells[..] else { panic!("a floor has three cells: {line}") };
            ((kind.into(), measure.into()), floor.parse().expect("a floor is a number"))
        })
        .collect()
}
