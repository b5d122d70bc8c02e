/// One made-up value of an identifier, in the ways that people and programs write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The compact form, as a program stores it.
    pub plain: String,
    /// A grouped form, as a card or a letter prints it; none when nobody groups it.
    pub shaped: Option<String>,
}

impl Sample {
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self { plain: text.into(), shaped: None }
    }

    pub(crate) fn new(plain: impl Into<String>, shaped: impl Into<String>) -> Self {
        Self { plain: plain.into(), shaped: Some(shaped.into()) }
    }

    /// The compact form and the same in groups of `sizes` characters, with `separator` between them.
    pub(crate) fn grouped(plain: impl Into<String>, sizes: &[usize], separator: &str) -> Self {
        let plain = plain.into();
        let shaped = group(&plain, sizes, separator);
        Self { plain, shaped: Some(shaped) }
    }
}

/// `text` (ASCII) cut into `sizes`, what is left over as the last group.
pub(crate) fn group(text: &str, sizes: &[usize], separator: &str) -> String {
    let mut rest = text;
    let mut groups = Vec::new();
    for &size in sizes {
        let (head, tail) = rest.split_at(size.min(rest.len()));
        groups.push(head);
        rest = tail;
    }
    groups.push(rest);
    groups.retain(|group| !group.is_empty());
    groups.join(separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_keep_every_character() {
        assert_eq!(group("123456789", &[3, 2], "-"), "123-45-6789");
        assert_eq!(group("1234", &[4], " "), "1234");
    }
}
