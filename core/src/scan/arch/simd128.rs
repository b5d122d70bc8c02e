//! WebAssembly's vectors: 16 bytes, tables of 32 classes in two registers. Part of the module when it is built with `simd128`.

use std::arch::wasm32::{
    i8x16_bitmask, i8x16_ne, i8x16_splat, i8x16_sub, i8x16_swizzle, u8x16_lt, u8x16_splat, v128, v128_and, v128_load,
    v128_or, v128_store, v128_xor,
};

use super::isa::Isa;
use super::kernel::Kernel;
use super::{Candidates, Marks, Window};

/// Proves nothing that the build did not: a module with these instructions does not load without them.
#[derive(Clone, Copy, Debug)]
pub(in crate::scan) struct Simd128(());

impl Simd128 {
    pub(super) fn new() -> Self {
        Self(())
    }
}

impl Isa for Simd128 {
    type Vector = v128;
    /// The codes for the lower half of a table, and for the upper.
    type Classes = [v128; 2];
    type Table = [v128; 2];
    /// Rows of sixteen bytes, from 0x20 on.
    type Map = [v128; 6];

    const LANES: usize = 16;
    const CLASSES: usize = 32;

    #[inline(always)]
    fn code(class: u8) -> u8 {
        class
    }

    #[inline(always)]
    unsafe fn load(self, from: *const u8) -> v128 {
        // SAFETY: the caller vouches for the bytes.
        unsafe { v128_load(from.cast()) }
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut u8, vector: v128) {
        // SAFETY: the caller vouches for the room.
        unsafe { v128_store(to.cast(), vector) }
    }

    #[inline(always)]
    fn zero(self) -> v128 {
        i8x16_splat(0)
    }

    #[inline(always)]
    fn and(self, a: v128, b: v128) -> v128 {
        v128_and(a, b)
    }

    #[inline(always)]
    fn or(self, a: v128, b: v128) -> v128 {
        v128_or(a, b)
    }

    #[inline(always)]
    fn map(self, codes: &[u8; 128]) -> [v128; 6] {
        // SAFETY: row 6 + 2 ends where the array does.
        std::array::from_fn(|row| unsafe { self.load(codes.as_ptr().add((row + 2) * 16)) })
    }

    #[inline(always)]
    fn classify(self, map: [v128; 6], bytes: v128) -> v128 {
        // A swizzle is 0 for what is not below 16: each byte is that in one row only, or in none.
        let row = |row: u8| i8x16_swizzle(map[usize::from(row) - 2], v128_xor(bytes, u8x16_splat(row << 4)));
        v128_or(v128_or(v128_or(row(2), row(3)), v128_or(row(4), row(5))), v128_or(row(6), row(7)))
    }

    #[inline(always)]
    fn classes(self, codes: v128) -> [v128; 2] {
        [codes, v128_xor(codes, u8x16_splat(16))]
    }

    #[inline(always)]
    fn table(self, entries: &[u8; 64]) -> [v128; 2] {
        // SAFETY: both halves lie in the array.
        unsafe { [self.load(entries.as_ptr()), self.load(entries.as_ptr().add(16))] }
    }

    #[inline(always)]
    fn look_up(self, table: [v128; 2], classes: [v128; 2]) -> v128 {
        v128_or(i8x16_swizzle(table[0], classes[0]), i8x16_swizzle(table[1], classes[1]))
    }

    #[inline(always)]
    fn splat(self, byte: u8) -> v128 {
        u8x16_splat(byte)
    }

    #[inline(always)]
    fn within(self, vector: v128, first: u8, many: u8) -> u64 {
        u64::from(i8x16_bitmask(u8x16_lt(i8x16_sub(vector, u8x16_splat(first)), u8x16_splat(many))))
    }

    #[inline(always)]
    fn test(self, vector: v128) -> u64 {
        u64::from(i8x16_bitmask(i8x16_ne(vector, i8x16_splat(0))))
    }
}

pub(super) fn scan(kernel: &Kernel<Simd128>, text: &[u8], window: Window, out: &mut Candidates) -> usize {
    let Simd128(()) = kernel.isa();
    kernel.slide(text, window, out)
}

pub(super) fn mark(kernel: &Kernel<Simd128>, text: &[u8], marks: &mut Marks) {
    let Simd128(()) = kernel.isa();
    kernel.mark(text, marks);
}
