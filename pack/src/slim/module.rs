//! Reads a wasm module, and writes it anew with what one pass changes.

use std::convert::Infallible;

use wasm_encoder::Module;
use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::{FunctionBody, KnownCustom, Name, Parser, Payload, TypeRef};

/// Why a module cannot be written.
pub type Failure = Error<Infallible>;

/// The module's own functions, in order.
pub struct Functions<'a> {
    /// How many functions are imported; they have the first numbers.
    pub imported: u32,
    /// The number of each function's type.
    pub types: Vec<u32>,
    /// The functions' code.
    pub bodies: Vec<FunctionBody<'a>>,
}

impl<'a> Functions<'a> {
    /// Those of `wasm`.
    pub fn of(wasm: &'a [u8]) -> Result<Self, String> {
        let mut found = Self { imported: 0, types: Vec::new(), bodies: Vec::new() };
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.map_err(unsound)? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        found.imported += u32::from(matches!(import.map_err(unsound)?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(types) => {
                    found.types = types.into_iter().collect::<Result<_, _>>().map_err(unsound)?;
                }
                Payload::CodeSectionEntry(body) => found.bodies.push(body),
                _ => {}
            }
        }
        Ok(found)
    }
}

/// The names of the functions with their numbers, where the module still has them.
pub fn function_names(wasm: &[u8]) -> Result<Vec<(u32, String)>, String> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload.map_err(unsound)? else { continue };
        let KnownCustom::Name(parts) = section.as_known() else { continue };
        for part in parts {
            let Name::Function(names) = part.map_err(unsound)? else { continue };
            for name in names {
                let name = name.map_err(unsound)?;
                found.push((name.index, name.name.to_owned()));
            }
        }
    }
    Ok(found)
}

/// `wasm` as `pass` writes it.
pub fn rewritten(wasm: &[u8], pass: &mut impl Reencode<Error = Infallible>) -> Result<Vec<u8>, String> {
    let mut module = Module::new();
    pass.parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| format!("the wasm cannot be written anew: {error}"))?;
    Ok(module.finish())
}

/// What is said of wasm that cannot be read.
pub fn unsound(error: wasmparser::BinaryReaderError) -> String {
    format!("the wasm is not sound: {error}")
}
