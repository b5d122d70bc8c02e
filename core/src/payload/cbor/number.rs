//! Numbers of CBOR as text, and back.

use super::super::binary::{Short, float, integer};
use super::super::time;
use super::{BYTES, NEGATIVE, UNSIGNED, write_head};

/// The bytes of a number that a large one may have to be read as a number; more are read as bytes.
const MAX_BIGNUM: usize = 15;

/// An integer; 0 where the new text is none, or is out of range.
pub(super) fn write_integer(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    let number = integer(new).unwrap_or(0);
    match (u64::try_from(number), u64::try_from(-1 - number)) {
        (Ok(number), _) => write_head(UNSIGNED, number, out),
        (_, Ok(below)) => write_head(NEGATIVE, below, out),
        _ => write_head(UNSIGNED, 0, out),
    }
}

/// Seconds from 1970-01-01; 0 where the new text is no time.
pub(super) fn write_moment(new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    match time::read_timestamp(new) {
        Some((seconds, _)) => write_integer(Short::new(format_args!("{seconds}")).bytes(), old, out),
        None => write_integer(new, old, out),
    }
}

/// A large number: its bytes, the highest first.
pub(super) fn bignum(bytes: &[u8], negative: bool) -> Option<Short> {
    if bytes.len() > MAX_BIGNUM {
        return None;
    }
    let number = bytes.iter().fold(0, |number: i128, &byte| number << 8 | i128::from(byte));
    let number = if negative { -1 - number } else { number };
    Some(Short::new(format_args!("{number}")))
}

pub(super) fn write_bignum(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    write_magnitude(integer(new).filter(|&number| number >= 0).unwrap_or(0), out);
}

/// After the tag of negative numbers; -1, which is nearest to zero, where the new text is none.
pub(super) fn write_negative_bignum(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    write_magnitude(integer(new).filter(|&number| number < 0).map_or(0, |number| -1 - number), out);
}

fn write_magnitude(number: i128, out: &mut Vec<u8>) {
    let bytes = number.to_be_bytes();
    let bytes = &bytes[number.leading_zeros() as usize / 8..];
    write_head(BYTES, bytes.len() as u64, out);
    out.extend_from_slice(bytes);
}

/// A float of 16 bits (IEEE 754, binary16), as RFC 8949, appendix D, reads it.
pub(super) fn half(bits: u16) -> f64 {
    let (exponent, fraction) = (i32::from(bits >> 10 & 31), f64::from(bits & 0x3ff));
    let size = match exponent {
        0 => fraction * 2_f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (fraction + 1024.0) * 2_f64.powi(exponent - 25),
    };
    if bits & 0x8000 == 0 { size } else { -size }
}

/// A float: of the size that it had where that holds it; a half holds zero only.
pub(super) fn write_float(new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    let number = float(new);
    let single = number as f32;
    if number == 0.0 && old.len() == 3 {
        out.extend([0xf9, 0, 0]);
    } else if old.len() < 9 && (f64::from(single) == number || old.len() == 5 && single.is_finite()) {
        out.push(0xfa);
        out.extend_from_slice(&single.to_be_bytes());
    } else {
        out.push(0xfb);
        out.extend_from_slice(&number.to_be_bytes());
    }
}
