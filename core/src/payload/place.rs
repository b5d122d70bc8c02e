//! Where in a JSON text a byte stands: the keys that lead to it, and the member that it is of.

use std::borrow::Cow;

use super::escape;
use crate::limits::MAX_DEPTH;
use crate::span::Span;

/// Follows the structure of a JSON text, forward only. Tolerant: what is between tokens is not judged. Once the structure
/// does not add up, no place is known any more.
///
/// Cost: one pass over the text for any number of places, asked for in order.
pub(crate) struct Places<'t> {
    text: &'t [u8],
    /// Everything before is read.
    at: usize,
    /// The end of the string that starts at `at`, when it is known.
    string_end: usize,
    /// The containers that are open, innermost last.
    open: Vec<Level>,
    broken: bool,
}

#[derive(Clone, Copy)]
struct Level {
    object: bool,
    /// The text of the key of this member, between its quotes; empty before there is one.
    key: Span,
    /// The first byte of this member or item, if one has begun.
    start: Option<usize>,
    /// A colon has been read in this member: what follows is its value.
    value: bool,
    /// A string or a container stands where a key or a value belongs: another would be one too many.
    full: bool,
    /// The comma before this member.
    comma: Option<usize>,
}

/// A member of an object, or an item of a list, as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    /// From its first byte to its last: key, colon and value.
    pub(crate) span: Span,
    /// The comma before it.
    pub(crate) before: Option<usize>,
    /// The comma after it.
    pub(crate) after: Option<usize>,
}

impl<'t> Places<'t> {
    /// The start of a text.
    pub(crate) fn new(text: &'t [u8]) -> Self {
        Self { text, at: 0, string_end: 0, open: Vec::new(), broken: false }
    }

    /// The keys from the outermost to that of the value at `at`, an empty one for an item of a list; of a key, the path of
    /// its object. `None` where the structure does not tell. Places are asked for in order.
    pub(crate) fn path(&mut self, at: usize) -> Option<Vec<Cow<'t, [u8]>>> {
        self.advance(at);
        if self.broken {
            return None;
        }
        let named = self.open.iter().filter(|level| !level.object || level.value);
        Some(
            named
                .map(|level| if level.object { unescaped(&self.text[level.key.range()]) } else { Cow::default() })
                .collect(),
        )
    }

    /// The member that the byte at `at` is of. Places are asked for in order.
    ///
    /// Cost: the member is read to its end.
    pub(crate) fn member(&mut self, at: usize) -> Option<Member> {
        self.advance(at);
        let level = self.open.last().filter(|_| !self.broken)?;
        let start = level.start.unwrap_or(self.at);
        let (end, after) = self.end_of_member(self.at.max(start))?;
        Some(Member { span: Span::new(start, end), before: level.comma, after })
    }

    /// Reads on, up to the token that `to` is in.
    fn advance(&mut self, to: usize) {
        while !self.broken && self.at <= to && self.at < self.text.len() {
            let (at, byte) = (self.at, self.text[self.at]);
            if at == to && b"{}[],:".contains(&byte) {
                return;
            }
            match byte {
                // Outside of all containers there is no JSON, but a log line that starts with a bracket, say.
                b'"' if !self.open.is_empty() => {
                    if self.string_end <= at {
                        self.string(at);
                    }
                    if self.broken || to < self.string_end {
                        return;
                    }
                    self.at = self.string_end;
                    continue;
                }
                b'{' | b'[' => {
                    self.begin(at, true);
                    self.broken |= self.open.len() >= MAX_DEPTH
                        || self.open.last().is_some_and(|level| level.object && !level.value);
                    let object = byte == b'{';
                    let key = Span::new(0, 0);
                    self.open.push(Level { object, key, start: None, value: false, full: false, comma: None });
                }
                b'}' | b']' => {
                    self.broken |= self.open.pop().is_some_and(|level| level.object != (byte == b'}'));
                }
                b',' => {
                    if let Some(level) = self.open.last_mut() {
                        (level.start, level.value, level.full, level.comma) = (None, false, false, Some(at));
                    }
                }
                b':' => {
                    if let Some(level) = self.open.last_mut().filter(|level| level.object) {
                        // Only a key, which is a string, stands before it, and only once.
                        self.broken |= level.value || !level.full;
                        (level.value, level.full) = (true, false);
                    }
                }
                byte if byte.is_ascii_whitespace() => {}
                _ => self.begin(at, false),
            }
            self.at = at + 1;
        }
    }

    /// A string starts at `at`: a key, a value or an item.
    fn string(&mut self, at: usize) {
        match string_end(self.text, at) {
            Some(end) => {
                self.string_end = end;
                self.begin(at, true);
                if let Some(level) = self.open.last_mut().filter(|level| level.object && !level.value) {
                    level.key = Span::new(at + 1, end - 1);
                }
            }
            None => self.broken = true,
        }
    }

    /// A token starts at `at`: with it, perhaps, a member. A string or a container fills its place in an object.
    fn begin(&mut self, at: usize, fills: bool) {
        if let Some(level) = self.open.last_mut() {
            level.start.get_or_insert(at);
            if fills && level.object {
                self.broken |= level.full;
                level.full = true;
            }
        }
    }

    /// The end of the member that goes on at `from`, without the space behind, and the comma after it.
    fn end_of_member(&self, from: usize) -> Option<(usize, Option<usize>)> {
        let (mut at, mut depth, mut end) = (from, 0_usize, from);
        loop {
            match *self.text.get(at)? {
                b'"' => {
                    at = string_end(self.text, at)?;
                    end = at;
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth == 0 => return Some((end, None)),
                b'}' | b']' => depth -= 1,
                b',' if depth == 0 => return Some((end, Some(at))),
                byte if byte.is_ascii_whitespace() => {
                    at += 1;
                    continue;
                }
                _ => {}
            }
            at += 1;
            end = at;
        }
    }
}

/// Behind the closing quote of the string that opens at `at`.
fn string_end(text: &[u8], at: usize) -> Option<usize> {
    let mut from = at + 1;
    loop {
        let found = from + memchr::memchr2(b'"', b'\\', text.get(from..)?)?;
        if text[found] == b'"' {
            return Some(found + 1);
        }
        from = found + 2;
    }
}

/// A key as it reads.
fn unescaped(key: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memchr(b'\\', key).is_none() {
        return Cow::Borrowed(key);
    }
    let (mut plain, mut rest) = (Vec::new(), key);
    while let Some((&byte, more)) = rest.split_first() {
        match escape::decode(rest) {
            Some((character, len)) => {
                plain.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                rest = &rest[len..];
            }
            None => {
                plain.push(byte);
                rest = more;
            }
        }
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str, at: usize) -> Option<String> {
        let path = Places::new(text.as_bytes()).path(at)?;
        Some(path.iter().map(|key| String::from_utf8_lossy(key).into_owned()).collect::<Vec<_>>().join("/"))
    }

    /// The text with `@` where the place is.
    fn of(marked: &str) -> Option<String> {
        path(&marked.replace('@', ""), marked.find('@').unwrap())
    }

    #[test]
    fn paths_are_those_of_the_structure() {
        for (marked, expected) in [
            (r#"{"a":"@x"}"#, "a"),
            (r#"{"a":{"b":[1,{"c":"x@"}]}}"#, "a/b//c"),
            (r#"{"a":{"b":1},"d" : @12}"#, "d"),
            (r#"["a","@b"]"#, ""),
            (r#"[[1,@2]]"#, "/"),
            (r#"{"a,{[\"b":"}]{,:@"}"#, "a,{[\"b"),
            (r#"{"\u0065mail":"@"}"#, "email"),
            (r#"{"a":1,"k@ey":2}"#, ""),
            (r#"{"a":{"k@ey":2}}"#, "a"),
            (r#"{"a":1} {"b":"@"}"#, "b"),
        ] {
            assert_eq!(of(marked).as_deref(), Some(expected), "{marked}");
        }
    }

    #[test]
    fn what_does_not_add_up_has_no_places() {
        for marked in [
            r#"{"a":1]"b":"@"}"#,
            r#"{"a"}:[}"@"}"#,
            r#"{"a":"x, "b":"@}"#,
            r#"{{"a":"@"}}"#,
            r#"{1:"@"}"#,
            r#"{"a":"x" "b":"@"}"#,
            r#"{"a" "b":"@"}"#,
            r#"{"a":"@x"#,
        ] {
            assert_eq!(of(marked), None, "{marked}");
        }
        let deep = format!("{}1", "[".repeat(MAX_DEPTH + 1));
        assert_eq!(path(&deep, MAX_DEPTH + 1), None);
        assert!(path(&deep, MAX_DEPTH).is_some());
    }

    #[test]
    fn what_only_starts_as_json_does_has_no_keys() {
        for marked in ["[INFO] a 5\" @b", "[2026-11-25 12:00:01] {x} ], @", r#"[a "b" {"c":1}] @x"#] {
            assert_eq!(of(marked).as_deref(), Some(""), "{marked}");
        }
    }

    #[test]
    fn places_in_order_are_those_asked_for_alone() {
        let text = r#"{"a":{"b":["x","y,{",[true, null]],"c\"":{}},"d":"\\","e":[{"f":1.5e3},"g"]} [1]"#;
        let mut all = Places::new(text.as_bytes());
        for at in 0..text.len() {
            assert_eq!(all.path(at), Places::new(text.as_bytes()).path(at), "{at}");
        }
    }

    /// Any bytes, asked for in steps of any size: no panic, and the answers of a walk that asks once.
    #[test]
    fn any_text_is_followed() {
        let parts: [&[u8]; 14] =
            [b"{", b"}", b"[", b"]", b",", b":", b"\"", b"\\", b" ", b"a", b"1", b"\"k\":", b"\"v\"", b"\xff"];
        let mut seed = 1_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % below
        };
        for _ in 0..20_000 {
            let text: Vec<u8> = (0..random(12)).flat_map(|_| parts[random(parts.len())].to_vec()).collect();
            let (mut places, mut at) = (Places::new(&text), 0);
            while at <= text.len() {
                assert_eq!(places.path(at), Places::new(&text).path(at), "{} {at}", text.escape_ascii());
                let member = places.member(at);
                assert_eq!(member, Places::new(&text).member(at), "{} {at}", text.escape_ascii());
                assert!(member.is_none_or(|member| member.span.end <= text.len()));
                at += 1 + random(3);
            }
        }
    }

    #[test]
    fn members_with_their_commas() {
        let member = |marked: &str| {
            let text = marked.replace('@', "");
            let member = Places::new(text.as_bytes()).member(marked.find('@').unwrap()).unwrap();
            (text[member.span.range()].to_owned(), member.before.is_some(), member.after.is_some())
        };
        for (marked, span, before, after) in [
            (r#"{"a":"@x","b":1}"#, r#""a":"x""#, false, true),
            (r#"{"a":1, "b" : @12 , "c":3}"#, r#""b" : 12"#, true, true),
            (r#"{"a":1,"b":"@x" }"#, r#""b":"x""#, true, false),
            (r#"{"@a":{"x":[1,2]},"b":1}"#, r#""a":{"x":[1,2]}"#, false, true),
            (r#"[1, @2, 3]"#, "2", true, true),
            (r#"[{"a":"@}"}]"#, r#""a":"}""#, false, false),
        ] {
            assert_eq!(member(marked), (span.to_owned(), before, after), "{marked}");
        }
        assert_eq!(Places::new(br#"{"a":"x"#).member(6), None);
    }
}
