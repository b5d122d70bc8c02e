//! How sure a finding is: an ordered level, no decimals.

use std::fmt;
use std::str::FromStr;

/// Level of confidence in a finding, from lowest to highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(clippy::exhaustive_enums, reason = "the five levels are the scale; policies and reports name them")]
#[repr(u8)]
pub enum Likelihood {
    /// The shape alone fits, and so do many other things.
    VeryUnlikely,
    /// More than the shape fits; not enough to mask.
    Unlikely,
    /// Enough to mask unless told otherwise: the default threshold.
    Possible,
    /// Shape and check digit, or a shape that little else has.
    Likely,
    /// Confirmed by several signs: check digit and context, or a format with its own signature.
    VeryLikely,
}

impl Likelihood {
    /// All levels, lowest first.
    pub const ALL: [Self; 5] = [Self::VeryUnlikely, Self::Unlikely, Self::Possible, Self::Likely, Self::VeryLikely];

    /// The level `steps` higher (lower when negative), stopping at the ends of the scale.
    #[must_use]
    pub fn shifted(self, steps: i8) -> Self {
        let level = (self as i8).saturating_add(steps).clamp(0, 4);
        Self::ALL[level as usize]
    }

    /// The least shift that makes it as likely as `level`.
    pub(crate) fn steps_to(self, level: Self) -> i8 {
        if level == Self::VeryUnlikely { i8::MIN } else { level as i8 - self as i8 }
    }

    /// The name used in rules, policies and reports: `very_likely`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::VeryUnlikely => "very_unlikely",
            Self::Unlikely => "unlikely",
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::VeryLikely => "very_likely",
        }
    }
}

impl fmt::Display for Likelihood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text named no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownLikelihood;

impl fmt::Display for UnknownLikelihood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no such likelihood: one of very_unlikely, unlikely, possible, likely, very_likely")
    }
}

impl std::error::Error for UnknownLikelihood {}

impl FromStr for Likelihood {
    type Err = UnknownLikelihood;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|level| level.as_str() == name).ok_or(UnknownLikelihood)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shifts_stop_at_the_ends() {
        assert_eq!(Likelihood::VeryUnlikely.shifted(2), Likelihood::Possible);
        assert_eq!(Likelihood::Likely.shifted(3), Likelihood::VeryLikely);
        assert_eq!(Likelihood::Unlikely.shifted(-3), Likelihood::VeryUnlikely);
        assert_eq!(Likelihood::Possible.shifted(i8::MIN), Likelihood::VeryUnlikely);
    }

    #[test]
    fn steps_lead_there() {
        for from in Likelihood::ALL {
            for to in Likelihood::ALL {
                for shift in -5..=5 {
                    assert_eq!(from.shifted(shift) >= to, shift >= from.steps_to(to), "{from} {shift:+} to {to}");
                }
            }
        }
    }

    #[test]
    fn names_round_trip() {
        for level in Likelihood::ALL {
            assert_eq!(level.as_str().parse(), Ok(level));
        }
        assert_eq!("sure".parse::<Likelihood>(), Err(UnknownLikelihood));
    }
}
