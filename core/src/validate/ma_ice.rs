//! ICE of Morocco (identifiant commun de l'entreprise): nine digits of the enterprise, four of the establishment, and two
//! that check the others.
//!
//! Issued by OMPIC for the tax administration (DGI) and others, <https://www.ice.gov.ma>, which publish no check scheme
//! that we know of. Found by experiment with an independent implementation: the number is a multiple of 97.
//! Right check digits prove that (any 15 digits pass once in 97 times), not that the number was issued.

use super::{Check, all_same, digits, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<15>(text) else { return Check::Invalid };
    (!all_same(&d) && number(&d).is_multiple_of(97)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["002718281000008", "003141592000121", "001414213 0045 67", "004 669 201 001 212", "001414213-0045-67"],
        invalid: [
            ("002718281000009", "check digits"),
            ("002718218000008", "two digits swapped"),
            ("000000000000000", "all the same"),
            ("00271828100000", "14 digits"),
            ("0027182810000080", "16 digits"),
            ("00271828100000O", "a letter"),
        ],
        catches: 100,
    }
}
