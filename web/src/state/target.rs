use std::fmt;

/// What the page can go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A fact, by its place in the digest.
    Fact(usize),
    /// A sentence of the summary, by its place there.
    Sentence(usize),
    /// A numeral that no fact explains, by its place in the coverage.
    Unread(usize),
}

/// The name that the page's elements carry: `12`, `s0`, `u3`.
impl fmt::Display for Target {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fact(at) => write!(out, "{at}"),
            Self::Sentence(at) => write!(out, "s{at}"),
            Self::Unread(at) => write!(out, "u{at}"),
        }
    }
}

impl Target {
    /// The fact's place in the digest; none for what is no fact.
    pub const fn fact(self) -> Option<usize> {
        match self {
            Self::Fact(at) => Some(at),
            Self::Sentence(_) | Self::Unread(_) => None,
        }
    }

    /// The target of that name.
    pub fn of(name: &str) -> Option<Self> {
        if let Some(rest) = name.strip_prefix('s') {
            return rest.parse().ok().map(Self::Sentence);
        }
        if let Some(rest) = name.strip_prefix('u') {
            return rest.parse().ok().map(Self::Unread);
        }
        name.parse().ok().map(Self::Fact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        for target in [Target::Fact(12), Target::Sentence(0), Target::Unread(3)] {
            assert_eq!(Target::of(&target.to_string()), Some(target));
        }
        assert_eq!(Target::of("x"), None);
    }
}
