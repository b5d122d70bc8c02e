use super::Rng;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    pub(crate) year: u64,
    pub(crate) month: u64,
    pub(crate) day: u64,
}

impl Date {
    /// A day of one of the years `from..=to`.
    pub(crate) fn within(rng: &mut Rng, from: u64, to: u64) -> Self {
        let (year, month) = (rng.range(from, to), rng.range(1, 12));
        Self { year, month, day: rng.range(1, days(year, month)) }
    }

    /// A day on which somebody who sends messages today was born.
    pub(crate) fn birth(rng: &mut Rng) -> Self {
        Self::within(rng, 1940, 2009)
    }

    pub(crate) fn yymmdd(self) -> String {
        format!("{:02}{:02}{:02}", self.year % 100, self.month, self.day)
    }

    pub(crate) fn ddmmyy(self) -> String {
        format!("{:02}{:02}{:02}", self.day, self.month, self.year % 100)
    }

    pub(crate) fn yyyymmdd(self) -> String {
        format!("{:04}{:02}{:02}", self.year, self.month, self.day)
    }

    /// `2024-02-29`
    pub(crate) fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A moment of the last years as RFC 3339 with milliseconds.
pub(crate) fn moment(rng: &mut Rng) -> String {
    let day = Date::within(rng, 2022, 2026).iso();
    let (hour, minute, second, ms) = (rng.below(24), rng.below(60), rng.below(60), rng.below(1000));
    format!("{day}T{hour:02}:{minute:02}:{second:02}.{ms:03}Z")
}

/// The days of `month` in `year`; 0 for a month that does not exist.
pub(crate) fn days(year: u64, month: u64) -> u64 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// Whether `day`.`month`. exists in the two-digit year of any century that people of today were born in.
pub(crate) fn is_day(two_digit_year: u64, month: u64, day: u64) -> bool {
    day >= 1 && [1900, 2000].iter().any(|century| day <= days(century + two_digit_year, month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leap_years() {
        assert_eq!([days(2000, 2), days(1900, 2), days(2024, 2), days(2023, 2)], [29, 28, 29, 28]);
        assert!(is_day(0, 2, 29) && !is_day(1, 2, 29) && !is_day(80, 13, 1) && !is_day(80, 1, 0));
    }
}
