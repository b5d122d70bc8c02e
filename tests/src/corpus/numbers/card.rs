use crate::corpus::check::with_luhn;
use crate::corpus::{Rng, Sample};

/// Prefixes, all of one length, and the length of the number.
const BRANDS: [(&[&str], usize); 16] = [
    // Visa.
    (&["4"], 16),
    (&["4"], 16),
    (&["4"], 19),
    // Mastercard: the old range and the one opened in 2017.
    (&["51", "52", "53", "54", "55"], 16),
    (&["2221", "2345", "2500", "2699", "2720"], 16),
    // American Express.
    (&["34", "37"], 15),
    // Discover.
    (&["6011", "6441", "6490", "6500"], 16),
    // JCB.
    (&["3528", "3550", "3589"], 16),
    // Diners Club.
    (&["300", "301", "302", "303", "304", "305"], 14),
    (&["36", "38"], 14),
    // UnionPay.
    (&["6212", "6222", "6228"], 16),
    (&["6212", "6217", "6228"], 19),
    // Maestro.
    (&["5018", "5020", "5038", "6759", "6761", "6763"], 16),
    (&["6304", "6762"], 18),
    // Mir.
    (&["2200", "2202", "2204"], 16),
    // RuPay.
    (&["6521", "6522"], 16),
];

pub(crate) fn credit_card(rng: &mut Rng) -> Sample {
    let (prefixes, length) = rng.pick(&BRANDS);
    let prefix = rng.pick(prefixes);
    let plain = with_luhn(&format!("{prefix}{}", rng.digits(length - prefix.len() - 1)));
    let separator = rng.pick(&[" ", " ", "-"]);
    match length {
        15 => Sample::grouped(plain, &[4, 6], separator),
        14 => Sample::grouped(plain, &[4, 6], separator),
        _ => Sample::grouped(plain, &[4, 4, 4, 4], separator),
    }
}
