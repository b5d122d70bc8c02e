//! IPv4 address: four decimal octets.
//!
//! Source: RFC 791, and RFC 6890 for what no device has. Refused: 0/8, loopback, network masks, the well-known multicast
//! groups, the metadata address of clouds, and whatever ends in `.0.0` (networks, and the version numbers of browsers).
//! Four small octets are as often a version or a section: `Unverified`. Proves the form only.

use super::Check;

pub(super) fn check(text: &[u8]) -> Check {
    octets(text).map_or(Check::Invalid, judge)
}

/// What is to be said of an address, also of one inside an IPv6 address.
pub(super) fn judge(octets: [u8; 4]) -> Check {
    let bits = u32::from_be_bytes(octets);
    let mask = octets[0] == 255 && bits.leading_ones() + bits.trailing_zeros() >= 32;
    let reserved = matches!(octets, [0 | 127, ..] | [.., 0, 0] | [224, 0, 0, _] | [239, 255, 255, 250]);
    if mask || reserved || octets == [169, 254, 169, 254] {
        Check::Invalid
    } else if octets[0] != 10 && octets.iter().all(|&octet| octet < 20) {
        Check::Unverified
    } else {
        Check::Valid
    }
}

/// The octets; zeros may lead only where all four are written with three digits.
fn octets(text: &[u8]) -> Option<[u8; 4]> {
    let mut octets = [0; 4];
    let mut rest = text;
    for (i, octet) in octets.iter_mut().enumerate() {
        if i > 0 {
            rest = rest.strip_prefix(b".")?;
        }
        let zero_leads = rest.starts_with(b"0");
        let (value, digits);
        (value, digits, rest) = decimal(rest)?;
        if zero_leads && digits > 1 && text.len() != 15 {
            return None;
        }
        *octet = u8::try_from(value).ok()?;
    }
    rest.is_empty().then_some(octets)
}

/// The value of the one to three digits at the start, how many they are, and what follows.
fn decimal(text: &[u8]) -> Option<(u32, usize, &[u8])> {
    let digit = |byte: u8| Some(u32::from(byte.wrapping_sub(b'0'))).filter(|&digit| digit < 10);
    let (&first, mut rest) = text.split_first()?;
    let (mut value, mut digits) = (digit(first)?, 1);
    while let [byte, tail @ ..] = rest
        && digits < 3
        && let Some(digit) = digit(*byte)
    {
        (value, digits, rest) = (value * 10 + digit, digits + 1, tail);
    }
    Some((value, digits, rest))
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["203.0.113.7", "10.0.0.1", "192.168.1.0", "192.168.001.020", "172.16.254.3", "88.12.34.56"],
        unverified: ["1.2.3.4", "4.8.2.1", "8.8.8.8"],
        invalid: [
            ("256.1.1.1", "octet of 256"),
            ("0.0.0.0", "unspecified"),
            ("127.0.0.1", "loopback"),
            ("255.255.255.255", "broadcast"),
            ("255.255.240.0", "network mask"),
            ("126.0.0.0", "a browser's version"),
            ("01.02.03.04", "leading zeros"),
            ("224.0.0.251", "multicast group"),
            ("1.2.3", "three octets"),
            ("1.2.3.4.5", "five octets"),
            ("1.2.3.", "empty octet"),
        ],
        catches: 0,
    }
}
