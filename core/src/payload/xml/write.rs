//! New text in each of the places of a document.

/// Text between tags, or in quotes.
pub(super) fn text(new: &[u8], out: &mut Vec<u8>) {
    for &byte in new {
        match byte {
            b'&' => out.extend(b"&amp;"),
            b'<' => out.extend(b"&lt;"),
            b'>' => out.extend(b"&gt;"),
            b'"' => out.extend(b"&quot;"),
            // In an attribute, a reader takes them for spaces.
            b'\'' | b'\t' | b'\n' | b'\r' => out.extend(format!("&#{byte};").as_bytes()),
            _ => out.push(byte),
        }
    }
}

/// The value of an attribute without quotes, which needs a byte.
pub(super) fn bare(new: &[u8], out: &mut Vec<u8>) {
    if new.is_empty() {
        out.push(b'_');
    }
    for &byte in new {
        match byte {
            0..=b' ' | b'=' | b'`' => out.extend(format!("&#{byte};").as_bytes()),
            _ => text(&[byte], out),
        }
    }
}

/// A name: what names have no place for becomes `_`, and one that starts in no such way starts with it.
pub(super) fn name(new: &[u8], out: &mut Vec<u8>) {
    if new.first().is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.')) {
        out.push(b'_');
    }
    replace(new, |byte| byte.is_ascii() && !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'.' | b':'), out);
}

/// A comment, which two hyphens end.
pub(super) fn comment(new: &[u8], out: &mut Vec<u8>) {
    replace(new, |byte| matches!(byte, b'-' | b'<' | b'>' | b'!'), out);
}

/// A declaration or an instruction.
pub(super) fn aside(new: &[u8], out: &mut Vec<u8>) {
    replace(new, |byte| b"<>[]\"'?%&-".contains(&byte), out);
}

/// A script or a style: nothing that ends a string in it, or the element.
pub(super) fn raw(new: &[u8], out: &mut Vec<u8>) {
    replace(new, |byte| b"<>\"'`\\\n\r".contains(&byte), out);
}

/// All of a CDATA section, in two where it would end too early.
pub(super) fn cdata(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    let mut from = 0;
    for end in memchr::memmem::find_iter(new, b"]]>") {
        out.extend_from_slice(&new[from..end + 2]);
        out.extend(b"]]><![CDATA[");
        from = end + 2;
    }
    out.extend_from_slice(&new[from..]);
}

/// Appends text with `_` for what would end the place it stands in. Nothing at all is `_`, too: what is around it would
/// come together, and may mean something.
fn replace(new: &[u8], ends: impl Fn(u8) -> bool, out: &mut Vec<u8>) {
    let new = if new.is_empty() { b"_" } else { new };
    out.extend(new.iter().map(|&byte| if ends(byte) { b'_' } else { byte }));
}
