//! Labelled cases: an identifier, a class, a record.

use super::record::Value;
use super::{Identifier, Labelled, Rng, Sample, Strength, frames, hidden, identifiers};

/// What a case asks of a detector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A word or a key names the value.
    Context,
    /// The grouped spelling and nothing that names it.
    Shaped,
    /// The compact spelling and nothing that names it.
    Bare,
    /// One character wrong, so that the scheme rejects it, and something that names it. Nothing is to be found.
    NearMiss,
    /// Named, but in characters that hide it.
    Hidden,
}

impl Class {
    /// All classes.
    pub const ALL: [Self; 5] = [Self::Context, Self::Shaped, Self::Bare, Self::NearMiss, Self::Hidden];

    /// The name on the command line and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Context => "context",
            Self::Shaped => "shaped",
            Self::Bare => "bare",
            Self::NearMiss => "near_miss",
            Self::Hidden => "hidden",
        }
    }

    /// The class of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }
}

/// A record made for one identifier and class.
#[derive(Clone, Debug)]
pub struct Case {
    /// What it was made for.
    pub identifier: &'static Identifier,
    /// How.
    pub class: Class,
    /// The record and its labels.
    pub labelled: Labelled,
}

/// `count` cases of `class` for `identifier`; none when the identifier has no such class. The same for the same seed.
pub fn cases(identifier: &'static Identifier, class: Class, count: usize, seed: u64) -> Vec<Case> {
    let mut rng = Rng::named(seed, &format!("{} {}", identifier.name(), class.name()));
    // Not every value has a near miss one character away, so some tries are for nothing.
    (0..4 * count)
        .filter_map(|_| case(&mut rng, identifier, class))
        .take(count)
        .map(|labelled| Case { identifier, class, labelled })
        .collect()
}

fn case(rng: &mut Rng, identifier: &'static Identifier, class: Class) -> Option<Labelled> {
    let sample = (identifier.make)(rng);
    // With nothing to name it, a number that two schemes accept has no right answer.
    if matches!(class, Class::Shaped | Class::Bare) && is_ambiguous(identifier, &sample.plain) {
        return None;
    }
    if identifier.entity == "URL_CREDENTIALS" {
        return in_url(rng, identifier, class, &sample);
    }
    let label = Some(identifier.entity);
    Some(match class {
        Class::Context => {
            let text = sample.shaped.as_ref().filter(|_| rng.one_in(2)).unwrap_or(&sample.plain);
            frames::named(rng, identifier, &Value::new(text), label)
        }
        Class::Shaped => frames::unnamed(rng, identifier, &Value::new(sample.shaped.as_ref()?), label),
        Class::Bare => frames::unnamed(rng, identifier, &Value::new(&sample.plain), label),
        Class::NearMiss => {
            let changed = near_miss(rng, identifier, &sample)?;
            frames::named(rng, identifier, &Value::new(&changed), None)
        }
        // These hold line feeds, escaped already.
        Class::Hidden if matches!(identifier.entity, "PRIVATE_KEY" | "MRZ") => return None,
        Class::Hidden => hidden::hidden(rng, identifier, &sample),
    })
}

/// Credentials exist only inside a URL, which is their context.
fn in_url(rng: &mut Rng, identifier: &Identifier, class: Class, sample: &Sample) -> Option<Labelled> {
    const URLS: [&str; 5] = [
        "postgres://{v}@db.internal:5432/orders",
        "https://{v}@git.hallowell.co.uk/app.git",
        "amqp://{v}@queue-1.internal/vhost",
        "redis://{v}@cache:6379/0",
        "mongodb+srv://{v}@cluster0.mongo.internal/?retryWrites=true",
    ];
    let url = rng.pick(&URLS);
    let template = match class {
        Class::Context => rng.pick(&["{k}={url}", r#"{"{k}":"{url}"}"#, "{w}: {url}"]),
        Class::Bare => {
            rng.pick(&["{time} INFO connecting to {url} ...", "git clone {url}", r#"{"message":"using {url}"}"#])
        }
        _ => return None,
    };
    let template = template.replace("{url}", url);
    Some(frames::custom(rng, &template, identifier, &Value::new(&sample.plain), Some(identifier.entity)))
}

/// The sample with one character changed for another of its kind, so that neither its scheme nor a strong one that is
/// switched on with it accepts the value: elsewise the finding would be right.
fn near_miss(rng: &mut Rng, identifier: &Identifier, sample: &Sample) -> Option<String> {
    identifier.valid?;
    let spelling = sample.shaped.as_ref().filter(|_| rng.one_in(2)).unwrap_or(&sample.plain);
    for _ in 0..500 {
        let place = rng.below(spelling.len() as u64) as usize;
        let alphabet = match spelling.as_bytes()[place] {
            b'0'..=b'9' => "0123456789",
            b'A'..=b'Z' => "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            b'a'..=b'z' => "abcdefghijklmnopqrstuvwxyz",
            _ => continue,
        };
        let mut changed = spelling.clone();
        changed.replace_range(place..=place, &rng.chars(alphabet, 1));
        // Separators are part of the value only in an address and in a hetu.
        let is_grouped = spelling != &sample.plain;
        let compact: String = changed.chars().filter(|c| !is_grouped || c.is_ascii_alphanumeric()).collect();
        if !claimed(identifier, &compact) {
            return Some(changed);
        }
    }
    None
}

fn claimed(identifier: &Identifier, compact: &str) -> bool {
    accepted_by(identifier, compact).next().is_some()
}

fn is_ambiguous(identifier: &Identifier, compact: &str) -> bool {
    accepted_by(identifier, compact).any(|other| other.entity != identifier.entity)
}

/// The schemes that accept a value: its own, and the strong ones that are switched on with it.
fn accepted_by(identifier: &Identifier, compact: &str) -> impl Iterator<Item = &'static Identifier> {
    identifiers().filter(move |other| {
        let is_on = other.jurisdiction.is_empty() || other.jurisdiction == identifier.jurisdiction;
        (other.entity == identifier.entity || is_on && other.strength != Strength::Weak)
            && compact.is_ascii()
            && other.valid.is_some_and(|valid| valid(compact))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(count: usize) -> impl Iterator<Item = Case> {
        identifiers().flat_map(move |identifier| {
            Class::ALL.into_iter().flat_map(move |class| cases(identifier, class, count, 1))
        })
    }

    #[test]
    fn records_are_one_line_and_json_is_json() {
        for Case { identifier, labelled, .. } in all(30) {
            let record = &labelled.record;
            assert!(!record.contains(['\n', '\r']), "{}: {record}", identifier.name());
            for place in ["{v}", "{w}", "{k}", "{q}", "{time}", "{url}", "{sentence}"] {
                assert!(!record.contains(place), "{record}");
            }
            if record.starts_with('{') {
                assert!(serde_json::from_str::<serde_json::Value>(record).is_ok(), "{record}");
            }
        }
    }

    #[test]
    fn labels_point_at_what_they_claim() {
        for Case { identifier, class, labelled } in all(30) {
            if class == Class::NearMiss {
                assert!(labelled.labels.is_empty());
                continue;
            }
            let [label] = &labelled.labels[..] else { panic!("{labelled:?}") };
            assert_eq!(label.entity, identifier.entity);
            let text = &labelled.record[label.start..label.end];
            let (Some(valid), false) = (identifier.valid, class == Class::Hidden) else { continue };
            let grouped: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
            assert!(valid(text) || valid(&grouped), "{}: {text}", identifier.name());
        }
    }

    #[test]
    fn near_misses_are_rejected() {
        for identifier in identifiers().filter(|identifier| identifier.valid.is_some()) {
            assert!(cases(identifier, Class::NearMiss, 20, 1).len() == 20, "{}", identifier.name());
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_cases() {
        let (one, two) = (all(5), all(5));
        assert!(one.zip(two).all(|(one, two)| one.labelled == two.labelled));
        let ssn = of("US_SSN");
        let other = cases(ssn, Class::Context, 5, 2);
        assert!(cases(ssn, Class::Context, 5, 1).iter().zip(&other).any(|(a, b)| a.labelled != b.labelled));
    }

    fn of(name: &str) -> &'static Identifier {
        super::super::of_entity(name).next().unwrap()
    }
}
