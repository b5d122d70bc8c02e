//! NPWP, the tax number of Indonesia: 15 digits, or 16 with a zero before them since 2024.
//!
//! Source: Directorate General of Taxes, PMK 112/PMK.03/2022, <https://www.pajak.go.id>. Nine digits of the tax payer, the
//! ninth by Luhn's scheme, three of the office, three of the branch. The 16 digits of a resident are the NIK and another rule.
//! Proves the check digit of the nine.

use super::{Check, all_same, digits_up_to, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = digits_up_to::<16>(text) else { return Check::Invalid };
    let payer = match (len, buffer[0]) {
        (15, _) => &buffer[..9],
        (16, 0) => &buffer[1..10],
        _ => return Check::Invalid,
    };
    (luhn(payer) && !all_same(payer)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["013000666091000", "01.300.066.6-091.000", "0013000666091000"],
        invalid: [
            ("013000667091000", "check digit"),
            ("1013000666091000", "16 digits that do not begin with 0"),
            ("01300066609100", "14 digits"),
            ("000000000091000", "zeros only"),
        ],
        catches: 55,
    }
}
