//! Form fields, and the view of the crate `form_urlencoded`.

use super::{Part, values};
use crate::corpus::Rng;

/// A few fields, now and then behind a URL.
pub(super) fn make(rng: &mut Rng) -> Vec<u8> {
    let mut out = String::new();
    if rng.one_in(4) {
        out.push_str("https://example.com/");
        field(values::value(rng), rng, "%20", &mut out);
        out.push('?');
    }
    for nth in 0..1 + rng.below(5) {
        out.push_str(if nth == 0 { "" } else { "&" });
        field(values::name(rng), rng, "+", &mut out);
        if !rng.one_in(8) {
            out.push('=');
            field(values::value(rng), rng, "+", &mut out);
        }
    }
    out.into_bytes()
}

fn field(text: &str, rng: &mut Rng, space: &str, out: &mut String) {
    values::write(text, rng, out, |character, second| match character {
        ' ' if !second => space.to_owned(),
        // Senders leave those as they are.
        '@' | '.' | '-' | '_' | ':' | '[' | ']' if !second => character.to_string(),
        _ if character.is_ascii_alphanumeric() && !second => character.to_string(),
        _ => character.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("%{byte:02X}")).collect(),
    });
}

/// Names and values; what comes before a query as it stands.
pub(super) fn read(payload: &[u8]) -> Option<Vec<Part>> {
    let question = payload.iter().position(|byte| b"?=&".contains(byte)).filter(|&at| payload[at] == b'?');
    let mut parts = Vec::new();
    let mut fields = payload;
    if let Some(question) = question {
        parts.push(Part::Name(payload[..question].to_vec()));
        fields = &payload[question + 1..];
        if let Some(hash) = fields.iter().position(|&byte| byte == b'#') {
            read_fields(&fields[..hash], &mut parts);
            fields = &fields[hash + 1..];
        }
    }
    read_fields(fields, &mut parts);
    Some(parts)
}

fn read_fields(fields: &[u8], parts: &mut Vec<Part>) {
    for (name, value) in form_urlencoded::parse(fields) {
        parts.push(Part::Sign('&'));
        parts.extend([name, value].map(|text| Part::Value(text.into_owned().into_bytes())));
    }
}
