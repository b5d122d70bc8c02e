//! AVX2: 32 bytes, tables of 32 classes in two registers.

use std::arch::x86_64::{
    __m256i, _mm_loadu_si128, _mm256_and_si256, _mm256_blendv_epi8, _mm256_broadcastsi128_si256, _mm256_cmpeq_epi8,
    _mm256_cmpgt_epi8, _mm256_loadu_si256, _mm256_min_epu8, _mm256_movemask_epi8, _mm256_or_si256, _mm256_set1_epi8,
    _mm256_setzero_si256, _mm256_shuffle_epi8, _mm256_slli_epi16, _mm256_storeu_si256, _mm256_sub_epi8,
    _mm256_xor_si256,
};

use super::isa::Isa;
use super::kernel::Kernel;
use super::{Candidates, Marks, Window};

/// Proves AVX2.
#[derive(Clone, Copy, Debug)]
pub(in crate::scan) struct Avx2(());

impl Avx2 {
    pub(super) fn detect() -> Option<Self> {
        is_x86_feature_detected!("avx2").then_some(Self(()))
    }

    /// All ones in the bytes whose highest bit is set.
    #[inline(always)]
    fn high_bits(self, vector: __m256i) -> __m256i {
        // SAFETY: `self` proves the instructions.
        unsafe { _mm256_cmpgt_epi8(_mm256_setzero_si256(), vector) }
    }
}

impl Isa for Avx2 {
    type Vector = __m256i;
    /// The codes for the lower half of a table, and for the upper.
    type Classes = [__m256i; 2];
    type Table = [__m256i; 2];
    /// Rows of sixteen bytes, from 0x20 on.
    type Map = [__m256i; 6];

    const LANES: usize = 32;
    const CLASSES: usize = 32;

    /// A shuffle is 0 where the highest bit is set: for the upper half it is turned around.
    #[inline(always)]
    fn code(class: u8) -> u8 {
        if class < 16 { class } else { 0x80 | (class - 16) }
    }

    #[inline(always)]
    unsafe fn load(self, from: *const u8) -> __m256i {
        // SAFETY: the caller vouches for the bytes, `self` for the instruction.
        unsafe { _mm256_loadu_si256(from.cast()) }
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut u8, vector: __m256i) {
        // SAFETY: the caller vouches for the room, `self` for the instruction.
        unsafe { _mm256_storeu_si256(to.cast(), vector) }
    }

    #[inline(always)]
    fn zero(self) -> __m256i {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm256_setzero_si256() }
    }

    #[inline(always)]
    fn and(self, a: __m256i, b: __m256i) -> __m256i {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm256_and_si256(a, b) }
    }

    #[inline(always)]
    fn or(self, a: __m256i, b: __m256i) -> __m256i {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm256_or_si256(a, b) }
    }

    #[inline(always)]
    fn map(self, codes: &[u8; 128]) -> [__m256i; 6] {
        std::array::from_fn(|row| {
            // SAFETY: row 6 + 2 ends where the array does; `self` proves the instructions.
            unsafe { _mm256_broadcastsi128_si256(_mm_loadu_si128(codes.as_ptr().add((row + 2) * 16).cast())) }
        })
    }

    #[inline(always)]
    fn classify(self, map: [__m256i; 6], bytes: __m256i) -> __m256i {
        // SAFETY: `self` proves the instructions.
        unsafe {
            // A shuffle takes the low four bits, and is 0 where the highest is set; blends choose by the others.
            let row = |row: usize| _mm256_shuffle_epi8(map[row - 2], bytes);
            let bit4 = _mm256_slli_epi16(bytes, 3);
            let bit5 = _mm256_slli_epi16(bytes, 2);
            let bit6 = _mm256_slli_epi16(bytes, 1);
            let two = _mm256_and_si256(_mm256_blendv_epi8(row(2), row(3), bit4), self.high_bits(bit5));
            let four = _mm256_blendv_epi8(row(4), row(5), bit4);
            let six = _mm256_blendv_epi8(row(6), row(7), bit4);
            _mm256_blendv_epi8(two, _mm256_blendv_epi8(four, six, bit5), bit6)
        }
    }

    #[inline(always)]
    fn classes(self, codes: __m256i) -> [__m256i; 2] {
        // SAFETY: `self` proves the instructions.
        unsafe { [codes, _mm256_xor_si256(codes, _mm256_set1_epi8(i8::MIN))] }
    }

    #[inline(always)]
    fn table(self, entries: &[u8; 64]) -> [__m256i; 2] {
        // SAFETY: both halves lie in the array; `self` proves the instructions.
        let half = |from: *const u8| unsafe { _mm256_broadcastsi128_si256(_mm_loadu_si128(from.cast())) };
        [half(entries[..16].as_ptr()), half(entries[16..32].as_ptr())]
    }

    #[inline(always)]
    fn look_up(self, table: [__m256i; 2], classes: [__m256i; 2]) -> __m256i {
        // SAFETY: `self` proves the instructions.
        unsafe {
            let half = |half: usize| _mm256_shuffle_epi8(table[half], classes[half]);
            _mm256_or_si256(half(0), half(1))
        }
    }

    #[inline(always)]
    fn splat(self, byte: u8) -> __m256i {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm256_set1_epi8(byte.cast_signed()) }
    }

    #[inline(always)]
    fn within(self, vector: __m256i, first: u8, many: u8) -> u64 {
        // SAFETY: `self` proves the instructions.
        unsafe {
            let from = _mm256_sub_epi8(vector, self.splat(first));
            let within = _mm256_cmpeq_epi8(_mm256_min_epu8(from, self.splat(many - 1)), from);
            u64::from(_mm256_movemask_epi8(within).cast_unsigned())
        }
    }

    #[inline(always)]
    fn test(self, vector: __m256i) -> u64 {
        // SAFETY: `self` proves the instructions.
        unsafe {
            let none = _mm256_cmpeq_epi8(vector, _mm256_setzero_si256());
            u64::from(!_mm256_movemask_epi8(none).cast_unsigned())
        }
    }
}

pub(super) fn scan(kernel: &Kernel<Avx2>, text: &[u8], window: Window, out: &mut Candidates) -> usize {
    #[target_feature(enable = "avx2")]
    fn enabled(kernel: &Kernel<Avx2>, text: &[u8], window: Window, out: &mut Candidates) -> usize {
        kernel.slide(text, window, out)
    }
    let Avx2(()) = kernel.isa();
    // SAFETY: the kernel's proof says that the processor has the instructions.
    unsafe { enabled(kernel, text, window, out) }
}

pub(super) fn mark(kernel: &Kernel<Avx2>, text: &[u8], marks: &mut Marks) {
    #[target_feature(enable = "avx2")]
    fn enabled(kernel: &Kernel<Avx2>, text: &[u8], marks: &mut Marks) {
        kernel.mark(text, marks);
    }
    let Avx2(()) = kernel.isa();
    // SAFETY: the kernel's proof says that the processor has the instructions.
    unsafe { enabled(kernel, text, marks) }
}
