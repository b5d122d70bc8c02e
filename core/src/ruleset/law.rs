//! What a set says of the law that asks for it: who must be told of a breach, by when, and what counts as sensitive.
//!
//! For people who answer for the data, and for reports; nothing is found or masked by it. Not legal advice.

use crate::toml_fields::{Fields, Report, one_of};

/// The law behind a set.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct LawSyntax {
    /// ISO 3166 of the country, with the state behind a hyphen; `EU`; `*` for none.
    pub jurisdiction: String,
    /// The law as it is cited.
    pub law_id: String,
    /// Whether it applies.
    pub status: LawStatus,
    /// The day from which it applies, `2018-05-25`; empty where none is set.
    pub effective_from: String,
    /// The id of the set whose law says what this one does not: the regulation above a national act.
    pub under: Option<String>,
    /// Who supervises.
    pub authority: Option<Authority>,
    /// What the authority must be told of a breach.
    pub notify_authority: Option<Notice>,
    /// What the people concerned must be told.
    pub notify_people: Option<Notice>,
    /// Data that nobody else can read need not be told of, at least to the people concerned.
    pub encryption_safe_harbour: Option<bool>,
    /// What the law calls sensitive.
    pub sensitive: Option<SensitiveClass>,
    /// Where the law stands.
    pub sources: Vec<String>,
    /// The fields that were not compared with the sources then.
    pub unverified: Vec<String>,
    /// The day on which it was last gone through.
    pub reviewed_at: String,
}

/// Whether a law applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum LawStatus {
    /// It does.
    #[default]
    InForce,
    /// It is passed, and will.
    Enacted,
    /// It is a draft.
    Proposed,
}

/// An authority.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Authority {
    /// Its name.
    pub name: String,
    /// Where it is reached.
    pub portal: String,
}

/// A duty to tell of a breach.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Notice {
    /// When it must be done, in the words of a reader of the law.
    pub duty: String,
    /// The time there is from knowing, in `unit`; none where the law gives no number.
    pub within: Option<usize>,
    /// What `within` counts.
    pub unit: Option<TimeUnit>,
    /// From so many people concerned.
    pub people: Option<usize>,
    /// From so many records.
    pub records: Option<usize>,
}

/// What a deadline counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeUnit {
    /// Hours, of every day.
    Hours,
    /// Days of the calendar.
    CalendarDays,
    /// Days on which business is done there.
    BusinessDays,
}

/// What a law calls sensitive.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct SensitiveClass {
    /// The law's own term.
    pub name: String,
    /// What is of it.
    pub members: Vec<String>,
}

impl LawStatus {
    const ALL: [Self; 3] = [Self::InForce, Self::Enacted, Self::Proposed];

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InForce => "in_force",
            Self::Enacted => "enacted",
            Self::Proposed => "proposed",
        }
    }
}

impl TimeUnit {
    const ALL: [Self; 3] = [Self::Hours, Self::CalendarDays, Self::BusinessDays];

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::CalendarDays => "calendar_days",
            Self::BusinessDays => "business_days",
        }
    }
}

impl LawSyntax {
    /// The names of fields that `unverified` may hold.
    const PARTS: [&'static str; 6] =
        ["authority", "effective_from", "encryption_safe_harbour", "notify_authority", "notify_people", "sensitive"];

    /// The same, with what it does not say taken from the law above it.
    #[must_use]
    pub fn completed(&self, above: &Self) -> Self {
        let mut law = self.clone();
        law.notify_authority = law.notify_authority.or_else(|| above.notify_authority.clone());
        law.notify_people = law.notify_people.or_else(|| above.notify_people.clone());
        law.encryption_safe_harbour = law.encryption_safe_harbour.or(above.encryption_safe_harbour);
        law.sensitive = law.sensitive.or_else(|| above.sensitive.clone());
        law
    }
}

/// Reads the table of a law.
pub(super) fn law(mut fields: Fields<'_, '_>, report: &mut Report<'_>) -> LawSyntax {
    let status = fields.required(report, "status");
    let statuses = LawStatus::ALL.map(|status| (status.as_str(), status));
    let mut law = LawSyntax {
        jurisdiction: fields.required(report, "jurisdiction").value,
        law_id: fields.required(report, "law_id").value,
        status: one_of(&status, "law.status", &statuses, report).unwrap_or_default(),
        effective_from: fields.text_or_date(report, "effective_from").unwrap_or_default(),
        under: fields.text(report, "under").map(|text| text.value),
        encryption_safe_harbour: fields.flag(report, "encryption_safe_harbour"),
        reviewed_at: fields.text_or_date(report, "reviewed_at").unwrap_or_default(),
        ..LawSyntax::default()
    };
    if let Some(mut authority) = fields.table(report, "authority") {
        let name = authority.required(report, "name").value;
        law.authority = Some(Authority { name, portal: authority.required(report, "portal").value });
        authority.finish(report);
    }
    law.notify_authority = fields.table(report, "notify_authority").map(|notice| self::notice(notice, report));
    law.notify_people = fields.table(report, "notify_people").map(|notice| self::notice(notice, report));
    if let Some(mut class) = fields.table(report, "sensitive") {
        let name = class.required(report, "name").value;
        let members = class.texts(report, "members").into_iter().map(|text| text.value).collect();
        law.sensitive = Some(SensitiveClass { name, members });
        class.finish(report);
    }
    law.sources = fields.texts(report, "sources").into_iter().map(|text| text.value).collect();
    if law.sources.is_empty() {
        report.problem(fields.at(), "`law.sources` is missing or empty: name where the law stands");
    }
    let parts = LawSyntax::PARTS.map(|part| (part, part));
    for part in fields.texts(report, "unverified") {
        law.unverified.extend(one_of(&part, "law.unverified", &parts, report).map(str::to_owned));
    }
    fields.finish(report);
    law
}

fn notice(mut fields: Fields<'_, '_>, report: &mut Report<'_>) -> Notice {
    let mut notice = Notice {
        duty: fields.required(report, "duty").value,
        within: fields.number(report, "within", 0..1001),
        people: fields.number(report, "people", 1..1_000_000_001),
        records: fields.number(report, "records", 1..1_000_000_001),
        unit: None,
    };
    if fields.has("within") || fields.has("unit") {
        let unit = fields.required(report, "unit");
        notice.unit = one_of(&unit, "law.unit", &TimeUnit::ALL.map(|unit| (unit.as_str(), unit)), report);
        if notice.within.is_none() {
            report.problem(unit.at, "`unit` goes with `within`");
        }
    }
    fields.finish(report);
    notice
}
