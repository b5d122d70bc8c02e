//! What is done with a finding, ready to be handed to the transform stage.

use super::Supplies;
use super::transform_syntax::{ActionKind, ActionSyntax, OptionsSyntax, TransformSyntax};
use crate::suggest::{did_you_mean, nearest};
use crate::transform::Transform;

/// What is done with a finding.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// Found and counted, and left as it is.
    Keep,
    /// The member that holds it goes: key, value and comma in JSON; elsewhere the value becomes empty.
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
            Self::Transform(Transform::Entity) => "entity",
            Self::Transform(Transform::Redact) => "redact",
            Self::Transform(Transform::Replace(_)) => "replace",
            Self::Transform(Transform::Mask { .. }) => "mask",
            Self::Transform(Transform::Hash(_)) => "hash",
        }
    }

    /// True when the bytes of the finding stay.
    pub(crate) fn keeps(&self) -> bool {
        matches!(self, Self::Keep)
    }
}

/// The action of that syntax, with its keys.
pub(super) fn action(syntax: &ActionSyntax, supplies: &Supplies) -> Result<Action, String> {
    if syntax.options != OptionsSyntax::default() {
        return Err(
            "`keep_type`, `same_length` and `max_growth` need transforms that this build does not have".to_owned()
        );
    }
    Ok(match &syntax.kind {
        ActionKind::Keep => Action::Keep,
        ActionKind::DropField => Action::DropField,
        ActionKind::Block => Action::Block,
        ActionKind::Transform(syntax) => Action::Transform(transform(syntax, supplies)?),
    })
}

/// The transform of that syntax, with its key.
fn transform(syntax: &TransformSyntax, supplies: &Supplies) -> Result<Transform, String> {
    Ok(match syntax {
        TransformSyntax::Redact => Transform::Redact,
        TransformSyntax::Entity => Transform::Entity,
        TransformSyntax::Replace { with } => Transform::Replace(with.clone()),
        &TransformSyntax::Mask { with, keep_first, keep_last, keep_separators: false } => {
            Transform::Mask { with, keep_first, keep_last }
        }
        TransformSyntax::Hash { key } => Transform::Hash(supplies.hash_key(key).cloned().ok_or_else(|| {
            let given = supplies.key_ids();
            format!("no key {key:?} is given{}", did_you_mean(nearest(key, given)))
        })?),
        TransformSyntax::Mask { keep_separators: true, .. } => {
            return Err("`keep_separators` needs a transform that this build does not have".to_owned());
        }
        other => return Err(format!("{:?} needs a transform that this build does not have", other.as_str())),
    })
}
