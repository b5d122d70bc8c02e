//! SSSE3: 16 bytes, tables of 32 classes in two registers.

use std::arch::x86_64::{
    __m128i, _mm_and_si128, _mm_andnot_si128, _mm_cmpeq_epi8, _mm_cmpgt_epi8, _mm_loadu_si128, _mm_min_epu8,
    _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8, _mm_setzero_si128, _mm_shuffle_epi8, _mm_slli_epi16,
    _mm_storeu_si128, _mm_sub_epi8, _mm_xor_si128,
};

use super::isa::Isa;
use super::kernel::Kernel;
use super::{Candidates, Marks, Window};

/// Proves SSSE3.
#[derive(Clone, Copy, Debug)]
pub(in crate::scan) struct Ssse3(());

impl Ssse3 {
    pub(super) fn detect() -> Option<Self> {
        is_x86_feature_detected!("ssse3").then_some(Self(()))
    }

    /// All ones in the bytes whose highest bit is set.
    #[inline(always)]
    fn high_bits(self, vector: __m128i) -> __m128i {
        // SAFETY: `self` proves the instructions.
        unsafe { _mm_cmpgt_epi8(_mm_setzero_si128(), vector) }
    }

    /// `b` where the mask is set, else `a`.
    #[inline(always)]
    fn blend(self, a: __m128i, b: __m128i, mask: __m128i) -> __m128i {
        // SAFETY: `self` proves the instructions.
        unsafe { _mm_or_si128(_mm_andnot_si128(mask, a), _mm_and_si128(mask, b)) }
    }
}

impl Isa for Ssse3 {
    type Vector = __m128i;
    /// The codes for the lower half of a table, and for the upper.
    type Classes = [__m128i; 2];
    type Table = [__m128i; 2];
    /// Rows of sixteen bytes, from 0x20 on.
    type Map = [__m128i; 6];

    const LANES: usize = 16;
    const CLASSES: usize = 32;

    /// A shuffle is 0 where the highest bit is set: for the upper half it is turned around.
    #[inline(always)]
    fn code(class: u8) -> u8 {
        if class < 16 { class } else { 0x80 | (class - 16) }
    }

    #[inline(always)]
    unsafe fn load(self, from: *const u8) -> __m128i {
        // SAFETY: the caller vouches for the bytes.
        unsafe { _mm_loadu_si128(from.cast()) }
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut u8, vector: __m128i) {
        // SAFETY: the caller vouches for the room.
        unsafe { _mm_storeu_si128(to.cast(), vector) }
    }

    #[inline(always)]
    fn zero(self) -> __m128i {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm_setzero_si128() }
    }

    #[inline(always)]
    fn and(self, a: __m128i, b: __m128i) -> __m128i {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm_and_si128(a, b) }
    }

    #[inline(always)]
    fn or(self, a: __m128i, b: __m128i) -> __m128i {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm_or_si128(a, b) }
    }

    #[inline(always)]
    fn map(self, codes: &[u8; 128]) -> [__m128i; 6] {
        // SAFETY: row 6 + 2 ends where the array does.
        std::array::from_fn(|row| unsafe { self.load(codes.as_ptr().add((row + 2) * 16)) })
    }

    #[inline(always)]
    fn classify(self, map: [__m128i; 6], bytes: __m128i) -> __m128i {
        // SAFETY: `self` proves the instructions.
        unsafe {
            // A shuffle takes the low four bits, and is 0 where the highest is set; blends choose by the others.
            let row = |row: usize| _mm_shuffle_epi8(map[row - 2], bytes);
            let bit4 = self.high_bits(_mm_slli_epi16(bytes, 3));
            let bit5 = self.high_bits(_mm_slli_epi16(bytes, 2));
            let bit6 = self.high_bits(_mm_slli_epi16(bytes, 1));
            let two = _mm_and_si128(self.blend(row(2), row(3), bit4), bit5);
            let four = self.blend(row(4), row(5), bit4);
            let six = self.blend(row(6), row(7), bit4);
            self.blend(two, self.blend(four, six, bit5), bit6)
        }
    }

    #[inline(always)]
    fn classes(self, codes: __m128i) -> [__m128i; 2] {
        // SAFETY: `self` proves the instructions.
        unsafe { [codes, _mm_xor_si128(codes, _mm_set1_epi8(i8::MIN))] }
    }

    #[inline(always)]
    fn table(self, entries: &[u8; 64]) -> [__m128i; 2] {
        // SAFETY: both halves lie in the array; `self` proves the instructions.
        let half = |from: *const u8| unsafe { self.load(from) };
        [half(entries[..16].as_ptr()), half(entries[16..32].as_ptr())]
    }

    #[inline(always)]
    fn look_up(self, table: [__m128i; 2], classes: [__m128i; 2]) -> __m128i {
        // SAFETY: `self` proves the instructions.
        unsafe {
            let half = |half: usize| _mm_shuffle_epi8(table[half], classes[half]);
            _mm_or_si128(half(0), half(1))
        }
    }

    #[inline(always)]
    fn splat(self, byte: u8) -> __m128i {
        // SAFETY: `self` proves the instruction.
        unsafe { _mm_set1_epi8(byte.cast_signed()) }
    }

    #[inline(always)]
    fn within(self, vector: __m128i, first: u8, many: u8) -> u64 {
        // SAFETY: `self` proves the instructions.
        unsafe {
            let from = _mm_sub_epi8(vector, self.splat(first));
            let within = _mm_cmpeq_epi8(_mm_min_epu8(from, self.splat(many - 1)), from);
            u64::from(_mm_movemask_epi8(within).cast_unsigned())
        }
    }

    #[inline(always)]
    fn test(self, vector: __m128i) -> u64 {
        // SAFETY: `self` proves the instructions.
        unsafe {
            let none = _mm_cmpeq_epi8(vector, _mm_setzero_si128());
            u64::from(!_mm_movemask_epi8(none).cast_unsigned() & 0xffff)
        }
    }
}

pub(super) fn scan(kernel: &Kernel<Ssse3>, text: &[u8], window: Window, out: &mut Candidates) -> usize {
    #[target_feature(enable = "ssse3")]
    fn enabled(kernel: &Kernel<Ssse3>, text: &[u8], window: Window, out: &mut Candidates) -> usize {
        kernel.slide(text, window, out)
    }
    let Ssse3(()) = kernel.isa();
    // SAFETY: the kernel's proof says that the processor has the instructions.
    unsafe { enabled(kernel, text, window, out) }
}

pub(super) fn mark(kernel: &Kernel<Ssse3>, text: &[u8], marks: &mut Marks) {
    #[target_feature(enable = "ssse3")]
    fn enabled(kernel: &Kernel<Ssse3>, text: &[u8], marks: &mut Marks) {
        kernel.mark(text, marks);
    }
    let Ssse3(()) = kernel.isa();
    // SAFETY: the kernel's proof says that the processor has the instructions.
    unsafe { enabled(kernel, text, marks) }
}
