//! Where the keys of Privet come from, how they rotate, and how they are destroyed.
//!
//! The core only knows [`KeyProvider`](privet_core::KeyProvider). This crate has two: [`KeyFile`], a file that nobody else
//! may read, and the environment, by [`from_environment`]. Keys are random, 32 bytes, from the operating system, and are
//! never printed: no error and no `Debug` shows one.
//!
//! ```
//! use privet_core::{Key, KeyProvider as _, Place, Tokenize, Transform, reidentify};
//! use privet_keys::KeyFile;
//!
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("keys.toml");
//! // privet keys generate
//! let mut keys = KeyFile::create(&path)?;
//! let token = |key: &Key| Transform::Tokenize(Tokenize::new(key)).apply("US_SSN", b"123-45-6789", Place::default());
//! let old = token(&keys.key(None)?);
//!
//! // privet keys rotate: new values are masked with the new key, old tokens can still be reversed.
//! assert_eq!(keys.rotate()?.as_str(), "k2");
//! assert_eq!(reidentify(&old, &keys)?.expose(), b"123-45-6789");
//!
//! // A subject, or a jurisdiction, with a key of its own.
//! keys.add_scope("subject:123")?;
//! let theirs = token(&keys.scoped("subject:123")?);
//! assert_eq!(reidentify(&theirs, &keys)?.expose(), b"123-45-6789");
//!
//! // privet keys shred: nothing masked with it can be reversed, and no other key will ever take its place.
//! keys.shred("subject:123")?;
//! assert!(reidentify(&theirs, &keys).is_err());
//! assert!(keys.scoped("subject:123").is_err() && keys.add_scope("subject:123").is_err());
//!
//! // privet keys list
//! let states: Vec<_> = keys.entries().iter().map(|entry| entry.state.as_str()).collect();
//! assert_eq!(states, ["active", "old", "shredded"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # For the command
//!
//! | command | call |
//! |---|---|
//! | `privet keys generate` | [`KeyFile::create`], which refuses to replace a file |
//! | `privet keys rotate` | [`KeyFile::open`], [`KeyFile::rotate`] or [`KeyFile::rotate_to`] |
//! | `privet keys add` | [`KeyFile::add_scope`] |
//! | `privet keys shred` | [`KeyFile::shred`] |
//! | `privet keys list` | [`KeyFile::entries`] |
//! | `privet reidentify` | [`privet_core::reidentify`] with the file, or with [`from_environment`] |
//!
//! A process that runs for long calls [`KeyFile::reload`] when it is told to: until then it holds the keys that it has
//! read, shredded ones included.
//!
//! # What shredding is worth
//!
//! The key of a scope is random and stands in the file alone, wrapped under the active key. [`KeyFile::shred`] writes a new
//! file without it, puts that in the place of the old one, and overwrites the old one with zeros. Gone it is only when
//! it is nowhere else: not in a backup of the file, not in a snapshot of its volume, not in the spare cells of a solid
//! state disk. Keep the file on a volume that is not copied, or encrypt that volume with a key that can be thrown away.
#![forbid(unsafe_code)]
#![warn(clippy::exhaustive_enums, clippy::exhaustive_structs)]

mod contents;
mod environment;
mod error;
mod file;
mod generate;
mod store;
mod text;

pub use environment::{from_environment, from_variables};
pub use error::{Error, ErrorKind};
pub use file::{Entry, KeyFile, State};
pub use generate::generate;
