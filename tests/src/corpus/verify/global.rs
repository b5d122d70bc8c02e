use sha2::{Digest as _, Sha256};

use super::luhn;
use crate::corpus::numbers::crypto::polymod;
use crate::corpus::numbers::iban::FORMS;

pub(crate) fn credit_card(text: &str) -> bool {
    if text.len() < 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    // Only lengths and ranges that are issued: every other number of a country would be a card elsewise.
    let is_issued = match (text.len(), text[..2].parse().unwrap_or(0)) {
        (14, 30 | 36 | 38 | 39) | (15, 34 | 37) => true,
        (16, head) => matches!(head, 22..=27 | 30 | 35 | 36 | 38..=69),
        (18 | 19, head) => matches!(head, 40..=69),
        _ => false,
    };
    is_issued && luhn(text)
}

pub(crate) fn imei(text: &str) -> bool {
    // The bodies that give out IMEIs; without them every American Express card would be one.
    const BODIES: [&str; 12] = ["01", "10", "30", "33", "35", "44", "45", "49", "86", "91", "98", "99"];
    text.len() == 15 && text.bytes().all(|byte| byte.is_ascii_digit()) && BODIES.contains(&&text[..2]) && luhn(text)
}

pub(crate) fn iban(text: &str) -> bool {
    let Some((_, form)) = FORMS.iter().find(|(country, _)| text.starts_with(country)) else { return false };
    if text.len() != form.len() + 4 {
        return false;
    }
    // Turned into one decimal number and taken by 97 nine digits at a time.
    let decimal: String = [&text[4..], &text[..4]]
        .concat()
        .chars()
        .map(|c| c.to_digit(36).map_or_else(String::new, |value| value.to_string()))
        .collect();
    let rest = decimal
        .as_bytes()
        .chunks(9)
        .fold(0_u64, |rest, chunk| chunk.iter().fold(rest, |rest, byte| rest * 10 + u64::from(byte - b'0')) % 97);
    rest == 1
}

pub(crate) fn ipv4(text: &str) -> bool {
    // Leading zeros count as right: some write them, and a detector may take what follows them.
    text.split('.').count() == 4 && text.split('.').all(|octet| octet.len() <= 3 && octet.parse::<u8>().is_ok())
}

pub(crate) fn base58(text: &str) -> bool {
    const ALPHABET: &str = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let mut bytes = [0_u32; 25];
    for c in text.chars() {
        let Some(mut carry) = ALPHABET.find(c).map(|value| value as u32) else { return false };
        for byte in bytes.iter_mut().rev() {
            carry += *byte * 58;
            *byte = carry & 255;
            carry >>= 8;
        }
        if carry != 0 {
            return false;
        }
    }
    let bytes = bytes.map(|byte| byte as u8);
    Sha256::digest(Sha256::digest(&bytes[..21]))[..4] == bytes[21..]
}

pub(crate) fn bech32(text: &str) -> bool {
    let Some(data) = text.strip_prefix("bc1") else { return false };
    let mut check = [3, 3, 0, 2, 3].into_iter().fold(1, polymod);
    for c in data.chars() {
        let Some(value) = "qpzry9x8gf2tvdw0s3jn54khce6mua7l".find(c) else { return false };
        check = polymod(check, value as u8);
    }
    matches!((check, data.as_bytes().first()), (1, Some(b'q')) | (0x2bc8_30a3, Some(b'p')))
}

/// The machine-readable zone of a passport or a card with its lines apart by `\n`: every check digit.
pub(crate) fn mrz(text: &str) -> bool {
    let lines: Vec<&str> = text.split("\\n").collect();
    let holds = |field: &str, digit: &str| {
        let sum: usize = field
            .bytes()
            .enumerate()
            .map(|(place, byte)| {
                let value = match byte {
                    b'0'..=b'9' => byte - b'0',
                    b'A'..=b'Z' => byte - b'A' + 10,
                    _ => 0,
                };
                usize::from(value) * [7, 3, 1][place % 3]
            })
            .sum();
        digit.parse() == Ok(sum % 10)
    };
    match lines[..] {
        [first, second] if first.len() == 44 && second.len() == 44 => {
            let whole = [&second[..10], &second[13..20], &second[21..43]].concat();
            holds(&second[..9], &second[9..10])
                && holds(&second[13..19], &second[19..20])
                && holds(&second[21..27], &second[27..28])
                && holds(&second[28..42], &second[42..43])
                && holds(&whole, &second[43..])
        }
        [first, second, _] if first.len() == 30 && second.len() == 30 => {
            let whole = [&first[5..30], &second[..7], &second[8..15], &second[18..29]].concat();
            holds(&first[5..14], &first[14..15])
                && holds(&second[..6], &second[6..7])
                && holds(&second[8..14], &second[14..15])
                && holds(&whole, &second[29..])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_specimens() {
        assert!(credit_card("4111111111111111") && !credit_card("4111111111111112"));
        assert!(imei("490154203237518"));
        for iban_of_registry in [
            "GB29NWBK60161331926819",
            "DE89370400440532013000",
            "FR1420041010050500013M02606",
            "ES9121000418450200051332",
            "IT60X0542811101000000123456",
            "NO9386011117947",
            "PL61109010140000071219812874",
        ] {
            assert!(iban(iban_of_registry), "{iban_of_registry}");
        }
        assert!(base58("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa") && !base58("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"));
        assert!(bech32("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"), "BIP 350");
        assert!(mrz("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"));
        assert!(mrz(
            "I<UTOD231458907<<<<<<<<<<<<<<<\\n7408122F1204159UTO<<<<<<<<<<<6\\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
        ));
    }
}
