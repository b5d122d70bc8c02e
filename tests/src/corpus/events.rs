//! Long event streams, fast: for benchmarks and for the run over a gigabyte.

use std::io::{self, Write};

use super::{Label, Rng, of_entity};

/// What was planted in one event of the stream.
pub type Planted = Option<Label>;

/// Name in [`of_entity`], key of a property, words before it in a sentence.
const KINDS: [(&str, &str, &str); 14] = [
    ("EMAIL_ADDRESS", "email", "my email is "),
    ("PHONE_NUMBER/E164", "phone", "call me at "),
    ("CREDIT_CARD", "card_number", "card number "),
    ("IBAN_CODE", "iban", "IBAN "),
    ("IP_ADDRESS/v4", "ip", "from IP "),
    ("US_SSN", "ssn", "my SSN is "),
    ("UK_NHS", "nhs_number", "NHS number "),
    ("DE_TAX_ID", "steuer_id", "Steuer-ID "),
    ("PL_PESEL", "pesel", "PESEL "),
    ("BR_CPF", "cpf", "CPF "),
    ("IN_AADHAAR", "aadhaar", "Aadhaar "),
    ("FR_NIR", "nir", "NIR "),
    ("IT_FISCAL_CODE", "codice_fiscale", "codice fiscale "),
    ("JSON_WEB_TOKEN", "token", "token "),
];

const CONTEXT: &str = r#","context":{"app":{"name":"storefront","version":"4.12.1","build":"4121","namespace":"com.acme.storefront"},"library":{"name":"rudder-sdk-js","version":"2.48.5"},"locale":"en-GB","screen":{"density":2,"width":1440,"height":900,"innerWidth":1440,"innerHeight":764},"userAgent":"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36","campaign":{"source":"newsletter","medium":"mail"}},"channel":"web","integrations":{"All":true}"#;

struct Value {
    entity: &'static str,
    key: &'static str,
    words: &'static str,
    text: String,
}

/// RudderStack-like events of about 0.8 KB, one a line: track, identify, page and chat.
///
/// With `pii` each holds one value with its key or word, drawn from a few thousand; without, none.
pub struct EventStream {
    rng: Rng,
    pool: Vec<Value>,
    count: u64,
}

impl EventStream {
    /// A stream whose bytes follow from `seed` and `pii`.
    pub fn new(seed: u64, pii: bool) -> Self {
        let mut rng = Rng::named(seed, "events");
        let mut pool = Vec::new();
        for _ in 0..if pii { 256 } else { 0 } {
            for (name, key, words) in KINDS {
                pool.extend(of_entity(name).take(1).map(|identifier| {
                    let sample = (identifier.make)(&mut rng);
                    let shaped = sample.shaped.filter(|_| rng.one_in(2));
                    Value { entity: identifier.entity, key, words, text: shaped.unwrap_or(sample.plain) }
                }));
            }
        }
        Self { rng, pool, count: 0 }
    }

    /// Appends one event and its line feed to `out`. The label's offsets count from the start of the event.
    pub fn push(&mut self, out: &mut Vec<u8>) -> Planted {
        let rng = &mut self.rng;
        let start = out.len();
        let value = match self.pool.len() as u64 {
            0 => None,
            many => Some(&self.pool[rng.below(many) as usize]),
        };
        out.extend_from_slice(br#"{"anonymousId":""#);
        push_uuid(rng, out);
        out.extend_from_slice(br#"","messageId":""#);
        push_uuid(rng, out);
        out.push(b'"');
        let planted = match rng.below(8) {
            0..=3 => track(rng, out, value),
            4 => identify(rng, out, value),
            5 | 6 => page(rng, out, value),
            _ => chat(out, value),
        };
        out.extend_from_slice(CONTEXT.as_bytes());
        out.extend_from_slice(br#","originalTimestamp":"2026-03-0"#);
        self.count += 1;
        push_clock(self.count, out);
        out.extend_from_slice(b"\"}\n");
        value.zip(planted).map(|(value, (from, to))| Label {
            entity: value.entity,
            start: from - start,
            end: to - start,
        })
    }

    /// Writes whole events until at least `bytes` are out, and tells `seen` what was planted in each.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write(&mut self, out: &mut impl Write, bytes: u64, mut seen: impl FnMut(Planted)) -> io::Result<u64> {
        let mut chunk = Vec::with_capacity(1 << 17);
        let mut written = 0;
        while written < bytes {
            chunk.clear();
            while chunk.len() < 1 << 16 && written + (chunk.len() as u64) < bytes {
                seen(self.push(&mut chunk));
            }
            out.write_all(&chunk)?;
            written += chunk.len() as u64;
        }
        Ok(written)
    }
}

type Range = Option<(usize, usize)>;

fn track(rng: &mut Rng, out: &mut Vec<u8>, value: Option<&Value>) -> Range {
    let event = rng.pick(&["Product Viewed", "Product Added", "Checkout Started", "Coupon Applied", "Form Submitted"]);
    out.extend_from_slice(br#","type":"track","event":""#);
    out.extend_from_slice(event.as_bytes());
    out.extend_from_slice(br#"","properties":{"sku":"SKU-"#);
    push_digits(rng, 5, out);
    out.extend_from_slice(br#"","price":1"#);
    push_digits(rng, 2, out);
    out.extend_from_slice(br#".90,"quantity":2,"currency":"EUR","category":"shoes","coupon":"SPRING""#);
    let planted = push_property(out, value);
    out.push(b'}');
    planted
}

fn identify(rng: &mut Rng, out: &mut Vec<u8>, value: Option<&Value>) -> Range {
    out.extend_from_slice(br#","type":"identify","traits":{"plan":"premium","logins":"#);
    out.push(b'1' + rng.below(9) as u8);
    out.extend_from_slice(br#","newsletter":true,"createdAt":"2025-11-02T08:15:30.000Z","segment":"returning""#);
    let planted = push_property(out, value);
    out.push(b'}');
    planted
}

fn page(rng: &mut Rng, out: &mut Vec<u8>, value: Option<&Value>) -> Range {
    out.extend_from_slice(br#","type":"page","name":"Account","properties":{"path":"/account/settings/"#);
    push_digits(rng, 4, out);
    out.extend_from_slice(
        br#"","title":"Your settings","referrer":"https://shop.acme.test/checkout?step=2","search":"""#,
    );
    let planted = push_property(out, value);
    out.push(b'}');
    planted
}

fn chat(out: &mut Vec<u8>, value: Option<&Value>) -> Range {
    out.extend_from_slice(br#","type":"chat","properties":{"room":"support","text":"Hi there, I ordered last week and it has not arrived yet. "#);
    let planted = value.map(|value| {
        out.extend_from_slice(value.words.as_bytes());
        push_value(out, value)
    });
    out.extend_from_slice(br#". Can you have a look please? Thanks a lot!"}"#);
    planted
}

fn push_property(out: &mut Vec<u8>, value: Option<&Value>) -> Range {
    value.map(|value| {
        out.extend_from_slice(b",\"");
        out.extend_from_slice(value.key.as_bytes());
        out.extend_from_slice(b"\":\"");
        let planted = push_value(out, value);
        out.push(b'"');
        planted
    })
}

fn push_value(out: &mut Vec<u8>, value: &Value) -> (usize, usize) {
    let start = out.len();
    out.extend_from_slice(value.text.as_bytes());
    // As everywhere in the corpora, the plus of a number is outside the label.
    let lead = value.text.len() - value.text.trim_start_matches(['+', '(']).len();
    (start + lead, out.len())
}

fn push_digits(rng: &mut Rng, count: usize, out: &mut Vec<u8>) {
    let mut bits = rng.bits() >> 8;
    for _ in 0..count {
        out.push(b'0' + (bits % 10) as u8);
        bits /= 10;
    }
}

fn push_uuid(rng: &mut Rng, out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut text = *b"00000000-0000-4000-8000-000000000000";
    let (mut bits, mut used) = (rng.bits(), 0);
    for (place, byte) in text.iter_mut().enumerate() {
        if !matches!(place, 8 | 13 | 14 | 18 | 19 | 23) {
            if used == 16 {
                (bits, used) = (rng.bits(), 0);
            }
            *byte = HEX[(bits & 15) as usize];
            bits >>= 4;
            used += 1;
        }
    }
    out.extend_from_slice(&text);
}

/// Day of the month, hour, minute, second and milliseconds of event `count`.
fn push_clock(count: u64, out: &mut Vec<u8>) {
    let ms = count * 37 % (9 * 86_400_000);
    let two = |value: u64| [b'0' + (value / 10 % 10) as u8, b'0' + (value % 10) as u8];
    out.push(b'1' + (ms / 86_400_000) as u8);
    out.push(b'T');
    out.extend_from_slice(&two(ms / 3_600_000 % 24));
    out.push(b':');
    out.extend_from_slice(&two(ms / 60_000 % 60));
    out.push(b':');
    out.extend_from_slice(&two(ms / 1000 % 60));
    out.push(b'.');
    out.push(b'0' + (ms / 100 % 10) as u8);
    out.extend_from_slice(&two(ms % 100));
    out.push(b'Z');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_json_and_labels_hold() {
        for pii in [true, false] {
            let (mut stream, mut bytes) = (EventStream::new(1, pii), 0);
            for _ in 0..2000 {
                let mut out = Vec::new();
                let planted = stream.push(&mut out);
                bytes += out.len();
                let text = String::from_utf8(out).unwrap();
                assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{text}");
                assert_eq!(planted.is_some(), pii);
                if let Some(label) = planted {
                    let value = &text[label.start..label.end];
                    let before = &text[..label.start].trim_end_matches(['+', '(']);
                    assert!(!value.contains('"') && before.ends_with([' ', '"']), "{text}");
                }
            }
            assert!((700..950).contains(&(bytes / 2000)), "{}", bytes / 2000);
        }
    }

    #[test]
    fn the_same_seed_writes_the_same_bytes() {
        let write = |seed| {
            let mut out = Vec::new();
            EventStream::new(seed, true).write(&mut out, 100_000, |_| ()).unwrap();
            out
        };
        assert_eq!(write(4), write(4));
        assert_ne!(write(4), write(5));
    }
}
