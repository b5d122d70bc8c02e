use super::{all_digits, balance, luhn, part};
use crate::corpus::dates::is_day;
use crate::corpus::numbers::americas::{EIN_GAPS, curp_value, is_uniform};

pub(crate) fn us_ssn(text: &str) -> bool {
    let area = part(text, 0, 3);
    all_digits(text, 9) && area != 0 && area != 666 && area < 900 && part(text, 3, 5) != 0 && part(text, 5, 9) != 0
}

pub(crate) fn us_itin(text: &str) -> bool {
    let group = part(text, 3, 5);
    all_digits(text, 9) && part(text, 0, 3) >= 900 && matches!(group, 50..=65 | 70..=88 | 90..=92 | 94..=99)
}

pub(crate) fn us_ein(text: &str) -> bool {
    all_digits(text, 9) && !EIN_GAPS.contains(&(part(text, 0, 2) as u32))
}

pub(crate) fn us_npi(text: &str) -> bool {
    all_digits(text, 10) && matches!(text.as_bytes()[0], b'1' | b'2') && luhn(&format!("80840{text}"))
}

pub(crate) fn aba(text: &str) -> bool {
    all_digits(text, 9)
        && matches!(part(text, 0, 2), 1..=12 | 21..=32 | 61..=72 | 80)
        && balance(text, &[3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
}

pub(crate) fn ca_sin(text: &str) -> bool {
    all_digits(text, 9) && !matches!(text.as_bytes()[0], b'0' | b'8') && luhn(text)
}

pub(crate) fn mx_curp(text: &str) -> bool {
    let sum: usize = text.chars().zip((1..=18).rev()).map(|(c, weight)| curp_value(c) * weight).sum();
    text.len() == 18
        && text[..4].bytes().all(|byte| byte.is_ascii_uppercase())
        && all_digits(&text[4..10], 6)
        && text.as_bytes()[17].is_ascii_digit()
        && is_day(part(text, 4, 6), part(text, 6, 8), part(text, 8, 10))
        && sum.is_multiple_of(10)
}

pub(crate) fn br_cpf(text: &str) -> bool {
    // Weights that rise from the left leave the check digit itself as the remainder, ten as zero.
    all_digits(text, 11)
        && !is_uniform(text)
        && balance(text, &[1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 % 10 == part(text, 9, 10) as i64
        && balance(text, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 % 10 == part(text, 10, 11) as i64
}

pub(crate) fn br_cnpj(text: &str) -> bool {
    let rising = |weights: &[i64]| -> i64 {
        text.bytes().zip(weights).map(|(byte, weight)| (i64::from(byte) - 48) * weight).sum::<i64>() % 11 % 10
    };
    text.len() == 14
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && all_digits(&text[12..], 2)
        && rising(&[6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9]) == part(text, 12, 13) as i64
        && rising(&[5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9]) == part(text, 13, 14) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_specimens() {
        assert!(us_npi("1234567893"), "CMS");
        assert!(aba("011000015"), "Federal Reserve Bank of Boston");
        assert!(ca_sin("130692544") && !ca_sin("130692545"));
        assert!(mx_curp("BOXW310820HNERXN09"));
        assert!(br_cpf("39053344705") && !br_cpf("39053344715"));
        assert!(br_cnpj("16727230000197"));
        assert!(br_cnpj("12ABC34501DE35"), "Receita Federal");
        assert!(!us_ssn("666123456") && !us_ssn("123004567") && us_ssn("536904399"));
        assert!(us_itin("912903456") && !us_itin("912893456"));
        assert!(us_ein("911144442") && !us_ein("071144442"));
    }
}
