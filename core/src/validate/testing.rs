//! One runner for the vectors of every validator.

use super::Check;

pub(super) struct Vectors {
    pub(super) check: fn(&[u8]) -> Check,
    pub(super) valid: &'static [&'static str],
    pub(super) unverified: &'static [&'static str],
    pub(super) invalid: &'static [(&'static str, &'static str)],
    pub(super) catches: usize,
}

impl Vectors {
    pub(super) fn run(&self) {
        for text in self.valid {
            assert_eq!((self.check)(text.as_bytes()), Check::Valid, "{text} is valid");
        }
        for text in self.unverified {
            assert_eq!((self.check)(text.as_bytes()), Check::Unverified, "{text} has no check digit");
        }
        for (text, why) in self.invalid {
            assert_eq!((self.check)(text.as_bytes()), Check::Invalid, "{text} breaks: {why}");
        }
        let (mut caught, mut changes) = (0, 0);
        for text in self.valid {
            for at in (0..text.len()).filter(|&at| text.as_bytes()[at].is_ascii_digit()) {
                for digit in b'0'..=b'9' {
                    let mut changed = text.as_bytes().to_vec();
                    if changed[at] == digit {
                        continue;
                    }
                    changed[at] = digit;
                    changes += 1;
                    let check = (self.check)(&changed);
                    caught += usize::from(check == Check::Invalid);
                    assert!(
                        self.catches < 100 || check == Check::Invalid,
                        "{} passes, one digit away from {text}",
                        String::from_utf8_lossy(&changed)
                    );
                }
            }
        }
        assert!(
            caught * 100 >= changes * self.catches,
            "{caught} of {changes} one-digit errors caught, not {} %",
            self.catches
        );
    }
}
