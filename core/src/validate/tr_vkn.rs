//! Tax number of Türkiye (VKN): ten digits.
//!
//! Source: Gelir İdaresi Başkanlığı, <https://www.gib.gov.tr>. Each digit and its distance from the right, modulo
//! 10, times that power of two, modulo 9; the sum and the check digit are a multiple of 10.

use super::{Check, digits};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    let valid = {
        let value = |(i, &d): (usize, &u8)| {
            let shifted = (u32::from(d) + 9 - i as u32) % 10;
            let value = shifted * (1 << (9 - i)) % 9;
            if shifted != 0 && value == 0 { 9 } else { value }
        };
        let sum: u32 = d[..9].iter().enumerate().map(value).sum();
        (sum + u32::from(d[9])).is_multiple_of(10)
    };
    valid.into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["6140080331", "3810001516", "4883569939", "3296322535"],
        invalid: [("6140080332", "check digit"), ("614008033", "one character less")],
        catches: 100,
    }
}
