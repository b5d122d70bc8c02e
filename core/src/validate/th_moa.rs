//! Number of a juristic person in Thailand (เลขทะเบียนนิติบุคคล): 13 digits that begin with 0.
//!
//! Source: Department of Business Development, <https://www.dbd.go.th>. The check digit is that of the identity number.
//! Proves the check digit; sums of 0 and 10 share one, as do 1 and 11.

use super::{Check, all_same, digits, th_tnin::last_checks};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    (d[0] == 0 && last_checks(&d) && !all_same(&d[1..12])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0994000617721", "0-99-4-000-61772-1"],
        invalid: [
            ("0994000617722", "check digit"),
            ("1994000617721", "a person's first digit"),
            ("099400061772", "12 digits"),
        ],
        catches: 82,
    }
}
