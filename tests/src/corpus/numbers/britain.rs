use crate::corpus::check::weighted;
use crate::corpus::{Rng, Sample};

pub(crate) fn uk_nhs(rng: &mut Rng) -> Sample {
    loop {
        let payload = format!("{}{}", rng.pick(&[4, 6, 7]), rng.digits(8));
        let check = 11 - weighted(&payload, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        // Numbers whose check digit would be 10 are not issued.
        if check != 10 {
            return Sample::grouped(format!("{payload}{}", check % 11), &[3, 3], " ");
        }
    }
}

pub(crate) fn uk_nino(rng: &mut Rng) -> Sample {
    let prefix = loop {
        let prefix = rng.chars("ABCEGHJKLMNOPRSTWXYZ", 1) + &rng.chars("ABCEGHJKLMNPRSTWXYZ", 1);
        let unused = ["BG", "GB", "NK", "KN", "TN", "NT", "ZZ"].contains(&prefix.as_str());
        if !unused && !prefix.starts_with('O') {
            break prefix;
        }
    };
    Sample::grouped(format!("{prefix}{}{}", rng.digits(6), rng.chars("ABCD", 1)), &[2, 2, 2, 2], " ")
}

pub(crate) fn uk_utr(rng: &mut Rng) -> Sample {
    let rest = format!("{}{}", rng.range(1, 9), rng.digits(8));
    let sum = weighted(&rest, &[6, 7, 8, 9, 10, 5, 4, 3, 2]);
    let check = &"21987654321"[(sum % 11) as usize..][..1];
    Sample::grouped(format!("{check}{rest}"), &[5], " ")
}

pub(crate) fn ie_pps(rng: &mut Rng) -> Sample {
    let digits = format!("{}{}", rng.range(1, 9), rng.digits(6));
    let second = rng.pick(&["", "", "A"]);
    let sum = weighted(&digits, &[8, 7, 6, 5, 4, 3, 2]) + if second == "A" { 9 } else { 0 };
    let check = char::from(b"WABCDEFGHIJKLMNOPQRSTUV"[(sum % 23) as usize]);
    Sample::plain(format!("{digits}{check}{second}"))
}
