//! JSON Web Token: three parts of base64url with dots between (signed), or five (encrypted).
//!
//! Source: RFC 7519, with RFC 7515 section 3.1 and RFC 7516 section 3.1 for the two compact forms. The first part must
//! decode to a JSON object that has the member "alg". Proves neither the signature nor that the rest is JSON.

use super::{Check, base64};

const ALG: &[u8] = br#""alg""#;

pub(super) fn check(text: &[u8]) -> Check {
    let parts = text.split(|&byte| byte == b'.').count();
    let header = text.split(|&byte| byte == b'.').next().unwrap_or_default();
    (matches!(parts, 3 | 5) && names_algorithm(header)).into()
}

fn names_algorithm(header: &[u8]) -> bool {
    let (mut first, mut last, mut matched, mut found) = (None, 0, 0, false);
    for byte in base64(header) {
        let Some(byte) = byte else { return false };
        if !byte.is_ascii_whitespace() {
            first = first.or(Some(byte));
            last = byte;
        }
        // No proper prefix of `"alg"` ends in its first byte, so a mismatch can only start again with a quote.
        matched = if ALG.get(matched) == Some(&byte) { matched + 1 } else { usize::from(byte == b'"') };
        found |= matched == ALG.len();
    }
    first == Some(b'{') && last == b'}' && found
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            // The example of RFC 7519 section 3.1, line breaks in the header included.
            concat!(
                "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6",
                "Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
            ),
            // RFC 7519 section 6.1, unsecured.
            "eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODB9.",
            "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAECAwQFBgcICQoL.c2FtcGxl.AAAAAAAAAAAAAAAAAAAAAA",
        ],
        invalid: [
            ("eyJhbGciOiJub25lIn0.e30", "two parts"),
            ("eyJhbGciOiJub25lIn0.e30.a.b", "four parts"),
            ("eyJ0eXAiOiJKV1QifQ.e30.c2ln", "no alg"),
            ("eyJhbGciOiJub25lIg.e30.c2ln", "the header is cut"),
            ("WyJhbGciXQ.e30.c2ln", "an array"),
            ("eyJhbGciOiJub25lIn0*.e30.c2ln", "not base64url"),
        ],
        catches: 0,
    }
}
