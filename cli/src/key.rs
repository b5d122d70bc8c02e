//! The key of hashes: from a file that nobody else may read, or from the environment.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use privet_core::{HashKey, InvalidKey};

use crate::args::TransformArgs;
use crate::error::{self, Error};

/// Longest key file.
const MOST: u64 = 4096;

/// Reads the key that the command line names.
pub fn read(args: &TransformArgs) -> Result<HashKey, Error> {
    let (bytes, from) = match (&args.key_file, &args.key_env) {
        (Some(path), _) => (file(path)?, path.display().to_string()),
        (None, Some(name)) => (variable(name)?, name.clone()),
        (None, None) => return Err(Error::usage("--transform hash needs a key: --key-file or --key-env")),
    };
    let id = args.key_id.as_deref().unwrap_or("k1");
    HashKey::new(id, decoded(bytes)).map_err(|invalid| match invalid {
        InvalidKey::Id => Error::usage(format_args!("--key-id: {invalid}")),
        _ => Error::data(Path::new(&from), invalid),
    })
}

fn file(path: &Path) -> Result<Vec<u8>, Error> {
    let open = |path: &Path| -> io::Result<(Vec<u8>, bool)> {
        let file = File::open(path)?;
        let private = is_private(&file)?;
        let mut bytes = Vec::new();
        file.take(MOST + 1).read_to_end(&mut bytes)?;
        Ok((bytes, private))
    };
    let (bytes, private) = open(path).map_err(|error| Error::input(path, &error))?;
    if !private {
        return Err(Error::data(path, "others may read the key: chmod 600"));
    }
    if bytes.len() as u64 > MOST {
        return Err(Error::data(path, format_args!("a key has at most {MOST} bytes")));
    }
    Ok(bytes)
}

#[cfg(unix)]
fn is_private(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(file.metadata()?.permissions().mode() & 0o077 == 0)
}

#[cfg(not(unix))]
fn is_private(_file: &File) -> io::Result<bool> {
    Ok(true)
}

fn variable(name: &str) -> Result<Vec<u8>, Error> {
    match std::env::var_os(name) {
        Some(value) => Ok(value.into_encoded_bytes()),
        None => Err(Error::Other(error::INPUT, format!("the environment variable {name:?} is not set"))),
    }
}

/// Hex digits, with space around them, are read as such; anything else is taken byte by byte.
fn decoded(bytes: Vec<u8>) -> Vec<u8> {
    let digits = bytes.trim_ascii();
    let nibble = |digit: u8| char::from(digit).to_digit(16).map(|value| value as u8);
    let pairs: Option<Vec<u8>> =
        digits.chunks(2).map(|pair| Some(nibble(pair[0])? << 4 | nibble(*pair.get(1)?)?)).collect();
    pairs.filter(|pairs| !pairs.is_empty()).unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn hex_is_decoded_and_nothing_else() {
        assert_eq!(decoded(b"00ffA0\n".to_vec()), [0, 255, 160]);
        assert_eq!(decoded(b"00ffA".to_vec()), b"00ffA");
        assert_eq!(decoded(b"correct horse\n".to_vec()), b"correct horse\n");
        assert_eq!(decoded(b"\n".to_vec()), b"\n");
    }
}
