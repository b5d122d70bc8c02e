//! Processor instructions, and a library that has them: the one place with unsafe code.
//!
//! [`Isa`] is the vocabulary, one file an instruction set; [`Kernel`] is the algorithm, written once. A value of an
//! instruction set's type proves that the processor has it: only `detect` makes one.

#![allow(unsafe_code, reason = "this folder is the fence")]

mod isa;
mod kernel;

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
#[cfg(all(feature = "hyperscan", target_arch = "x86_64"))]
pub(super) mod hyperscan;
#[cfg(target_arch = "aarch64")]
mod neon;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd128;
#[cfg(target_arch = "x86_64")]
mod ssse3;

pub(super) use kernel::{Classes, Filter};

use super::{Backend, Candidates, Window};
use crate::marks::Marks;
use isa::Isa;
use kernel::Kernel;

/// A filter on the instructions of this processor.
#[derive(Clone, Debug)]
pub(super) enum Simd {
    #[cfg(target_arch = "x86_64")]
    Avx512(Kernel<avx512::Avx512>),
    #[cfg(target_arch = "x86_64")]
    Avx2(Kernel<avx2::Avx2>),
    #[cfg(target_arch = "x86_64")]
    Ssse3(Kernel<ssse3::Ssse3>),
    #[cfg(target_arch = "aarch64")]
    Neon(Kernel<neon::Neon>),
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    Simd128(Kernel<simd128::Simd128>),
}

/// What an instruction set can tell apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Traits {
    /// Classes of bytes.
    pub(super) classes: usize,
}

impl Traits {
    fn of<I: Isa>(_: I) -> Self {
        Self { classes: I::CLASSES }
    }
}

/// The traits of a backend; `None` where this processor cannot run it, and for those that are no instruction set.
pub(super) fn traits(backend: Backend) -> Option<Traits> {
    match backend {
        #[cfg(target_arch = "x86_64")]
        Backend::Avx512 => avx512::Avx512::detect().map(Traits::of),
        #[cfg(target_arch = "x86_64")]
        Backend::Avx2 => avx2::Avx2::detect().map(Traits::of),
        #[cfg(target_arch = "x86_64")]
        Backend::Ssse3 => ssse3::Ssse3::detect().map(Traits::of),
        #[cfg(target_arch = "aarch64")]
        Backend::Neon => neon::Neon::detect().map(Traits::of),
        #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
        Backend::Simd128 => Some(Traits::of(simd128::Simd128::new())),
        _ => None,
    }
}

impl Simd {
    /// The filter on those instructions, if this processor has them.
    pub(super) fn new(backend: Backend, filter: Filter) -> Option<Self> {
        match backend {
            #[cfg(target_arch = "x86_64")]
            Backend::Avx512 => avx512::Avx512::detect().map(|isa| Self::Avx512(Kernel::new(isa, filter))),
            #[cfg(target_arch = "x86_64")]
            Backend::Avx2 => avx2::Avx2::detect().map(|isa| Self::Avx2(Kernel::new(isa, filter))),
            #[cfg(target_arch = "x86_64")]
            Backend::Ssse3 => ssse3::Ssse3::detect().map(|isa| Self::Ssse3(Kernel::new(isa, filter))),
            #[cfg(target_arch = "aarch64")]
            Backend::Neon => neon::Neon::detect().map(|isa| Self::Neon(Kernel::new(isa, filter))),
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Backend::Simd128 => Some(Self::Simd128(Kernel::new(simd128::Simd128::new(), filter))),
            _ => None,
        }
    }

    /// Appends the candidates of a window of which every class string is read whole, or ends with the text. Returns where
    /// to go on.
    pub(super) fn scan(&self, text: &[u8], window: Window, out: &mut Candidates) -> usize {
        // By value: on a processor of no kind above there is none.
        match *self {
            #[cfg(target_arch = "x86_64")]
            Self::Avx512(ref kernel) => avx512::scan(kernel, text, window, out),
            #[cfg(target_arch = "x86_64")]
            Self::Avx2(ref kernel) => avx2::scan(kernel, text, window, out),
            #[cfg(target_arch = "x86_64")]
            Self::Ssse3(ref kernel) => ssse3::scan(kernel, text, window, out),
            #[cfg(target_arch = "aarch64")]
            Self::Neon(ref kernel) => neon::scan(kernel, text, window, out),
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Self::Simd128(ref kernel) => simd128::scan(kernel, text, window, out),
        }
    }

    /// The marks of a text.
    pub(super) fn mark(&self, text: &[u8], marks: &mut Marks) {
        // By value: on a processor of no kind above there is none.
        match *self {
            #[cfg(target_arch = "x86_64")]
            Self::Avx512(ref kernel) => avx512::mark(kernel, text, marks),
            #[cfg(target_arch = "x86_64")]
            Self::Avx2(ref kernel) => avx2::mark(kernel, text, marks),
            #[cfg(target_arch = "x86_64")]
            Self::Ssse3(ref kernel) => ssse3::mark(kernel, text, marks),
            #[cfg(target_arch = "aarch64")]
            Self::Neon(ref kernel) => neon::mark(kernel, text, marks),
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Self::Simd128(ref kernel) => simd128::mark(kernel, text, marks),
        }
    }
}
