//! Email address: local part, `@` (or `%40` in a URL), domain.
//!
//! Source: RFC 5321 (sizes, addresses in brackets), RFC 6531 (letters beyond ASCII), RFC 5890 (labels). Stricter than
//! these where text surrounds the address: the domain has a dot and ends in a label of letters or a punycode label; a
//! label does not go over from ASCII to another script (text that follows without a space); the names of assets
//! (`icon@2x.png`), of package versions and of repositories (`git@`) are refused. Proves the form, not that the mailbox exists.

use core::net::Ipv4Addr;

use super::Check;

/// What ends a file name or a system unit, and is no top-level domain.
const FILES: &[&str] = &[
    "avif", "bmp", "css", "csv", "eot", "gif", "gz", "htm", "html", "ico", "jar", "jpeg", "jpg", "js", "json", "jsx",
    "less", "lock", "log", "map", "mjs", "mount", "pdf", "php", "png", "po", "scope", "scss", "service", "slice",
    "socket", "svg", "tar", "tgz", "tiff", "timer", "ts", "tsx", "ttf", "txt", "webp", "whl", "woff", "xml", "yaml",
    "yarn", "yml",
];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((local, domain)) = str::from_utf8(text).ok().and_then(split) else { return Check::Invalid };
    (is_local(local) && (is_domain(domain) || is_literal(domain))).into()
}

fn split(text: &str) -> Option<(&str, &str)> {
    text.rsplit_once('@').or_else(|| text.rsplit_once("%40"))
}

fn is_local(local: &str) -> bool {
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("...");
    !dots && local != "git" && local.chars().any(char::is_alphanumeric)
}

fn is_literal(domain: &str) -> bool {
    let address = domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    address.is_some_and(|address| address.parse::<Ipv4Addr>().is_ok())
}

fn is_domain(domain: &str) -> bool {
    let Some((names, top)) = domain.rsplit_once('.') else { return false };
    let mut names = names.split('.');
    let Some(first) = names.next().filter(|label| is_label(label)) else { return false };
    let number = first.strip_prefix('v').unwrap_or(first);
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let scale = matches!(first, "1x" | "2x" | "3x" | "4x");
    let version =
        is_number && names.clone().next().is_some_and(|label| label.starts_with(|c: char| c.is_ascii_digit()));
    domain.len() <= 253 && !scale && !version && is_top(top) && names.all(|label| is_label(label) && !is_glued(label))
}

fn is_label(label: &str) -> bool {
    let inside =
        |c: char| c.is_ascii_alphanumeric() || c == '-' || !c.is_ascii() && (c.is_alphanumeric() || is_mark(c));
    (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-') && label.chars().all(inside)
}

/// Marks of the Indic scripts and of South-East Asia, which make part of a word and are no letters.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// ASCII and then a script other than Latin: a domain that ended, and the sentence that goes on.
fn is_glued(label: &str) -> bool {
    label.starts_with(|c: char| c.is_ascii_alphanumeric()) && label.chars().any(|c| c >= '\u{370}')
}

fn is_top(top: &str) -> bool {
    if top.is_ascii() {
        let punycode = top.len() > 5 && top.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("xn--"));
        let letters = (2..=24).contains(&top.len()) && top.bytes().all(|byte| byte.is_ascii_alphabetic());
        return is_label(top) && (punycode || letters && !FILES.iter().any(|file| file.eq_ignore_ascii_case(top)));
    }
    // Scripts that write no spaces have top-level domains of six characters at most.
    let unspaced = top.chars().filter(|&c| c >= '\u{e00}').count();
    let most = if unspaced > 0 { 6 } else { 24 };
    let mixed = unspaced > 0 && unspaced < top.chars().count();
    !mixed && is_label(top) && !top.bytes().any(|byte| byte.is_ascii()) && (2..=most).contains(&top.chars().count())
}

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
