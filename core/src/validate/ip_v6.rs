//! IPv6 address: full, compressed, with an IPv4 tail, with a zone.
//!
//! Source: RFC 4291 and RFC 4007. Refused: unspecified, loopback, multicast, eight groups of at most two characters (an
//! EUI-64, a fingerprint), and a compressed form that may be a scope in source code (`a::b`): it must be of a range in
//! use (2000::/3, fc00::/7, fe80::/10), embed IPv4, or have four groups, one of them longer than two characters. Proves
//! the form only.

use core::net::Ipv6Addr;

use super::{Check, ip_v4};

pub(super) fn check(text: &[u8]) -> Check {
    let address = text.split(|&byte| byte == b'%').next().unwrap_or_default();
    let Some(parsed) = str::from_utf8(address).ok().and_then(|text| text.parse::<Ipv6Addr>().ok()) else {
        return Check::Invalid;
    };
    let [first, second, .., high, low] = parsed.segments();
    if parsed.to_ipv4_mapped().is_some() || (first, second) == (0x64, 0xff9b) || address.contains(&b'.') {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        return (ip_v4::judge([a, b, c, d]) != Check::Invalid).into();
    }
    let groups = || address.split(|&byte| byte == b':').filter(|group| !group.is_empty());
    let wordy = groups().count() >= 4 && groups().any(|group| group.len() > 2);
    let in_use = matches!(first, 0x2000..=0x3fff | 0xfc00..=0xfdff | 0xfe80..=0xfebf) && groups().count() >= 2;
    (!parsed.is_multicast() && (wordy || in_use)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "2001:db8:85a3::8a2e:370:7334", "2001:0DB8:0000:0000:0000:ff00:0042:8329", "fe80::1ff:fe23:4567:890a%eth0",
            "::ffff:192.168.1.20", "::ffff:c0a8:114", "64:ff9b::203.0.113.7", "2a00::1", "fd12:3456:789a:1::1",
            "a1b2:c3d4:e5f6:1:2:3:4:5",
        ],
        invalid: [
            ("::", "unspecified"),
            ("::1", "loopback"),
            ("::ffff:127.0.0.1", "IPv4 loopback"),
            ("ff02::1", "multicast"),
            ("a::b", "a scope in source code"),
            ("de::ad", "words"),
            ("12:30:45", "time of day"),
            ("00:1a:2b:3c:4d:5e:6f:70", "EUI-64"),
            ("2001:db8::1::2", "two gaps"),
            ("2001:db8:1:2:3:4:5", "seven groups"),
        ],
        catches: 0,
    }
}
