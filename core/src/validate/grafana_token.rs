//! Tokens of Grafana's service accounts: `glsa_`, 32 letters and digits, `_`, and a CRC-32 in hexadecimal.
//!
//! Source: <https://grafana.com/docs/grafana/latest/administration/service-accounts/> and the code that is public,
//! <https://github.com/grafana/grafana>: the CRC is over prefix and secret, and written lowest byte first. Grafana Cloud's
//! tokens (`glc_`) and old API keys have no check: `Valid`.

use super::{Check, crc32};

pub(super) fn check(text: &[u8]) -> Check {
    if !text.starts_with(b"glsa_") {
        return (text.starts_with(b"glc_") || text.starts_with(b"eyJrIjoi")).into();
    }
    let Some((body, sum)) = text.split_last_chunk::<8>() else { return Check::Invalid };
    let Some(body) = body.strip_suffix(b"_") else { return Check::Invalid };
    let spelt = sum.iter().try_fold(0_u32, |sum, &digit| Some(sum << 4 | char::from(digit).to_digit(16)?));
    (spelt == Some(crc32(body).swap_bytes())).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [concat!("glsa_", "EXAMPLEexample0EXAMPLEexample0EX", "_df152c7d"), "glc_EXAMPLE"],
        invalid: [
            (concat!("glsa_", "EXAMPLEexample0EXAMPLEexample0EX", "_00000000"), "checksum"),
            (concat!("glsa_", "EXAMPLEexample1EXAMPLEexample0EX", "_df152c7d"), "one digit changed"),
            ("glsa_", "nothing after the prefix"),
        ],
        catches: 100,
    }
}
