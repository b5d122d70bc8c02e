//! The guard of speed: how many instructions fixed work takes, compared with what it took when somebody last looked.
//!
//! Instructions are counted by valgrind's callgrind. They do not depend on what else the machine does, so that a few
//! per cent more is a change of the code and not of the weather; how long they take is for `privet bench` to tell.

pub mod baseline;
pub mod callgrind;
pub mod work;

use crate::rules;
use privet_core::Backend;

/// The backends that are guarded, where the build has them. Valgrind knows no AVX-512.
pub const BACKENDS: [&str; 2] = ["portable", "avx2"];

/// The guarded backends of this build.
pub fn backends() -> Vec<Backend> {
    BACKENDS.into_iter().filter_map(|name| rules::backend(name).ok()).collect()
}
