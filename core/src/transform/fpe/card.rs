//! Card numbers: the middle is encrypted, and the whole passes Luhn.

use std::ops::RangeInclusive;

use ::fpe::ff1::FF1;
use aes::Aes256;

use super::{InvalidFpe, Way, check_domain, walk};
use crate::transform::luhn;

/// Digits of a card number, by ISO/IEC 7812-1 with the shortest that are issued.
const LENGTHS: RangeInclusive<usize> = 12..=19;

/// What stays of a card number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Card {
    first: usize,
    last: usize,
}

impl Card {
    pub(super) fn new(first: usize, last: usize) -> Result<Self, InvalidFpe> {
        if first > 6 || last > 4 { Err(InvalidFpe::Kept) } else { Ok(Self { first, last }) }
    }

    /// The digits with another middle, that passes and belongs. None for what is no card number, or has too short a middle.
    pub(super) fn run(
        self,
        cipher: &FF1<Aes256>,
        entity: &[u8],
        digits: &[u16],
        way: Way,
        belongs: &dyn Fn(&[u16]) -> bool,
    ) -> Option<Vec<u16>> {
        if !LENGTHS.contains(&digits.len()) || !luhn::passes(digits) {
            return None;
        }
        let (first, rest) = digits.split_at(self.first);
        let (middle, last) = rest.split_at(rest.len() - self.last);
        check_domain(10, middle.len()).ok()?;
        let mut tweak = entity.to_vec();
        tweak.push(0);
        tweak.extend([first, last].concat().into_iter().map(|digit| digit as u8));
        let whole = |middle: &[u16]| [first, middle, last].concat();
        let middle = walk(cipher, &tweak, middle, way, &|middle| {
            let whole = whole(middle);
            luhn::passes(&whole) && belongs(&whole)
        })?;
        Some(whole(&middle))
    }
}
