//! Made-up personal data with right check digits, and the words and keys that go with it.

use crate::rng::{ALPHANUMERIC, Rng};

/// An item: the key of a field that would hold it, the words before it in a sentence, and the value.
#[derive(Clone, Debug)]
pub struct Item {
    pub key: &'static str,
    pub words: &'static str,
    pub value: String,
}

type Make = fn(&mut Rng) -> String;

/// Key, words, value.
const KINDS: [(&str, &str, Make); 26] = [
    ("email", "my email is", email),
    ("contact_email", "write to", email),
    ("phone", "call me at", phone),
    ("mobile", "my phone number is", us_phone),
    ("card_number", "card number", card),
    ("cc", "credit card", spaced_card),
    ("iban", "IBAN", iban),
    ("ssn", "my SSN is", ssn),
    ("client_ip", "from IP", ip),
    ("nhs_number", "NHS number", nhs),
    ("cpf", "CPF", cpf),
    ("pesel", "PESEL", pesel),
    ("bsn", "BSN", bsn),
    ("nir", "NIR", nir),
    ("dni", "DNI", dni),
    ("sin", "SIN", sin),
    ("ahv", "AHV-Nummer", ahv),
    ("pan", "PAN", |rng| rng.fill("@@@P@####@")),
    ("nino", "NI number", |rng| format!("AB{}C", rng.digits(6))),
    ("codice_fiscale", "codice fiscale", |rng| rng.fill("@@@@@@##A01@###@")),
    ("aadhaar", "Aadhaar", |rng| rng.fill("4### #### ####")),
    ("birth_date", "born on", |rng| format!("19{}-0{}-1{}", rng.digits(2), rng.range(1, 9), rng.range(0, 9))),
    ("mac", "device", mac),
    ("token", "token", jwt),
    ("api_key", "key", |rng| format!("AKIA{}", rng.text(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16))),
    ("github_token", "github token", |rng| format!("ghp_{}", rng.text(ALPHANUMERIC, 36))),
];

/// One of all kinds.
pub fn item(rng: &mut Rng) -> Item {
    let (key, words, make) = rng.pick(&KINDS);
    Item { key, words, value: make(rng) }
}

/// One of the kinds that have check digits, with a wrong one.
pub fn near_miss(rng: &mut Rng) -> String {
    let make = rng.pick(&[card as Make, spaced_card, iban, nhs, cpf, pesel, bsn, nir, dni, sin, ahv]);
    let mut value = make(rng).into_bytes();
    if let Some(digit) = value.iter_mut().rev().find(|byte| byte.is_ascii_digit()) {
        *digit = b'0' + (*digit - b'0' + 1 + rng.below(8) as u8) % 10;
    }
    value.into_iter().map(char::from).collect()
}

/// First and family names, one word each.
const FIRST: [&str; 16] = [
    "anna", "luca", "marek", "sofia", "jonas", "ines", "oliver", "hanna", "pedro", "yuki", "nils", "clara", "ivan",
    "emma", "tomas", "lea",
];
const FAMILY: [&str; 16] = [
    "berg", "rossi", "nowak", "lopez", "meyer", "silva", "smith", "virtanen", "costa", "tanaka", "hansen", "dubois",
    "petrov", "jones", "horvat", "muller",
];

pub fn email(rng: &mut Rng) -> String {
    let (first, family) = (rng.pick(&FIRST), rng.pick(&FAMILY));
    let host = rng.pick(&["example.com", "example.org", "mail.example.net", "acme.example", "corp.example.co.uk"]);
    match rng.below(3) {
        0 => format!("{first}.{family}@{host}"),
        1 => format!("{first}{}@{host}", rng.below(1000)),
        _ => format!("{}{family}+news@{host}", &first[..1]),
    }
}

pub fn phone(rng: &mut Rng) -> String {
    match rng.below(4) {
        0 => format!("+4930{}", rng.digits(8)),
        1 => rng.fill("+44 20 7### ####"),
        2 => rng.fill("+33 6 12 ## ## ##"),
        _ => rng.fill("+1415555####"),
    }
}

pub fn us_phone(rng: &mut Rng) -> String {
    rng.fill("212-555-####")
}

/// Sixteen digits whose last makes the sum of Luhn right.
pub fn card(rng: &mut Rng) -> String {
    let lead = rng.pick(&["4111", "5500", "4929", "6011", "2223"]);
    let body = format!("{lead}{}", rng.digits(11));
    let digit = luhn(&body);
    format!("{body}{digit}")
}

fn spaced_card(rng: &mut Rng) -> String {
    let plain = card(rng);
    let gap = rng.pick(&[" ", "-"]);
    [&plain[..4], &plain[4..8], &plain[8..12], &plain[12..]].join(gap)
}

fn luhn(body: &str) -> usize {
    let doubled = |(place, byte): (usize, u8)| {
        let value = usize::from(byte - b'0') * (2 - place % 2);
        value / 10 + value % 10
    };
    (10 - body.bytes().rev().enumerate().map(doubled).sum::<usize>() % 10) % 10
}

/// A German IBAN, ISO 7064 mod 97-10.
pub fn iban(rng: &mut Rng) -> String {
    let account = rng.digits(18);
    // D is 13 and E is 14; the check digits stand as 00.
    let check = 98 - modulo(&format!("{account}131400"), 97);
    let plain = format!("DE{check:02}{account}");
    if rng.percent(50) { plain } else { grouped(&plain) }
}

fn grouped(plain: &str) -> String {
    let mut text = String::new();
    for (place, sign) in plain.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            text.push(' ');
        }
        text.push(sign);
    }
    text
}

fn modulo(digits: &str, by: u64) -> u64 {
    digits.bytes().fold(0, |rest, byte| (rest * 10 + u64::from(byte - b'0')) % by)
}

/// The sum of digits times weights.
fn weighted(digits: &str, weights: &[usize]) -> usize {
    digits.bytes().zip(weights).map(|(byte, weight)| usize::from(byte - b'0') * weight).sum()
}

pub fn ssn(rng: &mut Rng) -> String {
    // Numbers from 900 on are not issued, nor is 666, nor a group or serial of zeros.
    format!("{:03}-{:02}-{:04}", rng.range(1, 665), rng.range(1, 99), rng.range(1, 9999))
}

pub fn ip(rng: &mut Rng) -> String {
    // The three blocks of RFC 5737.
    format!("{}.{}", rng.pick(&["192.0.2", "198.51.100", "203.0.113"]), rng.range(1, 254))
}

fn nhs(rng: &mut Rng) -> String {
    loop {
        let body = rng.fill("9########");
        let digit = 11 - weighted(&body, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        match digit {
            10 => continue,
            11 => return format!("{body}0"),
            _ => return format!("{} {} {}{digit}", &body[..3], &body[3..6], &body[6..]),
        }
    }
}

fn cpf(rng: &mut Rng) -> String {
    let mut body = rng.digits(9);
    for length in [9, 10] {
        let weights: Vec<usize> = (2..=length + 1).rev().collect();
        let rest = weighted(&body, &weights) % 11;
        body.push(if rest < 2 { '0' } else { char::from(b'0' + (11 - rest) as u8) });
    }
    format!("{}.{}.{}-{}", &body[..3], &body[3..6], &body[6..9], &body[9..])
}

fn pesel(rng: &mut Rng) -> String {
    let body = format!("{:02}{:02}{:02}{}", rng.range(40, 99), rng.range(1, 12), rng.range(1, 28), rng.digits(4));
    let digit = (10 - weighted(&body, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10) % 10;
    format!("{body}{digit}")
}

fn bsn(rng: &mut Rng) -> String {
    loop {
        let body = rng.fill("1#######");
        let digit = weighted(&body, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        if digit < 10 {
            return format!("{body}{digit}");
        }
    }
}

fn nir(rng: &mut Rng) -> String {
    let (year, month) = (rng.range(40, 99), rng.range(1, 12));
    let body = format!("{}{year:02}{month:02}75{}{}", rng.range(1, 2), rng.digits(3), rng.digits(3));
    format!("{body}{:02}", 97 - modulo(&body, 97))
}

fn dni(rng: &mut Rng) -> String {
    let body = rng.digits(8);
    let letter = b"TRWAGMYFPDXBNJZSQVHLCKE"[modulo(&body, 23) as usize];
    format!("{body}{}", char::from(letter))
}

fn sin(rng: &mut Rng) -> String {
    let body = rng.fill("1#######");
    format!("{} {} {}{}", &body[..3], &body[3..6], &body[6..], luhn(&body))
}

fn ahv(rng: &mut Rng) -> String {
    let body = rng.fill("756#########");
    let digit = (10 - weighted(&body, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10) % 10;
    format!("756.{}.{}.{}{digit}", &body[3..7], &body[7..11], &body[11..])
}

fn mac(rng: &mut Rng) -> String {
    let pairs: Vec<String> = (0..6).map(|_| rng.hex(2)).collect();
    pairs.join(":")
}

fn jwt(rng: &mut Rng) -> String {
    let part = |rng: &mut Rng, count| rng.text(ALPHANUMERIC, count);
    format!("eyJhbGciOiJIUzI1NiJ9.eyJ{}.{}", part(rng, 60), part(rng, 43))
}

#[cfg(test)]
mod tests {
    use privet_core::{Check, VALIDATORS};

    use super::*;

    /// The validators of the core are the judges: this file knows nothing of them.
    fn passes(name: &str, value: &str) -> bool {
        let validator = VALIDATORS.iter().find(|validator| validator.name == name).unwrap();
        (validator.check)(value.as_bytes()) != Check::Invalid
    }

    #[test]
    fn check_digits_are_right() {
        let makers: [(&str, Make); 12] = [
            ("credit_card", card),
            ("credit_card", spaced_card),
            ("iban", iban),
            ("us_ssn", ssn),
            ("ip_v4", ip),
            ("gb_nhs", nhs),
            ("br_cpf", cpf),
            ("pl_pesel", pesel),
            ("nl_bsn", bsn),
            ("es_dni", dni),
            ("ca_sin", sin),
            ("ch_ahv", ahv),
        ];
        let mut rng = Rng::new(5);
        for (name, make) in makers {
            for _ in 0..50 {
                let value = make(&mut rng);
                assert!(passes(name, &value), "{name}: {value}");
            }
        }
        assert!((0..50).all(|_| passes("fr_nir", &nir(&mut rng))));
    }

    #[test]
    fn near_misses_are_misses() {
        let mut rng = Rng::new(6);
        for _ in 0..200 {
            let value = near_miss(&mut rng);
            for name in ["credit_card", "iban"] {
                assert!(!passes(name, &value), "{name}: {value}");
            }
        }
    }
}
