//! Which functions of a program are reached from where.

use std::collections::BTreeSet;

use wasmparser::{
    BinaryReaderError, ElementItems, ExternalKind, FunctionBody, GlobalType, KnownCustom, MemoryType, Name, Operator,
    Parser, Payload, RefType, TableType, TypeRef, TypeSectionReader,
};

use super::module::{Functions, unsound};

/// A program, as far as it matters for what is reached. Its memory, tables and globals are its own.
#[derive(Default)]
pub struct Program<'a> {
    /// The types of functions, as they are written.
    pub types: Option<TypeSectionReader<'a>>,
    /// The tables.
    pub tables: Vec<TableType>,
    /// The memory.
    pub memory: Option<MemoryType>,
    /// The globals.
    pub globals: Vec<GlobalType>,
    /// How many values a function of each type takes.
    parameters: Vec<u32>,
    /// The type of each function, imported ones first.
    kinds: Vec<u32>,
    bodies: Vec<FunctionBody<'a>>,
    /// The functions that are called from outside or through a table.
    entries: BTreeSet<u32>,
    /// The functions with their names.
    names: Vec<(u32, &'a str)>,
}

/// What both parts of a program have, and what only the later one has.
pub struct Reach {
    /// The functions that lead to the later part, each with its slot after those that the table has.
    pub doors: Vec<u32>,
    /// The functions of the first part that the later one calls.
    pub shared: Vec<u32>,
    /// The globals that the later part uses.
    pub globals: Vec<u32>,
    /// The number of each function in the first part.
    pub first: Vec<Option<u32>>,
    /// The number of each function in the later part.
    pub later: Vec<Option<u32>>,
    /// The functions that the later part brings, doors among them.
    pub behind: Vec<u32>,
}

/// What a function's code names.
#[derive(Default)]
struct Uses {
    functions: Vec<u32>,
    globals: Vec<u32>,
}

impl<'a> Program<'a> {
    /// The program in `wasm`.
    pub fn of(wasm: &'a [u8]) -> Result<Self, String> {
        let mut program = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            program.take(payload.map_err(unsound)?).map_err(unsound)?;
        }
        let functions = Functions::of(wasm)?;
        program.kinds.extend(functions.types);
        program.bodies = functions.bodies;
        Ok(program)
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<(), BinaryReaderError> {
        match payload {
            Payload::TypeSection(types) => {
                for kind in types.clone().into_iter_err_on_gc_types() {
                    self.parameters.push(kind?.params().len() as u32);
                }
                self.types = Some(types);
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    if let TypeRef::Func(kind) = import?.ty {
                        self.kinds.push(kind);
                    }
                }
            }
            Payload::TableSection(tables) => {
                for table in tables {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(memories) => self.memory = memories.into_iter().next().transpose()?,
            Payload::GlobalSection(globals) => {
                for global in globals {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        self.entries.insert(export.index);
                    }
                }
            }
            Payload::StartSection { func, .. } => drop(self.entries.insert(func)),
            Payload::ElementSection(segments) => {
                for segment in segments {
                    let segment = segment?;
                    self.take_elements(segment.items)?;
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for part in names {
                        let Name::Function(names) = part? else { continue };
                        for naming in names {
                            let naming = naming?;
                            self.names.push((naming.index, naming.name));
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn take_elements(&mut self, items: ElementItems<'a>) -> Result<(), BinaryReaderError> {
        match items {
            ElementItems::Functions(functions) => {
                for function in functions {
                    self.entries.insert(function?);
                }
            }
            ElementItems::Expressions(_, values) => {
                for value in values {
                    for operator in value?.get_operators_reader() {
                        if let Operator::RefFunc { function_index } = operator? {
                            self.entries.insert(function_index);
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// The numbers of the functions that are not imported.
    pub fn own(&self) -> std::ops::Range<u32> {
        (self.kinds.len() - self.bodies.len()) as u32..self.kinds.len() as u32
    }

    /// The type of a function.
    pub fn kind(&self, function: u32) -> u32 {
        self.kinds[function as usize]
    }

    /// How many values a function of that type takes.
    pub fn parameters(&self, kind: u32) -> u32 {
        self.parameters[kind as usize]
    }

    /// The code of a function of its own.
    pub fn body(&self, function: u32) -> &FunctionBody<'a> {
        &self.bodies[(function - self.own().start) as usize]
    }

    /// The table of functions, and how many slots it has.
    pub fn table(&self) -> Option<(u32, u32)> {
        let at = self.tables.iter().position(|table| table.element_type == RefType::FUNCREF)?;
        Some((at as u32, self.tables[at].initial as u32))
    }

    /// What is reached only through the functions of the Rust module `path`, as in `crate::module`, and what besides.
    pub fn reach(&self, path: &str) -> Result<Reach, String> {
        let uses: Vec<Uses> = self.bodies.iter().map(Uses::of).collect::<Result<_, _>>().map_err(unsound)?;
        let named = self.names.iter().filter(|(_, name)| stands_in(name, path)).map(|(function, _)| *function);
        // What is called from outside or through the table stays where it is.
        let mut doors: Vec<u32> =
            named.filter(|door| self.own().contains(door) && !self.entries.contains(door)).collect();
        doors.sort_unstable();

        let mut reached = vec![false; self.kinds.len()];
        let mut next: Vec<u32> = self.entries.iter().copied().collect();
        while let Some(function) = next.pop() {
            let known = std::mem::replace(&mut reached[function as usize], true);
            if !known && self.own().contains(&function) && doors.binary_search(&function).is_err() {
                next.extend(&uses[(function - self.own().start) as usize].functions);
            }
        }
        // A door that nobody opens leads nowhere.
        doors.retain(|&door| reached[door as usize]);
        Ok(self.parted(doors, &reached, &uses))
    }

    fn parted(&self, doors: Vec<u32>, reached: &[bool], uses: &[Uses]) -> Reach {
        let imported = 0..self.own().start;
        let behind = |function: &u32| !reached[*function as usize] || doors.binary_search(function).is_ok();
        let later: Vec<u32> = self.own().filter(behind).collect();
        let (mut shared, mut globals) = (BTreeSet::new(), BTreeSet::new());
        for &function in &later {
            let uses = &uses[(function - self.own().start) as usize];
            shared.extend(uses.functions.iter().filter(|function| later.binary_search(function).is_err()));
            globals.extend(&uses.globals);
        }
        let numbers = |functions: &mut dyn Iterator<Item = u32>| {
            let mut numbers = vec![None; self.kinds.len()];
            functions.zip(0..).for_each(|(function, number)| numbers[function as usize] = Some(number));
            numbers
        };
        Reach {
            first: numbers(&mut imported.chain(self.own().filter(|&function| reached[function as usize]))),
            later: numbers(&mut shared.iter().chain(&later).copied()),
            shared: shared.into_iter().collect(),
            globals: globals.into_iter().collect(),
            behind: later,
            doors,
        }
    }
}

/// Whether a function of that name stands in the Rust module `path`: `crate[0f]::module::function`, where the crate has its
/// hash behind it or none.
fn stands_in(name: &str, path: &str) -> bool {
    let (name, path) = (name.split_once("::"), path.split_once("::"));
    let (Some((of, name)), Some((home, module))) = (name, path) else { return false };
    let of = of.split_once('[').map_or(of, |(of, _)| of);
    of == home && name.strip_prefix(module).is_some_and(|rest| rest.starts_with("::"))
}

impl Uses {
    fn of(body: &FunctionBody<'_>) -> Result<Self, BinaryReaderError> {
        let mut uses = Self::default();
        for operator in body.get_operators_reader()? {
            match operator? {
                Operator::Call { function_index }
                | Operator::ReturnCall { function_index }
                | Operator::RefFunc { function_index } => uses.functions.push(function_index),
                Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                    uses.globals.push(global_index);
                }
                _ => {}
            }
        }
        Ok(uses)
    }
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_function_stands_in_its_own_module_alone() {
        for name in ["a::later::open", "a[15266d276e3a2055]::later::open::{closure#0}"] {
            assert!(stands_in(name, "a::later"), "{name}");
        }
        for name in
            ["a::later", "a::laterly::open", "b::later::open", "<a::later::Part>::open", "a::view::later::open", ""]
        {
            assert!(!stands_in(name, "a::later"), "{name}");
        }
    }
}
