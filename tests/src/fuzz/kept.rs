//! Inputs kept as files: seeds to start from, and inputs that once broke a law.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A kept input.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The file.
    pub path: PathBuf,
    /// What is in it.
    pub data: Vec<u8>,
    /// It breaks a law today: the name of its file starts with `open-`.
    pub open: bool,
}

/// The seeds and regressions of a target, by path.
///
/// # Errors
///
/// When a file cannot be read.
pub fn kept(target: &str) -> io::Result<Vec<Kept>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let mut kept = Vec::new();
    for folder in ["corpus", "regressions"] {
        let folder = root.join(folder).join(target);
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            // What a fuzzer adds to its corpus is nobody's to keep.
            if path.parent().is_some_and(|folder| folder.parent().is_some_and(|of| of.ends_with("corpus")))
                && !name.starts_with("seed-")
            {
                continue;
            }
            kept.push(Kept { data: fs::read(&path)?, open: name.starts_with("open-"), path });
        }
    }
    kept.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(kept)
}
