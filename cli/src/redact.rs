//! `privet redact`: every finding masked, every other byte as it was.

use privet_core::{Engine, Policy, Scratch, StreamFilter, Transform};

use crate::args::{RedactArgs, TransformArgs, TransformName};
use crate::chunk::{Json, Lines, Part};
use crate::error::Error;
use crate::input::Inputs;
use crate::job::{self, Job};
use crate::key;
use crate::rules;
use crate::tally::Tally;

/// Runs the command and returns its exit code.
pub fn run(args: &RedactArgs) -> Result<u8, Error> {
    let policy = Policy::new(transform(&args.transform)?);
    let engine = rules::engine(&args.detection, policy)?;
    let inputs = Inputs::new(&args.input.files, args.input.stream);
    job::run(&args.input, inputs, &engine, &Redact { engine: &engine })
}

struct Redact<'e> {
    engine: &'e Engine,
}

impl<'e> Job for Redact<'e> {
    type Open = StreamFilter<'e>;

    fn lines(&self, lines: &Lines, scratch: &mut Scratch, out: &mut Vec<u8>, tally: &mut Tally) {
        self.engine.redact_batch(&lines.bytes, lines.spans(), scratch, out, |index, findings| {
            for finding in findings {
                tally.add(lines.record + index as u64, finding);
            }
        });
    }

    fn part(&self, part: &Part, open: &mut Option<StreamFilter<'e>>, out: &mut Vec<u8>, tally: &mut Tally) {
        if let Some(json) = part.first {
            *open = Some(StreamFilter::new(self.engine).json(json == Json::Yes));
        }
        let Some(filter) = open else { return };
        filter.push(&part.bytes, out);
        for finding in filter.findings() {
            tally.add(part.record, finding);
        }
        if let Some(ending) = part.last {
            filter.finish(out);
            for finding in filter.findings() {
                tally.add(part.record, finding);
            }
            out.extend_from_slice(ending);
            *open = None;
        }
    }
}

fn transform(args: &TransformArgs) -> Result<Transform, Error> {
    let flags = [
        ("--with", args.with.is_some(), TransformName::Replace),
        ("--mask-char", args.mask_char.is_some(), TransformName::Mask),
        ("--keep-first", args.keep_first.is_some(), TransformName::Mask),
        ("--keep-last", args.keep_last.is_some(), TransformName::Mask),
        ("--key-file", args.key_file.is_some(), TransformName::Hash),
        ("--key-env", args.key_env.is_some(), TransformName::Hash),
        ("--key-id", args.key_id.is_some(), TransformName::Hash),
    ];
    if let Some((flag, _, name)) = flags.into_iter().find(|&(_, given, name)| given && name != args.name) {
        return Err(Error::usage(format_args!("{flag} goes with --transform {}", name.as_str())));
    }
    Ok(match args.name {
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
