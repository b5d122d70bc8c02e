//! Permanent account number (PAN) of India: five letters, four digits, one letter.
//!
//! Source: Income-tax Act 1961 s. 139A and rule 114, Income Tax Department, <https://www.incometax.gov.in>. The fourth
//! letter is the class of the holder (P a person, C a company, H a Hindu undivided family, F a firm ...), the digits run
//! from 0001. How the last letter checks the others is not published: proves the structure only.

use super::{Check, alnum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some([a, b, c, class, name, serial @ .., last]) = alnum::<10>(text) else { return Check::Invalid };
    let letters = [a, b, c, class, name, last].iter().all(u8::is_ascii_uppercase);
    let digits = serial.iter().all(u8::is_ascii_digit) && serial != *b"0000";
    (letters && digits && b"ABCFGHJKLPT".contains(&class)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["ABCPE1234F", "aaapl1234c", "ABCPK 1234 F", "AAACZ1234D"],
        invalid: [
            ("AAADL1234C", "D is no class of holders"),
            ("AAAPL0000C", "the digits begin at 0001"),
            ("AAAP11234C", "a digit among the letters"),
            ("AAAPL12E4C", "a letter among the digits"),
            ("AAAPL12345", "a digit at the end"),
            ("AAAPL1234", "9 characters"),
        ],
        catches: 0,
    }
}
