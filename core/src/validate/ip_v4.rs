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
    let (mut octet, mut value, mut digits) = (0, 0_u16, 0);
    for &byte in text {
        match byte {
            b'0'..=b'9' => {
                let padded = digits > 0 && value == 0;
                if digits == 3 || padded && text.len() != 15 {
                    return None;
                }
                value = value * 10 + u16::from(byte - b'0');
                digits += 1;
            }
            b'.' if octet < 3 && digits > 0 => {
                octets[octet] = u8::try_from(value).ok()?;
                (octet, value, digits) = (octet + 1, 0, 0);
            }
            _ => return None,
        }
    }
    octets[3] = u8::try_from(value).ok()?;
    (octet == 3 && digits > 0).then_some(octets)
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
