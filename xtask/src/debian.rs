//! Programs of the system that a step needs, installed by name where the system is a Debian and we may.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::step::{Outcome, answers, succeeds};

/// Something that must be there, and the package that brings it.
pub struct Need {
    /// A program that answers to `--version`, or a file if it starts with `/`.
    pub what: &'static str,
    /// The package of Debian.
    pub package: &'static str,
}

impl Need {
    fn is_there(&self) -> bool {
        if self.what.starts_with('/') {
            Path::new(self.what).exists()
        } else {
            answers(Command::new(self.what).arg("--version"))
        }
    }
}

/// Sees to it that all of it is there. What is missing and cannot be installed fails the step, with the command that a
/// person would have to type.
pub fn provide(needs: &[Need]) -> Outcome {
    let packages = missing(needs);
    if packages.is_empty() {
        return Outcome::Passed;
    }
    if answers(Command::new("apt-get").arg("--version")) && is_root() {
        println!("installs {}", packages.join(" "));
        // A fresh container has no lists yet, an old one has stale ones.
        if install(&packages) || apt_get(&["update"]) && install(&packages) {
            let packages = missing(needs);
            if packages.is_empty() {
                return Outcome::Passed;
            }
            println!("still missing after its installation: {}", packages.join(" "));
        }
    }
    println!("{}", wanted(&packages));
    Outcome::Failed
}

/// Packages of what is not there.
fn missing(needs: &[Need]) -> Vec<&'static str> {
    needs.iter().filter(|need| !need.is_there()).map(|need| need.package).collect()
}

/// What a person has to do.
fn wanted(packages: &[&str]) -> String {
    format!("missing: {0}\non Debian and its kin: sudo apt-get install {0}", packages.join(" "))
}

fn install(packages: &[&str]) -> bool {
    apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}

fn apt_get(words: &[&str]) -> bool {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet").args(words).stdin(Stdio::null());
    succeeds(&mut command) == Outcome::Passed
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named() {
        let needs = [
            Need { what: "no-such-program-of-privet", package: "privet-nothing" },
            Need { what: "/no/such/file", package: "privet-no-file" },
            Need { what: "/", package: "base-files" },
        ];
        let packages = missing(&needs);
        assert_eq!(packages, ["privet-nothing", "privet-no-file"]);
        assert!(wanted(&packages).ends_with("sudo apt-get install privet-nothing privet-no-file"));
    }
}
