//! Rules, word lists and sets as their files say them. Nothing is compiled here, and nothing is guessed.

use super::law::{self, LawSyntax};
use crate::error::Problem;
use crate::likelihood::Likelihood;
use crate::limits::{DEFAULT_FIELD_VALUE, MAX_FIELD_VALUE, MAX_MATCH, MAX_REGEX, MAX_WINDOW};
use crate::sensitivity::Sensitivity;
use crate::toml_fields::{At, Fields, Report, one_of};

/// What a failed check means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mode {
    /// The match is dropped.
    Hard,
    /// The likelihood falls by two levels.
    Soft,
    /// As hard; the validator knows which dates of issue have no check digit.
    DateGated,
}

impl Mode {
    /// The name used in rule files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hard => "hard",
            Self::Soft => "soft",
            Self::DateGated => "date_gated",
        }
    }
}

/// What may not stand beside a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Boundary {
    /// A letter or digit.
    Word,
    /// Nor a digit joined by a dot or hyphen.
    Number,
    /// A digit.
    Digit,
    /// A letter, digit, `_` or `-`.
    Token,
    /// Anything may.
    None,
}

/// How a pattern is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Search {
    /// By its first bytes.
    Start,
    /// By a literal inside; the match starts as far left of it as the pattern allows.
    Inner,
}

/// One way to write an identifier.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PatternSyntax {
    /// Line in the file.
    pub line: usize,
    /// What this way is called in explanations.
    pub name: String,
    /// The regular expression.
    pub regex: String,
    /// How it is looked for.
    pub search: Search,
    /// What may not stand beside it.
    pub boundary: Boundary,
    /// More bytes that may not stand before it, as a class.
    pub not_before: Option<String>,
    /// More bytes that may not stand after it, as a class.
    pub not_after: Option<String>,
    /// Shortest match that counts, where the expression allows shorter ones.
    pub min_len: Option<usize>,
    /// Longest match.
    pub max_len: Option<usize>,
    /// Likelihood when the validator passed, before context.
    pub likelihood: Likelihood,
    /// The same when the rules in force come from many jurisdictions.
    pub crowded: Likelihood,
}

/// One way to name the fields that hold it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FieldSyntax {
    /// Line in the file.
    pub line: usize,
    /// What this way is called in explanations.
    pub name: String,
    /// Last words of the names.
    pub keys: Vec<String>,
    /// Names as a whole.
    pub whole: Vec<String>,
    /// Names of the objects that the fields must be in.
    pub within: Vec<String>,
    /// Names of the fields one of which must be beside them, where they are not in such an object.
    pub beside: Vec<String>,
    /// Last words of names that do not count.
    pub except: Vec<String>,
    /// What the whole value looks like.
    pub value: Option<String>,
    /// Bytes of a value that are read.
    pub max_len: usize,
    /// Likelihood of what stands in such a field.
    pub likelihood: Likelihood,
}

/// The validator that a rule names.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ValidatorSyntax {
    /// Line in the file.
    pub line: usize,
    /// Name of the function.
    pub name: String,
    /// What a failed check means.
    pub mode: Mode,
}

/// A rule file.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RuleSyntax {
    /// The file.
    pub file: String,
    /// `folder.name`, as the path has it.
    pub id: String,
    /// The field's name of what it finds.
    pub entity: String,
    /// One line for people.
    pub title: String,
    /// What it identifies and why that matters.
    pub description: String,
    /// How much harm it can do.
    pub sensitivity: Sensitivity,
    /// The issuing authority or the standard.
    pub references: Vec<String>,
    /// Ways to write it.
    pub patterns: Vec<PatternSyntax>,
    /// Names of fields whose values it is.
    pub fields: Vec<FieldSyntax>,
    /// Check digits and structure.
    pub validator: Option<ValidatorSyntax>,
    /// Words that name it.
    pub words: Vec<String>,
    /// Words that go with it.
    pub hints: Vec<String>,
    /// Words that speak against it.
    pub negative: Vec<String>,
    /// Bytes looked at before a match.
    pub before: usize,
    /// Bytes looked at after it.
    pub after: usize,
    /// Names of fields that hold it.
    pub keys: Vec<String>,
    /// It is no finding, and takes along what lies inside it.
    pub suppress: bool,
    /// Texts with the expected finding between `«` and `»`, and their lines.
    pub find: Vec<(String, usize)>,
    /// Texts in which it finds nothing, and their lines.
    pub pass: Vec<(String, usize)>,
}

impl RuleSyntax {
    /// The folder: `global`, `shapes`, or the jurisdiction's ISO 3166 code in lower case.
    pub fn folder(&self) -> &str {
        self.id.split_once('.').map_or("", |(folder, _)| folder)
    }

    /// The jurisdiction, if it belongs to one.
    pub fn jurisdiction(&self) -> Option<&str> {
        Some(self.folder()).filter(|folder| folder.len() == 2)
    }
}

/// A named list of rules.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SetSyntax {
    /// The file.
    pub file: String,
    /// The name.
    pub id: String,
    /// One line for people.
    pub title: String,
    /// What it is for.
    pub description: String,
    /// Rule ids, entity names, folders and other sets, with their lines.
    pub members: Vec<(String, usize)>,
    /// The law, if it stands for one.
    pub law: Option<LawSyntax>,
}

const WINDOW_BEFORE: usize = 64;
const WINDOW_AFTER: usize = 48;

/// Reads a rule file; problems are reported and the rest is read.
pub(super) fn rule(file: &str, text: &str, problems: &mut Vec<Problem>) -> RuleSyntax {
    let report = &mut Report::new(file, text, problems);
    let document = report.parse();
    let mut fields = Fields::new(document.get_ref(), "", 0);
    let id = fields.required(report, "id");
    check_id(&id, file, report);
    let suppress = fields.flag(report, "suppress").unwrap_or(false);
    let entity = fields.required(report, "entity");
    let upper = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    if !entity.value.bytes().all(upper) {
        report.problem(entity.at, format!("`entity` {:?} is not UPPER_SNAKE", entity.value));
    }
    let title = fields.required(report, "title").value;
    let description = fields.required(report, "description").value;
    let sensitivity = fields.required(report, "sensitivity");
    let sensitivity = one_of(&sensitivity, "sensitivity", &Sensitivity::ALL.map(|c| (c.as_str(), c)), report);
    let references = fields.texts(report, "references").into_iter().map(|text| text.value).collect();
    let tables = fields.tables(report, "patterns");
    let named = fields.tables(report, "fields");
    if tables.is_empty() && named.is_empty() {
        report.problem(0, "`patterns` and `fields` are missing: a rule needs one of either at least");
    }
    if suppress && let Some(named) = named.first() {
        report.problem(named.at(), "`fields` find something: a rule that suppresses has none");
    }
    let named = named.into_iter().map(|fields| field(fields, report)).collect();
    let patterns = tables.into_iter().map(|fields| pattern(fields, report)).collect();
    let validator = fields.table(report, "validator").map(|fields| validator(fields, report));
    let (mut words, mut hints, mut negative) = (Vec::new(), Vec::new(), Vec::new());
    let (mut before, mut after) = (None, None);
    if let Some(mut context) = fields.table(report, "context") {
        words = lower(context.texts(report, "words"), report);
        hints = lower(context.texts(report, "hints"), report);
        negative = lower(context.texts(report, "negative"), report);
        before = context.number(report, "before", 0..MAX_WINDOW + 1);
        after = context.number(report, "after", 0..MAX_WINDOW + 1);
        context.finish(report);
    }
    let mut keys = Vec::new();
    if let Some(mut label) = fields.table(report, "label") {
        keys = lower(label.texts(report, "keys"), report);
        label.finish(report);
    }
    let (mut find, mut pass) = (Vec::new(), Vec::new());
    if let Some(mut tests) = fields.table(report, "tests") {
        find = with_lines(tests.texts(report, "find"), report);
        pass = with_lines(tests.texts(report, "pass"), report);
        tests.finish(report);
    }
    fields.finish(report);
    RuleSyntax {
        file: file.to_owned(),
        id: id.value,
        entity: entity.value,
        title,
        description,
        sensitivity: sensitivity.unwrap_or(Sensitivity::Ordinary),
        references,
        patterns,
        fields: named,
        validator,
        words,
        hints,
        negative,
        before: before.unwrap_or(WINDOW_BEFORE),
        after: after.unwrap_or(WINDOW_AFTER),
        keys,
        suppress,
        find,
        pass,
    }
}

/// The id must be the path: `rules/pl/pesel.toml` is `pl.pesel`.
fn check_id(id: &At<String>, file: &str, report: &mut Report<'_>) {
    let mut parts = file.trim_end_matches(".toml").rsplit(['/', '\\']);
    let (name, folder) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let well_formed = id.value.split_once('.').is_some_and(|(folder, name)| {
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        !folder.is_empty() && !name.is_empty() && folder.bytes().all(letter) && name.bytes().all(letter)
    });
    if id.value.is_empty() {
        return;
    }
    if !well_formed {
        report.problem(id.at, format!("`id` {:?} is not `folder.name` in lower case", id.value));
    } else if !folder.is_empty() && id.value != format!("{folder}.{name}") {
        report.problem(id.at, format!("`id` {:?} is not the path: {folder}.{name}", id.value));
    }
}

fn pattern(mut fields: Fields<'_, '_>, report: &mut Report<'_>) -> PatternSyntax {
    let line = report.line(fields.at());
    let name = fields.required(report, "name").value;
    let regex = fields.required(report, "regex");
    if regex.value.len() > MAX_REGEX {
        report.problem(regex.at, format!("`patterns.regex` is longer than {MAX_REGEX} bytes"));
    }
    let boundaries = [
        ("word", Boundary::Word),
        ("number", Boundary::Number),
        ("digit", Boundary::Digit),
        ("token", Boundary::Token),
        ("none", Boundary::None),
    ];
    let boundary =
        fields.text(report, "boundary").and_then(|text| one_of(&text, "patterns.boundary", &boundaries, report));
    let searches = [("start", Search::Start), ("inner", Search::Inner)];
    let search = fields.text(report, "search").and_then(|text| one_of(&text, "patterns.search", &searches, report));
    let levels = Likelihood::ALL.map(|level| (level.as_str(), level));
    let likelihood = fields.required(report, "likelihood");
    let likelihood = one_of(&likelihood, "patterns.likelihood", &levels, report).unwrap_or(Likelihood::VeryUnlikely);
    let crowded = fields.text(report, "crowded").and_then(|text| one_of(&text, "patterns.crowded", &levels, report));
    let crowded = crowded.unwrap_or(likelihood);
    if crowded > likelihood {
        report.problem(fields.at(), "`patterns.crowded` is more likely than `patterns.likelihood`");
    }
    let pattern = PatternSyntax {
        line,
        name,
        regex: regex.value,
        search: search.unwrap_or(Search::Start),
        boundary: boundary.unwrap_or(Boundary::Word),
        not_before: fields.text(report, "not_before").map(|text| text.value),
        not_after: fields.text(report, "not_after").map(|text| text.value),
        min_len: fields.number(report, "min_len", 1..MAX_MATCH + 1),
        max_len: fields.number(report, "max_len", 1..MAX_MATCH + 1),
        likelihood,
        crowded,
    };
    fields.finish(report);
    pattern
}

fn field(mut fields: Fields<'_, '_>, report: &mut Report<'_>) -> FieldSyntax {
    let line = report.line(fields.at());
    let name = fields.required(report, "name").value;
    let [keys, whole, within, beside, except] = ["keys", "whole", "within", "beside", "except"].map(|key| {
        let texts = fields.texts(report, key);
        lower(texts, report)
    });
    if keys.is_empty() && whole.is_empty() {
        report.problem(fields.at(), "`fields.keys` and `fields.whole` are missing: a way needs a name");
    }
    let value = fields.text(report, "value");
    if let Some(value) = value.as_ref().filter(|value| value.value.len() > MAX_REGEX) {
        report.problem(value.at, format!("`fields.value` is longer than {MAX_REGEX} bytes"));
    }
    let max_len = fields.number(report, "max_len", 1..MAX_FIELD_VALUE + 1).unwrap_or(DEFAULT_FIELD_VALUE);
    let levels = Likelihood::ALL.map(|level| (level.as_str(), level));
    let likelihood = fields.required(report, "likelihood");
    let likelihood = one_of(&likelihood, "fields.likelihood", &levels, report).unwrap_or(Likelihood::VeryUnlikely);
    fields.finish(report);
    let value = value.map(|value| value.value);
    FieldSyntax { line, name, keys, whole, within, beside, except, value, max_len, likelihood }
}

fn validator(mut fields: Fields<'_, '_>, report: &mut Report<'_>) -> ValidatorSyntax {
    let name = fields.required(report, "name");
    let mode = fields.required(report, "mode");
    let modes = [Mode::Hard, Mode::Soft, Mode::DateGated].map(|mode| (mode.as_str(), mode));
    let syntax = ValidatorSyntax {
        line: report.line(name.at),
        name: name.value,
        mode: one_of(&mode, "validator.mode", &modes, report).unwrap_or(Mode::Hard),
    };
    fields.finish(report);
    syntax
}

fn lower(texts: Vec<At<String>>, report: &mut Report<'_>) -> Vec<String> {
    for text in &texts {
        let word = &text.value;
        if word.trim() != word || word.is_empty() || word.contains("  ") || word.to_lowercase() != *word {
            report.problem(text.at, format!("{word:?} is not in lower case with single spaces"));
        }
    }
    texts.into_iter().map(|text| text.value).collect()
}

fn with_lines(texts: Vec<At<String>>, report: &Report<'_>) -> Vec<(String, usize)> {
    texts.into_iter().map(|text| (text.value, report.line(text.at))).collect()
}

/// Reads a word list: its id and its words.
pub(super) fn words(file: &str, text: &str, problems: &mut Vec<Problem>) -> (String, Vec<String>) {
    let report = &mut Report::new(file, text, problems);
    let document = report.parse();
    let mut fields = Fields::new(document.get_ref(), "", 0);
    let id = fields.required(report, "id").value;
    let words = fields.texts(report, "words");
    let words = lower(words, report);
    fields.finish(report);
    (id, words)
}

/// Reads a set.
pub(super) fn set(file: &str, text: &str, problems: &mut Vec<Problem>) -> SetSyntax {
    let report = &mut Report::new(file, text, problems);
    let document = report.parse();
    let mut fields = Fields::new(document.get_ref(), "", 0);
    let id = fields.required(report, "id").value;
    let title = fields.required(report, "title").value;
    let description = fields.required(report, "description").value;
    let members = fields.texts(report, "members");
    let members = with_lines(members, report);
    if members.is_empty() {
        report.problem(0, "`members` is missing or empty");
    }
    let law = fields.table(report, "law").map(|header| law::law(header, report));
    fields.finish(report);
    SetSyntax { file: file.to_owned(), id, title, description, members, law }
}
