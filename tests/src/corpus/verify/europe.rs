use super::{all_digits, balance, luhn, part};
use crate::corpus::dates::is_day;

pub(crate) fn uk_nhs(text: &str) -> bool {
    all_digits(text, 10) && balance(text, &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
}

pub(crate) fn uk_nino(text: &str) -> bool {
    text.len() == 9
        && all_digits(&text[2..8], 6)
        && text[..2].bytes().all(|byte| byte.is_ascii_uppercase() && !b"DFIQUV".contains(&byte))
        && text.as_bytes()[1] != b'O'
        && !["BG", "GB", "NK", "KN", "TN", "NT", "ZZ"].contains(&&text[..2])
        && matches!(text.as_bytes()[8], b'A'..=b'D')
}

pub(crate) fn uk_utr(text: &str) -> bool {
    let rest = balance(text, &[0, 6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11;
    let check = if rest < 2 { 2 - rest } else { 11 - rest };
    all_digits(text, 10) && check == part(text, 0, 1) as i64
}

pub(crate) fn ie_pps(text: &str) -> bool {
    if !matches!(text.len(), 8 | 9) || !all_digits(&text[..7], 7) {
        return false;
    }
    let value = |place: usize| match text.as_bytes().get(place) {
        Some(b'W') | None => Some(0),
        Some(letter @ b'A'..=b'V') => Some(i64::from(letter - b'A') + 1),
        _ => None,
    };
    let Some((check, second)) = value(7).zip(value(8)) else { return false };
    second < 10 && (balance(text, &[8, 7, 6, 5, 4, 3, 2]) + second * 9 - check) % 23 == 0
}

pub(crate) fn fr_nir(text: &str) -> bool {
    let corsica = match text.get(5..7) {
        Some("2A") => 1_000_000,
        Some("2B") => 2_000_000,
        _ => 0,
    };
    // INSEE's rule for Corsica: read the letter as zero and take a million or two away.
    let number = text.replace("2A", "20").replace("2B", "20");
    all_digits(&number, 15)
        && matches!(text.as_bytes()[0], b'1' | b'2')
        && matches!(part(text, 3, 5), 1..=12)
        && (part(&number, 0, 13) - corsica + part(&number, 13, 15)).is_multiple_of(97)
}

pub(crate) fn de_tax_id(text: &str) -> bool {
    if !all_digits(text, 11) || text.starts_with('0') {
        return false;
    }
    let mut times = [0; 10];
    text[..10].bytes().for_each(|byte| times[usize::from(byte - b'0')] += 1);
    times.sort_unstable_by(|a, b| b.cmp(a));
    // ISO 7064 with the doubling taken before the digit is added; a remainder of 0 stands for 10.
    let product = text[..10].bytes().fold(5, |product: u64, byte| {
        let doubled = match product * 2 % 11 {
            0 => 9,
            doubled => doubled,
        };
        (doubled + u64::from(byte - b'0')) % 10
    });
    let doubled = if product == 0 { 9 } else { product * 2 % 11 };
    matches!(times[..2], [2 | 3, 1]) && (doubled + part(text, 10, 11)) % 10 == 1
}

pub(crate) fn es_nif(text: &str) -> bool {
    text.len() == 9 && all_digits(&text[..8], 8) && has_spanish_letter(part(text, 0, 8), &text[8..])
}

pub(crate) fn es_nie(text: &str) -> bool {
    let Some(series) = text.get(..1).and_then(|first| "XYZ".find(first)) else { return false };
    text.len() == 9
        && all_digits(&text[1..8], 7)
        && has_spanish_letter(series as u64 * 10_000_000 + part(text, 1, 8), &text[8..])
}

fn has_spanish_letter(number: u64, letter: &str) -> bool {
    "TRWAGMYFPDXBNJZSQVHLCKE".find(letter) == Some((number % 23) as usize)
}

pub(crate) fn pt_nif(text: &str) -> bool {
    let sum = balance(text, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    let check = part(text, 8, 9) as i64;
    all_digits(text, 9)
        && matches!(part(text, 0, 1), 1..=3 | 5..=9)
        && if sum < 2 { check == 0 } else { (sum + check) == 11 }
}

pub(crate) fn it_fiscal_code(text: &str) -> bool {
    // The odd table, the way the decree writes it: value by value, the letter found by its place here.
    const ODD: &[u8; 26] = b"BAKPLCQDREVOSFTGUHMINJWZYX";
    let mut sum = 0;
    for (place, byte) in text.bytes().enumerate() {
        let letter = match byte {
            b'0'..=b'9' => byte - b'0' + b'A',
            b'A'..=b'Z' => byte,
            _ => return false,
        };
        sum += match place {
            15 => continue,
            _ if place % 2 == 0 => ODD.iter().position(|&other| other == letter).unwrap_or(0),
            _ => usize::from(letter - b'A'),
        };
    }
    let digit = |place: usize| {
        let byte = text.as_bytes()[place];
        byte.is_ascii_digit() || b"LMNPQRSTUV".contains(&byte)
    };
    text.len() == 16
        && text[..6].bytes().all(|byte| byte.is_ascii_uppercase())
        && [6, 7, 9, 10, 12, 13, 14].into_iter().all(digit)
        && b"ABCDEHLMPRST".contains(&text.as_bytes()[8])
        && text.as_bytes()[11].is_ascii_uppercase()
        && usize::from(text.as_bytes()[15].wrapping_sub(b'A')) == sum % 26
}

pub(crate) fn nl_bsn(text: &str) -> bool {
    all_digits(text, 9) && balance(text, &[9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0
}

pub(crate) fn be_nn(text: &str) -> bool {
    let (number, check) = (part(text, 0, 9), part(text, 9, 11));
    all_digits(text, 11)
        && is_day(part(text, 0, 2), part(text, 2, 4), part(text, 4, 6))
        && [number, number + 2_000_000_000].iter().any(|number| (number + check).is_multiple_of(97))
}

pub(crate) fn ch_ahv(text: &str) -> bool {
    all_digits(text, 13) && text.starts_with("756") && balance(text, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0
}

pub(crate) fn pl_pesel(text: &str) -> bool {
    all_digits(text, 11)
        && is_day(part(text, 0, 2), part(text, 2, 4) % 20, part(text, 4, 6))
        && balance(text, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0
}

pub(crate) fn tr_national_id(text: &str) -> bool {
    // The tenth digit by its negative twin: seven times the odd places and nine times the even ones.
    all_digits(text, 11)
        && !text.starts_with('0')
        && (balance(text, &[7, 9, 7, 9, 7, 9, 7, 9, 7]) - part(text, 9, 10) as i64) % 10 == 0
        && (balance(text, &[1; 10]) - part(text, 10, 11) as i64) % 10 == 0
}

pub(crate) fn se_personnummer(text: &str) -> bool {
    let short = if text.len() == 12 { &text[2..] } else { text };
    let day = part(short, 4, 6);
    (text.len() == 10 || all_digits(text, 12) && matches!(&text[..2], "18" | "19" | "20"))
        && all_digits(short, 10)
        && is_day(part(short, 0, 2), part(short, 2, 4), if day > 60 { day - 60 } else { day })
        && luhn(short)
}

pub(crate) fn fi_hetu(text: &str) -> bool {
    const CHECKS: &str = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    if text.len() != 11 || !all_digits(&text[..6], 6) || !all_digits(&text[7..10], 3) {
        return false;
    }
    // By 31 in two steps, a thousand being 8.
    let rest = (part(text, 0, 6) % 31 * 8 + part(text, 7, 10)) % 31;
    "+-YXWVUABCDEF".contains(&text[6..7])
        && is_day(part(text, 4, 6), part(text, 2, 4), part(text, 0, 2))
        && part(text, 7, 10) >= 2
        && CHECKS.find(&text[10..]) == Some(rest as usize)
}

pub(crate) fn dk_cpr(text: &str) -> bool {
    all_digits(text, 10) && is_day(part(text, 4, 6), part(text, 2, 4), part(text, 0, 2))
}

pub(crate) fn no_fodselsnummer(text: &str) -> bool {
    all_digits(text, 11)
        && is_day(part(text, 4, 6), part(text, 2, 4), part(text, 0, 2))
        && balance(text, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0
        && balance(text, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_specimens() {
        assert!(uk_nhs("9434765919") && !uk_nhs("9434765918"));
        assert!(uk_nino("AB123456C") && !uk_nino("QQ123456C") && !uk_nino("AB123456E"));
        assert!(uk_utr("1955839661"));
        assert!(ie_pps("6433435F") && ie_pps("6433435OA"));
        assert!(fr_nir("295109912611193") && fr_nir("253072B07300470"));
        assert!(de_tax_id("36574261809") && !de_tax_id("36574261808"));
        assert!(es_nif("54362315K") && es_nie("X2482300W"));
        assert!(pt_nif("501964843") && !pt_nif("501964842"));
        assert!(it_fiscal_code("RCCMNL83S18D969H"));
        assert!(nl_bsn("111222333"));
        assert!(be_nn("85073003328"));
        assert!(ch_ahv("7569217076985"));
        assert!(pl_pesel("44051401359") && !pl_pesel("44051401358"));
        assert!(tr_national_id("17291716060"));
    }

    #[test]
    fn published_specimens_of_the_north() {
        assert!(se_personnummer("8803200016") && se_personnummer("198803200016"));
        assert!(fi_hetu("131052-308T"));
        assert!(dk_cpr("2110625629") && !dk_cpr("3113625629"));
        assert!(no_fodselsnummer("15108695088"));
    }
}
