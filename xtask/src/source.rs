//! Rust sources without what is no code: the lengths and lines of the text stay as they are.

/// Comments, strings and characters made blank.
pub fn code(text: &str) -> String {
    blank(text, true)
}

/// Comments made blank.
pub fn without_comments(text: &str) -> String {
    blank(text, false)
}

/// What comes after `#[cfg(test)]`, up to the end of the item, made blank in both: `code` tells where it ends.
pub fn without_tests(code: &str, text: &str) -> String {
    let mut kept = text.as_bytes().to_vec();
    for (at, attribute) in code.match_indices("#[cfg(test)]") {
        let end = item_end(code.as_bytes(), at + attribute.len());
        wipe(&mut kept[at..end]);
    }
    lossless(kept)
}

/// The number of the line that holds the byte, from 1.
pub fn line_of(text: &str, at: usize) -> usize {
    1 + text.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count()
}

/// The places where a word stands by itself.
pub fn words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> {
    let letter = |byte: Option<&u8>| byte.is_some_and(|&byte| is_word(byte));
    let bytes = text.as_bytes();
    text.match_indices(word).map(|(at, _)| at).filter(move |&at| {
        !letter(at.checked_sub(1).and_then(|before| bytes.get(before))) && !letter(bytes.get(at + word.len()))
    })
}

/// True for what a name is made of.
pub fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Where the item ends that starts there, in code.
pub fn item_end(code: &[u8], from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.iter().enumerate().skip(from) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth <= 1 => return at + 1,
            b'}' => depth -= 1,
            b';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}

fn blank(text: &str, strings: bool) -> String {
    let bytes = text.as_bytes();
    let mut kept = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let (len, gone) = match rest[0] {
            b'/' if rest.starts_with(b"//") => (line_len(rest), true),
            b'/' if rest.starts_with(b"/*") => (comment_len(rest), true),
            b'"' => (string_len(rest), strings),
            b'r' if !after_word(bytes, at) => raw_len(rest).map_or((1, false), |len| (len, strings)),
            b'\'' => character_len(rest).map_or((1, false), |len| (len, strings)),
            _ => (1, false),
        };
        if gone {
            wipe(&mut kept[at..at + len]);
        }
        at += len;
    }
    lossless(kept)
}

/// A name ends right before: `r` belongs to it. The `b` and `c` of byte and C strings do not count.
fn after_word(bytes: &[u8], at: usize) -> bool {
    match at.checked_sub(1).map(|before| bytes[before]) {
        Some(b'b' | b'c') => after_word(bytes, at - 1),
        Some(byte) => is_word(byte),
        None => false,
    }
}

fn line_len(rest: &[u8]) -> usize {
    rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len())
}

fn comment_len(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        if rest[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += 1;
        }
    }
    at
}

fn string_len(rest: &[u8]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != b'"' {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    rest.len().min(at + 1)
}

/// The length of a raw string, `None` when it is none.
fn raw_len(rest: &[u8]) -> Option<usize> {
    let hashes = rest[1..].iter().take_while(|&&byte| byte == b'#').count();
    if rest.get(1 + hashes) != Some(&b'"') {
        return None;
    }
    let mut end = vec![b'"'];
    end.resize(1 + hashes, b'#');
    let from = 2 + hashes;
    let len = rest[from..].windows(end.len()).position(|window| window == end);
    Some(len.map_or(rest.len(), |len| from + len + end.len()))
}

/// The length of a character, `None` when it is a lifetime.
fn character_len(rest: &[u8]) -> Option<usize> {
    if rest.get(1) == Some(&b'\\') {
        let end = rest.iter().skip(3).position(|&byte| byte == b'\'')?;
        return Some(end + 4);
    }
    let text = std::str::from_utf8(&rest[1..rest.len().min(5)]);
    let first = match &text {
        Ok(text) => text.chars().next()?,
        Err(error) => std::str::from_utf8(&rest[1..=error.valid_up_to()]).ok()?.chars().next()?,
    };
    (rest.get(1 + first.len_utf8()) == Some(&b'\'')).then_some(2 + first.len_utf8())
}

fn wipe(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
}

/// Whole characters were wiped, or none of their bytes.
fn lossless(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_is_left() {
        let text = r##"let a = "x // y"; // unsafe
let b = r#"un"safe"#; /* a /* b */ c */ let c = b'"';
fn f<'a>(x: &'a str) { let d = '\''; let e = 'é'; let bar = br"q"; }"##;
        let blanked = code(text);
        assert_eq!(blanked.len(), text.len());
        for gone in ["unsafe", "un\"safe", "x //", "/*", "é", "q\""] {
            assert!(!blanked.contains(gone), "{gone}: {blanked}");
        }
        for kept in ["let a = ", "let c = b", "fn f<'a>(x: &'a str)", "let bar = b"] {
            assert!(blanked.contains(kept), "{kept}: {blanked}");
        }
        assert!(without_comments(text).contains("x // y") && !without_comments(text).contains("unsafe"));
    }

    #[test]
    fn tests_are_left_out() {
        let text =
            "fn a() {}\n#[cfg(test)]\nmod tests { fn b() { x!(\"}\") } }\nfn c() {}\n#[cfg(test)]\nuse d;\nfn e() {}";
        let kept = without_tests(&code(text), text);
        assert!(kept.contains("fn a") && kept.contains("fn c") && kept.contains("fn e"), "{kept}");
        assert!(!kept.contains("fn b") && !kept.contains("use d"), "{kept}");
        assert_eq!(line_of(&kept, kept.find("fn c").unwrap()), 4);
    }

    #[test]
    fn words_stand_by_themselves() {
        assert_eq!(words("unsafe_code unsafe(x) not_unsafe", "unsafe").collect::<Vec<_>>(), [12]);
    }
}
