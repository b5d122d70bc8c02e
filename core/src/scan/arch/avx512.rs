//! AVX-512 with VBMI: 64 bytes, and tables of 64 classes in one register.

use std::arch::x86_64::{
    __m512i, _mm512_and_si512, _mm512_cmplt_epu8_mask, _mm512_loadu_si512, _mm512_maskz_mov_epi8, _mm512_movepi8_mask,
    _mm512_or_si512, _mm512_permutex2var_epi8, _mm512_permutexvar_epi8, _mm512_set1_epi8, _mm512_setzero_si512,
    _mm512_storeu_si512, _mm512_sub_epi8, _mm512_test_epi8_mask,
};

use super::isa::Isa;
use super::kernel::Kernel;
use super::{Candidates, Marks, Window};

/// Proves AVX-512 F, BW and VBMI.
#[derive(Clone, Copy, Debug)]
pub(in crate::scan) struct Avx512(());

impl Avx512 {
    pub(super) fn detect() -> Option<Self> {
        let has = is_x86_feature_detected!("avx512f")
            && is_x86_feature_detected!("avx512bw")
            && is_x86_feature_detected!("avx512vbmi");
        has.then_some(Self(()))
    }
}

impl Isa for Avx512 {
    type Vector = __m512i;
    type Classes = __m512i;
    type Table = __m512i;
    type Map = [__m512i; 2];

    const LANES: usize = 64;
    const CLASSES: usize = 64;

    #[inline(always)]
    fn code(class: u8) -> u8 {
        class
    }

    #[inline(always)]
    unsafe fn load(self, from: *const u8) -> __m512i {
        // SAFETY: the caller vouches for the bytes, `self` for the instruction.
        unsafe { _mm512_loadu_si512(from.cast()) }
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut u8, vector: __m512i) {
        // SAFETY: the caller vouches for the room, `self` for the instruction.
        unsafe { _mm512_storeu_si512(to.cast(), vector) }
    }

    #[inline(always)]
    fn zero(self) -> __m512i {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm512_setzero_si512() }
    }

    #[inline(always)]
    fn and(self, a: __m512i, b: __m512i) -> __m512i {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm512_and_si512(a, b) }
    }

    #[inline(always)]
    fn or(self, a: __m512i, b: __m512i) -> __m512i {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm512_or_si512(a, b) }
    }

    #[inline(always)]
    fn map(self, codes: &[u8; 128]) -> [__m512i; 2] {
        // SAFETY: the array holds two vectors.
        unsafe { [self.load(codes.as_ptr()), self.load(codes.as_ptr().add(64))] }
    }

    #[inline(always)]
    fn classify(self, map: [__m512i; 2], bytes: __m512i) -> __m512i {
        // SAFETY: `self` proves the instructions.
        unsafe {
            let classes = _mm512_permutex2var_epi8(map[0], bytes, map[1]);
            _mm512_maskz_mov_epi8(!_mm512_movepi8_mask(bytes), classes)
        }
    }

    #[inline(always)]
    fn classes(self, codes: __m512i) -> __m512i {
        codes
    }

    #[inline(always)]
    fn table(self, entries: &[u8; 64]) -> __m512i {
        // SAFETY: the array is a vector.
        unsafe { self.load(entries.as_ptr()) }
    }

    #[inline(always)]
    fn look_up(self, table: __m512i, classes: __m512i) -> __m512i {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm512_permutexvar_epi8(classes, table) }
    }

    #[inline(always)]
    fn splat(self, byte: u8) -> __m512i {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm512_set1_epi8(byte.cast_signed()) }
    }

    #[inline(always)]
    fn within(self, vector: __m512i, first: u8, many: u8) -> u64 {
        // SAFETY: `self` proves the instructions.
        unsafe { _mm512_cmplt_epu8_mask(_mm512_sub_epi8(vector, self.splat(first)), self.splat(many)) }
    }

    #[inline(always)]
    fn test(self, vector: __m512i) -> u64 {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm512_test_epi8_mask(vector, vector) }
    }
}

pub(super) fn scan(kernel: &Kernel<Avx512>, text: &[u8], window: Window, out: &mut Candidates) -> usize {
    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
    fn enabled(kernel: &Kernel<Avx512>, text: &[u8], window: Window, out: &mut Candidates) -> usize {
        kernel.slide(text, window, out)
    }
    let Avx512(()) = kernel.isa();
    // SAFETY: the kernel's proof says that the processor has the instructions.
    unsafe { enabled(kernel, text, window, out) }
}

pub(super) fn mark(kernel: &Kernel<Avx512>, text: &[u8], marks: &mut Marks) {
    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
    fn enabled(kernel: &Kernel<Avx512>, text: &[u8], marks: &mut Marks) {
        kernel.mark(text, marks);
    }
    let Avx512(()) = kernel.isa();
    // SAFETY: the kernel's proof says that the processor has the instructions.
    unsafe { enabled(kernel, text, marks) }
}
