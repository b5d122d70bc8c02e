//! Email address: local part, `@` (or `%40` in a URL), domain.
//!
//! Source: RFC 5321 (sizes, addresses in brackets), RFC 6531 (letters beyond ASCII), RFC 5890 (labels). Stricter than
//! these where text surrounds the address: the domain has a dot and ends in a label of letters or a punycode label; a
//! label does not go over from ASCII to another script (text that follows without a space); the names of assets
//! (`icon@2x.png`), of package versions and of repositories (`git@`) are refused. Proves the form, not that the mailbox exists.

use core::net::Ipv4Addr;

use super::Check;

/// What ends a file name or a system unit, and is no top-level domain; sorted.
const FILES: &[&str] = &[
    "avif", "bmp", "css", "csv", "eot", "gif", "gz", "htm", "html", "ico", "jar", "jpeg", "jpg", "js", "json", "jsx",
    "less", "lock", "log", "map", "mjs", "mount", "pdf", "php", "png", "po", "scope", "scss", "service", "slice",
    "socket", "svg", "tar", "tgz", "tiff", "timer", "ts", "tsx", "ttf", "txt", "webp", "whl", "woff", "xml", "yaml",
    "yarn", "yml",
];

// Bytes of UTF-8 all the way, which are decoded only where they are not ASCII.
pub(super) fn check(text: &[u8]) -> Check {
    let Some((local, domain)) = split(text) else { return Check::Invalid };
    let is_text = text.is_ascii() || str::from_utf8(text).is_ok();
    (is_text && is_local(local) && (is_domain(domain) || is_literal(domain))).into()
}

fn split(text: &[u8]) -> Option<(&[u8], &[u8])> {
    if let Some(at) = text.iter().rposition(|&byte| byte == b'@') {
        return Some((&text[..at], &text[at + 1..]));
    }
    let at = text.windows(3).rposition(|window| window == b"%40")?;
    Some((&text[..at], &text[at + 3..]))
}

fn is_local(local: &[u8]) -> bool {
    let dots = || local.starts_with(b".") || local.ends_with(b".") || local.windows(3).any(|window| window == b"...");
    let alphanumeric = || local.iter().any(u8::is_ascii_alphanumeric) || any_char(local, char::is_alphanumeric);
    local != b"git" && !dots() && alphanumeric()
}

fn any_char(text: &[u8], what: impl FnMut(char) -> bool) -> bool {
    !text.is_ascii() && str::from_utf8(text).is_ok_and(|text| text.chars().any(what))
}

fn is_literal(domain: &[u8]) -> bool {
    let address = domain.strip_prefix(b"[").and_then(|rest| rest.strip_suffix(b"]"));
    address.is_some_and(|address| str::from_utf8(address).is_ok_and(|address| address.parse::<Ipv4Addr>().is_ok()))
}

fn is_domain(domain: &[u8]) -> bool {
    let Some(dot) = domain.iter().rposition(|&byte| byte == b'.') else { return false };
    let (names, top) = (&domain[..dot], &domain[dot + 1..]);
    let mut names = names.split(|&byte| byte == b'.');
    let Some(first) = names.next().filter(|label| is_label(label)) else { return false };
    let number = first.strip_prefix(b"v").unwrap_or(first);
    let is_number = !number.is_empty() && number.iter().all(u8::is_ascii_digit);
    let scale = matches!(first, [b'1'..=b'4', b'x']);
    let version = is_number && names.clone().next().is_some_and(|label| label.first().is_some_and(u8::is_ascii_digit));
    domain.len() <= 253 && !scale && !version && is_top(top) && names.all(|label| is_label(label) && !is_glued(label))
}

fn is_label(label: &[u8]) -> bool {
    let outside =
        |c: char| !(c.is_ascii_alphanumeric() || c == '-' || !c.is_ascii() && (c.is_alphanumeric() || is_mark(c)));
    let inside = || label.iter().all(|&byte| IN_LABEL[usize::from(byte)]) && !any_char(label, outside);
    (1..=63).contains(&label.len()) && !label.starts_with(b"-") && !label.ends_with(b"-") && inside()
}

/// Bytes that a label may hold: ASCII letters, digits, the hyphen, and all beyond ASCII, which are to be decoded.
static IN_LABEL: [bool; 256] = {
    let mut table = [true; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        table[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'-';
        byte += 1;
    }
    table
};

/// Marks of the Indic scripts and of South-East Asia, which make part of a word and are no letters.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// ASCII and then a script other than Latin: a domain that ended, and the sentence that goes on.
fn is_glued(label: &[u8]) -> bool {
    label.first().is_some_and(u8::is_ascii_alphanumeric) && any_char(label, |c| c >= '\u{370}')
}

fn is_top(top: &[u8]) -> bool {
    if top.is_ascii() {
        let punycode = top.len() > 5 && top[..4].eq_ignore_ascii_case(b"xn--");
        let letters = || (2..=24).contains(&top.len()) && top.iter().all(u8::is_ascii_alphabetic);
        return if punycode { is_label(top) } else { letters() && !is_file(top) };
    }
    let Ok(text) = str::from_utf8(top) else { return false };
    // Scripts that write no spaces have top-level domains of six characters at most.
    let unspaced = text.chars().filter(|&c| c >= '\u{e00}').count();
    let most = if unspaced > 0 { 6 } else { 24 };
    let mixed = unspaced > 0 && unspaced < text.chars().count();
    !mixed && is_label(top) && !top.iter().any(u8::is_ascii) && (2..=most).contains(&text.chars().count())
}

fn is_file(top: &[u8]) -> bool {
    let Some(letter @ 0..26) = top.first().map(|first| usize::from(first.to_ascii_lowercase().wrapping_sub(b'a')))
    else {
        return false;
    };
    let named = &FILES[usize::from(FIRST_FILE[letter])..usize::from(FIRST_FILE[letter + 1])];
    named.iter().any(|file| file.as_bytes().eq_ignore_ascii_case(top))
}

/// Where the names with each letter begin in [`FILES`], which are sorted, and the end of the last.
static FIRST_FILE: [u8; 27] = {
    let mut table = [0; 27];
    let mut letter = 0;
    while letter < table.len() {
        let mut at = 0;
        while at < FILES.len() && FILES[at].as_bytes()[0] < b'a' + letter as u8 {
            at += 1;
        }
        table[letter] = at as u8;
        letter += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "bob@example.com", "john.o-brien+tag@mail.example.co.uk", "bob%40example.com", "j_1%x@163.com",
            "müller@bücher.example", "иван@пример.рф", "bob@例子.中国", "bob@xn--bcher-kva.example", "a..b@example.jp",
            "bob@xn--fsqu00a.xn--fiqs8s", "root@[192.0.2.1]", "BOB@EXAMPLE.MUSEUM", "bob@1.example.org",
        ],
        invalid: [
            ("example.com", "no @"),
            ("bob@host", "no dot"),
            ("@example.com", "no local part"),
            (".bob@example.com", "dot first"),
            ("bob.@example.com", "dot last"),
            ("see...bob@example.com", "an ellipsis"),
            ("bob@example.com谢谢", "text behind the domain"),
            ("bob@example.com或者www.example.org", "text inside the domain"),
            ("bob@example.com입니다.감사합니다", "text of two sentences"),
            ("bob@example.com.", "trailing dot"),
            ("bob@example.com-", "trailing hyphen"),
            ("bob@example..com", "empty label"),
            ("bob@-example.com", "label that starts with a hyphen"),
            ("bob@example.c", "top-level domain of one letter"),
            ("bob@example.c0m", "digit in the top-level domain"),
            ("icon@2x.png", "asset"),
            ("icon@2x.pn", "part of an asset"),
            ("react@18.2.0-beta.abc", "package version"),
            ("root@192.0.2.1", "an address without brackets"),
            ("user@1000.service", "system unit"),
            ("git@example.com", "repository"),
            ("+-@example.com", "no letter in the local part"),
        ],
        catches: 0,
    }
}
