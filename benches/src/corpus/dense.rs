//! Records full of personal data, an item about every 60 B: an export of customers, the worst honest case.

use super::personal;
use crate::rng::Rng;

const BETWEEN: [&str; 8] = [
    "; next of kin: ",
    " (verified) | ",
    " - see the record of ",
    ", also known under ",
    " / account holder ",
    "; imported from the old system, ",
    " and, since the last audit, ",
    " || ",
];

/// One record of about 460 B.
pub fn push(rng: &mut Rng, out: &mut String) {
    let before = out.len();
    let length = rng.range(380, 520);
    while out.len() - before < length {
        let item = personal::item(rng);
        out.push_str(item.words);
        out.push(' ');
        out.push_str(&item.value);
        out.push_str(rng.pick(&BETWEEN));
    }
}
