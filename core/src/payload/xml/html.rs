//! What HTML leaves out: end tags, and tags in scripts (WHATWG HTML §13.1.2).

/// Elements without content, and without an end tag.
pub(super) fn is_void(name: &[u8]) -> bool {
    const VOID: [&str; 14] =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
    is_one_of(name, &VOID)
}

/// Elements whose content is text as it is, up to their end tag.
pub(super) fn is_raw(name: &[u8]) -> bool {
    is_one_of(name, &["script", "style"])
}

/// True when the open element ends where that one starts. Of a table, a row ends what is in it, and a part of it a row.
pub(super) fn ends_before(open: &[u8], starts: &[u8]) -> bool {
    const ALIKE: [&[&str]; 5] = [&["li"], &["p"], &["dt", "dd"], &["option"], &["td", "th"]];
    const TABLE: [&[&str]; 3] = [&["thead", "tbody", "tfoot"], &["tr"], &["td", "th"]];
    let level = |name| TABLE.iter().position(|names| is_one_of(name, names));
    ALIKE.iter().any(|names| is_one_of(open, names) && is_one_of(starts, names))
        || level(starts).is_some_and(|starts| level(open).is_some_and(|open| open >= starts))
}

/// Where the end tag of the raw element `name` starts, from `at` on.
pub(super) fn raw_end(text: &[u8], at: usize, name: &[u8]) -> Option<usize> {
    memchr::memmem::find_iter(&text[at..], b"</").map(|found| at + found).find(|&end| {
        let after = &text[end + 2..];
        let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        after.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name))
            && after.get(name.len()).is_some_and(ends)
    })
}

fn is_one_of(name: &[u8], names: &[&str]) -> bool {
    names.iter().any(|one| one.as_bytes().eq_ignore_ascii_case(name))
}
