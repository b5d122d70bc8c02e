use crate::corpus::check::{weighted, with_luhn};
use crate::corpus::dates::Date;
use crate::corpus::{Rng, Sample};

pub(crate) fn se_personnummer(rng: &mut Rng) -> Sample {
    let mut born = Date::birth(rng);
    let date = born;
    if rng.one_in(10) {
        // A samordningsnummer, for people who are not registered: the day plus 60.
        born.day += 60;
    }
    let short = with_luhn(&format!("{}{:03}", born.yymmdd(), rng.range(1, 999)));
    let century = if rng.one_in(2) { format!("{}", date.year / 100) } else { String::new() };
    Sample::new(format!("{century}{short}"), format!("{century}{}-{}", &short[..6], &short[6..]))
}

pub(crate) fn fi_hetu(rng: &mut Rng) -> Sample {
    let born = Date::birth(rng);
    // The letters other than - and A are in use since 2023.
    let century = if born.year < 2000 { rng.pick(&["-", "-", "-", "Y"]) } else { rng.pick(&["A", "A", "A", "B"]) };
    let individual = format!("{:03}", rng.range(2, 899));
    let number: u64 = format!("{}{individual}", born.ddmmyy()).parse().unwrap_or(0);
    let check = char::from(b"0123456789ABCDEFHJKLMNPRSTUVWXY"[(number % 31) as usize]);
    Sample::plain(format!("{}{century}{individual}{check}", born.ddmmyy()))
}

/// A CPR number. Half have the check digit, which is not given any more since 2007.
pub(crate) fn dk_cpr(rng: &mut Rng) -> Sample {
    const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let born = Date::birth(rng);
    let checked = rng.one_in(2);
    loop {
        let century = if born.year < 2000 { rng.range(0, 3) } else { rng.range(4, 9) };
        let plain = format!("{}{century}{:03}", born.ddmmyy(), rng.range(1, 999));
        if !checked || weighted(&plain, &WEIGHTS).is_multiple_of(11) {
            return Sample::grouped(plain, &[6], "-");
        }
    }
}

pub(crate) fn no_fodselsnummer(rng: &mut Rng) -> Sample {
    let born = Date::birth(rng);
    loop {
        let individual = if born.year < 2000 { rng.range(0, 499) } else { rng.range(500, 999) };
        let payload = format!("{}{individual:03}", born.ddmmyy());
        let first = (11 - weighted(&payload, &[3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11) % 11;
        let with_first = format!("{payload}{first}");
        let second = (11 - weighted(&with_first, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
        if first < 10 && second < 10 {
            return Sample::grouped(format!("{with_first}{second}"), &[6], " ");
        }
    }
}
