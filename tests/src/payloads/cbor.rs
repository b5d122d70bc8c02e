//! CBOR, by RFC 8949 §3.

use super::Value;
use crate::corpus::Rng;

/// Appends the value. By chance, counts are left open and strings come in chunks.
pub fn cbor(value: &Value, rng: &mut Rng, out: &mut Vec<u8>) {
    match value {
        Value::Nothing => out.push(0xf6),
        Value::Truth(truth) => out.push(0xf4 + u8::from(*truth)),
        Value::Integer(number) if *number < 0 => head(1, !*number as u64, out),
        Value::Integer(number) => head(0, *number as u64, out),
        Value::Float(number) if f64::from(*number as f32) == *number && rng.one_in(2) => {
            out.push(0xfa);
            out.extend((*number as f32).to_be_bytes());
        }
        Value::Float(number) => {
            out.push(0xfb);
            out.extend(number.to_be_bytes());
        }
        Value::Text(text) => string(3, text, rng, out),
        Value::Bytes(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => string(2, text, rng, out),
            Err(_) => {
                head(2, bytes.len() as u64, out);
                out.extend(bytes);
            }
        },
        Value::List(items) => {
            let open = rng.one_in(3);
            count(4, open, items.len(), out);
            items.iter().for_each(|item| cbor(item, rng, out));
            close(open, out);
        }
        Value::Object(fields) => {
            let open = rng.one_in(3);
            count(5, open, fields.len(), out);
            for (name, value) in fields {
                string(3, name, rng, out);
                cbor(value, rng, out);
            }
            close(open, out);
        }
    }
}

/// A text or bytes; in chunks of whole characters by chance.
fn string(major: u8, text: &str, rng: &mut Rng, out: &mut Vec<u8>) {
    if !rng.one_in(4) {
        head(major, text.len() as u64, out);
        return out.extend(text.as_bytes());
    }
    out.push(major << 5 | 31);
    let mut rest = text;
    while !rest.is_empty() {
        let at = (1 + rng.below(rest.len() as u64) as usize..=rest.len()).find(|&at| rest.is_char_boundary(at));
        let (chunk, after) = rest.split_at(at.unwrap_or(rest.len()));
        head(major, chunk.len() as u64, out);
        out.extend(chunk.as_bytes());
        rest = after;
    }
    out.push(0xff);
}

fn count(major: u8, open: bool, count: usize, out: &mut Vec<u8>) {
    if open {
        out.push(major << 5 | 31);
    } else {
        head(major, count as u64, out);
    }
}

fn close(open: bool, out: &mut Vec<u8>) {
    if open {
        out.push(0xff);
    }
}

fn head(major: u8, argument: u64, out: &mut Vec<u8>) {
    let bytes = argument.to_be_bytes();
    match argument {
        0..24 => out.push(major << 5 | argument as u8),
        24..0x100 => out.extend([major << 5 | 24, bytes[7]]),
        0x100..0x1_0000 => out.extend([major << 5 | 25, bytes[6], bytes[7]]),
        0x1_0000..0x1_0000_0000 => {
            out.push(major << 5 | 26);
            out.extend_from_slice(&bytes[4..]);
        }
        _ => {
            out.push(major << 5 | 27);
            out.extend_from_slice(&bytes);
        }
    }
}
