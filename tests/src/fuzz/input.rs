//! From bytes without meaning to text with something to find in it.

mod json;

use std::sync::OnceLock;

use crate::corpus::Rng;
use crate::rules::library;

/// Bytes that fragments are joined by, and that a reader of text may stumble over.
const JOINTS: [&str; 32] = [
    ": ", "=", "\n", ",", "\":\"", "\",\"", "{\"", "\"}", "[", "]", " ", "\":", "}\n{\"", "\r\n", "\t", " is ",
    "\u{a0}", "\u{200b}", "\u{2011}", "\\n", "\\u00", "\\ud835\\udfce", "\\", "\\\"", "\u{feff}", "\u{30fc}",
    "\u{ff0d}", "%20", "\0", "\u{fe0f}\u{200d}", "(", ")",
];

/// Most bytes of a text, so that no input takes long.
const LONGEST: usize = 1 << 16;

/// The text that an input stands for. By the first byte it is the rest as it is, or JSON, or made in a little language for
/// texts that hold something: ASCII stands for itself, `0x80..0xa0` for a joint, `0xa0` repeats what came last, and
/// the bytes above, with two more, for a fragment of our rules' examples and how it is spoilt.
pub fn text(data: &[u8]) -> Vec<u8> {
    let Some((mode, data)) = data.split_first() else { return Vec::new() };
    let mut text = match mode % 4 {
        0 => data.to_vec(),
        2 => json::json(&data[..data.len().min(LONGEST / 16)]),
        _ => composed(data),
    };
    text.truncate(LONGEST);
    text
}

fn composed(data: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    let mut last = 0;
    let mut bytes = data.iter().copied();
    while let Some(byte) = bytes.next()
        && text.len() < LONGEST
    {
        let before = text.len();
        match byte {
            0..0x80 => text.push(byte),
            0x80..0xa0 => text.extend_from_slice(JOINTS[usize::from(byte - 0x80)].as_bytes()),
            0xa0 => {
                let times = usize::from(bytes.next().unwrap_or(1)).min((LONGEST - before) / (before - last).max(1));
                for _ in 0..times {
                    text.extend_from_within(last..before);
                }
            }
            _ => {
                let index = usize::from(byte - 0xa1) << 8 | usize::from(bytes.next().unwrap_or(0));
                spoil(&fragments()[index % fragments().len()], bytes.next().unwrap_or(0), &mut text);
            }
        }
        if byte != 0xa0 {
            last = before;
        }
    }
    text
}

/// Appends a fragment as it is, or hidden, or with a small mistake.
fn spoil(fragment: &str, how: u8, text: &mut Vec<u8>) {
    let (how, at) = (how % 8, usize::from(how / 8));
    let mut put = |character: char| text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    match how {
        3 => fragment.chars().for_each(|c| put(wide(c))),
        4 => text.extend(fragment.encode_utf16().flat_map(|unit| format!("\\u{unit:04x}").into_bytes())),
        5 => fragment.chars().for_each(|c| put(if matches!(c, ' ' | '-') { '\u{a0}' } else { c })),
        6 => {
            let start = text.len();
            text.extend_from_slice(fragment.as_bytes());
            if let Some(digit) = text[start..].iter_mut().filter(|byte| byte.is_ascii_digit()).nth(at) {
                *digit = if *digit == b'9' { b'0' } else { *digit + 1 };
            }
        }
        7 => text.extend_from_slice(&fragment.as_bytes()[..fragment.len().min(at)]),
        _ => text.extend_from_slice(fragment.as_bytes()),
    }
}

fn wide(character: char) -> char {
    match character {
        '!'..='~' => char::from_u32(character as u32 - '!' as u32 + 0xff01).unwrap_or(character),
        other => other,
    }
}

/// What the rule files give as examples: the value, the whole text, and the words that name it.
fn fragments() -> &'static [String] {
    static FRAGMENTS: OnceLock<Vec<String>> = OnceLock::new();
    FRAGMENTS.get_or_init(|| {
        let mut fragments = Vec::new();
        for rule in library().rules() {
            for (example, _) in &rule.find {
                fragments
                    .extend(example.split_once('«').and_then(|(_, rest)| Some(rest.split_once('»')?.0.to_owned())));
                fragments.push(example.replace(['«', '»'], ""));
            }
            fragments.extend(rule.pass.iter().map(|(example, _)| example.clone()));
            for words in [&rule.words, &rule.hints, &rule.negative, &rule.keys] {
                fragments.extend(words.iter().take(4).filter(|word| !word.starts_with('@')).cloned());
            }
        }
        fragments
    })
}

/// A made-up text, as [`text`] reads it, after `head` bytes of anything.
pub fn generated(head: usize, rng: &mut Rng) -> Vec<u8> {
    let mut data: Vec<u8> = (0..head).map(|_| rng.bits() as u8).collect();
    data.push(rng.pick(&[0, 1, 1, 1, 1, 2, 2, 2]));
    for _ in 0..rng.below(24) {
        match rng.below(8) {
            0 => data.push(rng.bits() as u8),
            1 => data.extend_from_slice(&[0xa0, rng.below(12) as u8]),
            2 | 3 => data.push(0x80 + rng.below(32) as u8),
            4 => data.extend_from_slice(rng.digits(3).as_bytes()),
            _ => data.extend_from_slice(&[0xa1 + rng.below(16) as u8, rng.bits() as u8, rng.bits() as u8]),
        }
    }
    data
}
