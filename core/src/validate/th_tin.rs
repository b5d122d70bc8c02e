//! Tax number of Thailand (เลขประจำตัวผู้เสียภาษีอากร): 13 digits, the identity number of persons, that of the register of companies,
//! or the Revenue Department's own.
//!
//! Source: Revenue Department, <https://www.rd.go.th>. All have the check digit of the identity number.
//! Proves the check digit.

use super::{Check, all_same, digits, th_tnin::last_checks};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    (d[0] != 9 && last_checks(&d) && !all_same(&d[1..12])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0994000617721", "1-2345-45678-78-1", "3100600445635"],
        invalid: [
            ("0994000617722", "check digit"),
            ("9994000617721", "no kind 9"),
            ("099400061772", "12 digits"),
        ],
        catches: 82,
    }
}
