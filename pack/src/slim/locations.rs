//! Blanks the places in the source that only panics would have told.
//!
//! For each step that can panic rustc keeps a `core::panic::Location`: the address and length of a file's name, a line
//! and a column. Once panics trap at once (see `traps`), no code gives most of these on. wasm-opt does not look inside
//! the data; here what has the shape of a location and is mentioned nowhere becomes zeros, and so do the files' names
//! that no location is left for. gzip packs zeros into nothing. A location that is still given on stays.

use std::convert::Infallible;
use std::ops::Range;

use wasm_encoder::DataSection;
use wasm_encoder::reencode::Reencode;
use wasmparser::{Data, DataKind, Operator, Parser, Payload};

use super::module::{Failure, Functions, rewritten, unsound};

/// A location's address, length, line and column, four bytes each.
const LOCATION: u32 = 16;
/// The longest name of a file, and more lines and columns than a file has.
const LIMITS: [u32; 3] = [300, 100_000, 1_000];

/// `wasm` without the locations that nothing mentions.
pub fn without_unused(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let mut memory = Memory::of(wasm)?;
    let mut mentioned = mentioned_in_code(wasm)?;
    mentioned.sort_unstable();
    let all = memory.locations();
    let pointers = memory.pointers(&all);
    let used = |range: &Range<u32>, other: &[u32]| any_in(&mentioned, range) || any_in(other, range);
    let (kept, unused): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|location| used(&(location.at..location.at + LOCATION), &pointers));
    let mut still = pointers;
    still.extend(kept.iter().map(|location| location.name.start));
    still.sort_unstable();
    for location in &unused {
        memory.blank(location.at..location.at + LOCATION);
        if !used(&location.name, &still) {
            memory.blank(location.name.clone());
        }
    }
    rewritten(wasm, &mut Blanked { memory, segment: 0 })
}

/// Whether one of the addresses, which are in order, lies in `range`.
fn any_in(addresses: &[u32], range: &Range<u32>) -> bool {
    let from = addresses.partition_point(|&address| address < range.start);
    addresses.get(from).is_some_and(|&address| address < range.end)
}

/// Each number in the code that might be an address or the start of one.
fn mentioned_in_code(wasm: &[u8]) -> Result<Vec<u32>, String> {
    let mut found = Vec::new();
    for body in Functions::of(wasm)?.bodies {
        for operator in body.get_operators_reader().map_err(unsound)? {
            match operator.map_err(unsound)? {
                Operator::I32Const { value } => found.push(value as u32),
                operator => found.extend(offset(&operator)),
            }
        }
    }
    Ok(found)
}

/// The offset of a step that reads memory.
fn offset(operator: &Operator<'_>) -> Option<u32> {
    use Operator::{
        F32Load, F64Load, I32Load, I32Load8S, I32Load8U, I32Load16S, I32Load16U, I64Load, I64Load8S, I64Load8U,
        I64Load16S, I64Load16U, I64Load32S, I64Load32U,
    };
    let (I32Load { memarg }
    | I64Load { memarg }
    | F32Load { memarg }
    | F64Load { memarg }
    | I32Load8S { memarg }
    | I32Load8U { memarg }
    | I32Load16S { memarg }
    | I32Load16U { memarg }
    | I64Load8S { memarg }
    | I64Load8U { memarg }
    | I64Load16S { memarg }
    | I64Load16U { memarg }
    | I64Load32S { memarg }
    | I64Load32U { memarg }) = operator
    else {
        return None;
    };
    u32::try_from(memarg.offset).ok()
}

/// A location: where it lies, and where its file's name does.
#[derive(Clone, Debug, PartialEq)]
struct Location {
    at: u32,
    name: Range<u32>,
}

/// What the memory holds at the start.
struct Memory {
    /// The segments: the first byte's address, and the bytes.
    segments: Vec<(u32, Vec<u8>)>,
}

impl Memory {
    fn of(wasm: &[u8]) -> Result<Self, String> {
        let mut segments = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let Payload::DataSection(section) = payload.map_err(unsound)? else { continue };
            for segment in section {
                let segment = segment.map_err(unsound)?;
                let DataKind::Active { offset_expr, .. } = &segment.kind else {
                    return Err("the wasm has data without an address".into());
                };
                let Operator::I32Const { value } = offset_expr.get_operators_reader().read().map_err(unsound)? else {
                    return Err("the wasm has data at an address that is no number".into());
                };
                segments.push((value as u32, segment.data.to_vec()));
            }
        }
        Ok(Self { segments })
    }

    /// Everything with the shape of a location.
    fn locations(&self) -> Vec<Location> {
        self.words().filter_map(|(at, _)| self.location(at)).collect()
    }

    fn location(&self, at: u32) -> Option<Location> {
        let word = |place: u32| {
            let bytes = self.bytes(at + 4 * place..at + 4 * place + 4)?;
            Some(u32::from_le_bytes(bytes.try_into().ok()?))
        };
        let [start, length, line, column] = [word(0)?, word(1)?, word(2)?, word(3)?];
        let [most_length, most_lines, most_columns] = LIMITS;
        if length > most_length || !(1..=most_lines).contains(&line) || !(1..=most_columns).contains(&column) {
            return None;
        }
        let name = start..start.checked_add(length)?;
        let written = self.bytes(name.clone())?;
        let sound = written.ends_with(b".rs") && written.iter().all(|byte| byte.is_ascii_graphic());
        sound.then_some(Location { at, name })
    }

    /// Every aligned word that is no part of a location: any of them might be an address. In order.
    fn pointers(&self, locations: &[Location]) -> Vec<u32> {
        let within = |at: u32| {
            let behind = locations.partition_point(|location| location.at <= at);
            behind > 0 && at < locations[behind - 1].at + LOCATION
        };
        let mut found: Vec<u32> = self.words().filter(|&(at, _)| !within(at)).map(|(_, word)| word).collect();
        found.sort_unstable();
        found
    }

    /// The words at addresses that four divides, with these addresses.
    fn words(&self) -> impl Iterator<Item = (u32, u32)> {
        self.segments.iter().flat_map(|(start, bytes)| {
            let skip = start.wrapping_neg() % 4;
            let words = bytes.get(skip as usize..).unwrap_or_default().chunks_exact(4);
            (0..).zip(words).map(move |(at, word)| {
                (start + skip + 4 * at, word.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte)))
            })
        })
    }

    fn bytes(&self, range: Range<u32>) -> Option<&[u8]> {
        let (start, bytes) = self
            .segments
            .iter()
            .find(|(start, bytes)| *start <= range.start && range.end as usize <= *start as usize + bytes.len())?;
        bytes.get((range.start - start) as usize..(range.end - start) as usize)
    }

    fn blank(&mut self, range: Range<u32>) {
        for (start, bytes) in &mut self.segments {
            let inside = range.start.checked_sub(*start).map(|from| from as usize..(range.end - *start) as usize);
            if let Some(part) = inside.and_then(|inside| bytes.get_mut(inside)) {
                part.fill(0);
            }
        }
    }
}

/// Writes the memory in place of the module's.
struct Blanked {
    memory: Memory,
    segment: usize,
}

impl Reencode for Blanked {
    type Error = Infallible;

    fn parse_data(&mut self, data: &mut DataSection, segment: Data<'_>) -> Result<(), Failure> {
        let bytes = std::mem::take(&mut self.memory.segments[self.segment].1);
        self.segment += 1;
        let segment = Data { kind: segment.kind, data: &bytes, range: segment.range };
        wasm_encoder::reencode::utils::parse_data(self, data, segment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, ConstExpr, Function, FunctionSection, Instruction, MemorySection, MemoryType, Module, TypeSection,
    };

    /// A module whose data at 1024 is the name `a/b.rs`, a location of it, one more, and a word that points to `pointed`;
    /// its code mentions `mentioned`. What of its data is left.
    fn left(mentioned: i32, pointed: u32) -> Vec<u8> {
        let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([], []);
        functions.function(0);
        let mut body = Function::new([]);
        body.instruction(&Instruction::I32Const(mentioned)).instruction(&Instruction::Drop);
        code.function(body.instruction(&Instruction::End));
        let mut memories = MemorySection::new();
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut bytes = b"a/b.rs\0\0".to_vec();
        for word in [1024, 6, 7, 8, 1024, 6, 9, 10, pointed] {
            bytes.extend(u32::to_le_bytes(word));
        }
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(1024), bytes);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&memories).section(&code).section(&data);
        let after = without_unused(&module.finish()).unwrap();
        Memory::of(&after).unwrap().segments.remove(0).1
    }

    #[test]
    fn what_nothing_mentions_is_blank() {
        assert_eq!(left(1, 2), [&[0; 40][..], &[2, 0, 0, 0]].concat());
    }

    #[test]
    fn what_is_mentioned_stays_with_its_name() {
        let kept = left(1032, 2);
        assert!(kept.starts_with(b"a/b.rs") && kept[8..24] != [0; 16] && kept[24..40] == [0; 16]);
        let kept = left(1, 1048);
        assert!(kept.starts_with(b"a/b.rs") && kept[8..24] == [0; 16] && kept[24..40] != [0; 16]);
        let kept = left(1025, 2);
        assert!(kept.starts_with(b"a/b.rs") && kept[8..40] == [0; 32]);
    }
}
