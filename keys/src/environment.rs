//! Keys from the environment, for programs that start in a container.

use privet_core::{InvalidKey, Key, KeyRing};
use zeroize::Zeroizing;

use crate::error::{Error, ErrorKind};
use crate::text;

/// The active key, in hex digits or base64.
const KEY: &str = "PRIVET_KEY";

/// Its id.
const ID: &str = "PRIVET_KEY_ID";

/// Keys that only reverse: `id:key`, with commas between.
const OLD: &str = "PRIVET_OLD_KEYS";

/// The keys of this process' environment: `PRIVET_KEY`, the active one; `PRIVET_KEY_ID`, its id, `k1` if unset; and
/// `PRIVET_OLD_KEYS`, those that only reverse, as `id:key,id:key`. Keys are written in hex digits or base64.
///
/// Scopes need a place that can be overwritten: they are for a [`crate::KeyFile`] only.
///
/// # Errors
///
/// When `PRIVET_KEY` is not set, or a key or an id cannot be used.
pub fn from_environment() -> Result<KeyRing, Error> {
    from_variables(|name| std::env::var(name).ok())
}

/// The same, of variables that come from elsewhere.
///
/// # Errors
///
/// As [`from_environment`].
pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<KeyRing, Error> {
    let read = |id: &str, text: &str| -> Result<Key, ErrorKind> {
        Ok(Key::new(id, text::decode(text).ok_or(ErrorKind::Letters)?)?)
    };
    let secret = Zeroizing::new(variable(KEY).ok_or_else(|| Error::new(KEY, ErrorKind::Unset))?);
    let id = variable(ID).unwrap_or_else(|| "k1".to_owned());
    let active = read(&id, &secret).map_err(|kind| match kind {
        ErrorKind::Invalid(InvalidKey::Id) => Error::new(ID, kind),
        kind => Error::new(KEY, kind),
    })?;
    let mut ring = KeyRing::new(active);
    let old = Zeroizing::new(variable(OLD).unwrap_or_default());
    for entry in old.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
        let added = match entry.split_once(':') {
            Some((id, secret)) => read(id, secret).and_then(|key| Ok(ring.add_old(key)?)),
            None => Err(ErrorKind::Letters),
        };
        added.map_err(|kind| Error::new(OLD, kind))?;
    }
    Ok(ring)
}

#[cfg(test)]
mod tests {
    use privet_core::{KeyError, KeyId, KeyProvider as _};

    use super::*;

    fn ring(variables: &[(&str, &str)]) -> Result<KeyRing, Error> {
        from_variables(|name| variables.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn keys_are_read() {
        let [active, old] = [1, 2].map(|byte: u8| text::hex(&[byte; 32]));
        let keys = ring(&[(KEY, &active)]).unwrap();
        assert_eq!((keys.active().id().as_str(), keys.active().expose()), ("k1", &[1; 32][..]));
        let keys = ring(&[(KEY, &active), (ID, "2026"), (OLD, &format!("2025:{old}, 2024:{old},"))]).unwrap();
        assert_eq!(keys.key(Some(&KeyId::new("2025").unwrap())).unwrap().expose(), [2; 32]);
        assert_eq!((keys.active().id().as_str(), keys.old().len()), ("2026", 2));
    }

    #[test]
    fn mistakes_are_told_and_keys_are_not() {
        let key = text::hex(&[0xab; 32]);
        let taken = format!("k1:{key}");
        for (variables, message) in [
            (&[][..], "PRIVET_KEY: the variable is not set"),
            (&[(KEY, "no key!")], "PRIVET_KEY: a key is written in hex digits or in base64"),
            (&[(KEY, "abab")], "PRIVET_KEY: the key is shorter than 16 bytes"),
            (&[(KEY, &key), (ID, "a b")], "PRIVET_KEY_ID: the key id is not 1 to 32 letters, digits, '.', '_' or '-'"),
            (&[(KEY, &key), (OLD, &taken)], "PRIVET_OLD_KEYS: a key has the id k1 already"),
            (&[(KEY, &key), (OLD, &key)], "PRIVET_OLD_KEYS: a key is written in hex digits or in base64"),
        ] {
            let error = ring(variables).unwrap_err();
            assert_eq!(error.to_string(), message);
            assert!(!format!("{error:?}").contains("abab"));
        }
        let error = ring(&[(KEY, &key), (OLD, &taken)]).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Key(KeyError::Taken(_))));
    }
}
