//! IRD number of New Zealand: eight or nine digits, the last of which checks the others.
//!
//! Source: Inland Revenue, specification of RWT and NRWT certificates, section on IRD numbers, <https://www.ird.govt.nz>.
//! Between 10,000,000 and 150,000,000. Weights 3, 2, 7, 6, 5, 4, 3, 2; 11 less the sum mod 11, and 0 for 11; for 10 again with
//! weights 7, 4, 3, 2, 5, 2, 7, 6. Proves range and check digit.

use super::{Check, digits_up_to, number, weighted_sum};

const FIRST: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];
const SECOND: [u32; 8] = [7, 4, 3, 2, 5, 2, 7, 6];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len @ (8 | 9))) = digits_up_to::<9>(text) else { return Check::Invalid };
    let mut d = [0; 9];
    d[9 - len..].copy_from_slice(&buffer[..len]);
    let check = |weights| (11 - weighted_sum(&d[..8], weights) % 11) % 11;
    let expected = match check(&FIRST) {
        10 => check(&SECOND),
        first => first,
    };
    ((10_000_000..150_000_000).contains(&number(&d)) && u32::from(d[8]) == expected).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["49091850", "049-091-850", "136410132", "35901981"],
        invalid: [
            ("49091851", "check digit"),
            ("9125568", "7 digits"),
            ("009-125-568", "below ten millions"),
            ("936410132", "above the range"),
        ],
        catches: 90,
    }
}
