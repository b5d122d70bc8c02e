//! `privet reidentify`: tokens turned back into what they stand for.

use std::fs::OpenOptions;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use memchr::memchr;
use privet_core::{KeyError, KeyProvider, Marker, MarkerKind, ReidentifyError, reidentify};

use crate::args::ReidentifyArgs;
use crate::audit::{self, Counts};
use crate::error::Error;
use crate::input::{self, is_same, name};
use crate::keys;
use crate::output::{Sink, private};

/// Most bytes of all inputs: all are held, because the line of the audit comes before anything that is shown.
const MOST: u64 = 256 << 20;

/// Runs the command and returns its exit code.
pub fn run(args: &ReidentifyArgs) -> Result<u8, Error> {
    let keys = keys::provider(&args.keys)?;
    let paths = if args.files.is_empty() { vec![PathBuf::from("-")] } else { args.files.clone() };
    let names: Vec<String> = paths.iter().map(|path| name(path)).collect();
    let written = [Some(&args.audit), args.output.as_ref()].into_iter().flatten();
    for (nth, path) in written.enumerate() {
        let mut taken = paths.iter().chain(&args.keys.keys).chain(Some(&args.audit).filter(|_| nth > 0));
        if taken.any(|taken| is_same(taken, path)) {
            let path = path.display();
            return Err(Error::usage(format_args!("{path}: is read, or has the audit, and cannot be written over")));
        }
    }
    // Before anything is read: a file that cannot be written is no place for an audit.
    drop(private(&args.audit, OpenOptions::new().create(true).append(true))?);
    let text = read(&paths)?;
    let (mut out, mut counts) = (Vec::with_capacity(text.len()), Counts::default());
    turn_back(&text, &*keys, &mut out, &mut counts);
    audit::record(&args.audit, &names, &counts)?;
    let mut sink = match &args.output {
        Some(path) => {
            drop(private(path, OpenOptions::new().create(true).write(true).truncate(true))?);
            Sink::open(Some(path))?
        }
        None => Sink::open(None)?,
    };
    sink.write(&out)?;
    sink.finish()?;
    crate::trouble::note(&summary(&counts));
    Ok(0)
}

/// All inputs, one after the other.
fn read(paths: &[PathBuf]) -> Result<Vec<u8>, Error> {
    let mut text = Vec::new();
    for path in paths {
        let file = input::open(path, &std::sync::Arc::default()).map_err(|error| Error::input(path, &error))?;
        let room = MOST - text.len() as u64;
        file.take(room + 1).read_to_end(&mut text).map_err(|error| Error::read(&name(path), &error))?;
        if text.len() as u64 > MOST {
            return Err(Error::data(Path::new(&name(path)), format_args!("the inputs have more than {MOST} bytes")));
        }
    }
    Ok(text)
}

/// Appends the text with the value in place of each token that has its key.
fn turn_back(text: &[u8], keys: &dyn KeyProvider, out: &mut Vec<u8>, counts: &mut Counts) {
    let mut at = 0;
    while let Some(found) = memchr(b'[', &text[at..]) {
        out.extend_from_slice(&text[at..at + found]);
        at += found;
        let token = Marker::parse(&text[at..])
            .filter(|marker| matches!(marker.kind, MarkerKind::Token | MarkerKind::Encrypted));
        let Some(marker) = token else {
            out.push(b'[');
            at += 1;
            continue;
        };
        let whole = &text[at..at + marker.len];
        at += marker.len;
        match reidentify(whole, keys) {
            Ok(value) => {
                out.extend_from_slice(value.expose());
                *counts.entities.entry(marker.entity.to_owned()).or_default() += 1;
                counts.keys.extend(marker.key_id.map(str::to_owned));
            }
            Err(error) => {
                out.extend_from_slice(whole);
                *counts.left.entry(reason(&error)).or_default() += 1;
            }
        }
    }
    out.extend_from_slice(&text[at..]);
}

fn reason(error: &ReidentifyError) -> &'static str {
    match error {
        ReidentifyError::Key(KeyError::Shredded) => "key destroyed",
        ReidentifyError::Key(_) => "no such key",
        _ => "not made with the key",
    }
}

fn summary(counts: &Counts) -> String {
    let turned: u64 = counts.entities.values().sum();
    let mut text = format!("{turned} token{} turned back", if turned == 1 { "" } else { "s" });
    for (reason, count) in &counts.left {
        text += &format!(", {count} left: {reason}");
    }
    text
}
