//! The rules in force, and the commands about them.

mod check;
mod collide;
mod diff;
mod docs;
mod files;
mod labelled;
mod law;
mod list;
mod page;
mod show;
mod test;

use std::ffi::OsStr;

use privet_core::{Backend, Engine, Library, Policy, Ruleset, Selection};

use crate::args::{Detection, OwnRules, RulesCommand};
use crate::error::Error;
pub use check::report;
use files::Files;

/// Runs `privet rules`.
pub fn run(command: &RulesCommand) -> Result<u8, Error> {
    match command {
        RulesCommand::List { rules, format } => list::rules(rules, *format),
        RulesCommand::Show { id, own } => show::run(id, own),
        RulesCommand::Check { paths, all } => check::run(paths, *all),
        RulesCommand::Test { files, detection } => test::run(files, detection),
        RulesCommand::Collide { rules } => collide::run(rules),
        RulesCommand::Diff { old, new, own } => diff::run(old, new, own),
        RulesCommand::Docs { folder, own } => docs::run(folder, own),
        RulesCommand::Sets { own } => list::sets(own),
    }
}

/// The engine of a command line.
pub fn engine(detection: &Detection, policy: Policy) -> Result<Engine, Error> {
    Ok(over(compiled(detection)?, policy, detection))
}

/// An engine of those rules; the command line can ask for another threshold than the policy's.
pub fn over(rules: Ruleset, policy: Policy, detection: &Detection) -> Engine {
    let least = detection.min_likelihood.unwrap_or(policy.least());
    Engine::new(rules, policy.threshold(least))
}

/// The rules of a command line, compiled.
pub fn compiled(detection: &Detection) -> Result<Ruleset, Error> {
    let library = library(&detection.choice.own)?;
    let selection = select(&library, &detection.choice.list)?;
    Ok(Ruleset::compile(&selection, backend()?)?)
}

/// Our rules and the user's.
pub fn library(own: &OwnRules) -> Result<Library, Error> {
    Ok(Files::embedded_and(&own.folders)?.parse()?)
}

/// The rules of a list. One that starts with what it leaves out leaves it out of all.
pub fn select<'l>(library: &'l Library, list: &str) -> Result<Selection<'l>, Error> {
    let all = list.trim_start().starts_with('-');
    let list = if all { format!("all,{list}") } else { list.to_owned() };
    let selection = library.select(&list).map_err(Error::usage)?;
    if selection.rules().iter().all(|rule| rule.suppress) {
        // With no rule in force everything would pass.
        return Err(Error::usage(format_args!("--rules {list:?} leaves no rule")));
    }
    Ok(selection)
}

/// How candidates are found: as the machine does it best, unless the environment asks for another way.
pub fn backend() -> Result<Backend, Error> {
    Ok(forced()?.unwrap_or_default())
}

/// The backends of those names. Without names it is the one that the environment asks for, or all that are for use.
pub fn backends(names: &[String]) -> Result<Vec<Backend>, Error> {
    if names.is_empty() {
        let useful = || Backend::available().filter(|&backend| backend != Backend::Naive).collect();
        return Ok(forced()?.map_or_else(useful, |backend| vec![backend]));
    }
    let mut backends = Vec::new();
    for name in names {
        let backend = named("--backend", name.as_ref())?;
        if !backends.contains(&backend) {
            backends.push(backend);
        }
    }
    Ok(backends)
}

/// The backend that the environment asks for.
fn forced() -> Result<Option<Backend>, Error> {
    let name = std::env::var_os(FORCE).filter(|name| !name.is_empty());
    name.map(|name| named(FORCE, &name)).transpose()
}

const FORCE: &str = "PRIVET_FORCE_BACKEND";

fn named(option: &str, name: &OsStr) -> Result<Backend, Error> {
    name.to_str().and_then(Backend::by_name).filter(|backend| backend.is_available()).ok_or_else(|| {
        let names = Backend::available().map(Backend::as_str).collect::<Vec<_>>().join(", ");
        Error::usage(format_args!("{option} is {name:?}, and none of {names}"))
    })
}
