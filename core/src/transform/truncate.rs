//! Less of a value: a network instead of an address, a year instead of a day.
//!
//! Zip codes, years and ages are cut as the Safe Harbor list of HIPAA asks (45 CFR 164.514(b)(2)(i)(B) and (C)). What is
//! left is meant to be seen, and is the value itself where that says no more.

use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::date::Written;

/// The first three digits of US zip codes whose areas have 20,000 people or fewer: they become `000`.
///
/// Source: U.S. Department of Health and Human Services, "Guidance Regarding Methods for De-identification of Protected
/// Health Information", 2012, by the census of 2000.
const SPARSE: [&[u8; 3]; 17] = [
    b"036", b"059", b"063", b"102", b"203", b"556", b"692", b"790", b"821", b"823", b"830", b"831", b"878", b"879",
    b"884", b"890", b"893",
];

/// Most decimals of a coordinate that are kept: 5 are about a metre.
const MOST_DECIMALS: usize = 5;

/// What is left of a value. What is no such value is masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Truncate {
    /// The network of an address: the first 24 bits of IPv4, the first 48 of IPv6.
    Ip,
    /// A latitude, a longitude, or both with a comma, with so many decimals: 2 are about a kilometre. More than 5 are
    /// taken for 5.
    Coordinates {
        /// Decimals that are kept.
        decimals: usize,
    },
    /// The first three digits of a US zip code, or `000` where few people live.
    Zip3,
    /// The year of a date.
    Year,
    /// An age, of which those over 89 are `90+`.
    Age,
}

impl Truncate {
    /// Appends what is left. False, and nothing is appended, for what is no such value.
    pub(super) fn apply(self, text: &[u8], out: &mut Vec<u8>) -> bool {
        let start = out.len();
        let done = self.write(text, out);
        if !done {
            out.truncate(start);
        }
        done
    }

    /// As [`Truncate::apply`], where what is left is a number: not of addresses. Ages over 89 are 90.
    pub(super) fn apply_number(self, number: &[u8], out: &mut Vec<u8>) -> bool {
        let start = out.len();
        let written = match self {
            Self::Ip => false,
            Self::Coordinates { .. } => !number.contains(&b',') && self.apply(number, out),
            Self::Zip3 | Self::Year | Self::Age => self.apply(number, out),
        };
        if !written {
            return false;
        }
        if out.last() == Some(&b'+') {
            out.pop();
        }
        // The first of several digits of a number is no zero.
        let sign = usize::from(out.get(start) == Some(&b'-'));
        let digits = &out[start + sign..];
        let zeros = digits.iter().take_while(|&&digit| digit == b'0').count();
        let more = digits.get(zeros).is_some_and(u8::is_ascii_digit);
        let surplus = if more { zeros } else { zeros.saturating_sub(1) };
        out.drain(start + sign..start + sign + surplus);
        true
    }

    fn write(self, text: &[u8], out: &mut Vec<u8>) -> bool {
        match self {
            Self::Ip => network(text, out).is_some(),
            Self::Coordinates { decimals } => coordinates(text, decimals.min(MOST_DECIMALS), out).is_some(),
            Self::Zip3 => zip3(text, out).is_some(),
            // Writing to memory cannot fail.
            Self::Year => Written::parse(text, false)
                .or_else(|| Written::parse(text, true))
                .is_some_and(|date| write!(out, "{:04}", date.year()).is_ok()),
            Self::Age => age(text, out).is_some(),
        }
    }
}

fn network(text: &[u8], out: &mut Vec<u8>) -> Option<()> {
    let network = match std::str::from_utf8(text).ok()?.parse().ok()? {
        IpAddr::V4(address) => {
            let [first, second, third, _] = address.octets();
            IpAddr::V4(Ipv4Addr::new(first, second, third, 0))
        }
        IpAddr::V6(address) => {
            let [first, second, third, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(first, second, third, 0, 0, 0, 0, 0))
        }
    };
    write!(out, "{network}").ok()
}

/// Each number cut after its decimals; what stands between stays, if it is a comma and spaces.
fn coordinates(text: &[u8], decimals: usize, out: &mut Vec<u8>) -> Option<()> {
    let parts: Vec<&[u8]> = text.split(|&byte| byte == b',').collect();
    if parts.len() > 2 {
        return None;
    }
    for (nth, part) in parts.iter().enumerate() {
        let number = part.trim_ascii();
        let digits = number.strip_prefix(b"-").unwrap_or(number);
        let whole = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let fraction = digits[whole..].strip_prefix(b".").or(digits[whole..].is_empty().then_some(&[]))?;
        if !(1..=3).contains(&whole) || !fraction.iter().all(u8::is_ascii_digit) {
            return None;
        }
        if nth > 0 {
            out.push(b',');
        }
        let kept = decimals.min(fraction.len());
        let point = usize::from(kept > 0);
        let lead = part.len() - part.trim_ascii_start().len();
        out.extend_from_slice(&part[..lead + number.len() - digits.len() + whole + point + kept]);
        out.extend_from_slice(&part[lead + number.len()..]);
    }
    Some(())
}

/// Five digits, or nine with a hyphen.
fn zip3(text: &[u8], out: &mut Vec<u8>) -> Option<()> {
    let shape = match text.len() {
        5 => text.iter().all(u8::is_ascii_digit),
        10 => text.iter().enumerate().all(|(at, byte)| if at == 5 { *byte == b'-' } else { byte.is_ascii_digit() }),
        _ => false,
    };
    let area = text.first_chunk::<3>().filter(|_| shape)?;
    out.extend_from_slice(if SPARSE.contains(&area) { b"000" } else { area });
    Some(())
}

fn age(text: &[u8], out: &mut Vec<u8>) -> Option<()> {
    if !(1..=3).contains(&text.len()) || !text.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let age = text.iter().fold(0, |age, digit| age * 10 + u32::from(digit - b'0'));
    if age > 89 {
        out.extend_from_slice(b"90+");
    } else {
        out.extend_from_slice(text);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(truncate: Truncate, text: &str) -> Option<String> {
        let mut out = b"before ".to_vec();
        let done = truncate.apply(text.as_bytes(), &mut out);
        assert!(done || out.len() == 7);
        done.then(|| String::from_utf8(out[7..].to_vec()).unwrap())
    }

    fn number(truncate: Truncate, text: &str) -> Option<String> {
        let mut out = b"1".to_vec();
        truncate.apply_number(text.as_bytes(), &mut out).then(|| String::from_utf8(out[1..].to_vec()).unwrap())
    }

    const TWO: Truncate = Truncate::Coordinates { decimals: 2 };
    const NONE: Truncate = Truncate::Coordinates { decimals: 0 };

    #[test]
    fn less_is_left() {
        for (truncate, value, left) in [
            (Truncate::Ip, "203.0.113.77", "203.0.113.0"),
            (Truncate::Ip, "2001:db8:1:2:3:4:5:6", "2001:db8:1::"),
            (Truncate::Ip, "2001:DB8::1", "2001:db8::"),
            (Truncate::Ip, "::ffff:203.0.113.77", "::"),
            (TWO, "-33.8688197", "-33.86"),
            (TWO, "-33.8688197, 151.2092955", "-33.86, 151.20"),
            (TWO, "51.5,-0.1278", "51.5,-0.12"),
            (NONE, "51.5,-0.1278", "51,-0"),
            (Truncate::Coordinates { decimals: 99 }, "51.123456789", "51.12345"),
            (Truncate::Zip3, "02139", "021"),
            (Truncate::Zip3, "90210-1234", "902"),
            (Truncate::Zip3, "03601", "000"),
            (Truncate::Zip3, "89399-0001", "000"),
            (Truncate::Year, "1984-05-12", "1984"),
            (Truncate::Year, "12.05.1984", "1984"),
            (Truncate::Year, "05/12/1984", "1984"),
            (Truncate::Year, "25/12/1984", "1984"),
            (Truncate::Year, "1984-05-12T10:00:00Z", "1984"),
            (Truncate::Age, "89", "89"),
            (Truncate::Age, "90", "90+"),
            (Truncate::Age, "104", "90+"),
        ] {
            assert_eq!(text(truncate, value).as_deref(), Some(left), "{truncate:?} {value}");
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        for (truncate, value, left) in [
            (TWO, "-33.8688197", "-33.86"),
            (NONE, "-0.1278", "-0"),
            (TWO, "0.1278", "0.12"),
            (Truncate::Zip3, "90210", "902"),
            (Truncate::Zip3, "10234", "0"),
            (Truncate::Year, "19840512", "1984"),
            (Truncate::Age, "97", "90"),
            (Truncate::Age, "42", "42"),
        ] {
            assert_eq!(number(truncate, value).as_deref(), Some(left), "{truncate:?} {value}");
        }
        assert_eq!(number(Truncate::Ip, "1"), None);
        assert_eq!(number(TWO, "1.234,5.678"), None);
    }

    #[test]
    fn what_is_no_such_value_is_refused() {
        for (truncate, value) in [
            (Truncate::Ip, "203.0.113"),
            (Truncate::Ip, "203.0.113.77:80"),
            (Truncate::Ip, "host"),
            (TWO, ""),
            (TWO, "north"),
            (TWO, "1234.5"),
            (TWO, "1.2.3"),
            (TWO, "1,2,3"),
            (TWO, "51.5,"),
            (TWO, "51° 30'"),
            (Truncate::Zip3, "0213"),
            (Truncate::Zip3, "02139 1234"),
            (Truncate::Year, "May 1984"),
            (Truncate::Age, "1000"),
            (Truncate::Age, "-1"),
            (Truncate::Age, ""),
        ] {
            assert_eq!(text(truncate, value), None, "{truncate:?} {value}");
        }
    }
}
