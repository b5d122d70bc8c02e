//! What a policy does with a finding, as its file says it.

use super::path;
use crate::toml_fields::{At, Fields, Report, one_of};

/// An action, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActionSyntax {
    /// Line in the file.
    pub line: usize,
    /// What is done.
    pub kind: ActionKind,
    /// What is asked of a replacement.
    pub options: OptionsSyntax,
}

/// What is asked of a replacement. The default asks for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct OptionsSyntax {
    /// A number of JSON stays a number.
    pub keep_type: bool,
    /// As many bytes as the value.
    pub same_length: bool,
    /// At most so many bytes more than the value.
    pub max_growth: Option<usize>,
}

/// What is done with a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ActionKind {
    /// Found and counted, and left as it is.
    Keep,
    /// The member that holds it goes.
    DropField,
    /// The payload goes nowhere.
    Block,
    /// Something else stands in its place.
    Transform(TransformSyntax),
}

/// A transform with its parameters. Keys are named by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransformSyntax {
    /// `[REDACTED]`.
    Redact,
    /// The entity's name: `[US_SSN]`.
    Entity,
    /// A given text.
    Replace {
        /// The text.
        with: String,
    },
    /// Character by character.
    Mask {
        /// The mask.
        with: u8,
        /// Characters kept at the start.
        keep_first: usize,
        /// Characters kept at the end.
        keep_last: usize,
        /// What groups are separated by stays: spaces and `-./()+`.
        keep_separators: bool,
    },
    /// A keyed hash: equal values stay equal.
    Hash {
        /// The key's id.
        key: String,
    },
    /// A token that the key's owner can turn back.
    Tokenize {
        /// The key's id.
        key: String,
    },
    /// Encrypted in the same format.
    Fpe {
        /// The key's id.
        key: String,
        /// What values are written with.
        form: FpeForm,
    },
    /// Encrypted, for the key's owner to turn back. Equal values look equal, as in tokens.
    Encrypt {
        /// The key's id.
        key: String,
    },
    /// The range that a number lies in: of that width, or from one edge to the next.
    Bucket {
        /// How wide a range is; 0 where edges are given.
        width: usize,
        /// The first numbers of ranges, in order; empty where a width is given.
        edges: Vec<i64>,
    },
    /// A date, moved by days that the key decides.
    DateShift {
        /// The key's id.
        key: String,
        /// At most so many days either way.
        days: usize,
        /// `01/02/2003` is the first of February.
        day_first: bool,
        /// The names that lead to the field that says whose date it is; none where all dates of an entity move alike.
        subject: Vec<String>,
    },
    /// Less precise.
    Truncate {
        /// What is left.
        to: Precision,
        /// Decimals of a coordinate that are kept.
        decimals: usize,
    },
    /// A made-up value of the same shape.
    Surrogate {
        /// The key's id.
        key: String,
        /// Made-up cards pass the check of their digits.
        valid_cards: bool,
    },
}

/// What values are written with that are encrypted in their format.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FpeForm {
    /// Characters of an alphabet, by its name.
    Alphabet(String),
    /// Digits of a card, of which so many stay at either end, and whose check digit is right again.
    Card {
        /// Digits kept at the start, at most 6.
        keep_first: usize,
        /// Digits kept at the end, at most 4.
        keep_last: usize,
    },
}

/// What is left of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Precision {
    /// The year of a date.
    Year,
    /// The network of an address: /24 of IPv4, /48 of IPv6.
    Network,
    /// A coordinate with fewer decimals.
    Coordinate,
    /// The first three digits of a zip code, or `000` where few people live.
    Zip3,
    /// An age, of which those over 89 are one.
    Age,
}

impl ActionKind {
    /// The name used in policies and explanations.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::DropField => "drop_field",
            Self::Block => "block",
            Self::Transform(transform) => transform.as_str(),
        }
    }
}

impl TransformSyntax {
    /// The name used in policies.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Redact => "redact",
            Self::Entity => "entity",
            Self::Replace { .. } => "replace",
            Self::Mask { .. } => "mask",
            Self::Hash { .. } => "hash",
            Self::Tokenize { .. } => "tokenize",
            Self::Fpe { .. } => "fpe",
            Self::Encrypt { .. } => "encrypt",
            Self::Bucket { .. } => "bucket",
            Self::DateShift { .. } => "date_shift",
            Self::Truncate { .. } => "truncate",
            Self::Surrogate { .. } => "surrogate",
        }
    }

    /// The id of the key that it needs.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Hash { key }
            | Self::Tokenize { key }
            | Self::Fpe { key, .. }
            | Self::Encrypt { key }
            | Self::DateShift { key, .. }
            | Self::Surrogate { key, .. } => Some(key),
            _ => None,
        }
    }
}

impl Precision {
    const ALL: [(&'static str, Self); 5] = [
        ("year", Self::Year),
        ("network", Self::Network),
        ("coordinate", Self::Coordinate),
        ("zip3", Self::Zip3),
        ("age", Self::Age),
    ];
}

/// The actions, by what a file calls them.
const NAMES: [&str; 15] = [
    "redact", "entity", "replace", "mask", "hash", "tokenize", "fpe", "encrypt", "bucket", "date_shift", "truncate",
    "surrogate", "keep", "drop_field", "block",
];

/// Most characters that a mask keeps at one end.
const MOST_KEPT: usize = 64;

/// Most days that a date moves by: some ten years.
const MOST_DAYS: usize = 3660;

/// Most bytes that a replacement may be longer than the value.
const MOST_GROWTH: usize = 4096;

/// The widest bucket.
const MOST_WIDTH: usize = 1_000_000_000;

/// Most digits of a card that may be shown (PCI DSS v4.0 requirement 3.4.1): the BIN and the last four.
const MOST_BIN: usize = 6;
const MOST_LAST: usize = 4;

/// What values may be written with.
const ALPHABETS: [&str; 4] = ["digits", "upper", "lower", "alphanumeric"];

/// Reads a field that names an action: `"redact"`, or `{ transform = "mask", keep_last = 4 }`. `None` where it is not there
/// or wrong.
pub(super) fn action(fields: &mut Fields<'_, '_>, report: &mut Report<'_>, key: &'static str) -> Option<ActionSyntax> {
    let (name, table) = match fields.text_or_table(report, key)? {
        Ok(name) => (name, None),
        Err(mut table) => (table.required(report, "transform"), Some(table)),
    };
    let kind = one_of(&name, key, &NAMES.map(|name| (name, name)), report);
    let mut parameters = Parameters { action: kind.unwrap_or_default(), at: name.at, table };
    let parsed = kind.and_then(|kind| parameters.kind(kind, report));
    let mut options = OptionsSyntax::default();
    if let Some(ActionKind::Transform(_)) = parsed {
        options.keep_type = parameters.flag(report, "keep_type");
        options.same_length = parameters.flag(report, "same_length");
        options.max_growth = parameters.number(report, "max_growth", MOST_GROWTH);
    }
    // Of an action that is wrong itself the parameters are not judged.
    if let Some(table) = parameters.table.filter(|_| parsed.is_some()) {
        table.finish(report);
    }
    parsed.map(|kind| ActionSyntax { line: report.line(name.at), kind, options })
}

/// The parameters of an action, if it has any.
struct Parameters<'t, 'i> {
    action: &'static str,
    at: usize,
    table: Option<Fields<'t, 'i>>,
}

impl Parameters<'_, '_> {
    fn kind(&mut self, name: &str, report: &mut Report<'_>) -> Option<ActionKind> {
        Some(ActionKind::Transform(match name {
            "keep" => return Some(ActionKind::Keep),
            "drop_field" => return Some(ActionKind::DropField),
            "block" => return Some(ActionKind::Block),
            "redact" => TransformSyntax::Redact,
            "entity" => TransformSyntax::Entity,
            "replace" => TransformSyntax::Replace { with: self.replacement(report)? },
            "mask" => TransformSyntax::Mask {
                with: self.mask(report)?,
                keep_first: self.number(report, "keep_first", MOST_KEPT).unwrap_or(0),
                keep_last: self.number(report, "keep_last", MOST_KEPT).unwrap_or(0),
                keep_separators: self.flag(report, "keep_separators"),
            },
            "hash" => TransformSyntax::Hash { key: self.key(report)? },
            "tokenize" => TransformSyntax::Tokenize { key: self.key(report)? },
            "fpe" => {
                let (key, form) = (self.key(report), self.form(report));
                TransformSyntax::Fpe { key: key?, form: form? }
            }
            "encrypt" => TransformSyntax::Encrypt { key: self.key(report)? },
            "surrogate" => {
                let (key, valid_cards) = (self.key(report), self.flag(report, "valid_cards"));
                TransformSyntax::Surrogate { key: key?, valid_cards }
            }
            "bucket" => self.bucket(report)?,
            "date_shift" => {
                let (key, days, subject) = (self.key(report), self.days(report), self.field(report, "subject"));
                let day_first = self.flag(report, "day_first");
                TransformSyntax::DateShift { key: key?, days: days?, day_first, subject: subject? }
            }
            _ => {
                let to = self.needed_text(report, "to", "what is left")?;
                let decimals = self.number(report, "decimals", 5);
                TransformSyntax::Truncate {
                    to: one_of(&to, "to", &Precision::ALL, report)?,
                    decimals: decimals.unwrap_or(2),
                }
            }
        }))
    }

    fn text(&mut self, report: &mut Report<'_>, key: &'static str) -> Option<At<String>> {
        self.table.as_mut().and_then(|table| table.text(report, key))
    }

    fn number(&mut self, report: &mut Report<'_>, key: &'static str, most: usize) -> Option<usize> {
        self.table.as_mut().and_then(|table| table.number(report, key, 0..most + 1))
    }

    fn flag(&mut self, report: &mut Report<'_>, key: &'static str) -> bool {
        self.table.as_mut().and_then(|table| table.flag(report, key)).unwrap_or(false)
    }

    fn days(&mut self, report: &mut Report<'_>) -> Option<usize> {
        if !self.has("days") {
            self.lacks(report, "days", "the most days");
        }
        self.table.as_mut().and_then(|table| table.number(report, "days", 1..MOST_DAYS + 1))
    }

    /// The names that lead to a field; none where it is not given.
    fn field(&mut self, report: &mut Report<'_>, key: &'static str) -> Option<Vec<String>> {
        let Some(path) = self.text(report, key) else { return (!self.has(key)).then(Vec::new) };
        match path::names(&path.value) {
            Ok(names) => Some(names),
            Err(reason) => {
                report.problem(path.at, format!("`{key}` is no path to a field: {reason}"));
                None
            }
        }
    }

    fn bucket(&mut self, report: &mut Report<'_>) -> Option<TransformSyntax> {
        let width = self.table.as_mut().and_then(|table| table.number(report, "width", 2..MOST_WIDTH + 1));
        let edges = self.table.as_mut().map(|table| table.integers(report, "edges")).unwrap_or_default();
        if self.has("width") == self.has("edges") {
            self.lacks(report, "width", "a width or `edges`, and not both");
            return None;
        }
        if !edges.windows(2).all(|pair| pair[0].checked_add(2).is_some_and(|least| least <= pair[1])) {
            report.problem(self.at, "`edges` do not rise by 2 or more: they would show values");
            return None;
        }
        if width.is_none() && edges.is_empty() {
            return None;
        }
        Some(TransformSyntax::Bucket { width: width.unwrap_or(0), edges })
    }

    fn form(&mut self, report: &mut Report<'_>) -> Option<FpeForm> {
        let alphabet = self.text(report, "alphabet");
        let keep_first = self.number(report, "keep_first", MOST_BIN);
        let keep_last = self.number(report, "keep_last", MOST_LAST);
        match (self.flag(report, "card"), alphabet) {
            (true, None) => {
                Some(FpeForm::Card { keep_first: keep_first.unwrap_or(0), keep_last: keep_last.unwrap_or(0) })
            }
            (false, alphabet) if keep_first.is_none() && keep_last.is_none() => {
                let given = alphabet.unwrap_or(At { value: "digits".to_owned(), at: self.at });
                one_of(&given, "alphabet", &ALPHABETS.map(|name| (name, name)), report)
                    .map(|name| FpeForm::Alphabet(name.to_owned()))
            }
            _ => {
                report.problem(
                    self.at,
                    "`keep_first` and `keep_last` of \"fpe\" go with `card = true`, and that with no `alphabet`",
                );
                None
            }
        }
    }

    fn has(&self, key: &str) -> bool {
        self.table.as_ref().is_some_and(|table| table.has(key))
    }

    fn needed_text(&mut self, report: &mut Report<'_>, key: &'static str, what: &str) -> Option<At<String>> {
        if !self.has(key) {
            self.lacks(report, key, what);
        }
        self.text(report, key)
    }

    fn lacks(&self, report: &mut Report<'_>, key: &str, what: &str) {
        let name = self.action;
        report.problem(self.at, format!("{name:?} needs {what}: {{ transform = {name:?}, {key} = … }}"));
    }

    fn key(&mut self, report: &mut Report<'_>) -> Option<String> {
        let id = self.needed_text(report, "key", "the id of a key")?;
        let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"._-:".contains(&byte);
        if id.value.is_empty() || id.value.len() > 64 || !id.value.bytes().all(letter) {
            // Not shown: it may be a key that was put here by mistake.
            report.problem(
                id.at,
                "`key` is no id or scope of 1 to 64 letters, digits, '.', '_', '-' or ':'; keys are not put here",
            );
            return None;
        }
        Some(id.value)
    }

    fn replacement(&mut self, report: &mut Report<'_>) -> Option<String> {
        let with = self.needed_text(report, "with", "a text")?;
        if with.value.chars().any(|character| character.is_control() || character == '"' || character == '\\') {
            report.problem(with.at, "`with` holds quotes, backslashes or control characters: they would break JSON");
            return None;
        }
        Some(with.value)
    }

    fn mask(&mut self, report: &mut Report<'_>) -> Option<u8> {
        let Some(with) = self.text(report, "with") else { return Some(b'*') };
        match *with.value.as_bytes() {
            [byte] if (byte.is_ascii_graphic() || byte == b' ') && byte != b'"' && byte != b'\\' => Some(byte),
            _ => {
                report.problem(with.at, "`with` of a mask is one printable ASCII character, and no quote or backslash");
                None
            }
        }
    }
}
