//! Puts functions that are alike beside each other. gzip looks back over 32 KB only, and the code is many times that;
//! where rustc left the functions, most of what they share lies too far apart. Nothing else changes.

use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;

use wasm_encoder::reencode::Reencode;
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, CustomSectionReader, FunctionSectionReader};

use super::module::{Failure, Functions, rewritten};

/// How far gzip looks back, in bytes.
const WINDOW: usize = 32_000;
/// How many bytes are one piece of code for the comparison: about two steps.
const PIECE: usize = 6;
/// A piece that so many functions have is found near every function, whatever the order.
const COMMON: usize = 400;

/// `wasm` with its functions in the order in which gzip packs them best, as far as a walk from each to its likest finds it.
pub fn alike_together(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let functions = Functions::of(wasm)?;
    let order = chain(&functions.bodies.iter().map(|body| body.as_bytes()).collect::<Vec<_>>());
    let mut numbers: Vec<u32> = (0..functions.imported + order.len() as u32).collect();
    for (new, &old) in order.iter().enumerate() {
        numbers[functions.imported as usize + old] = functions.imported + new as u32;
    }
    rewritten(wasm, &mut Reorder { functions, order, numbers })
}

/// The numbers of `bodies`, each followed by the one of which the largest part stands in what came just before.
fn chain(bodies: &[&[u8]]) -> Vec<usize> {
    let pieces: Vec<Vec<u64>> = bodies.iter().map(|body| pieces(body)).collect();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (function, own) in pieces.iter().enumerate() {
        own.iter().for_each(|&piece| holders.entry(piece).or_default().push(function));
    }
    holders.retain(|_, functions| (2..COMMON).contains(&functions.len()));

    let mut seen = Window { holders, pieces: &pieces, times: HashMap::new(), shared: vec![0; bodies.len()] };
    let (mut behind, mut length) = (VecDeque::new(), 0);
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::with_capacity(bodies.len());
    while let Some(at) = seen.likest(&left) {
        let function = left.remove(at);
        order.push(function);
        seen.enter(function);
        behind.push_back(function);
        length += bodies[function].len();
        while length > WINDOW
            && let Some(first) = behind.pop_front()
        {
            seen.leave(first);
            length -= bodies[first].len();
        }
    }
    order
}

/// The different pieces of a function's code, as numbers.
fn pieces(code: &[u8]) -> Vec<u64> {
    let number = |piece: &[u8]| piece.iter().fold(0, |number, &byte| number << 8 | u64::from(byte));
    let mut found: Vec<u64> = code.windows(PIECE).map(number).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// What gzip can look back to.
struct Window<'a> {
    /// The functions that have a piece.
    holders: HashMap<u64, Vec<usize>>,
    /// The pieces of each function.
    pieces: &'a [Vec<u64>],
    /// How often a piece stands in the window.
    times: HashMap<u64, u32>,
    /// How many pieces of each function stand in the window.
    shared: Vec<usize>,
}

impl Window<'_> {
    /// The place in `left` of the function of which the largest part is seen; of equal ones the first.
    fn likest(&self, left: &[usize]) -> Option<usize> {
        // A few pieces more than it has: of two functions seen whole the longer one gains more.
        let part = |at: usize| (self.shared[left[at]] as u64, self.pieces[left[at]].len() as u64 + 8);
        (0..left.len()).reduce(|best, at| {
            let ((of_best, best_all), (of_this, this_all)) = (part(best), part(at));
            if of_this * best_all > of_best * this_all { at } else { best }
        })
    }

    fn enter(&mut self, function: usize) {
        for piece in &self.pieces[function] {
            let Some(holders) = self.holders.get(piece) else { continue };
            let times = self.times.entry(*piece).or_default();
            *times += 1;
            if *times == 1 {
                holders.iter().for_each(|&holder| self.shared[holder] += 1);
            }
        }
    }

    fn leave(&mut self, function: usize) {
        for piece in &self.pieces[function] {
            let (Some(holders), Some(times)) = (self.holders.get(piece), self.times.get_mut(piece)) else { continue };
            *times -= 1;
            if *times == 0 {
                holders.iter().for_each(|&holder| self.shared[holder] -= 1);
            }
        }
    }
}

struct Reorder<'a> {
    functions: Functions<'a>,
    /// The functions as they shall stand, by their places before.
    order: Vec<usize>,
    /// The new number of each function, imported ones first.
    numbers: Vec<u32>,
}

impl Reencode for Reorder<'_> {
    type Error = Infallible;

    fn function_index(&mut self, number: u32) -> Result<u32, Failure> {
        Ok(self.numbers[number as usize])
    }

    fn parse_function_section(
        &mut self,
        section: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> Result<(), Failure> {
        for &function in &self.order {
            section.function(self.functions.types[function]);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, _: CodeSectionReader<'_>) -> Result<(), Failure> {
        for at in 0..self.order.len() {
            let body = self.functions.bodies[self.order[at]].clone();
            self.parse_function_body(code, body)?;
        }
        Ok(())
    }

    /// The names of functions are not shipped.
    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Failure> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likest_follows() {
        let one: Vec<u8> = (0..100).collect();
        let other: Vec<u8> = (100..200).collect();
        let nearly = |code: &[u8]| [&code[..90], &[0xff; 10]].concat();
        let bodies = [&one, &other, &nearly(&one), &nearly(&other), &one[5..70].to_vec()];
        let order = chain(&bodies.map(Vec::as_slice));
        assert_eq!(order, [0, 4, 2, 3, 1]);
    }
}
