/// A ZIP file (PKWARE APPNOTE 6.3) whose entries are stored as they are. Their time is the format's first moment: the
/// same entries give the same bytes.
#[derive(Default)]
pub struct Zip {
    file: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

/// Version 2.0, no flags, stored, 1980-01-01 00:00.
const HOW: [u8; 10] = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];

impl Zip {
    /// Puts an entry at the end; its name is plain ASCII.
    pub fn put(&mut self, name: &str, bytes: &[u8]) {
        let offset = self.file.len() as u32;
        let mut about = Vec::from(HOW);
        about.extend(crc32(bytes).to_le_bytes());
        about.extend((bytes.len() as u32).to_le_bytes());
        about.extend((bytes.len() as u32).to_le_bytes());
        about.extend((name.len() as u16).to_le_bytes());
        // No extra field.
        about.extend([0; 2]);
        self.file.extend(b"PK\x03\x04");
        self.file.extend(&about);
        self.file.extend(name.as_bytes());
        self.file.extend(bytes);
        // Made as version 2.0 too; no comment, the first disk, no attributes.
        self.directory.extend(b"PK\x01\x02\x14\x00");
        self.directory.extend(&about);
        self.directory.extend([0; 10]);
        self.directory.extend(offset.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.count += 1;
    }

    /// The file with its directory.
    pub fn end(mut self) -> Vec<u8> {
        let start = self.file.len() as u32;
        self.file.append(&mut self.directory);
        let size = self.file.len() as u32 - start;
        self.file.extend(b"PK\x05\x06\0\0\0\0");
        self.file.extend(self.count.to_le_bytes());
        self.file.extend(self.count.to_le_bytes());
        self.file.extend(size.to_le_bytes());
        self.file.extend(start.to_le_bytes());
        // No comment.
        self.file.extend([0; 2]);
        self.file
    }
}

/// The sum that a ZIP file checks an entry by (ISO 3309, reflected polynomial 0xEDB88320).
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = table();
    let step = |sum: u32, byte: &u8| TABLE[usize::from((sum as u8) ^ byte)] ^ (sum >> 8);
    !bytes.iter().fold(!0, step)
}

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        let (mut sum, mut bit) = (at as u32, 0);
        while bit < 8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
            bit += 1;
        }
        table[at] = sum;
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn sums_as_others_do() {
        assert_eq!((crc32(b""), crc32(b"123456789")), (0, 0xCBF4_3926), "the check value of CRC-32/ISO-HDLC");
    }
}
