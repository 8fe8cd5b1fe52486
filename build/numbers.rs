//! Numbers in LEB128: seven bits a byte, the lower first, the eighth bit where more follow.

/// Adds `number` to `out`.
pub fn write(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
