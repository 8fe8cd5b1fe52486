//! Lets panics trap at once.
//!
//! A panic in wasm that is built to abort ends in a trap whatever it does before, and the page tells its reader the same
//! sentence for every trap (`tell_if_broken` in `web/src/browser/`). So the words of a panic, their formatting and the hook that would be
//! given them are never seen. A function that cannot return is such a way to a trap: all it does is replaced by the
//! trap, and wasm-opt then drops its parameters, what its callers prepare for it, and what nobody calls any more.
//! A panic stays what it was, the end of the page's program; it just says nothing first.

use std::collections::HashSet;
use std::convert::Infallible;

use wasm_encoder::reencode::{Reencode, utils};
use wasm_encoder::{CodeSection, Function, Instruction, Module};
use wasmparser::{BinaryReaderError, CustomSectionReader, FunctionBody, KnownCustom, Operator};

use super::module::{Failure, Functions, function_names, rewritten};

/// `wasm`, in which each function that cannot return traps at its first step.
pub fn at_once(wasm: &[u8]) -> Result<Vec<u8>, String> {
    traps(wasm, HashSet::new())
}

/// The same, in which the functions traps as well that nobody calls and whose names say so.
pub fn where_named(wasm: &[u8], is_dead: impl Fn(&str) -> bool) -> Result<Vec<u8>, String> {
    let names = function_names(wasm)?.into_iter();
    traps(wasm, names.filter(|(_, name)| is_dead(name)).map(|(number, _)| number).collect())
}

fn traps(wasm: &[u8], dead: HashSet<u32>) -> Result<Vec<u8>, String> {
    let next = Functions::of(wasm)?.imported;
    rewritten(wasm, &mut Traps { dead, next })
}

struct Traps {
    /// The numbers of functions that nobody calls.
    dead: HashSet<u32>,
    /// The number of the next function.
    next: u32,
}

impl Reencode for Traps {
    type Error = Infallible;

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Failure> {
        let dead = self.dead.contains(&self.next);
        self.next += 1;
        if !dead && returns(&body)? {
            return utils::parse_function_body(self, code, body);
        }
        let mut trap = Function::new([]);
        trap.instruction(&Instruction::Unreachable).instruction(&Instruction::End);
        code.function(&trap);
        Ok(())
    }

    /// Of what is no code, names alone are asked for later.
    fn parse_custom_section(&mut self, module: &mut Module, section: CustomSectionReader<'_>) -> Result<(), Failure> {
        match section.as_known() {
            KnownCustom::Name(_) => utils::parse_custom_section(self, module, section),
            _ => Ok(()),
        }
    }
}

/// Whether the function might return: it does so with `return`, with a branch out of its outermost block, or by
/// reaching its end, which it cannot where the last step before the end is a trap. Compilers put one there after each
/// call that does not come back. Of the branches these are all that rustc writes for the page; wasm-opt refuses others.
fn returns(body: &FunctionBody<'_>) -> Result<bool, BinaryReaderError> {
    let mut depth = 0;
    let mut trapped = false;
    for operator in body.get_operators_reader()? {
        let operator = operator?;
        match &operator {
            Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } => depth += 1,
            Operator::End if depth > 0 => depth -= 1,
            Operator::End => return Ok(!trapped),
            Operator::Br { relative_depth } | Operator::BrIf { relative_depth } if *relative_depth >= depth => {
                return Ok(true);
            }
            Operator::BrTable { targets } => {
                for target in targets.targets().chain([Ok(targets.default())]) {
                    if target? >= depth {
                        return Ok(true);
                    }
                }
            }
            Operator::Return | Operator::ReturnCall { .. } | Operator::ReturnCallIndirect { .. } => return Ok(true),
            _ => {}
        }
        trapped = matches!(operator, Operator::Unreachable);
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one function `streams::pull` of these steps, and how many bytes its code has after the pass.
    fn length(steps: &[Instruction<'_>]) -> usize {
        length_after(steps, at_once)
    }

    fn length_after(steps: &[Instruction<'_>], pass: impl Fn(&[u8]) -> Result<Vec<u8>, String>) -> usize {
        use wasm_encoder::{FunctionSection, NameMap, NameSection, TypeSection};
        let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([], []);
        functions.function(0);
        let mut body = Function::new([]);
        for step in steps {
            body.instruction(step);
        }
        body.instruction(&Instruction::End);
        code.function(&body);
        let (mut names, mut map) = (NameSection::new(), NameMap::new());
        map.append(0, "streams::pull");
        names.functions(&map);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code).section(&names);
        let after = pass(&module.finish()).unwrap();
        super::super::module::Functions::of(&after).unwrap().bodies[0].as_bytes().len()
    }

    #[test]
    fn what_cannot_return_traps_at_once() {
        use Instruction::{Block, Br, Call, End, Unreachable};
        let empty = wasm_encoder::BlockType::Empty;
        assert_eq!(length(&[Call(0), Unreachable]), 3);
        assert_eq!(length(&[Block(empty), Br(0), End, Call(0), Unreachable]), 3);
    }

    #[test]
    fn what_is_named_as_dead_traps_at_once() {
        let steps = [Instruction::Call(0), Instruction::Call(0)];
        assert_eq!(length_after(&steps, |wasm| where_named(wasm, |name| name == "streams::pull")), 3);
        assert_eq!(length_after(&steps, |wasm| where_named(wasm, |name| name == "streams::push")), 6);
    }

    #[test]
    fn what_may_return_is_left_alone() {
        use Instruction::{Block, Br, BrIf, BrTable, Call, End, I32Const, Loop, Return, Unreachable};
        let empty = wasm_encoder::BlockType::Empty;
        assert_eq!(length(&[Call(0)]), 4);
        assert_eq!(length(&[Return, Unreachable]), 4);
        assert_eq!(length(&[Block(empty), Br(1), End, Unreachable]), 8);
        assert_eq!(length(&[I32Const(1), BrIf(0), Unreachable]), 7);
        assert_eq!(length(&[Block(empty), I32Const(1), BrTable([0].as_slice().into(), 1), End, Unreachable]), 12);
        assert_eq!(length(&[Block(empty), Unreachable, End]), 6);
        assert_eq!(length(&[Loop(empty), Br(0), End]), 7);
    }
}
