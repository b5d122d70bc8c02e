//! Completions and manual pages, made from the command line's own definition.

use std::path::Path;

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::args::Cli;
use crate::error::Error;
use crate::output;

/// Prints the completions of a shell.
pub fn completions(shell: Shell) -> Result<u8, Error> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "privet", &mut text);
    output::print(&text)?;
    Ok(0)
}

/// Prints the manual page, or writes the pages of all commands to a folder.
pub fn man(folder: Option<&Path>) -> Result<u8, Error> {
    if let Some(folder) = folder {
        std::fs::create_dir_all(folder).map_err(|error| Error::create(folder, &error))?;
        clap_mangen::generate_to(Cli::command(), folder).map_err(|error| Error::create(folder, &error))?;
        return Ok(0);
    }
    let mut text = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut text).map_err(|error| Error::write(&error))?;
    output::print(&text)?;
    Ok(0)
}
