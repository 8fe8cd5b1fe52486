//! Splits a program in two: what runs only when its reader asks for it becomes a part of its own, which starts after the
//! rest and does not weigh on it.
//!
//! A module of the program's source names the functions; all that is reached through them alone goes with them. What is
//! left in their place is a step through the table of functions, to a slot that is empty, and traps, until the later part
//! has started and has put its function there. The later part brings code only: memory, tables, globals and the functions
//! that both need are those of the first part, whose exports are all that it asks for.

use std::convert::Infallible;

use wasm_encoder::reencode::{Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    ImportSection, Instruction, MemoryType, Module, TypeSection,
};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, ExportSectionReader, FunctionSectionReader, RefType, TableType,
};

use super::module::{Failure, rewritten};
use super::reach::{Program, Reach};

/// The name by which the later part asks for what the first one gives.
const FIRST: &str = "first";

/// The memory as the later part asks for it: of any size.
const MEMORY: MemoryType =
    MemoryType { minimum: 0, maximum: None, memory64: false, shared: false, page_size_log2: None };

/// A program in two parts.
#[derive(Debug)]
pub struct Parts {
    /// What starts first.
    pub first: Vec<u8>,
    /// What starts later; none where the program has nothing for it.
    pub later: Option<Vec<u8>>,
}

/// `wasm`, which still has its names, without the functions of the Rust module `path` and what only these reach.
pub fn apart(wasm: &[u8], path: &str) -> Result<Parts, String> {
    let program = Program::of(wasm)?;
    let reach = program.reach(path)?;
    let (false, Some((table, slots))) = (reach.doors.is_empty(), program.table()) else {
        return Ok(Parts { first: wasm.to_vec(), later: None });
    };
    let cut = Cut { program: &program, reach: &reach, table, slots };
    let first = rewritten(wasm, &mut First(&cut))?;
    let later = later(&cut).map_err(|error| format!("the later part cannot be written: {error}"))?;
    Ok(Parts { first, later: Some(later) })
}

/// Where a program is cut, and the table through which its parts meet.
struct Cut<'a> {
    program: &'a Program<'a>,
    reach: &'a Reach,
    table: u32,
    /// The slots that it has without the doors.
    slots: u32,
}

/// The first part: a door is a step through the table, and what lies behind is not there.
struct First<'a>(&'a Cut<'a>);

impl First<'_> {
    /// The functions that are there, doors among them.
    fn functions(&self) -> impl Iterator<Item = u32> {
        let first = &self.0.reach.first;
        self.0.program.own().filter(|&function| first[function as usize].is_some())
    }

    /// A function that calls what stands in a slot with what it was called with itself.
    fn door(&self, kind: u32, slot: u32) -> Function {
        let mut door = Function::new([]);
        for parameter in 0..self.0.program.parameters(kind) {
            door.instruction(&Instruction::LocalGet(parameter));
        }
        door.instruction(&Instruction::I32Const(slot as i32));
        door.instruction(&Instruction::CallIndirect { type_index: kind, table_index: self.0.table });
        door.instruction(&Instruction::End);
        door
    }
}

impl Reencode for First<'_> {
    type Error = Infallible;

    fn function_index(&mut self, number: u32) -> Result<u32, Failure> {
        Ok(self.0.reach.first[number as usize].unwrap_or_default())
    }

    fn table_type(&mut self, table: TableType) -> Result<wasm_encoder::TableType, Failure> {
        let mut kind = utils::table_type(self, table)?;
        if table.element_type == RefType::FUNCREF {
            let more = self.0.reach.doors.len() as u64;
            kind.minimum += more;
            kind.maximum = kind.maximum.map(|maximum| maximum + more);
        }
        Ok(kind)
    }

    fn parse_function_section(
        &mut self,
        section: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> Result<(), Failure> {
        self.functions().for_each(|function| {
            section.function(self.0.program.kind(function));
        });
        Ok(())
    }

    fn parse_export_section(&mut self, to: &mut ExportSection, from: ExportSectionReader<'_>) -> Result<(), Failure> {
        utils::parse_export_section(self, to, from)?;
        for (name, (kind, number)) in asked(self.0) {
            let number = if kind == ExportKind::Func { self.function_index(number)? } else { number };
            to.export(&name, kind, number);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, _: CodeSectionReader<'_>) -> Result<(), Failure> {
        let cut = self.0;
        for function in self.functions().collect::<Vec<_>>() {
            match cut.reach.doors.binary_search(&function) {
                Ok(at) => drop(code.function(&self.door(cut.program.kind(function), cut.slots + at as u32))),
                Err(_) => self.parse_function_body(code, cut.program.body(function).clone())?,
            }
        }
        Ok(())
    }

    /// The names of functions are not shipped, and would be wrong.
    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Failure> {
        Ok(())
    }
}

/// What the later part asks of the first, with the names by which both know it: no script has such names.
fn asked(cut: &Cut<'_>) -> impl Iterator<Item = (String, (ExportKind, u32))> {
    let functions = cut.reach.shared.iter().map(|&function| (ExportKind::Func, function));
    let globals = cut.reach.globals.iter().map(|&global| (ExportKind::Global, global));
    let tables = (0..cut.program.tables.len() as u32).map(|table| (ExportKind::Table, table));
    let memory = cut.program.memory.map(|_| (ExportKind::Memory, 0));
    let all = functions.chain(globals).chain(tables).chain(memory);
    all.enumerate().map(|(at, what)| (format!("+{at}"), what))
}

/// The later part: its functions and globals have the numbers in which it asks for them.
struct Later<'a>(&'a Cut<'a>);

impl Reencode for Later<'_> {
    type Error = Infallible;

    fn function_index(&mut self, number: u32) -> Result<u32, Failure> {
        Ok(self.0.reach.later[number as usize].unwrap_or_default())
    }

    fn global_index(&mut self, number: u32) -> Result<u32, Failure> {
        Ok(self.0.reach.globals.binary_search(&number).unwrap_or_default() as u32)
    }

    /// A table has the size that the first part gives it.
    fn table_type(&mut self, table: TableType) -> Result<wasm_encoder::TableType, Failure> {
        Ok(wasm_encoder::TableType { minimum: 0, maximum: None, ..utils::table_type(self, table)? })
    }
}

fn later(cut: &Cut<'_>) -> Result<Vec<u8>, Failure> {
    let (program, reach, pass) = (cut.program, cut.reach, &mut Later(cut));
    let mut types = TypeSection::new();
    if let Some(all) = &program.types {
        utils::parse_type_section(pass, &mut types, all.clone())?;
    }
    let mut imports = ImportSection::new();
    for (name, (kind, number)) in asked(cut) {
        let wanted = match kind {
            ExportKind::Func => EntityType::Function(program.kind(number)),
            ExportKind::Global => pass.global_type(program.globals[number as usize])?.into(),
            ExportKind::Table => pass.table_type(program.tables[number as usize])?.into(),
            _ => MEMORY.into(),
        };
        imports.import(FIRST, &name, wanted);
    }
    let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
    for function in reach.behind.iter().copied() {
        functions.function(program.kind(function));
        pass.parse_function_body(&mut code, program.body(function).clone())?;
    }
    let mut doors = Vec::new();
    for &door in &reach.doors {
        doors.push(pass.function_index(door)?);
    }
    let mut elements = ElementSection::new();
    let place = ConstExpr::i32_const(cut.slots as i32);
    elements.active((cut.table > 0).then_some(cut.table), &place, Elements::Functions(doors.into()));

    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&elements).section(&code);
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        GlobalSection, GlobalType, MemorySection, NameMap, NameSection, TableSection, TableType, ValType,
    };

    use super::super::module::Functions;
    use super::*;

    /// A program of these functions: 0, the script's; 1, given to the script, calls 2 and 4; 2, `a::later::open`, calls 3;
    /// 3 calls 0 and 4 and sets the global; 4; 5, in the table, calls 6; 6, `a::later::other`.
    fn program() -> Vec<u8> {
        use Instruction::{Call, End, GlobalSet, LocalGet};
        let (mut types, mut imports, mut functions) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        types.ty().function([ValType::I32], []);
        imports.import("script", "do", EntityType::Function(0));
        let (mut tables, mut memories, mut globals) = (TableSection::new(), MemorySection::new(), GlobalSection::new());
        let table = TableType {
            element_type: wasm_encoder::RefType::FUNCREF,
            table64: false,
            minimum: 2,
            maximum: Some(2),
            shared: false,
        };
        tables.table(table);
        memories.memory(MemoryType { minimum: 1, ..MEMORY });
        let global = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
        globals.global(global, &ConstExpr::i32_const(7));
        let mut exports = ExportSection::new();
        exports.export("enter", ExportKind::Func, 1);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(1), Elements::Functions([5].as_slice().into()));
        let mut code = CodeSection::new();
        let codes: [&[u32]; 6] = [&[2, 4], &[3], &[0, 4], &[], &[6], &[]];
        for (number, called) in (1..).zip(codes) {
            functions.function(0);
            let mut body = Function::new([]);
            for &other in called {
                body.instruction(&LocalGet(0)).instruction(&Call(other));
            }
            if number == 3 {
                body.instruction(&LocalGet(0)).instruction(&GlobalSet(0));
            }
            body.instruction(&End);
            code.function(&body);
        }
        let (mut names, mut map) = (NameSection::new(), NameMap::new());
        map.append(2, "a::later::open");
        map.append(6, "a[0f]::later::other");
        names.functions(&map);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories);
        module.section(&globals).section(&exports).section(&elements).section(&code).section(&names);
        module.finish()
    }

    fn parts(path: &str) -> Parts {
        let parts = apart(&program(), path).expect("a sound program");
        for part in parts.later.iter().chain([&parts.first]) {
            wasmparser::validate(part).expect("a sound part");
        }
        parts
    }

    #[test]
    fn what_only_a_door_leads_to_goes_with_it() {
        let parts = parts("a::later");
        // 1, 4, 5 and two doors; what stands behind them, and 3.
        assert_eq!(Functions::of(&parts.first).unwrap().bodies.len(), 5);
        let later = parts.later.expect("a later part");
        let behind = Functions::of(&later).unwrap();
        assert_eq!((behind.bodies.len(), behind.imported), (3, 2));
    }

    #[test]
    fn the_table_has_a_slot_for_each_door_and_the_later_part_fills_it() {
        let parts = parts("a::later");
        let first = Program::of(&parts.first).unwrap();
        assert_eq!((first.tables[0].initial, first.tables[0].maximum), (4, Some(4)));
        let asked = super::super::names::imported(parts.later.as_deref().unwrap()).unwrap();
        let names: Vec<_> = asked.iter().map(|(module, name)| format!("{module}{name}")).collect();
        // Functions 0 and 4, the global, the table, the memory.
        assert_eq!(names, ["first+0", "first+1", "first+2", "first+3", "first+4"]);
    }

    #[test]
    fn a_program_without_such_functions_stays_whole() {
        let parts = parts("b::later");
        assert!(parts.later.is_none());
        assert_eq!(parts.first, program());
    }

    #[test]
    fn no_wasm_is_refused() {
        assert!(apart(b"x", "a::later").is_err());
    }
}
