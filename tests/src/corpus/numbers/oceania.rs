//! Australia, and South Africa with it.

use crate::corpus::check::{weighted, with_luhn};
use crate::corpus::dates::Date;
use crate::corpus::{Rng, Sample};

pub(crate) fn au_tfn(rng: &mut Rng) -> Sample {
    loop {
        let plain = format!("{}{}", rng.range(1, 9), rng.digits(8));
        if weighted(&plain, &[1, 4, 3, 7, 5, 8, 6, 9, 10]).is_multiple_of(11) {
            return Sample::grouped(plain, &[3, 3], " ");
        }
    }
}

pub(crate) fn au_medicare(rng: &mut Rng) -> Sample {
    let payload = format!("{}{}", rng.range(2, 6), rng.digits(7));
    let check = weighted(&payload, &[1, 3, 7, 9, 1, 3, 7, 9]) % 10;
    Sample::grouped(format!("{payload}{check}{}", rng.range(1, 9)), &[4, 5], " ")
}

pub(crate) fn za_id_number(rng: &mut Rng) -> Sample {
    let born = Date::birth(rng);
    let plain = with_luhn(&format!("{}{}{}8", born.yymmdd(), rng.digits(4), rng.below(2)));
    Sample::grouped(plain, &[6, 4], " ")
}
