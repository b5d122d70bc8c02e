//! JSON with something to find in it: always well formed.

use super::{fragments, spoil};

/// Deepest nesting.
const DEPTH: usize = 8;

/// An object or array whose members are chosen by the bytes.
pub(super) fn json(data: &[u8]) -> Vec<u8> {
    let mut bytes = data.iter().copied();
    let mut text = Vec::new();
    let mut open = Vec::new();
    let opens = |array: bool, text: &mut Vec<u8>, open: &mut Vec<bool>| {
        text.push(if array { b'[' } else { b'{' });
        open.push(array);
    };
    opens(bytes.next().is_some_and(|byte| byte % 4 == 0), &mut text, &mut open);
    while let Some(kind) = bytes.next() {
        if kind % 8 == 7 && open.len() > 1 {
            text.push(if open.pop() == Some(true) { b']' } else { b'}' });
            continue;
        }
        if !matches!(text.last(), Some(b'[' | b'{')) {
            text.extend_from_slice(if kind & 0x80 == 0 { b"," } else { b",\n  " });
        }
        if open.last() == Some(&false) {
            string(&fragment(&mut bytes), &mut text);
            text.extend_from_slice(if kind & 0x40 == 0 { b":" } else { b" : " });
        }
        match kind % 8 {
            0..=2 => string(&fragment(&mut bytes), &mut text),
            3 | 4 => number(&fragment(&mut bytes), kind, &mut text),
            5 => text.extend_from_slice(b"true"),
            _ if open.len() < DEPTH => opens(kind & 0x20 == 0, &mut text, &mut open),
            _ => text.extend_from_slice(b"null"),
        }
    }
    while let Some(array) = open.pop() {
        text.push(if array { b']' } else { b'}' });
    }
    text
}

fn fragment(bytes: &mut impl Iterator<Item = u8>) -> Vec<u8> {
    let (high, low) = (bytes.next().unwrap_or(0), bytes.next().unwrap_or(0));
    let mut fragment = Vec::new();
    let index = usize::from(high) << 8 | usize::from(low);
    spoil(&fragments()[index % fragments().len()], bytes.next().unwrap_or(0), &mut fragment);
    fragment
}

fn string(value: &[u8], text: &mut Vec<u8>) {
    serde_json::to_writer(text, &String::from_utf8_lossy(value)).expect("a string is JSON");
}

/// The digits of the value, as a number.
fn number(value: &[u8], kind: u8, text: &mut Vec<u8>) {
    let digits = value.iter().copied().filter(u8::is_ascii_digit).skip_while(|&digit| digit == b'0');
    let start = text.len();
    text.extend(digits);
    if start == text.len() {
        text.push(b'0');
    }
    if kind & 0x18 == 0x18 {
        text.extend_from_slice(b".25e1");
    }
}
