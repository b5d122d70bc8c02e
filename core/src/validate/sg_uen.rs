//! UEN of Singapore: 8 digits and a letter of a business, 9 digits and a letter of a company, or a year, a kind, four digits
//! and a letter of others.
//!
//! Source: Accounting and Corporate Regulatory Authority, <https://www.uen.gov.sg>; the check letters as implementations of
//! public services have them. Weighted sums modulo 11 that choose a letter of a row of their own.
//! Proves the check letter, and a known kind of the third form.

use super::{Check, alnum_up_to, weighted_sum};

const OTHER: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWX0123456789";
const KINDS: &[u8] = b"CCCDCHCLCMCPCSCXDPFBFCFMFNGAGBGSHSLLLPMBMCMDMHMMMQNBNRPAPBPFRFRPSMSSTCTUVHXL";

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = alnum_up_to::<10>(text) else { return Check::Invalid };
    let Some((&last, body)) = buffer[..len].split_last() else { return Check::Invalid };
    let mut d = [0; 9];
    let expected = match body {
        [b'R' | b'S' | b'T', b'0'..=b'9', b'0'..=b'9', a, b, serial @ ..] if len == 10 => {
            let kind = KINDS.as_chunks().0.contains(&[*a, *b]);
            if !kind || !serial.iter().all(u8::is_ascii_digit) {
                return Check::Invalid;
            }
            for (to, byte) in d.iter_mut().zip(body) {
                *to = OTHER.iter().position(|letter| letter == byte).map_or(0, |at| at as u8);
            }
            OTHER[((weighted_sum(&d, &[4, 3, 5, 3, 10, 2, 2, 5, 7]) + 6) % 11) as usize]
        }
        _ if matches!(len, 9 | 10) && body.iter().all(u8::is_ascii_digit) => {
            for (to, byte) in d.iter_mut().zip(body) {
                *to = byte - b'0';
            }
            if len == 9 {
                b"XMKECAWLJDB"[(weighted_sum(&d, &[10, 4, 9, 3, 8, 2, 7, 1]) % 11) as usize]
            } else if matches!(d[..2], [1, 8 | 9] | [2, 0]) {
                b"ZKCMDNERGWH"[(weighted_sum(&d, &[10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11) as usize]
            } else {
                return Check::Invalid;
            }
        }
        _ => return Check::Invalid,
    };
    (last == expected).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["00192200M", "197401143C", "S16FC0121D", "T01FC6132D", "t01fc6132d"],
        invalid: [
            ("00192200K", "check letter of a business"),
            ("197401143D", "check letter of a company"),
            ("S16FC0121E", "check letter"),
            ("S16ZZ0121D", "no kind ZZ"),
            ("001922001", "no letter"),
            ("297401143C", "founded in 2974"),
        ],
        catches: 100,
    }
}
