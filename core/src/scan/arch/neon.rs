//! NEON: 16 bytes, tables of 32 classes in two registers.

use std::arch::aarch64::{
    uint8x16_t, uint8x16x2_t, vandq_u8, vcltq_u8, vdupq_n_u8, veorq_u8, vget_lane_u64, vld1q_u8, vorrq_u8, vqtbl1q_u8,
    vqtbl2q_u8, vreinterpret_u64_u8, vreinterpretq_u16_u8, vshrn_n_u16, vst1q_u8, vsubq_u8, vtstq_u8,
};

use super::isa::Isa;
use super::kernel::Kernel;
use super::{Candidates, Marks, Window};

/// Proves NEON.
#[derive(Clone, Copy, Debug)]
pub(in crate::scan) struct Neon(());

impl Neon {
    pub(super) fn detect() -> Option<Self> {
        std::arch::is_aarch64_feature_detected!("neon").then_some(Self(()))
    }

    /// A bit for each lane, all of whose bits are set or none.
    #[inline(always)]
    fn mask(self, lanes: uint8x16_t) -> u64 {
        // SAFETY: `self` proves the instructions.
        let nibbles = unsafe {
            // Four bits a lane, of which one is kept.
            vget_lane_u64::<0>(vreinterpret_u64_u8(vshrn_n_u16::<4>(vreinterpretq_u16_u8(lanes))))
        };
        if nibbles == 0 {
            return 0;
        }
        (0..16).fold(0, |mask, lane| mask | (nibbles >> (4 * lane) & 1) << lane)
    }
}

impl Isa for Neon {
    type Vector = uint8x16_t;
    type Classes = uint8x16_t;
    type Table = uint8x16x2_t;
    /// Rows of sixteen bytes, from 0x20 on.
    type Map = [uint8x16_t; 6];

    const LANES: usize = 16;
    const CLASSES: usize = 32;

    #[inline(always)]
    fn code(class: u8) -> u8 {
        class
    }

    #[inline(always)]
    unsafe fn load(self, from: *const u8) -> uint8x16_t {
        // SAFETY: the caller vouches for the bytes, `self` for the instruction.
        unsafe { vld1q_u8(from) }
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut u8, vector: uint8x16_t) {
        // SAFETY: the caller vouches for the room, `self` for the instruction.
        unsafe { vst1q_u8(to, vector) }
    }

    #[inline(always)]
    fn zero(self) -> uint8x16_t {
        // SAFETY: `self` proves the instruction.
        unsafe { vdupq_n_u8(0) }
    }

    #[inline(always)]
    fn and(self, a: uint8x16_t, b: uint8x16_t) -> uint8x16_t {
        // SAFETY: `self` proves the instruction.
        unsafe { vandq_u8(a, b) }
    }

    #[inline(always)]
    fn or(self, a: uint8x16_t, b: uint8x16_t) -> uint8x16_t {
        // SAFETY: `self` proves the instruction.
        unsafe { vorrq_u8(a, b) }
    }

    #[inline(always)]
    fn map(self, codes: &[u8; 128]) -> [uint8x16_t; 6] {
        // SAFETY: row 6 + 2 ends where the array does.
        std::array::from_fn(|row| unsafe { self.load(codes.as_ptr().add((row + 2) * 16)) })
    }

    #[inline(always)]
    fn classify(self, map: [uint8x16_t; 6], bytes: uint8x16_t) -> uint8x16_t {
        // SAFETY: `self` proves the instructions.
        unsafe {
            // A table look-up is 0 for what is not below 16: each byte is that in one row only, or in none.
            let row = |row: u8| vqtbl1q_u8(map[usize::from(row) - 2], veorq_u8(bytes, vdupq_n_u8(row << 4)));
            vorrq_u8(vorrq_u8(vorrq_u8(row(2), row(3)), vorrq_u8(row(4), row(5))), vorrq_u8(row(6), row(7)))
        }
    }

    #[inline(always)]
    fn classes(self, codes: uint8x16_t) -> uint8x16_t {
        codes
    }

    #[inline(always)]
    fn table(self, entries: &[u8; 64]) -> uint8x16x2_t {
        // SAFETY: both halves lie in the array.
        unsafe { uint8x16x2_t(self.load(entries.as_ptr()), self.load(entries.as_ptr().add(16))) }
    }

    #[inline(always)]
    fn look_up(self, table: uint8x16x2_t, classes: uint8x16_t) -> uint8x16_t {
        // SAFETY: `self` proves the instruction.
        unsafe { vqtbl2q_u8(table, classes) }
    }

    #[inline(always)]
    fn splat(self, byte: u8) -> uint8x16_t {
        // SAFETY: `self` proves the instruction.
        unsafe { vdupq_n_u8(byte) }
    }

    #[inline(always)]
    fn within(self, vector: uint8x16_t, first: u8, many: u8) -> u64 {
        // SAFETY: `self` proves the instructions.
        self.mask(unsafe { vcltq_u8(vsubq_u8(vector, self.splat(first)), self.splat(many)) })
    }

    #[inline(always)]
    fn test(self, vector: uint8x16_t) -> u64 {
        // SAFETY: `self` proves the instruction.
        self.mask(unsafe { vtstq_u8(vector, vector) })
    }
}

pub(super) fn scan(kernel: &Kernel<Neon>, text: &[u8], window: Window, out: &mut Candidates) -> usize {
    #[target_feature(enable = "neon")]
    fn enabled(kernel: &Kernel<Neon>, text: &[u8], window: Window, out: &mut Candidates) -> usize {
        kernel.slide(text, window, out)
    }
    let Neon(()) = kernel.isa();
    // SAFETY: the kernel's proof says that the processor has the instructions.
    unsafe { enabled(kernel, text, window, out) }
}

pub(super) fn mark(kernel: &Kernel<Neon>, text: &[u8], marks: &mut Marks) {
    #[target_feature(enable = "neon")]
    fn enabled(kernel: &Kernel<Neon>, text: &[u8], marks: &mut Marks) {
        kernel.mark(text, marks);
    }
    let Neon(()) = kernel.isa();
    // SAFETY: the kernel's proof says that the processor has the instructions.
    unsafe { enabled(kernel, text, marks) }
}
