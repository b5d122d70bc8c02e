//! VAT number and company number of Bulgaria (ЕИК): nine digits; ten for people.
//!
//! Source: Агенция по вписванията, <https://www.registryagency.bg>. Weights 1 to 8; where the sum modulo 11 is 10,
//! weights 3 to 10. Of ten digits the numbers of people, and for others weights 4, 3, 2, 7, 6, 5, 4, 3, 2.

use super::{Check, all_same, digits_up_to, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<10>(inner_digits(text)) else { return Check::Invalid };
    if len == 9 {
        let first = weighted_sum(&d[..8], &[1, 2, 3, 4, 5, 6, 7, 8]) % 11;
        let rest = if first < 10 { first } else { weighted_sum(&d[..8], &[3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10 };
        return (!all_same(&d[..9]) && rest == u32::from(d[8])).into();
    }
    let other = (11 - weighted_sum(&d, &[4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == u32::from(d[9]);
    let person = || super::bg_egn::check(text) == Check::Valid || super::bg_pnf::check(text) == Check::Valid;
    (len == 10 && !all_same(&d) && (other || person())).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["BG715580808", "BG131468368", "BG749984846", "BG302760154"],
        invalid: [("BG715580809", "check digit"), ("BG71558080", "one character less")],
        catches: 97,
    }
}
