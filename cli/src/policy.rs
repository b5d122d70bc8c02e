//! Policies: those in force, and the commands about them.

mod check;
mod diff;
mod explain;
mod list;

use std::fs;
use std::path::Path;

use privet_core::{Key, Policy, PolicySyntax, Supplies};

use crate::args::{Color, KeyArgs, PolicyCommand, PolicyFlags};
use crate::error::Error;
use crate::keys;

/// Runs `privet policy`.
pub fn run(command: &PolicyCommand, color: Color) -> Result<u8, Error> {
    match command {
        PolicyCommand::List => list::all(),
        PolicyCommand::Show { name } => list::show(name),
        PolicyCommand::Check { policies, own } => check::run(policies, own),
        PolicyCommand::Explain(args) => explain::run(args, color),
        PolicyCommand::Diff(args) => diff::run(args),
    }
}

/// The policy of a file or of that name, with its keys.
pub fn load(path: &Path, args: &KeyArgs) -> Result<Policy, Error> {
    let syntax = read(path)?;
    let ids = syntax.keys();
    let keys = if ids.is_empty() { Vec::new() } else { keys::named(&ids, args)? };
    build(&syntax, keys)
}

/// The policy of a file or of that name, for commands that show nothing of what its keys would make.
pub fn load_without_keys(path: &Path) -> Result<Policy, Error> {
    let syntax = read(path)?;
    let stand_in = |id: &&str| Key::new("stand-in", vec![0; 32]).map(|key| ((*id).to_owned(), key));
    let keys = syntax.keys().iter().map(stand_in).collect::<Result<_, _>>().map_err(Error::usage)?;
    build(&syntax, keys)
}

/// Makes sure that no keys are given without a policy that could use them.
pub fn no_keys(flags: &PolicyFlags) -> Result<(), Error> {
    match flags.keys.keys {
        Some(_) => Err(Error::usage("--keys goes with --policy")),
        None => Ok(()),
    }
}

/// What a file says, or our policy of that name. A file comes first.
fn read(path: &Path) -> Result<PolicySyntax, Error> {
    let (name, text) = text(path)?;
    Ok(PolicySyntax::parse(&name, &text)?)
}

/// The name of a policy's file, and what is in it.
fn text(path: &Path) -> Result<(String, String), Error> {
    match fs::read(path) {
        Ok(bytes) => {
            let text = String::from_utf8(bytes).map_err(|_| Error::data(path, "is not UTF-8"))?;
            Ok((path.display().to_string(), text))
        }
        Err(error) => match ours(path) {
            Some((name, text)) => Ok((name.to_owned(), text.to_owned())),
            // A name alone was meant as one of ours.
            None if path.extension().is_none() && path.components().count() == 1 => {
                let names: Vec<&str> = privet_rulesets::POLICIES.iter().map(|(path, _)| list::name(path)).collect();
                Err(Error::usage(format_args!(
                    "there is no policy {:?}, and no file of that name; ours are {}",
                    path.display().to_string(),
                    names.join(", ")
                )))
            }
            None => Err(Error::input(path, &error)),
        },
    }
}

/// Our policy of that name: its path, and its text.
fn ours(name: &Path) -> Option<(&'static str, &'static str)> {
    let name = name.to_str()?;
    privet_rulesets::POLICIES.iter().find(|(path, _)| list::name(path) == name).copied()
}

fn build(syntax: &PolicySyntax, keys: Vec<(String, Key)>) -> Result<Policy, Error> {
    let mut supplies = Supplies::new();
    for (path, text) in privet_rulesets::TEST_VALUES {
        supplies = supplies.test_values(path, text)?;
    }
    let supplies = keys.into_iter().fold(supplies, |supplies, (id, key)| supplies.key(&id, key));
    Ok(Policy::build(syntax, &supplies)?)
}
