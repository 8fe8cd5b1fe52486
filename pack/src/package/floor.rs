//! The oldest browsers that the package is for, as a set of wasm features: Chrome and Edge 111, Firefox 113, Safari 16.4
//! have all of these, and rustc emits nothing beyond them unless it is told to.

use wasmparser::{Validator, WasmFeatures};

/// What the browsers of the floor know of wasm.
fn features() -> WasmFeatures {
    WasmFeatures::MUTABLE_GLOBAL
        | WasmFeatures::SATURATING_FLOAT_TO_INT
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::REFERENCE_TYPES
        | WasmFeatures::MULTI_VALUE
        | WasmFeatures::BULK_MEMORY
        | WasmFeatures::FLOATS
        | WasmFeatures::GC_TYPES
}

/// Whether the browsers of the floor can run the wasm; else what they would not know.
pub fn check(wasm: &[u8]) -> Result<(), String> {
    let found = Validator::new_with_features(features()).validate_all(wasm);
    found.map(drop).map_err(|error| format!("the wasm asks for more than the oldest browsers know: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_features_that_came_later() {
        let empty = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
        assert_eq!(check(&empty), Ok(()));
        // A memory of 64 bits.
        let wide = [&empty[..], &[5, 3, 1, 4, 1]].concat();
        assert!(check(&wide).is_err());
    }
}
