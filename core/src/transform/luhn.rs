//! Luhn's check digit (ISO/IEC 7812-1, annex B), on numerals from 0 to 9.

/// True when the last digit is right.
pub(super) fn passes(digits: &[u16]) -> bool {
    let sum: u32 = digits.iter().rev().enumerate().map(|(at, &digit)| weighted(at, u32::from(digit))).sum();
    sum.is_multiple_of(10)
}

/// Every second digit from the right counts twice, with its digits added.
fn weighted(from_right: usize, digit: u32) -> u32 {
    match digit * 2 {
        _ if from_right.is_multiple_of(2) => digit,
        twice if twice > 9 => twice - 9,
        twice => twice,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers_pass() {
        let digits = |text: &str| text.bytes().map(|byte| u16::from(byte - b'0')).collect::<Vec<_>>();
        // Test numbers that the schemes publish, and the same with another last digit.
        for text in ["4111111111111111", "5555555555554444", "378282246310005", "6011111111111117"] {
            assert!(passes(&digits(text)), "{text}");
            let mut wrong = digits(text);
            *wrong.last_mut().unwrap() = (wrong.last().unwrap() + 1) % 10;
            assert!(!passes(&wrong), "{text}");
        }
    }
}
