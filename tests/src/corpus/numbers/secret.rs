use crate::corpus::{Rng, Sample};

const WORD: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const URL_SAFE: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(crate) fn jwt(rng: &mut Rng) -> Sample {
    let (header, signature) = rng.pick(&[
        (r#"{"alg":"HS256","typ":"JWT"}"#, 43),
        (r#"{"alg":"RS256","typ":"JWT","kid":"a1"}"#, 342),
        (r#"{"alg":"ES256"}"#, 86),
    ]);
    let issued = rng.range(1_600_000_000, 1_790_000_000);
    let claims = format!(r#"{{"sub":"{}","iat":{issued},"exp":{}}}"#, rng.digits(6), issued + 3600);
    Sample::plain(format!("{}.{}.{}", base64url(header), base64url(&claims), rng.chars(URL_SAFE, signature)))
}

fn base64url(text: &str) -> String {
    let mut out = String::new();
    for bytes in text.as_bytes().chunks(3) {
        let word = bytes.iter().fold(0_u32, |word, &byte| word << 8 | u32::from(byte)) << (8 * (3 - bytes.len()));
        for place in 0..=bytes.len() {
            let index = word >> (18 - 6 * place) & 63;
            out.push(char::from(URL_SAFE.as_bytes()[index as usize]));
        }
    }
    out
}

pub(crate) fn aws_key_id(rng: &mut Rng) -> Sample {
    Sample::plain(format!(
        "{}{}",
        rng.pick(&["AKIA", "AKIA", "ASIA"]),
        rng.chars("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16)
    ))
}

pub(crate) fn github_token(rng: &mut Rng) -> Sample {
    if rng.one_in(4) {
        return Sample::plain(format!("github_pat_{}_{}", rng.chars(WORD, 22), rng.chars(WORD, 59)));
    }
    // The last six characters are the CRC-32 of the thirty before, in base 62.
    let random = rng.chars(WORD, 30);
    let mut rest = crc32(random.as_bytes());
    let mut check = [b'0'; 6];
    for place in check.iter_mut().rev() {
        *place = WORD.as_bytes()[(rest % 62) as usize];
        rest /= 62;
    }
    let check: String = check.into_iter().map(char::from).collect();
    Sample::plain(format!("{}_{random}{check}", rng.pick(&["ghp", "gho", "ghu", "ghs"])))
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

pub(crate) fn slack_token(rng: &mut Rng) -> Sample {
    let (team, bot) = (format!("2{}", rng.digits(11)), format!("2{}", rng.digits(12)));
    Sample::plain(match rng.below(3) {
        0 => format!("xoxp-{team}-{bot}-{}-{}", rng.digits(13), rng.chars("0123456789abcdef", 32)),
        _ => format!("xoxb-{team}-{bot}-{}", rng.chars(WORD, 24)),
    })
}

pub(crate) fn stripe_key(rng: &mut Rng) -> Sample {
    let kind = rng.pick(&["sk_live", "sk_live", "sk_live", "rk_live"]);
    let length = rng.pick(&[24, 99]);
    Sample::plain(format!("{kind}_{}", rng.chars(WORD, length)))
}

pub(crate) fn gcp_api_key(rng: &mut Rng) -> Sample {
    Sample::plain(format!("AIza{}", rng.chars(URL_SAFE, 35)))
}

/// A PEM block as it travels in one line: line feeds as `\n`.
pub(crate) fn private_key(rng: &mut Rng) -> Sample {
    let (kind, start, lines) = rng.pick(&[
        ("RSA PRIVATE KEY", "MIIEpAIBAAKCAQEA", 25),
        ("PRIVATE KEY", "MIIEvQIBADANBgkq", 26),
        ("EC PRIVATE KEY", "MHcCAQEEI", 3),
        ("OPENSSH PRIVATE KEY", "b3BlbnNzaC1rZXktdjEAAAAA", 7),
    ]);
    let mut text = format!("-----BEGIN {kind}-----\\n{start}{}\\n", rng.chars(BASE64, 64 - start.len()));
    for _ in 2..lines {
        text += &rng.chars(BASE64, 64);
        text += "\\n";
    }
    Sample::plain(format!("{text}{}==\\n-----END {kind}-----", rng.chars(BASE64, 22)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_specimens() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926, "the check value of CRC-32");
        assert_eq!(base64url(r#"{"alg":"HS256","typ":"JWT"}"#), "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9");
    }
}
