//! Dates moved by a number of days that is the same for all dates of one subject: what lies between them stays.

use std::fmt;
use std::sync::Arc;

use super::date::Written;
use super::hash::{Keyed, after, keyed, sum};
use crate::key::{Key, KeyId, Purpose};

/// Widest shift, in days: some ten years.
const WIDEST: u16 = 3660;

/// How dates are moved: by 1 to so many days, back or forth.
#[derive(Clone)]
pub struct DateShift {
    id: KeyId,
    keyed: Keyed,
    most: u16,
    day_first: bool,
    subject: Option<Arc<[Box<[u8]>]>>,
}

/// The widest shift is 0, or more than 3660 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidShift;

impl DateShift {
    /// By at most `most` days, 1 to 3660; how many is drawn from the key and the subject. What is no date is masked.
    ///
    /// # Errors
    ///
    /// When `most` is out of range.
    pub fn new(key: &Key, most: u16) -> Result<Self, InvalidShift> {
        if !(1..=WIDEST).contains(&most) {
            return Err(InvalidShift);
        }
        Ok(Self { id: key.id().clone(), keyed: keyed(key, Purpose::DateShift), most, day_first: false, subject: None })
    }

    /// Reads `01/02/2003` as the first of February, as most of the world does; without this, as the second of January.
    #[must_use]
    pub fn day_first(self) -> Self {
        Self { day_first: true, ..self }
    }

    /// By days that are drawn from the key and the text of a field: of the nearest to the date, in the object that holds it
    /// or in those around it, that the names of `path` lead to. A date without such a field is masked, and so are those
    /// in text without a structure.
    #[must_use]
    pub fn subject<S: AsRef<[u8]>>(self, path: impl IntoIterator<Item = S>) -> Self {
        let path: Vec<Box<[u8]>> = path.into_iter().map(|name| name.as_ref().into()).collect();
        Self { subject: Some(path.into()), ..self }
    }

    /// The names that lead to the field whose text is the subject; none where the entity stands for it.
    pub(super) fn subject_path(&self) -> Option<&[Box<[u8]>]> {
        self.subject.as_deref()
    }

    /// Appends the date moved, in its own form and with its time of day. False, and nothing is appended, for what is no
    /// date, or would leave the years 1 to 9999.
    ///
    /// Without a subject the entity stands for it, and all its dates move alike, unless a field was named for it.
    pub(super) fn apply(&self, entity: &str, subject: Option<&[u8]>, text: &[u8], out: &mut Vec<u8>) -> bool {
        if subject.is_none() && self.subject.is_some() {
            return false;
        }
        let Some(date) = Written::parse(text, self.day_first) else { return false };
        let Some(moved) = date.shifted(self.days(entity, subject)) else { return false };
        moved.write(out);
        out.extend_from_slice(&text[date.len..]);
        true
    }

    /// Days, from -most to most, and never none, which would leave the date as it is.
    fn days(&self, entity: &str, subject: Option<&[u8]>) -> i64 {
        let sum = match subject {
            Some(subject) => sum(&after(&self.keyed, b"subject"), subject),
            None => sum(&after(&self.keyed, b"entity"), entity.as_bytes()),
        };
        let drawn = sum[..8].iter().fold(0_u64, |drawn, &byte| drawn << 8 | u64::from(byte));
        let most = i64::from(self.most);
        // Of a number so large the remainder is as good as even.
        let days = (drawn % (2 * u64::from(self.most))) as i64 - most;
        if days >= 0 { days + 1 } else { days }
    }
}

impl fmt::Debug for DateShift {
    /// Shows nothing that the key went into.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DateShift({}, {} days)", self.id, self.most)
    }
}

impl fmt::Display for InvalidShift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "dates are shifted by at most 1 to {WIDEST} days")
    }
}

impl std::error::Error for InvalidShift {}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> Key {
        Key::new("k1", vec![7; 32]).unwrap()
    }

    fn shift(shift: &DateShift, subject: Option<&str>, text: &str) -> Option<String> {
        let mut out = Vec::new();
        let done = shift.apply("DATE", subject.map(str::as_bytes), text.as_bytes(), &mut out);
        done.then(|| String::from_utf8(out).unwrap())
    }

    #[test]
    fn dates_of_a_subject_move_alike() {
        let by = DateShift::new(&key(), 30).unwrap();
        let mut seen = std::collections::BTreeSet::new();
        for subject in 0..1000 {
            let days = by.days("DATE", Some(format!("subject {subject}").as_bytes()));
            assert!((-30..=30).contains(&days) && days != 0);
            seen.insert(days);
        }
        assert_eq!(seen.len(), 60, "every shift is drawn");
        let day = |text: &str| text[8..10].parse::<i64>().unwrap();
        let [first, second] = ["2000-05-15", "2000-05-16"].map(|text| shift(&by, Some("a"), text).unwrap());
        assert!(first != "2000-05-15" && (day(&second) - day(&first) == 1 || day(&second) == 1), "{first} {second}");
        assert_ne!(by.days("DATE", Some(b"DATE")), 0);
        assert_ne!(shift(&by, None, "2000-05-15"), Some("2000-05-15".to_owned()));
    }

    #[test]
    fn times_stay_and_forms_are_kept() {
        let by = DateShift::new(&key(), 1).unwrap();
        let moved = shift(&by, Some("a"), "2000-05-15T10:20:30Z").unwrap();
        assert!(["2000-05-14T10:20:30Z", "2000-05-16T10:20:30Z"].contains(&moved.as_str()), "{moved}");
        let moved = shift(&by, Some("a"), "15.05.2000").unwrap();
        assert!(["14.05.2000", "16.05.2000"].contains(&moved.as_str()), "{moved}");
        assert_eq!(shift(&by, None, "25/12/2000"), None);
        assert!(shift(&by.clone().day_first(), None, "25/12/2000").is_some());
        assert_eq!(shift(&by, None, "2000-05-15 Anna"), None);
        assert_eq!(DateShift::new(&key(), 0).unwrap_err(), InvalidShift);
        assert_eq!(DateShift::new(&key(), 3661).unwrap_err(), InvalidShift);
    }
}
