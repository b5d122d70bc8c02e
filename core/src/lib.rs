//! Finds personal data in bytes and masks it in line.
//!
//! Rules come in as text, messages as bytes; findings and masked bytes come out. There is no I/O in here, no clock, no
//! thread and no global state: the same input gives the same output everywhere.
//!
//! # Example
//!
//! One rule, from text to a masked message. The shipped rules are the crate `privet-rulesets`: its `RULES`, `WORDS` and
//! `SETS` are paths and texts, a [`Source`] each.
//!
//! ```
//! use privet_core::{Backend, Engine, Library, Policy, Ruleset, Scratch, Source, SourceKind, StreamFilter};
//!
//! let text = r#"
//! id = "pl.pesel"
//! entity = "PL_PESEL"
//! title = "Polish national identification number (PESEL)"
//! description = "Identifies one resident of Poland for life."
//! sensitivity = "ordinary"
//! references = ["https://www.gov.pl/web/gov/czym-jest-numer-pesel"]
//!
//! [[patterns]]
//! name = "bare"
//! regex = '[0-9]{11}'
//! boundary = "number"
//! likelihood = "possible"
//!
//! [validator]
//! name = "pl_pesel"
//! mode = "hard"
//!
//! [context]
//! words = ["pesel"]
//!
//! [tests]
//! find = ["PESEL: «44051401359»", "«44051401359»", "pesel=«02070803628»"]
//! pass = ["PESEL: 44051401358", "144051401359", "no number"]
//! "#;
//! let library = Library::parse([Source { kind: SourceKind::Rule, path: "rules/pl/pesel.toml", text }])?;
//! let rules = Ruleset::compile(&library.select("pl")?, Backend::default())?;
//! let engine = Engine::new(rules, Policy::default());
//!
//! // A record at a time; the scratch is one thread's, and is kept.
//! let mut scratch = Scratch::new();
//! let masked = engine.redact(br#"{"pesel":44051401359}"#, &mut scratch);
//! assert_eq!(masked.bytes(), br#"{"pesel":"[PL_PESEL]"}"#);
//!
//! // Or a stream, in chunks of any size.
//! let (mut filter, mut out) = (StreamFilter::new(&engine), Vec::new());
//! filter.push(b"My PESEL is 4405", &mut out);
//! filter.push(b"1401359, thank you.", &mut out);
//! filter.finish(&mut out);
//! assert_eq!(out, b"My PESEL is [PL_PESEL], thank you.");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A payload with a structure, and a policy from text: what a field is called tells what it holds, a value is replaced in its
//! column, and all that the policy does not select stands as its default says.
//!
//! ```
//! use privet_core::{
//!     Backend, Csv, Engine, Format, Key, Library, Malformed, Policy, Ruleset, Scratch, Source, SourceKind, Supplies,
//! };
//!
//! let rule = r#"
//! id = "global.loyalty_number"
//! entity = "LOYALTY_NUMBER"
//! title = "Number of a loyalty card"
//! description = "Tells which customer bought."
//! sensitivity = "ordinary"
//! references = ["https://shop.example/cards"]
//!
//! [[fields]]
//! name = "named"
//! keys = ["loyalty number", "card no"]
//! likelihood = "likely"
//!
//! [tests]
//! find = ['{"loyalty_number":"«4711»"}', "card_no=«4711»", "<cardNo>«4711»</cardNo>"]
//! pass = ['{"number":"4711"}', "card no longer valid", '{"card_no":null}']
//! "#;
//! let policy = r#"
//! name = "partners"
//! description = "What leaves for our partners."
//! default = "redact"
//!
//! [[statements]]
//! entity = "LOYALTY_NUMBER"
//! path = "loyalty_number"
//! action = { transform = "tokenize", key = "k1" }
//! "#;
//! let library = Library::parse([Source { kind: SourceKind::Rule, path: "rules/global/loyalty_number.toml", text: rule }])?;
//! let rules = Ruleset::compile(&library.select("global")?, Backend::default())?;
//! let supplies = Supplies::new().key("k1", Key::new("k1", vec![7; 32])?);
//! let engine = Engine::new(rules, Policy::parse("partners.toml", policy, &supplies)?);
//!
//! let (format, mut scratch) = (Format::csv(Csv::default()), Scratch::new());
//! let rows = b"day,loyalty_number,total\n2026-03-14,4711,9.90\n";
//! let masked = engine.redact_as(rows, &format, &mut scratch)?;
//! let token = "[LOYALTY_NUMBER:k1:t:bDh5MHjYd0wtPxOzqC6-SPIpaEQ]";
//! assert_eq!(masked.bytes(), format!("day,loyalty_number,total\n2026-03-14,{token},9.90\n").as_bytes());
//!
//! // The same in MessagePack, where a number stays a number.
//! let map = b"\x81\xa7card_no\xcd\x12\x67";
//! assert_eq!(engine.redact_as(map, &Format::msgpack(), &mut scratch)?.bytes(), b"\x81\xa7card_no\xcd\x00\x00");
//!
//! // What cannot be read is an error. What then becomes of it is the caller's to say: a policy has `on_error` for that.
//! let error: Malformed = engine.redact_as(&map[..10], &Format::msgpack(), &mut scratch).unwrap_err();
//! assert_eq!(error.to_string(), "ends too early, at byte 10");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Types
//!
//! | | |
//! |---|---|
//! | **Rules** | |
//! | [`Source`], [`SourceKind`] | a file of rules: what it holds, its path, its text |
//! | [`Library`] | all files, read and checked against each other |
//! | [`RuleSyntax`], [`PatternSyntax`], [`FieldSyntax`], [`ValidatorSyntax`], [`SetSyntax`], [`LawSyntax`] | what the files say, part by part |
//! | [`Sensitivity`], [`Mode`], [`Boundary`], [`Search`] | the choices that the files have |
//! | [`Selection`], [`UnknownName`] | rules chosen by name; the name that there is not |
//! | [`Ruleset`], [`Rule`], [`RuleId`] | rules compiled and in force; one of them; its index |
//! | [`Backend`] | how candidates are found; all lead to the same findings |
//! | [`Validator`], [`VALIDATORS`], [`Check`] | a named check, all of them, and what one answers |
//! | [`BuildError`], [`Problem`] | rules that cannot be used, and each mistake with file and line |
//! | [`Lint`], [`lint()`] | the strict check of rules, examples and all |
//! | **Messages** | |
//! | [`Engine`], [`Scratch`] | rules and a policy, ready to run; the buffers of one thread |
//! | [`Finding`], [`Span`], [`Likelihood`] | what was found: where, by which rule, how sure; never the text |
//! | [`Format`], [`Structured`], [`Csv`], [`Delimiter`], [`Header`] | what a payload is; a format that is walked; how rows are read |
//! | [`Malformed`], [`Malady`] | where a payload cannot be read, and why |
//! | [`ProtobufHeader`], [`Packing`], [`Packed`] | what stands before a message, or is around a payload |
//! | [`SchemaError`] | a schema of a format that cannot be used, and where in it |
//! | [`Redacted`] | a record after redaction: the same bytes, or masked |
//! | [`StreamFilter`] | bytes over time |
//! | [`Explanation`], [`Outcome`] | why a match is a finding, or is not |
//! | [`Stage`] | a stage of the pipeline, to measure it by itself |
//! | [`UnknownLikelihood`] | a text that names no likelihood |
//! | **Masking** | |
//! | [`Policy`], [`PolicyMode`], [`Supplies`] | what is done with which findings, and the keys and test values it names |
//! | [`PolicySyntax`], [`StatementSyntax`], [`AllowSyntax`], [`RouteSyntax`] | what a policy's file says, part by part |
//! | [`ActionSyntax`], [`ActionKind`], [`TransformSyntax`], [`OptionsSyntax`], [`FpeForm`], [`Precision`] | actions, as a file names them |
//! | [`Label`], [`Labels`], [`OnError`] | what is known of a route, and what is done with what cannot be read |
//! | [`Ruling`], [`Line`], [`Part`] | what is done with a finding, and which line of the policy decided |
//! | [`lint_policy()`] | the strict check of a policy against rules |
//! | [`Transform`] | what stands in place of a finding |
//! | [`Options`] | what else is asked of a transform |
//! | [`Place`], [`Shape`] | where a value stands: in a text, or as a number |
//! | [`HashKey`], [`Tokenize`], [`Encrypt`], [`Fpe`], [`Alphabet`], [`DateShift`], [`Surrogate`] | transforms with a key |
//! | [`Bucket`], [`Truncate`] | transforms that leave a part |
//! | [`InvalidFpe`], [`InvalidBucket`], [`InvalidShift`] | why one cannot be |
//! | [`Marker`], [`MarkerKind`], [`is_marker()`] | what a transform left in a text |
//! | [`reidentify()`], [`ReidentifyError`] | the way back from a token |
//! | **Keys** | |
//! | [`Key`], [`KeyId`], [`InvalidKey`] | a secret, its name, and why one is refused |
//! | [`KeyProvider`], [`KeyError`] | who hands out keys, and why one is not to be had |
//! | [`KeyRing`], [`Scope`], [`ScopeTag`] | keys in memory, and those that can be destroyed |
//! | [`InvalidWrap`] | a stored key that cannot be opened |
//! | [`Sensitive`] | bytes that print as their length |
//!
//! # Features
//!
//! `packed`, on by default: [`Format::Packed`], for payloads in gzip, zstd or base64, and a look into values that are base64
//! of a text. Brings `flate2`, `ruzstd` and `base64`, which are pure Rust.
//!
//! `hyperscan`, off by default: [`Backend::Hyperscan`], which looks for candidates with the C library of that name, `libhs`,
//! which must be there when a program is linked and when it runs. On x86-64 only; elsewhere the feature changes nothing,
//! and nowhere does it change what is found. All else is one build, with the standard library.
//!
//! # Limits
//!
//! | | at most |
//! |---|---|
//! | a match | 8192 bytes, and 64 where its pattern does not say more |
//! | the value of a named field | 1024 bytes, and 256 where its rule does not say more; of a longer one the beginning is found |
//! | the surroundings of a match | 256 bytes to either side |
//! | escapes within escapes | 3 |
//! | a structured payload | 64 containers within each other, 1,048,576 values and keys |
//! | a packed payload | 16 MiB unpacked, 200 times its own size above 64 KiB, 4 packings within each other |
//! | a record | 4 GiB, where escapes or foreign characters hide text: it is addressed by 32 bits |
//!
//! What goes beyond those of structured and packed payloads is refused with [`Malformed`], or read as text where
//! [`Format::Auto`] took it for a format. A pattern whose automaton grows too large goes a slower way, of which
//! [`Ruleset::notes`] tells. A [`StreamFilter`] needs [`Ruleset::hold_back`] bytes and no more than a fixed multiple of them; it
//! reads text, and JSON as it stands.
#![warn(missing_docs, clippy::exhaustive_enums, clippy::exhaustive_structs)]

mod byte_set;
mod confirm;
mod context;
mod edit;
mod engine;
mod error;
mod fields;
mod finding;
mod frame;
mod key;
mod label;
mod labels;
mod likelihood;
mod limits;
mod lint;
mod marks;
mod overlap;
mod payload;
mod policy;
mod rewrite;
mod ruleset;
mod scan;
mod sensitive;
mod sensitivity;
mod span;
mod stream;
mod suggest;
mod toml_fields;
mod transform;
mod validate;
mod words;

pub use engine::{Engine, Explanation, Outcome, Redacted, Ruling, Scratch, Stage};
pub use error::{BuildError, Problem};
pub use finding::{Finding, RuleId};
pub use key::{InvalidKey, InvalidWrap, Key, KeyError, KeyId, KeyProvider, KeyRing, Scope, ScopeTag};
pub use labels::{Label, Labels};
pub use likelihood::{Likelihood, UnknownLikelihood};
pub use lint::{Lint, lint, lint_policy};
pub use payload::{Csv, Delimiter, Format, Header, Malady, Malformed, ProtobufHeader, SchemaError, Structured};
#[cfg(feature = "packed")]
pub use payload::{Packed, Packing};
pub use policy::{
    ActionKind, ActionSyntax, AllowSyntax, FpeForm, Line, OnError, OptionsSyntax, Part, Policy, PolicyMode,
    PolicySyntax, Precision, RouteSyntax, StatementSyntax, Supplies, TransformSyntax,
};
pub use ruleset::{
    Authority, Boundary, FieldSyntax, LawStatus, LawSyntax, Library, Mode, Notice, PatternSyntax, Rule, RuleSyntax,
    Ruleset, Search, Selection, SensitiveClass, SetSyntax, Source, SourceKind, TimeUnit, UnknownName, ValidatorSyntax,
};
pub use scan::Backend;
pub use sensitive::Sensitive;
pub use sensitivity::Sensitivity;
pub use span::Span;
pub use stream::StreamFilter;
pub use transform::{
    Alphabet, Bucket, DateShift, Encrypt, Fpe, HashKey, InvalidBucket, InvalidFpe, InvalidShift, Marker, MarkerKind,
    Options, Place, ReidentifyError, Shape, Surrogate, Tokenize, Transform, Truncate, is_marker, reidentify,
};
pub use validate::{Check, VALIDATORS, Validator};
