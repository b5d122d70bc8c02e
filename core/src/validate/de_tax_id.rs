//! Identifikationsnummer (Steuer-ID) of Germany: ten digits and a check digit, not beginning with 0.
//!
//! Source: § 139b Abgabenordnung; rules of the digits and the check in "Prüfung der Steuer- und
//! Steueridentifikatsnummer" of the Bayerisches Landesamt für Steuern, <https://www.elster.de>. ISO 7064 MOD 11,10. Of the
//! first ten digits one occurs twice, or since 2016 also three times but not in three places running; the others once.
//! Proves these, not that the number was issued.

use super::{Check, digits, mod_11_10};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    (d[0] != 0 && mod_11_10(&d) && repeats(&d[..10])).into()
}

/// True when one digit occurs two or three times, but not in three places running, and no other one more than once.
fn repeats(body: &[u8]) -> bool {
    // A bit a digit in each.
    let (mut once, mut twice, mut thrice, mut more) = (0_u16, 0_u16, 0_u16, 0_u16);
    for &digit in body {
        let bit = 1 << digit;
        more |= thrice & bit;
        thrice |= twice & bit;
        twice |= once & bit;
        once |= bit;
    }
    let run_of_three = || body.windows(3).any(|w| w[0] == w[1] && w[1] == w[2]);
    twice.is_power_of_two() && more == 0 && (thrice == 0 || !run_of_three())
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["86095742719", "47 036 892 816", "65929970489", "57549285017", "25768131411"],
        invalid: [
            ("86095742718", "check digit"),
            ("02476291358", "first digit 0: for test data"),
            ("12345678903", "no digit occurs twice"),
            ("11223456785", "two digits occur twice"),
            ("11145678924", "three times running"),
            ("8609574271", "10 digits"),
        ],
        catches: 100,
    }
}
