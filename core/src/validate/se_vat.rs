//! VAT number of Sweden: SE, ten digits by Luhn, 01.
//!
//! Source: Skatteverket, <https://www.skatteverket.se>.

use super::{Check, all_same, digits, inner_digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<12>(inner_digits(text)) else { return Check::Invalid };
    (luhn(&d[..10]) && d[10] == 0 && d[11] > 0 && !all_same(&d[..10])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["SE658318097801", "SE306941093801", "SE631258726101", "SE259225565301"],
        invalid: [("SE658318097901", "check digit"), ("SE65831809780", "one character less")],
        catches: 92,
    }
}
