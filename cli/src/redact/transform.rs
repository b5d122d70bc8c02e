//! What stands in place of a finding, where no policy says it.

use privet_core::Transform;

use crate::args::{TransformArgs, TransformName};
use crate::error::Error;
use crate::key;

/// The transform that the command line asks for.
pub fn of(args: &TransformArgs) -> Result<Transform, Error> {
    let name = args.name.unwrap_or_default();
    if let Some((flag, _, of)) = flags(args).into_iter().find(|&(_, given, of)| given && of != name) {
        return Err(Error::usage(format_args!("{flag} goes with --transform {}", of.as_str())));
    }
    Ok(match name {
        TransformName::Entity => Transform::Entity,
        TransformName::Redact => Transform::Redact,
        TransformName::Replace => Transform::Replace(harmless(args.with.clone().unwrap_or_default())?),
        TransformName::Mask => Transform::Mask {
            with: mask(args.mask_char.unwrap_or('*'))?,
            keep_first: args.keep_first.unwrap_or(0),
            keep_last: args.keep_last.unwrap_or(0),
            keep_separators: false,
        },
        TransformName::Hash => Transform::Hash(key::read(args)?),
    })
}

/// Makes sure that it asks for none.
pub fn none(args: &TransformArgs) -> Result<(), Error> {
    let given = args.name.map(|_| "--transform");
    let flag = given.or_else(|| flags(args).into_iter().find(|&(_, given, _)| given).map(|(flag, ..)| flag));
    match flag {
        Some(flag) => Err(Error::usage(format_args!(
            "{flag} does not go with --policy: what is done with findings stands in the policy, and its keys in --keys"
        ))),
        None => Ok(()),
    }
}

/// Flags of one transform, whether they are given, and which it is.
fn flags(args: &TransformArgs) -> [(&'static str, bool, TransformName); 7] {
    [
        ("--with", args.with.is_some(), TransformName::Replace),
        ("--mask-char", args.mask_char.is_some(), TransformName::Mask),
        ("--keep-first", args.keep_first.is_some(), TransformName::Mask),
        ("--keep-last", args.keep_last.is_some(), TransformName::Mask),
        ("--key-file", args.key_file.is_some(), TransformName::Hash),
        ("--key-env", args.key_env.is_some(), TransformName::Hash),
        ("--key-id", args.key_id.is_some(), TransformName::Hash),
    ]
}

/// A text that breaks neither a line nor a JSON string.
fn harmless(text: String) -> Result<String, Error> {
    if text.chars().any(|character| character.is_control() || character == '"' || character == '\\') {
        return Err(Error::usage(
            "--with may not hold quotes, backslashes or control characters: they would break JSON and lines",
        ));
    }
    Ok(text)
}

fn mask(character: char) -> Result<u8, Error> {
    match u8::try_from(character) {
        Ok(byte) if (byte.is_ascii_graphic() || byte == b' ') && byte != b'"' && byte != b'\\' => Ok(byte),
        _ => Err(Error::usage("--mask-char is a printable ASCII character, and no quote or backslash")),
    }
}
