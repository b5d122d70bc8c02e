//! MessagePack, by the tables of its specification.

use super::Value;
use crate::corpus::Rng;

/// Appends the value. Heads are the shortest, or longer ones by chance; integers have any type that fits.
pub fn msgpack(value: &Value, rng: &mut Rng, out: &mut Vec<u8>) {
    match value {
        Value::Nothing => out.push(0xc0),
        Value::Truth(truth) => out.push(0xc2 + u8::from(*truth)),
        Value::Integer(number) => integer(*number, out),
        Value::Float(number) if f64::from(*number as f32) == *number && rng.one_in(2) => {
            out.push(0xca);
            out.extend((*number as f32).to_be_bytes());
        }
        Value::Float(number) => {
            out.push(0xcb);
            out.extend(number.to_be_bytes());
        }
        Value::Text(text) => string(text, rng, out),
        Value::Bytes(bytes) if rng.one_in(3) => {
            match bytes.len() {
                len @ (1 | 2 | 4 | 8 | 16) => out.push(0xd4 + len.ilog2() as u8),
                len => head(&[(0xc7, 1), (0xc8, 2), (0xc9, 4)], len, rng, out),
            }
            out.push(5);
            out.extend(bytes);
        }
        Value::Bytes(bytes) => {
            head(&[(0xc4, 1), (0xc5, 2), (0xc6, 4)], bytes.len(), rng, out);
            out.extend(bytes);
        }
        Value::List(items) => {
            count(0x90, 0xdc, items.len(), rng, out);
            items.iter().for_each(|item| msgpack(item, rng, out));
        }
        Value::Object(fields) => {
            count(0x80, 0xde, fields.len(), rng, out);
            for (name, value) in fields {
                string(name, rng, out);
                msgpack(value, rng, out);
            }
        }
    }
}

fn integer(number: i64, out: &mut Vec<u8>) {
    match number {
        -32..=127 => out.push(number as u8),
        128..=0xff => out.extend([0xcc, number as u8]),
        0x100..=0xffff_ffff => {
            out.push(0xce);
            out.extend((number as u32).to_be_bytes());
        }
        -0x8000..-32 => {
            out.push(0xd1);
            out.extend((number as i16).to_be_bytes());
        }
        _ => {
            out.push(if number < 0 { 0xd3 } else { 0xcf });
            out.extend(number.to_be_bytes());
        }
    }
}

fn string(text: &str, rng: &mut Rng, out: &mut Vec<u8>) {
    if text.len() < 32 && !rng.one_in(4) {
        out.push(0xa0 + text.len() as u8);
    } else {
        head(&[(0xd9, 1), (0xda, 2), (0xdb, 4)], text.len(), rng, out);
    }
    out.extend(text.as_bytes());
}

fn count(short: u8, long: u8, count: usize, rng: &mut Rng, out: &mut Vec<u8>) {
    if count < 16 && !rng.one_in(4) {
        out.push(short + count as u8);
    } else {
        head(&[(long, 2), (long + 1, 4)], count, rng, out);
    }
}

/// The first head with as many bytes of length as are needed, or one of those after it.
fn head(heads: &[(u8, usize)], len: usize, rng: &mut Rng, out: &mut Vec<u8>) {
    let fits = |&&(_, bytes): &&(u8, usize)| (len as u64) < 1 << (8 * bytes) && !rng.one_in(8);
    let &(head, bytes) = heads.iter().find(fits).unwrap_or(&heads[heads.len() - 1]);
    out.push(head);
    out.extend_from_slice(&(len as u32).to_be_bytes()[4 - bytes..]);
}
