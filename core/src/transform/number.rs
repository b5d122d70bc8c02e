//! Numbers that take the place of numbers, where a JSON value or a field of a schema has to stay one.

/// The largest values of types that numbers are read into: `i32`, `u32`, the integers of a `f64`, `i64`, `u64`.
const LARGEST: [u64; 5] = [i32::MAX as u64, u32::MAX as u64, 1 << 53, i64::MAX as u64, u64::MAX];

/// How many of the types that integers are read into are too small for one of those digits, from 0 to 9.
pub(super) fn size(digits: impl IntoIterator<Item = u64>) -> usize {
    let value = digits.into_iter().try_fold(0_u64, |value, digit| value.checked_mul(10)?.checked_add(digit));
    value.map_or(LARGEST.len(), |value| LARGEST.iter().take_while(|&&largest| largest < value).count())
}

/// Appends the number that says nothing: 0; or, where the length is kept, a one and zeros, or a two where that is the
/// value.
pub(super) fn write_nothing(value: &[u8], same_length: bool, out: &mut Vec<u8>) {
    if !same_length || value.len() < 2 {
        out.push(b'0');
        return;
    }
    let start = out.len();
    out.push(b'1');
    out.resize(start + value.len(), b'0');
    if out[start..] == *value {
        out[start] = b'2';
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_any_length() {
        let write = |value: &str, same_length| {
            let mut out = Vec::new();
            write_nothing(value.as_bytes(), same_length, &mut out);
            String::from_utf8(out).unwrap()
        };
        assert_eq!(write("44051401359", false), "0");
        assert_eq!(write("44051401359", true), "10000000000");
        assert_eq!(write("1000", true), "2000");
        assert_eq!(write("7", true), "0");
    }

    #[test]
    fn sizes() {
        let size = |value: u128| size(value.to_string().bytes().map(|digit| u64::from(digit - b'0')));
        assert_eq!(size(0), 0);
        for (at, &largest) in LARGEST.iter().enumerate() {
            assert_eq!((size(largest.into()), size(u128::from(largest) + 1)), (at, at + 1));
        }
        assert_eq!(size(u128::MAX), 5);
    }
}
