//! Corporate number of Japan (法人番号): 13 digits, the first of which checks the other twelve.
//!
//! Source: National Tax Agency, order of the Ministry of Finance no. 70 of 2014, <https://www.houjin-bangou.nta.go.jp>. From
//! the right weights 1 and 2 in turn; 9 less the sum modulo 9. With a T before it,
//! it is the number of an issuer of qualified invoices. Proves the check digit: a 0 for a 9 slips through.

use super::{Check, all_same, digits, weighted_sum};

const WEIGHTS: [u32; 12] = [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some([first, rest @ ..]) = digits::<13>(text.strip_prefix(b"T").unwrap_or(text)) else { return Check::Invalid };
    (u32::from(first) == 9 - weighted_sum(&rest, &WEIGHTS) % 9 && !all_same(&rest)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["7000012050002", "7-0000-1205-0002", "5835678256246", "T7000012050002"],
        invalid: [
            ("8000012050002", "check digit"),
            ("9000000000000", "zeros only"),
            ("700001205000", "12 digits"),
            ("70000120500020", "14 digits"),
        ],
        catches: 94,
    }
}
