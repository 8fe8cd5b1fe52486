//! What the page may weigh.

use std::fmt;

/// The limits in kilobytes of 1000 bytes.
pub struct Limits {
    /// Of the wasm, gzipped.
    pub wasm_kb: u32,
    /// Of the one file.
    pub file_kb: u32,
}

/// What was built, in bytes.
pub struct Sizes {
    /// The page's wasm, gzipped.
    pub wasm: usize,
    /// The wasm of the parts that start later, gzipped.
    pub parts: usize,
    /// The one file.
    pub file: usize,
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [wasm, parts, file] = [self.wasm, self.parts, self.file].map(|bytes| bytes.div_ceil(1000));
        write!(out, "wasm {wasm} KB gzip, parts that start later {parts} KB, tiyao.html {file} KB")
    }
}

impl Limits {
    /// Whether the sizes keep within the limits; else which one does not.
    pub fn check(&self, sizes: &Sizes) -> Result<(), String> {
        for (what, bytes, limit) in
            [("the wasm (gzip)", sizes.wasm, self.wasm_kb), ("tiyao.html", sizes.file, self.file_kb)]
        {
            if bytes > limit as usize * 1000 {
                return Err(format!("{what} is {} KB, over its limit of {limit} KB", bytes.div_ceil(1000)));
            }
        }
        Ok(())
    }
}

/// The bytes, gzipped by zopfli, which finds some 5% more than zlib does; the same bytes give the same result.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut packed = Vec::new();
    // Code and tables change their kind often; the 15 blocks that zopfli allows itself cost 1% more.
    let options = zopfli::Options { maximum_block_splits: 200, ..Default::default() };
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed)
        .map_err(|error| format!("cannot gzip: {error}"))?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_too_large() {
        let limits = Limits { wasm_kb: 2, file_kb: 4 };
        assert_eq!(limits.check(&Sizes { wasm: 2000, parts: 0, file: 4000 }), Ok(()));
        let wasm = limits.check(&Sizes { wasm: 2001, parts: 0, file: 4000 });
        assert_eq!(wasm, Err("the wasm (gzip) is 3 KB, over its limit of 2 KB".into()));
        let file = limits.check(&Sizes { wasm: 1, parts: 9000, file: 4001 });
        assert_eq!(file, Err("tiyao.html is 5 KB, over its limit of 4 KB".into()));
    }

    #[test]
    fn gzips_the_same_each_time() {
        let bytes = b"wasm".repeat(1000);
        let packed = gzip(&bytes).unwrap();
        assert!(packed.starts_with(&[0x1f, 0x8b]) && packed.len() < 100);
        assert_eq!(packed, gzip(&bytes).unwrap());
    }
}
