//! Decodes GB 18030 and Big5 with the tables of `encoding_rs`.

use encoding_rs::Encoding;
use tiyao::source::LegacyDecoder;

/// The tables of the Encoding Standard.
pub struct Tables;

impl LegacyDecoder for Tables {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        let encoding = Encoding::for_label(label.as_bytes())?;
        Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
    }
}
