//! The names of the fields beside a field: those of the same object, row or line.

use crate::label;
use crate::span::Span;

/// Bytes that are looked at on either side.
pub(super) const WINDOW: usize = 512;

/// Hands the names of the fields beside the one whose name is at `name` and whose sign is at `sign` to `is`, until one is.
/// `None` where none is so far and more text may bring one.
pub(super) fn any(
    text: &[u8],
    closed: bool,
    name: Span,
    sign: usize,
    mut is: impl FnMut(&[u8]) -> bool,
) -> Option<bool> {
    let mut named = |at: usize, from: usize| {
        let found = label::find(text, at + 1, at.saturating_sub(super::NAME_WINDOW).max(from));
        found.is_some_and(|label| label.structured && label.span != name && is(&text[label.span.range()]))
    };
    let from = name.start.saturating_sub(WINDOW);
    let mut depth = 0_usize;
    for at in (from..name.start).rev() {
        match text[at] {
            b'}' | b']' => depth += 1,
            b'{' | b'[' if depth == 0 => break,
            b'{' | b'[' => depth -= 1,
            b'\n' if ends_line(&text[at + 1..]) => break,
            b':' | b'=' | b'>' if depth == 0 && named(at, from) => return Some(true),
            _ => {}
        }
    }
    depth = 0;
    let to = text.len().min(sign + WINDOW);
    for at in sign + 1..to {
        match text[at] {
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 0 => return Some(false),
            b'}' | b']' => depth -= 1,
            // How the next line starts is not asked where the window may end before it, however much text there is.
            b'\n' if at + LINE >= sign + WINDOW => return Some(false),
            b'\n' if at + LINE >= text.len() && !closed => return None,
            b'\n' if ends_line(&text[at + 1..]) => return Some(false),
            b':' | b'=' | b'>' if depth == 0 && named(at, sign + 1) => return Some(true),
            _ => {}
        }
    }
    if closed || to == sign + WINDOW { Some(false) } else { None }
}

/// Most bytes of the next line that are looked at.
const LINE: usize = 64;

/// True where the next line is not more of the same structure, as that of JSON or XML over several lines is.
fn ends_line(next: &[u8]) -> bool {
    let start = next.iter().take(LINE).find(|byte| !byte.is_ascii_whitespace());
    !start.is_some_and(|byte| b"\"'<{}[],".contains(byte))
}
