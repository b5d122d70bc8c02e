use crate::corpus::check::with_luhn;
use crate::corpus::{Rng, Sample};

pub(crate) fn imei(rng: &mut Rng) -> Sample {
    let plain = with_luhn(&format!("{}{}", rng.pick(&["35", "86", "01"]), rng.digits(12)));
    let shaped = format!("{}-{}-{}-{}", &plain[..2], &plain[2..8], &plain[8..14], &plain[14..]);
    Sample::new(plain, shaped)
}

pub(crate) fn mac(rng: &mut Rng) -> Sample {
    const MAKERS: [&str; 8] = ["001a2b", "3c5ab4", "a4c138", "f0189e", "b827eb", "dca632", "00155d", "8c8590"];
    let hex = format!("{}{}", rng.pick(&MAKERS), rng.chars("0123456789abcdef", 6));
    let hex = if rng.one_in(2) { hex.to_uppercase() } else { hex };
    let (size, separator) = rng.pick(&[(2, ":"), (2, ":"), (2, "-"), (4, ".")]);
    // Without separators nobody calls it an address; the separated form is the plain one.
    Sample::plain(crate::corpus::sample::group(&hex, &[size; 6], separator))
}
