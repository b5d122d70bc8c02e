//! MAC address (EUI-48): six octets in hexadecimal; also the fourteen octets of a packet filter's log line (destination,
//! source, type).
//!
//! Source: IEEE 802, and RFC 9542 for the group addresses. No check digit. Refused: one octet repeated (zeros,
//! broadcast), the group addresses of IPv4, IPv6 and bridges, and six decimal pairs that are a date and a time. Thrice
//! four decimal digits may be any number: `Unverified`. Proves the form only.

use super::{Check, all_same, is_date};

pub(super) fn check(text: &[u8]) -> Check {
    let mut octets = [0; 14];
    let mut nibbles = 0;
    for &byte in text.iter().filter(|byte| !matches!(byte, b':' | b'-' | b'.')) {
        let (Some(nibble), Some(octet)) = (hex(byte), octets.get_mut(nibbles / 2)) else { return Check::Invalid };
        *octet = *octet << 4 | nibble;
        nibbles += 1;
    }
    let Some(octets) = octets.get(..nibbles / 2).filter(|_| matches!(nibbles, 12 | 28)) else { return Check::Invalid };
    let group = matches!(octets, [0x01, 0x00, 0x5e, ..] | [0x01, 0x80, 0xc2, ..] | [0x33, 0x33, ..]);
    let decimal = !text.iter().any(u8::is_ascii_alphabetic);
    if nibbles == 12 && group || all_same(octets) || decimal && is_date_time(octets) {
        Check::Invalid
    } else if decimal && text.contains(&b'.') {
        Check::Unverified
    } else {
        Check::Valid
    }
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|nibble| nibble.try_into().ok())
}

/// `24-10-19-12-30-45`, as octets in decimal pairs.
fn is_date_time(octets: &[u8]) -> bool {
    let [year, month, day, hour, minute, second] = *octets else { return false };
    let date = is_date(2000 + u32::from(bcd(year)), u32::from(bcd(month)), u32::from(bcd(day)));
    date && bcd(hour) < 24 && bcd(minute) < 60 && bcd(second) < 60
}

fn bcd(octet: u8) -> u8 {
    (octet >> 4) * 10 + (octet & 15)
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "00:1A:2B:3C:4D:5E", "f0-18-98-0a-bc-de", "001a.2b3c.4d5e", "3c5ab4010203",
            "52:54:00:12:34:56", "00:16:3e:aa:bb:cc:52:54:00:12:34:56:08:00",
        ],
        unverified: ["1234.5678.9012"],
        invalid: [
            ("00:00:00:00:00:00", "zeros"),
            ("ff:ff:ff:ff:ff:ff", "broadcast"),
            ("01:00:5e:00:00:fb", "IPv4 group"),
            ("33:33:00:00:00:01", "IPv6 group"),
            ("24-10-19-12-30-45", "date and time"),
            ("00:1A:2B:3C:4D", "five octets"),
            ("00:1A:2B:3C:4D:5G", "not hexadecimal"),
            ("00:1A:2B:3C:4D:5E:6F", "seven octets"),
        ],
        catches: 0,
    }
}
