//! Dates as people and machines write them, in the proleptic Gregorian calendar.

use std::io::Write as _;

/// Days of four hundred years, after which the calendar repeats.
const CYCLE: i64 = 146_097;

/// A date in a text, and how it is written there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    year: i64,
    month: i64,
    day: i64,
    order: Order,
    /// Between the parts; none in a compact date.
    separator: Option<u8>,
    /// Fewest digits of the month and of the day: 2, or 1 where the text leaves out zeros.
    digits: usize,
    /// Bytes of the date: after it comes the time.
    pub(super) len: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
}

impl Written {
    /// The date that a text starts with: `yyyy-mm-dd` and `yyyymmdd`, `dd.mm.yyyy` and `dd-mm-yyyy`, and `mm/dd/yyyy`, or
    /// `dd/mm/yyyy` where the day comes first. After it nothing may come but a time of day.
    pub(super) fn parse(text: &[u8], day_first: bool) -> Option<Self> {
        let first = digits(text)?;
        if first.len() == 8 {
            let [year, month, day] = [&first[..4], &first[4..6], &first[6..]].map(value);
            let order = Order::YearMonthDay;
            return Self { year, month, day, order, separator: None, digits: 2, len: 8 }.checked(text);
        }
        let separator = *text.get(first.len()).filter(|byte| b"-./".contains(byte))?;
        let second = digits(&text[first.len() + 1..])?;
        let at = first.len() + 1 + second.len();
        let third = digits(text.get(at..)?.strip_prefix(&[separator])?)?;
        let order = match (first.len(), separator) {
            (4, _) => Order::YearMonthDay,
            (_, b'/') if !day_first => Order::MonthDayYear,
            _ => Order::DayMonthYear,
        };
        let (year, month, day) = match order {
            Order::YearMonthDay => (first, second, third),
            Order::DayMonthYear => (third, second, first),
            Order::MonthDayYear => (third, first, second),
        };
        if year.len() != 4 || month.len() > 2 || day.len() > 2 {
            return None;
        }
        let digits = month.len().min(day.len());
        let [year, month, day] = [year, month, day].map(value);
        let len = at + 1 + third.len();
        Self { year, month, day, order, separator: Some(separator), digits, len }.checked(text)
    }

    /// The year.
    pub(super) fn year(self) -> i64 {
        self.year
    }

    /// The date that many days later, or earlier; none outside of the years 1 to 9999.
    pub(super) fn shifted(self, days: i64) -> Option<Self> {
        let (year, month, day) = civil(day_number(self.year, self.month, self.day) + days);
        (1..=9999).contains(&year).then_some(Self { year, month, day, ..self })
    }

    /// Appends the date in the form that it was written in.
    pub(super) fn write(self, out: &mut Vec<u8>) {
        let Self { year, month, day, digits, .. } = self;
        let separator = self.separator.map(char::from).map_or(String::new(), String::from);
        // Writing to memory cannot fail.
        let written = match self.order {
            Order::YearMonthDay => {
                write!(out, "{year:04}{separator}{month:0digits$}{separator}{day:0digits$}")
            }
            Order::DayMonthYear => {
                write!(out, "{day:0digits$}{separator}{month:0digits$}{separator}{year:04}")
            }
            Order::MonthDayYear => {
                write!(out, "{month:0digits$}{separator}{day:0digits$}{separator}{year:04}")
            }
        };
        debug_assert!(written.is_ok(), "memory takes all");
    }

    /// The date, if there is such a day, and nothing but a time comes after it.
    fn checked(self, text: &[u8]) -> Option<Self> {
        let real = (1..=9999).contains(&self.year)
            && civil(day_number(self.year, self.month, self.day)) == (self.year, self.month, self.day);
        (real && is_time(&text[self.len..])).then_some(self)
    }
}

/// True for nothing, or for a time of day after a `T` or a space, with a zone if need be.
fn is_time(text: &[u8]) -> bool {
    let Some((mark, time)) = text.split_first() else { return true };
    let of_time = |byte: &u8| byte.is_ascii_digit() || b":.,+-Zz ".contains(byte);
    b"Tt ".contains(mark) && time.len() <= 32 && time.contains(&b':') && time.iter().all(of_time)
}

/// The digits that a text starts with: 1 to 8 of them.
fn digits(text: &[u8]) -> Option<&[u8]> {
    let len = text.iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
    (1..=8).contains(&len).then(|| &text[..len])
}

fn value(digits: &[u8]) -> i64 {
    digits.iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0'))
}

/// Days since the first of March of the year 0: years that start in March have their odd day at the end.
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (month * 153 + 2) / 5 + day - 1
}

/// The year, month and day of a day number.
fn civil(number: i64) -> (i64, i64, i64) {
    let (cycle, of_cycle) = (number.div_euclid(CYCLE), number.rem_euclid(CYCLE));
    // The leap days before the day are taken out, so that all years have 365.
    let of_year = of_cycle - of_cycle / 1460 + of_cycle / 36_524 - of_cycle / 146_096;
    let year = of_year / 365;
    let day_of_year = of_cycle - (year * 365 + year / 4 - year / 100);
    let month = (day_of_year * 5 + 2) / 153;
    let day = day_of_year - (month * 153 + 2) / 5 + 1;
    let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (cycle * 400 + year + carry, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shifted(text: &str, days: i64, day_first: bool) -> Option<String> {
        let mut out = Vec::new();
        Written::parse(text.as_bytes(), day_first)?.shifted(days)?.write(&mut out);
        Some(String::from_utf8(out).unwrap())
    }

    #[test]
    fn every_day_of_two_cycles_has_its_number() {
        let mut expected = day_number(1599, 12, 31);
        for year in 1600..2400 {
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            for (month, days) in
                [31, 28 + i64::from(leap), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].into_iter().enumerate()
            {
                for day in 1..=days {
                    expected += 1;
                    let date = (year, month as i64 + 1, day);
                    assert_eq!(day_number(date.0, date.1, date.2), expected);
                    assert_eq!(civil(expected), date);
                }
            }
        }
    }

    #[test]
    fn forms_are_kept() {
        for (text, next) in [
            ("1999-12-31", "2000-01-01"),
            ("2000/02/28", "2000/02/29"),
            ("19000228", "19000301"),
            ("31.12.1999", "01.01.2000"),
            ("31-12-1999", "01-01-2000"),
            ("12/31/1999", "01/01/2000"),
            ("2/28/2001", "3/1/2001"),
            ("9.9.2001", "10.9.2001"),
        ] {
            assert_eq!(shifted(text, 1, false).as_deref(), Some(next), "{text}");
        }
        assert_eq!(shifted("31/12/1999", 1, true).as_deref(), Some("01/01/2000"));
        assert_eq!(shifted("9999-12-31", 1, false), None);
        assert_eq!(shifted("0001-01-01", -1, false), None);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "", "1999", "1999-13-01", "2001-02-29", "1999-00-01", "1999-01-00", "99-12-31", "1999-12", "1999-12/31",
            "31/12/1999", "0000-01-01", "1999-12-31 Anna", "1999-12-31T", "1999-12-31-", "199912310", "1999-012-31",
            "１９９９-12-31", r"1999-12-3\u0031",
        ] {
            assert_eq!(shifted(text, 0, false), None, "{text}");
        }
        assert_eq!(Written::parse(b"1999-12-31T23:59:59.999+01:00", false).unwrap().len, 10);
        assert_eq!(Written::parse(b"1999-12-31 23:59", false).unwrap().len, 10);
    }
}
