//! Random numbers that are the same everywhere: a corpus follows from its seed.

/// A generator of one 64-bit word (SplitMix64).
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// A generator whose whole sequence follows from `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which must be above 0 and below 2^32.
    pub fn below(&mut self, limit: usize) -> usize {
        (((self.bits() >> 32) * limit as u64) >> 32) as usize
    }

    /// A number of `low..=high`.
    pub fn range(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// True `percent` times of a hundred.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `items`, of which there must be one.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    /// `count` bytes of `alphabet`, which must be ASCII.
    pub fn text(&mut self, alphabet: &[u8], count: usize) -> String {
        (0..count).map(|_| char::from(self.pick(alphabet))).collect()
    }

    /// `count` decimal digits.
    pub fn digits(&mut self, count: usize) -> String {
        self.text(b"0123456789", count)
    }

    /// `count` hexadecimal digits in lower case.
    pub fn hex(&mut self, count: usize) -> String {
        self.text(b"0123456789abcdef", count)
    }

    /// A random UUID (version 4) in lower case.
    pub fn uuid(&mut self) -> String {
        let (a, b, c, d) = (self.hex(8), self.hex(4), self.hex(3), self.hex(3));
        format!("{a}-{b}-4{c}-{}{d}-{}", self.pick(&['8', '9', 'a', 'b']), self.hex(12))
    }

    /// `form` with every `#` a digit, every `@` a capital, every `?` a small letter or digit, every `*` a letter or digit.
    pub fn fill(&mut self, form: &str) -> String {
        let mut text = String::with_capacity(form.len());
        for sign in form.chars() {
            text.push(match sign {
                '#' => char::from(self.pick(b"0123456789")),
                '@' => char::from(self.pick(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
                '?' => char::from(self.pick(b"abcdefghijklmnopqrstuvwxyz0123456789")),
                '*' => char::from(self.pick(ALPHANUMERIC)),
                other => other,
            });
        }
        text
    }
}

/// Letters and digits.
pub const ALPHANUMERIC: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_sequence() {
        let mut rng = Rng::new(1_234_567);
        assert_eq!((rng.bits(), rng.bits()), (6_457_827_717_110_365_317, 3_203_168_211_198_807_973));
    }

    #[test]
    fn numbers_stay_in_range_and_reach_its_ends() {
        let mut rng = Rng::new(3);
        let seen: Vec<usize> = (0..1000).map(|_| rng.range(3, 6)).collect();
        assert_eq!((seen.iter().min(), seen.iter().max()), (Some(&3), Some(&6)));
        assert_eq!(rng.uuid().as_bytes()[14], b'4');
        let filled = rng.fill("##-@?");
        assert!(filled[..2].bytes().all(|byte| byte.is_ascii_digit()) && filled.as_bytes()[2] == b'-');
    }
}
