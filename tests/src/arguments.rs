//! The little command line that both binaries share.

use std::collections::HashMap;
use std::str::FromStr;

/// `command --name value --flag`, in any order.
#[derive(Debug)]
pub struct Arguments {
    /// The first argument that is no option.
    pub command: Option<String>,
    options: HashMap<String, String>,
}

impl Arguments {
    /// Reads `arguments` (without the name of the program). `flags` stand alone, `options` take a value.
    ///
    /// # Errors
    ///
    /// The text says which argument is unknown or has no value.
    pub fn parse(
        arguments: impl IntoIterator<Item = String>,
        flags: &[&str],
        options: &[&str],
    ) -> Result<Self, String> {
        let mut parsed = Self { command: None, options: HashMap::new() };
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            match argument.strip_prefix("--") {
                Some(name) if flags.contains(&name) => {
                    parsed.options.insert(name.to_owned(), String::new());
                }
                Some(name) if options.contains(&name) => {
                    let value = arguments.next().ok_or_else(|| format!("--{name} needs a value"))?;
                    parsed.options.insert(name.to_owned(), value);
                }
                None if parsed.command.is_none() => parsed.command = Some(argument),
                _ => return Err(format!("unknown argument {argument}")),
            }
        }
        Ok(parsed)
    }

    /// Whether a flag was given.
    pub fn has(&self, flag: &str) -> bool {
        self.options.contains_key(flag)
    }

    /// The value of an option.
    pub fn text(&self, option: &str) -> Option<&str> {
        self.options.get(option).map(String::as_str)
    }

    /// The value of an option as a number, `otherwise` when it was not given.
    ///
    /// # Errors
    ///
    /// When it is no number.
    pub fn number<T: FromStr>(&self, option: &str, otherwise: T) -> Result<T, String> {
        self.text(option)
            .map_or(Ok(otherwise), |text| text.parse().map_err(|_| format!("--{option} {text} is not a number")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Arguments, String> {
        Arguments::parse(line.split(' ').map(str::to_owned), &["clean"], &["mb"])
    }

    #[test]
    fn reads_what_is_known_and_nothing_else() {
        let arguments = parse("events --mb 10 --clean").unwrap();
        assert_eq!(arguments.command.as_deref(), Some("events"));
        assert!(arguments.has("clean"));
        assert_eq!(arguments.number("mb", 1), Ok(10));
        assert_eq!(parse("events").unwrap().number("mb", 1), Ok(1));
        assert!(parse("events --mb").is_err() && parse("--seed 1").is_err() && parse("a b").is_err());
        assert!(parse("--mb x").unwrap().number("mb", 1).is_err());
    }
}
