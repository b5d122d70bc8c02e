//! Points in time of binary formats, as a person reads them (ISO 8601), and back.

use super::binary::Short;

/// Seconds of a day.
pub(super) const DAY: i64 = 86_400;

/// Days from 1970-01-01 that the years 0 to 9999 have.
const DAYS: std::ops::Range<i64> = -719_528..2_932_897;

/// A day, as days from 1970-01-01: `1987-06-05`. `None` for years of more than four digits.
pub(super) fn date(days: i64) -> Option<Short> {
    let (year, month, day) = civil(days)?;
    Some(Short::new(format_args!("{year:04}-{month:02}-{day:02}")))
}

/// A moment, as seconds from 1970-01-01 and nanoseconds: `1987-06-05T04:03:02Z`, with a fraction where there is one.
pub(super) fn timestamp(seconds: i64, nanos: u32) -> Option<Short> {
    let (year, month, day) = civil(seconds.div_euclid(DAY))?;
    let second = seconds.rem_euclid(DAY);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    Some(match nanos {
        0 => Short::new(format_args!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")),
        _ => Short::new(format_args!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{nanos:09}Z")),
    })
}

/// The days that a date, or the date of a moment, is from 1970-01-01.
pub(super) fn read_date(text: &[u8]) -> Option<i64> {
    let (date, rest) = text.split_at_checked(10)?;
    let parts = (number(&date[..4])?, number(&date[5..7])?, number(&date[8..])?);
    let days = days(parts)?;
    let signs = date[4] == b'-' && date[7] == b'-' && matches!(rest.first(), None | Some(b'T' | b' '));
    (signs && civil(days)? == parts).then_some(days)
}

/// Seconds from 1970-01-01 and nanoseconds of a moment in UTC; of the start of the day where there is only a date.
pub(super) fn read_timestamp(text: &[u8]) -> Option<(i64, u32)> {
    let start = read_date(text)? * DAY;
    let Some(clock) = text.get(11..) else { return (text.len() == 10).then_some((start, 0)) };
    let clock = clock.strip_suffix(b"Z").unwrap_or(clock);
    let (whole, fraction) = clock.split_at_checked(8)?;
    let (hour, minute, second) = (number(&whole[..2])?, number(&whole[3..5])?, number(&whole[6..])?);
    if whole[2] != b':' || whole[5] != b':' || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let nanos = match fraction {
        [] => 0,
        [b'.', digits @ ..] if (1..=9).contains(&digits.len()) => number(digits)? * 10_i64.pow(9 - digits.len() as u32),
        _ => return None,
    };
    Some((start + hour * 3600 + minute * 60 + second, nanos as u32))
}

/// Digits, and nothing else.
fn number(digits: &[u8]) -> Option<i64> {
    digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + i64::from(digit - b'0')))
}

/// Year, month and day. Counted in years that start in March, so that a leap day is the last of its year.
fn civil(days: i64) -> Option<(i64, i64, i64)> {
    if !DAYS.contains(&days) {
        return None;
    }
    // From 0000-03-01 on, in cycles of 400 years, which have 146 097 days each.
    let days = days + 719_468;
    let (cycle, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (day, month) = (day - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    Some((year + 400 * cycle + i64::from(month < 3), month, day))
}

/// The way back from [`civil`]; days that a month does not have come out as days of the next.
fn days((year, month, day): (i64, i64, i64)) -> Option<i64> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = year - i64::from(month < 3);
    let (cycle, of_cycle) = (year.div_euclid(400), year.rem_euclid(400));
    let month = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * month + 2) / 5 + day - 1;
    Some(cycle * 146_097 + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_there_and_back() {
        let (mut year, mut month, mut day) = (0, 1, 1);
        for days in DAYS {
            let shown = date(days).unwrap();
            if days % 97 == 0 {
                assert_eq!(shown.bytes(), format!("{year:04}-{month:02}-{day:02}").as_bytes());
            }
            assert_eq!(read_date(shown.bytes()), Some(days));
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let length = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
            (day, month) = if day < length { (day + 1, month) } else { (1, month + 1) };
            (month, year) = if month > 12 { (1, year + 1) } else { (month, year) };
        }
        assert!(date(DAYS.start - 1).is_none() && date(DAYS.end).is_none() && date(i64::MIN).is_none());
    }

    #[test]
    fn moments() {
        for (seconds, nanos, shown) in [
            (0, 0, "1970-01-01T00:00:00Z"),
            (-1, 0, "1969-12-31T23:59:59Z"),
            (1_000_000_000, 5, "2001-09-09T01:46:40.000000005Z"),
        ] {
            assert_eq!(timestamp(seconds, nanos).unwrap().bytes(), shown.as_bytes());
            assert_eq!(read_timestamp(shown.as_bytes()), Some((seconds, nanos)));
        }
        assert_eq!(read_timestamp(b"1970-01-02"), Some((DAY, 0)));
        assert_eq!(read_timestamp(b"1970-01-02 00:00:01.5"), Some((DAY + 1, 500_000_000)));
        for wrong in ["", "[DATE]", "1970-01-0", "1970-02-30", "1970-13-01", "1970-01-01T", "1970-01-01T24:00:00Z"] {
            assert_eq!(read_timestamp(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
