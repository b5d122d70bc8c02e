//! Lists the files of rules and policies for the crate to embed, in the order of their paths.

use std::path::{Path, PathBuf};
use std::{env, fmt::Write as _, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or(io::ErrorKind::NotFound)?);
    let mut list = String::new();
    let lists = [
        ("RULES", "rules"),
        ("WORDS", "words"),
        ("SETS", "sets"),
        ("POLICIES", "../policies"),
        ("TEST_VALUES", "../policies/test-values"),
    ];
    for (name, folder) in lists {
        println!("cargo::rerun-if-changed={folder}");
        let mut files = Vec::new();
        collect(&root.join(folder), &mut files)?;
        // Beside the policies lie the values that they may let through.
        files.retain(|file| name != "POLICIES" || file.parent().is_some_and(|parent| parent.ends_with("policies")));
        files.sort();
        let _ = writeln!(list, "/// Path, and text.\npub static {name}: &[(&str, &str)] = &[");
        for file in files {
            let path = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            let path = path.trim_start_matches("../");
            let _ = writeln!(list, "    ({path:?}, include_str!({:?})),", file.to_string_lossy());
        }
        let _ = writeln!(list, "];");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    fs::write(out.join("list.rs"), list)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            println!("cargo::rerun-if-changed={}", path.display());
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    Ok(())
}
