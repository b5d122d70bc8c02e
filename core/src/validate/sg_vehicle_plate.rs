//! Registration plate of Singapore: up to three letters, up to four digits, a check letter.
//!
//! Source: Land Transport Authority, <https://www.lta.gov.sg>; the check letter as the register's users describe it. The last two
//! letters count 1-26, of one letter the first is 0; weights 9, 4, 5, 4, 3, 2 over them and four digits; the sum mod 19 chooses
//! the letter. Proves the check letter.

use super::{Check, alnum_up_to};

const ROW: &[u8; 19] = b"AZYXUTSRPMLKJHGEDCB";

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = alnum_up_to::<8>(text) else { return Check::Invalid };
    let Some((&last, body)) = buffer[..len].split_last() else { return Check::Invalid };
    let letters = body.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let (prefix, digits) = body.split_at(letters);
    if !(1..=3).contains(&letters) || !(1..=4).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return Check::Invalid;
    }
    let letters = prefix.iter().rev().zip([4, 9]).map(|(byte, weight)| u32::from(byte - b'A' + 1) * weight);
    let digits = digits.iter().rev().zip([2, 3, 4, 5]).map(|(byte, weight)| u32::from(byte - b'0') * weight);
    let sum: u32 = letters.chain(digits).sum();
    (ROW.get(sum as usize % 19) == Some(&last)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["SGF2306R", "SGF 2306 R", "E115B", "GY55C", "SBS9683X", "sga4137a"],
        invalid: [
            ("SGF2306S", "check letter"),
            ("SGF2306F", "F is in no plate"),
            ("SGFA230R", "four letters"),
            ("2306R", "no letter"),
            ("SGF12306R", "five digits"),
        ],
        catches: 100,
    }
}
