//! Buckets: a number becomes the range that it lies in.
//!
//! A range is meant to tell something of the value, and its lower bound is the value where that is the first of the range.

use std::fmt;
use std::io::Write as _;

/// Most digits of a number, its fraction left out.
const MOST_DIGITS: usize = 17;

/// Ranges of numbers. Fractions are rounded down; what is no plain number is masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket(Ranges);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Ranges {
    Width(i64),
    /// In order, the first numbers of ranges.
    Edges(Vec<i64>),
}

/// These are no ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidBucket {
    /// A width below 2, which would show every value, or above 10^15.
    Width,
    /// No edge, or edges that do not rise by 2 or more.
    Edges,
}

impl Bucket {
    /// Ranges of that width, from a multiple of it: `20-29` of width 10.
    ///
    /// # Errors
    ///
    /// When the width is below 2 or above 10^15.
    pub fn width(width: u64) -> Result<Self, InvalidBucket> {
        match i64::try_from(width) {
            Ok(width @ 2..=1_000_000_000_000_000) => Ok(Self(Ranges::Width(width))),
            _ => Err(InvalidBucket::Width),
        }
    }

    /// Ranges that start at those numbers: `under 18`, `18-64`, `65+` of 18 and 65.
    ///
    /// # Errors
    ///
    /// When there is none, or they do not rise by at least 2, which would show values.
    pub fn edges(edges: &[i64]) -> Result<Self, InvalidBucket> {
        let rise = edges.windows(2).all(|pair| pair[0].checked_add(2).is_some_and(|least| least <= pair[1]));
        if edges.is_empty() || !rise {
            return Err(InvalidBucket::Edges);
        }
        Ok(Self(Ranges::Edges(edges.to_vec())))
    }

    /// Appends the range of a number. False, and nothing is appended, for what is none.
    pub(super) fn apply(&self, text: &[u8], out: &mut Vec<u8>) -> bool {
        let Some(value) = parse(text) else { return false };
        // Writing to memory cannot fail.
        let written = match self.range(value) {
            (Some(low), Some(high)) if low < 0 => write!(out, "{low} to {high}"),
            (Some(low), Some(high)) => write!(out, "{low}-{high}"),
            (Some(low), None) => write!(out, "{low}+"),
            (None, Some(high)) => write!(out, "under {}", i128::from(high) + 1),
            (None, None) => return false,
        };
        written.is_ok()
    }

    /// As [`Bucket::apply`], the lower bound alone; for the lowest range, which has none, its last number.
    pub(super) fn apply_number(&self, number: &[u8], out: &mut Vec<u8>) -> bool {
        let Some(value) = parse(number) else { return false };
        let (low, high) = self.range(value);
        low.or(high).is_some_and(|bound| write!(out, "{bound}").is_ok())
    }

    /// The first and the last number of the range.
    fn range(&self, value: i64) -> (Option<i64>, Option<i64>) {
        match &self.0 {
            &Ranges::Width(width) => {
                let low = value.div_euclid(width) * width;
                (Some(low), Some(low + width - 1))
            }
            Ranges::Edges(edges) => {
                let at = edges.partition_point(|&edge| edge <= value);
                (at.checked_sub(1).map(|at| edges[at]), edges.get(at).map(|edge| edge.saturating_sub(1)))
            }
        }
    }
}

/// A number of digits, with a sign and a fraction if need be, rounded down.
fn parse(text: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(text).ok()?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(digits) || !plain(fraction) || digits.len() > MOST_DIGITS {
        return None;
    }
    let value: i64 = whole.parse().ok()?;
    let down = whole.starts_with('-') && fraction.bytes().any(|byte| byte != b'0');
    Some(value - i64::from(down))
}

impl fmt::Display for InvalidBucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Width => "a bucket is 2 to 10^15 wide",
            Self::Edges => "buckets need at least one edge, and each edge is at least 2 above the one before",
        })
    }
}

impl std::error::Error for InvalidBucket {}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bucket: &Bucket, text: &str) -> Option<String> {
        let mut out = Vec::new();
        bucket.apply(text.as_bytes(), &mut out).then(|| String::from_utf8(out).unwrap())
    }

    fn number(bucket: &Bucket, text: &str) -> Option<i64> {
        let mut out = Vec::new();
        bucket.apply_number(text.as_bytes(), &mut out).then(|| String::from_utf8(out).unwrap().parse().unwrap())
    }

    #[test]
    fn widths() {
        let ten = Bucket::width(10).unwrap();
        for (value, range, low) in [
            ("27", "20-29", 20),
            ("20", "20-29", 20),
            ("29.9", "20-29", 20),
            ("007", "0-9", 0),
            ("-0.5", "-10 to -1", -10),
            ("-10", "-10 to -1", -10),
            ("-10.1", "-20 to -11", -20),
            ("99999999999999999", "99999999999999990-99999999999999999", 99_999_999_999_999_990),
        ] {
            assert_eq!(text(&ten, value).as_deref(), Some(range), "{value}");
            assert_eq!(number(&ten, value), Some(low), "{value}");
        }
        assert_eq!(Bucket::width(1), Err(InvalidBucket::Width));
        assert_eq!(Bucket::width(u64::MAX), Err(InvalidBucket::Width));
    }

    #[test]
    fn edges() {
        let ages = Bucket::edges(&[18, 65]).unwrap();
        for (value, range, low) in [
            ("17.9", "under 18", 17),
            ("18", "18-64", 18),
            ("64", "18-64", 18),
            ("65", "65+", 65),
            ("-1", "under 18", 17),
        ] {
            assert_eq!(text(&ages, value).as_deref(), Some(range), "{value}");
            assert_eq!(number(&ages, value), Some(low), "{value}");
        }
        for edges in [&[][..], &[2, 1], &[1, 1], &[1, 2], &[i64::MAX, i64::MIN]] {
            assert_eq!(Bucket::edges(edges), Err(InvalidBucket::Edges));
        }
        assert_eq!(text(&Bucket::edges(&[i64::MIN]).unwrap(), "5").as_deref(), Some("-9223372036854775808+"));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        let ten = Bucket::width(10).unwrap();
        for value in ["", "-", ".5", "5.", "1,000", "1e5", "+5", "12a", "--1", "1.2.3", "100000000000000000", "１２"]
        {
            assert_eq!(text(&ten, value), None, "{value}");
            assert_eq!(number(&ten, value), None, "{value}");
        }
    }
}
