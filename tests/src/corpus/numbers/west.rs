use crate::corpus::check::{mod_11_10, mod_97, weighted};
use crate::corpus::dates::Date;
use crate::corpus::{Rng, Sample};

pub(crate) fn fr_nir(rng: &mut Rng) -> Sample {
    let born = Date::birth(rng);
    let department =
        if rng.one_in(12) { rng.pick(&["2A", "2B"]).to_owned() } else { format!("{:02}", rng.range(1, 95)) };
    let department = if department == "20" { "21".to_owned() } else { department };
    let payload = format!(
        "{}{:02}{:02}{department}{:03}{:03}",
        rng.range(1, 2),
        born.year % 100,
        born.month,
        rng.range(1, 900),
        rng.range(1, 999)
    );
    let key = 97 - mod_97(&payload.replace("2A", "19").replace("2B", "18"));
    Sample::grouped(format!("{payload}{key:02}"), &[1, 2, 2, 2, 3, 3], " ")
}

/// A tax number: of its first ten digits one comes twice, or since 2016 three times but not three in a row.
pub(crate) fn de_tax_id(rng: &mut Rng) -> Sample {
    loop {
        let mut pool: Vec<u8> = (b'0'..=b'9').collect();
        for _ in 0..rng.range(1, 2) {
            pool.remove(rng.below(pool.len() as u64) as usize);
        }
        let repeated = rng.pick(&pool);
        pool.resize(10, repeated);
        for last in (1..pool.len()).rev() {
            pool.swap(last, rng.below(last as u64 + 1) as usize);
        }
        let row = pool.windows(3).any(|three| three[0] == three[1] && three[1] == three[2]);
        if pool[0] != b'0' && !row {
            let payload: String = pool.into_iter().map(char::from).collect();
            return Sample::grouped(format!("{payload}{}", mod_11_10(&payload)), &[2, 3, 3], " ");
        }
    }
}

pub(crate) fn nl_bsn(rng: &mut Rng) -> Sample {
    loop {
        let payload = format!("{}{}", rng.range(1, 9), rng.digits(7));
        let check = weighted(&payload, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        if check < 10 {
            let plain = format!("{payload}{check}");
            return match rng.below(2) {
                0 => Sample::grouped(plain, &[4, 2], "."),
                _ => Sample::grouped(plain, &[3, 3], " "),
            };
        }
    }
}

pub(crate) fn be_nn(rng: &mut Rng) -> Sample {
    let born = Date::birth(rng);
    let payload = format!("{}{:03}", born.yymmdd(), rng.range(1, 997));
    let century = if born.year < 2000 { "" } else { "2" };
    let check = 97 - mod_97(&format!("{century}{payload}"));
    let plain = format!("{payload}{check:02}");
    let shaped = format!("{}.{}.{}-{}.{}", &plain[..2], &plain[2..4], &plain[4..6], &plain[6..9], &plain[9..]);
    Sample::new(plain, shaped)
}

pub(crate) fn ch_ahv(rng: &mut Rng) -> Sample {
    let payload = format!("756{}", rng.digits(9));
    let sum = weighted(&payload, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]);
    Sample::grouped(format!("{payload}{}", (10 - sum % 10) % 10), &[3, 4, 4], ".")
}

pub(crate) fn pl_pesel(rng: &mut Rng) -> Sample {
    let born = Date::birth(rng);
    let month = born.month + if born.year < 2000 { 0 } else { 20 };
    let payload = format!("{:02}{month:02}{:02}{}", born.year % 100, born.day, rng.digits(4));
    let sum = weighted(&payload, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3]);
    Sample::plain(format!("{payload}{}", (10 - sum % 10) % 10))
}
