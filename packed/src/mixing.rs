//! Binary decisions foretold by several contexts at once: context mixing as in lpaq (Mahoney, "Data Compression
//! Explained", 4.3), in integers only, so that every machine foretells the same. Both sides of the packing use it.

/// How many contexts are looked up in the table of slots.
pub const CONTEXTS: usize = 4;
/// How many guesses of the whole symbol there may be.
pub const GUESSES: usize = 2;
const INPUTS: usize = CONTEXTS + GUESSES;

/// The table of slots, in bits of their number.
const SLOTS: u32 = 18;
/// The slots of a guess: four bits of the path to come, how often the guess was right, how far the path has come.
const GUESS_SLOTS: usize = 1 << 10;
/// A slot that has seen nothing: half of 16 bits, no decision.
const FRESH: u32 = 0x8000_0000;
/// A slot that has seen so many decisions learns no more slowly.
const LIMIT: u32 = 127;
/// The weight of an input at first, the largest one, and how quickly they are learned; in 2^-16 and 2^-14.
const WEIGHT: i32 = 22_000;
const HEAVIEST: i32 = (1 << 17) - 1;
const RATE: i32 = 12;

/// What writes or reads decisions, once it is told how likely they are.
pub trait Coder {
    /// The decision: `bit` where it is written, and what is read where it is read. It is true with a probability of
    /// `chance` in 4096.
    fn code(&mut self, bit: bool, chance: u32) -> bool;
    /// Whether all that there is has been read.
    fn is_over(&self) -> bool;
}

/// A guess of a symbol: its path, the first decision in the highest bit, and a number from 1 to 3 that says how often the
/// guess was right before; 0 where there is none.
pub type Guess = (u32, u32);

/// The decisions seen, by context. A slot holds from above the probability of a true one (16 bits), how many were seen (8)
/// and a check of the context (8): a slot of another context is taken over.
pub struct Mixing<C> {
    /// What writes or reads the decisions.
    pub coder: C,
    slots: Vec<u32>,
    weights: Vec<[i32; INPUTS]>,
    stretched: Vec<i16>,
    /// How far a slot follows a decision, by how many it has seen; in 2^-15.
    follows: [i32; LIMIT as usize + 1],
    contexts: [u32; CONTEXTS],
    lines: [u32; CONTEXTS],
    guesses: [Guess; GUESSES],
    path: u32,
    depth: u32,
}

impl<C: Coder> Mixing<C> {
    /// Nothing seen yet; decisions are mixed in `sets` ways of their own.
    pub fn new(coder: C, sets: usize) -> Self {
        Self {
            coder,
            slots: vec![0; (1 << SLOTS) + GUESS_SLOTS * GUESSES],
            weights: vec![[WEIGHT; INPUTS]; sets << GUESSES],
            stretched: stretched(),
            follows: std::array::from_fn(|times| (1 << 16) / (2 * times as i32 + 3)),
            contexts: [0; CONTEXTS],
            lines: [0; CONTEXTS],
            guesses: [(0, 0); GUESSES],
            path: 0,
            depth: 0,
        }
    }

    /// A new symbol begins, whose decisions are foretold by `contexts` and `guesses`.
    pub fn begin(&mut self, contexts: [u32; CONTEXTS], guesses: [Guess; GUESSES]) {
        (self.contexts, self.guesses, self.path, self.depth) = (contexts, guesses, 0, 0);
    }

    /// The next decision of the symbol, mixed the way of `set`. A symbol has 32 at most.
    pub fn bit(&mut self, set: usize, bit: bool) -> bool {
        let depth = self.depth & 31;
        let past = self.path >> 1 >> (31 - depth);
        let within = depth & 3;
        if within == 0 {
            // The slots of four decisions lie beside each other.
            let node = past ^ depth << 24;
            self.lines = self.contexts.map(|context| hash(&[context, node]));
        }
        let (mut at, mut seen, mut check, mut known) = ([0; INPUTS], [0; INPUTS], [1; INPUTS], 0);
        for i in 0..CONTEXTS {
            at[i] = (self.lines[i] >> (32 - SLOTS) ^ (1 << within | past & ((1 << within) - 1))) as usize;
            check[i] = self.lines[i] & 0xff;
        }
        for (i, (guess, sure)) in self.guesses.into_iter().enumerate() {
            if sure > 0 && (guess ^ self.path) >> 1 >> (31 - depth) == 0 {
                known |= 1 << i;
                let next = guess << depth >> 28;
                at[CONTEXTS + i] =
                    (1 << SLOTS) + i * GUESS_SLOTS + ((sure & 3) << 8 | next << 4 | depth.min(15)) as usize;
            } else {
                at[CONTEXTS + i] = (1 << SLOTS) + i * GUESS_SLOTS;
            }
        }
        let used = if known == 0 { CONTEXTS } else { INPUTS };
        for i in 0..used {
            seen[i] = self.slots[at[i]];
        }
        let mut inputs = [0; INPUTS];
        for i in 0..used {
            if seen[i] & 0xff != check[i] {
                seen[i] = FRESH | check[i];
            }
            inputs[i] = i32::from(self.stretched[(seen[i] >> 20) as usize]);
        }
        let weights = &mut self.weights[set << GUESSES | known];
        let sum: i32 = inputs.iter().zip(&*weights).map(|(input, weight)| input * weight).sum();
        let chance = squashed(sum >> 16).clamp(1, 4095);
        let bit = self.coder.code(bit, chance as u32);
        let missed = (i32::from(bit) << 12) - chance;
        for i in 0..used {
            weights[i] = (weights[i] + ((inputs[i] * missed * RATE + 0x2000) >> 14)).clamp(-HEAVIEST, HEAVIEST);
            let (chance, times) = ((seen[i] >> 16) as i32, seen[i] >> 8 & 0xff);
            let missed = if bit { 0xffff - chance } else { -chance };
            let chance = chance + ((missed * self.follows[(times & LIMIT) as usize]) >> 15);
            self.slots[at[i]] = (chance as u32) << 16 | (times + u32::from(times < LIMIT)) << 8 | check[i];
        }
        self.path |= u32::from(bit) << (31 - depth);
        self.depth += 1;
        bit
    }
}

/// One number for several.
pub fn hash(parts: &[u32]) -> u32 {
    let mixed = parts
        .iter()
        .fold(0, |hash: u32, part| (hash ^ part).wrapping_add(0x9e37_79b9).wrapping_mul(0x85eb_ca6b).rotate_left(15));
    (mixed ^ mixed >> 15).wrapping_mul(0x2c1b_3c6d)
}

/// The probability in 4096 of what has the logarithmic odds `odds` (256 for 1): a curve of 33 points and lines between.
fn squashed(odds: i32) -> i32 {
    const CURVE: [i16; 33] = [
        1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901,
        3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
    ];
    let odds = odds.clamp(-2047, 2047);
    let (at, part) = (((odds >> 7) + 16) as usize, odds & 127);
    (i32::from(CURVE[at]) * (128 - part) + i32::from(CURVE[at + 1]) * part + 64) >> 7
}

/// The logarithmic odds of each probability in 4096.
fn stretched() -> Vec<i16> {
    let mut table = Vec::new();
    for odds in -2047..=2047_i16 {
        let end = squashed(odds.into()) as usize + 1;
        table.resize(end.max(table.len()), odds);
    }
    table.resize(4096, 2047);
    table
}

#[cfg(test)]
mod tests {
    use super::super::Encoder;
    use super::*;

    #[test]
    fn odds_and_probabilities_are_each_other_s_inverse() {
        let stretched = stretched();
        assert_eq!(stretched.len(), 4096);
        assert!(stretched.is_sorted());
        for (&odds, chance) in stretched.iter().zip(0..) {
            assert!((squashed(odds.into()) - chance).abs() < 16, "{chance}");
        }
    }

    /// How many bytes `bits` take, each foretold by a context of its own or by a guess of it.
    fn bytes(bits: &[bool], context: impl Fn(usize) -> u32, guess: impl Fn(usize) -> Guess) -> usize {
        let mut mixing = Mixing::new(Encoder::new(), 1);
        for (i, &bit) in bits.iter().enumerate() {
            mixing.begin([context(i); CONTEXTS], [guess(i); GUESSES]);
            mixing.bit(0, bit);
        }
        mixing.coder.finish().len()
    }

    #[test]
    fn learns_what_a_context_or_a_guess_foretells() {
        let bits: Vec<bool> = (0..4000_u32).map(|i| hash(&[i]) >> 31 == 1).collect();
        assert!(bytes(&bits, |_| 0, |_| (0, 0)) > 490);
        assert!(bytes(&bits, |i| 1 + u32::from(bits[i]), |_| (0, 0)) < 20);
        assert!(bytes(&bits, |_| 0, |i| (u32::from(bits[i]) << 31, 2)) < 20);
    }
}
