use crate::corpus::check::{luhn, mod_97, weighted};
use crate::corpus::{Rng, Sample};

/// Country and the form of its BBAN (SWIFT's registry): `n` digit, `a` letter, `c` either; other characters stand for
/// themselves.
pub(crate) const FORMS: [(&str, &str); 44] = [
    ("AD", "nnnnnnnncccccccccccc"),
    ("AE", "nnnnnnnnnnnnnnnnnnn"),
    ("AT", "nnnnnnnnnnnnnnnn"),
    ("AZ", "aaaacccccccccccccccccccc"),
    ("BE", "nnnnnnnnnnnn"),
    ("BG", "aaaannnnnncccccccc"),
    ("BH", "aaaacccccccccccccc"),
    ("BR", "nnnnnnnnnnnnnnnnnnnnnnnac"),
    ("CH", "nnnnncccccccccccc"),
    ("CR", "0nnnnnnnnnnnnnnnnn"),
    ("CY", "nnnnnnnncccccccccccccccc"),
    ("CZ", "nnnnnnnnnnnnnnnnnnnn"),
    ("DE", "nnnnnnnnnnnnnnnnnn"),
    ("DK", "nnnnnnnnnnnnnn"),
    ("EE", "nnnnnnnnnnnnnnnn"),
    ("ES", "nnnnnnnnnnnnnnnnnnnn"),
    ("FI", "nnnnnnnnnnnnnn"),
    ("FR", "nnnnnnnnnnnnnnnnnnnnnnn"),
    ("GB", "aaaannnnnnnnnnnnnn"),
    ("GE", "aannnnnnnnnnnnnnnn"),
    ("GI", "aaaaccccccccccccccc"),
    ("GR", "nnnnnnncccccccccccccccc"),
    ("HR", "nnnnnnnnnnnnnnnnn"),
    ("HU", "nnnnnnnnnnnnnnnnnnnnnnnn"),
    ("IE", "aaaannnnnnnnnnnnnn"),
    ("IL", "nnnnnnnnnnnnnnnnnnn"),
    ("IS", "nnnnnnnnnnnnnnnnnnnnnn"),
    ("IT", "annnnnnnnnncccccccccccc"),
    ("KZ", "nnnccccccccccccc"),
    ("LI", "nnnnncccccccccccc"),
    ("LT", "nnnnnnnnnnnnnnnn"),
    ("LU", "nnnccccccccccccc"),
    ("LV", "aaaaccccccccccccc"),
    ("MT", "aaaannnnncccccccccccccccccc"),
    ("NL", "aaaannnnnnnnnn"),
    ("NO", "nnnnnnnnnnn"),
    ("PL", "nnnnnnnnnnnnnnnnnnnnnnnn"),
    ("PT", "nnnnnnnnnnnnnnnnnnnnn"),
    ("RO", "aaaacccccccccccccccc"),
    ("SA", "nncccccccccccccccccc"),
    ("SE", "nnnnnnnnnnnnnnnnnnnn"),
    ("SI", "nnnnnnnnnnnnnnn"),
    ("SK", "nnnnnnnnnnnnnnnnnnnn"),
    ("TR", "nnnnn0cccccccccccccccc"),
];

pub(crate) fn iban(rng: &mut Rng) -> Sample {
    let (country, form) = rng.pick(&FORMS);
    let random = |rng: &mut Rng| -> String {
        form.chars()
            .map(|kind| match kind {
                'n' => char::from(rng.pick(b"0123456789")),
                'a' => char::from(rng.pick(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
                // Where letters are allowed, digits are the rule.
                'c' if rng.one_in(8) => char::from(rng.pick(b"ABCDEFGHJKLMNPRSTUVWXYZ")),
                'c' => char::from(rng.pick(b"0123456789")),
                other => other,
            })
            .collect()
    };
    let bban = loop {
        let bban = random(rng);
        if let Some(bban) = with_national_check(country, bban) {
            break bban;
        }
    };
    let check = 98 - mod_97(&format!("{bban}{country}00"));
    Sample::grouped(format!("{country}{check:02}{bban}"), &[4; 8], " ")
}

/// The BBAN with the check digits that the country's banks use inside it; none when the account cannot exist.
fn with_national_check(country: &str, bban: String) -> Option<String> {
    let head = |count: usize| bban[..bban.len() - count].to_owned();
    Some(match country {
        "BE" => {
            let number = head(2);
            let rest = mod_97(&number);
            format!("{number}{:02}", if rest == 0 { 97 } else { rest })
        }
        "ES" => {
            let (bank, account) = (&bban[..8], &bban[10..]);
            let first = spanish_digit(bank, &[4, 8, 5, 10, 9, 7, 3, 6]);
            let second = spanish_digit(account, &[1, 2, 4, 8, 5, 10, 9, 7, 3, 6]);
            format!("{bank}{first}{second}{account}")
        }
        "FI" => {
            let number = head(1);
            format!("{number}{}", luhn(&number))
        }
        // The RIB key makes the whole number divisible by 97.
        "FR" => {
            let number = head(2);
            format!("{number}{:02}", 97 - mod_97(&format!("{number}00")))
        }
        "IT" => format!("{}{}", italian_letter(&bban[1..]), &bban[1..]),
        "NO" => {
            let number = head(1);
            let check = (11 - weighted(&number, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
            (check < 10).then(|| format!("{number}{check}"))?
        }
        "PL" => {
            let sum = weighted(&bban[..7], &[3, 9, 7, 1, 3, 9, 7]);
            format!("{}{}{}", &bban[..7], (10 - sum % 10) % 10, &bban[8..])
        }
        "PT" | "SI" => {
            let number = head(2);
            format!("{number}{:02}", 98 - mod_97(&format!("{number}00")))
        }
        _ => bban,
    })
}

fn spanish_digit(number: &str, weights: &[u32]) -> u32 {
    match 11 - weighted(number, weights) % 11 {
        10 => 1,
        11 => 0,
        digit => digit,
    }
}

/// The CIN: as in the codice fiscale, odd places count by a table.
fn italian_letter(number: &str) -> char {
    const ODD: [u32; 36] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16,
        10, 22, 25, 24, 23,
    ];
    let sum: u32 = number
        .chars()
        .filter_map(|c| c.to_digit(36))
        .enumerate()
        .map(|(place, value)| match place % 2 {
            0 => ODD[value as usize],
            _ if value > 9 => value - 10,
            _ => value,
        })
        .sum();
    char::from(b'A' + (sum % 26) as u8)
}
