//! What is done with a finding, ready to be handed to the transform stage.

use super::Supplies;
use super::transform_syntax::{ActionKind, ActionSyntax, FpeForm, OptionsSyntax, Precision, TransformSyntax};
use crate::key::Key;
use crate::suggest::{did_you_mean, nearest};
use crate::transform::{
    Alphabet, Bucket, DateShift, Encrypt, Fpe, HashKey, Options, Surrogate, Tokenize, Transform, Truncate,
};

/// What is done with a finding.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// Found and counted, and left as it is.
    Keep,
    /// The member that holds it goes: key, value and comma in JSON; elsewhere the value becomes empty, or the zero of its
    /// type.
    DropField,
    /// The payload goes nowhere.
    Block,
    /// Something else stands in its place.
    Transform(Transform),
}

impl Action {
    /// The name used in policies and explanations.
    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::DropField => "drop_field",
            Self::Block => "block",
            Self::Transform(transform) => transform.as_str(),
        }
    }

    /// True when the bytes of the finding stay.
    pub(crate) fn keeps(&self) -> bool {
        matches!(self, Self::Keep)
    }
}

/// The action of that syntax, with its keys.
pub(super) fn action(syntax: &ActionSyntax, supplies: &Supplies) -> Result<Action, String> {
    Ok(match &syntax.kind {
        ActionKind::Keep => Action::Keep,
        ActionKind::DropField => Action::DropField,
        ActionKind::Block => Action::Block,
        ActionKind::Transform(transform) => {
            let transform = self::transform(transform, supplies)?;
            let options = options(syntax.options);
            Action::Transform(if options == Options::new() { transform } else { transform.with(options) })
        }
    })
}

fn options(syntax: OptionsSyntax) -> Options {
    let mut options = Options::new();
    if let Some(bytes) = syntax.max_growth {
        options = options.max_growth(bytes);
    }
    if syntax.same_length {
        options = options.same_length();
    }
    if syntax.keep_type {
        options = options.keep_type();
    }
    options
}

/// The transform of that syntax, with its key.
fn transform(syntax: &TransformSyntax, supplies: &Supplies) -> Result<Transform, String> {
    let key = |id: &str| given(supplies, id);
    Ok(match syntax {
        TransformSyntax::Redact => Transform::Redact,
        TransformSyntax::Entity => Transform::Entity,
        TransformSyntax::Replace { with } => Transform::Replace(with.clone()),
        &TransformSyntax::Mask { with, keep_first, keep_last, keep_separators } => {
            Transform::Mask { with, keep_first, keep_last, keep_separators }
        }
        TransformSyntax::Hash { key: id } => Transform::Hash(HashKey::of(key(id)?)),
        TransformSyntax::Tokenize { key: id } => Transform::Tokenize(Tokenize::new(key(id)?)),
        TransformSyntax::Encrypt { key: id } => Transform::Encrypt(Encrypt::new(key(id)?)),
        TransformSyntax::Surrogate { key: id, valid_cards } => {
            let surrogate = Surrogate::new(key(id)?);
            Transform::Surrogate(if *valid_cards { surrogate.valid_cards() } else { surrogate })
        }
        TransformSyntax::Fpe { key: id, form } => Transform::Fpe(match form {
            FpeForm::Alphabet(name) => Fpe::new(key(id)?, alphabet(name)),
            &FpeForm::Card { keep_first, keep_last } => {
                Fpe::card(key(id)?, keep_first, keep_last).map_err(|error| error.to_string())?
            }
        }),
        TransformSyntax::Bucket { width, edges } => {
            let bucket = if edges.is_empty() { Bucket::width(*width as u64) } else { Bucket::edges(edges) };
            Transform::Bucket(bucket.map_err(|error| error.to_string())?)
        }
        TransformSyntax::DateShift { key: id, days, day_first, subject } => {
            let days = u16::try_from(*days).unwrap_or(u16::MAX);
            let shift = DateShift::new(key(id)?, days).map_err(|error| error.to_string())?;
            let shift = if *day_first { shift.day_first() } else { shift };
            Transform::DateShift(if subject.is_empty() { shift } else { shift.subject(subject) })
        }
        &TransformSyntax::Truncate { to, decimals } => Transform::Truncate(match to {
            Precision::Year => Truncate::Year,
            Precision::Network => Truncate::Ip,
            Precision::Coordinate => Truncate::Coordinates { decimals },
            Precision::Zip3 => Truncate::Zip3,
            Precision::Age => Truncate::Age,
        }),
    })
}

fn given<'s>(supplies: &'s Supplies, id: &str) -> Result<&'s Key, String> {
    supplies
        .key_of(id)
        .ok_or_else(|| format!("no key {id:?} is given{}", did_you_mean(nearest(id, supplies.key_ids()))))
}

/// The alphabet of that name, which the reader of the file has checked.
fn alphabet(name: &str) -> Alphabet {
    match name {
        "upper" => Alphabet::Upper,
        "lower" => Alphabet::Lower,
        "alphanumeric" => Alphabet::Alphanumeric,
        _ => Alphabet::Digits,
    }
}
