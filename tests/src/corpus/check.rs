//! Check digits, computed. `verify` holds the other formulation, which tests them.

/// The digits of `text`, other characters left out.
pub(crate) fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// The sum of digit times weight, digit by digit from the left.
pub(crate) fn weighted(text: &str, weights: &[u32]) -> u32 {
    digits(text).iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// The Luhn check digit of `payload` (ISO/IEC 7812-1, annex B).
pub(crate) fn luhn(payload: &str) -> u32 {
    let sum: u32 = digits(payload)
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &digit)| match place % 2 {
            0 => digit * 2 / 10 + digit * 2 % 10,
            _ => digit,
        })
        .sum();
    (10 - sum % 10) % 10
}

/// `payload` with its Luhn check digit.
pub(crate) fn with_luhn(payload: &str) -> String {
    format!("{payload}{}", luhn(payload))
}

/// The remainder by 97 of `text` read as one number, letters as A = 10 … Z = 35 (ISO/IEC 7064).
pub(crate) fn mod_97(text: &str) -> u32 {
    text.chars().filter_map(|c| c.to_digit(36)).fold(0, |rest, value| {
        let shift = if value > 9 { 100 } else { 10 };
        (rest * shift + value) % 97
    })
}

/// The check digit of ISO/IEC 7064 MOD 11,10.
pub(crate) fn mod_11_10(payload: &str) -> u32 {
    let product = digits(payload).iter().fold(10, |product, digit| {
        let sum = match (product + digit) % 10 {
            0 => 10,
            sum => sum,
        };
        sum * 2 % 11
    });
    (11 - product) % 10
}

/// The check digit of Verhoeff's scheme, in the arithmetic of the dihedral group D5.
pub(crate) fn verhoeff(payload: &str) -> u32 {
    const TURN: [usize; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let mut check = 0;
    for (place, &digit) in digits(payload).iter().rev().enumerate() {
        let mut value = digit as usize;
        for _ in 0..=place % 8 {
            value = TURN[value];
        }
        check = dihedral(check, value as u32);
    }
    if check < 5 { (5 - check) % 5 } else { check }
}

fn dihedral(a: u32, b: u32) -> u32 {
    match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => (a + b) % 5 + 5,
        (false, true) => (a - b) % 5 + 5,
        (false, false) => (a + 5 - b) % 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_specimens() {
        assert_eq!(luhn("7992739871"), 3, "Luhn's patent example");
        assert_eq!(verhoeff("236"), 3, "Verhoeff's example");
        assert_eq!(mod_97("WEST12345698765432GB82"), 1, "IBAN of ECBS");
        assert_eq!(mod_11_10("0794"), 5, "ISO 7064 example");
        assert_eq!(weighted("123", &[3, 2, 1]), 10);
    }
}
