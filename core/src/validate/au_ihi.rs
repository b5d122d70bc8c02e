//! IHI, the individual healthcare identifier of Australia: 800360, nine digits and a check digit.
//!
//! Source: Healthcare Identifiers Act 2010; Australian Digital Health Agency,
//! <https://developer.digitalhealth.gov.au/namespaces/id/hi/ihi/1.0/index.html>. The check digit is Luhn's over all 16.
//! Proves prefix and check digit, not that the number was issued.

use super::{Check, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<16>(text) else { return Check::Invalid };
    (d.starts_with(&[8, 0, 0, 3, 6, 0]) && luhn(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["8003608166690503", "8003 6081 6669 0503"],
        invalid: [
            ("8003608166690504", "check digit"),
            ("8003618166690502", "a provider, not a patient"),
            ("800360816669050", "15 digits"),
            ("80036081666905030", "17 digits"),
        ],
        catches: 100,
    }
}
