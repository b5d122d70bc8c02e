//! Keccak-256 as Ethereum uses it: the submission's padding, before NIST changed it for SHA-3.
//!
//! Source: The Keccak reference, version 3.0, <https://keccak.team/files/Keccak-reference-3.0.pdf>.

/// Bytes absorbed by one permutation: 1600 bits of state less twice 256.
const RATE: usize = 136;

/// Offsets of the rotations, and where each lane goes, in the order in which rho and pi walk the lanes.
const RHO: [u32; 24] = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
const PI: [usize; 24] = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

/// The hash of a message of one block, which is at most 135 bytes.
pub(in crate::validate) fn keccak_256(message: &[u8]) -> [u8; 32] {
    debug_assert!(message.len() < RATE, "one block only");
    let mut block = [0; RATE];
    for (slot, &byte) in block.iter_mut().zip(message.iter().chain(&[1])) {
        *slot = byte;
    }
    block[RATE - 1] |= 0x80;
    let mut state = [0; 25];
    for (lane, bytes) in state.iter_mut().zip(block.as_chunks().0) {
        *lane = u64::from_le_bytes(*bytes);
    }
    permute(&mut state);
    let mut hash = [0; 32];
    for (bytes, lane) in hash.as_chunks_mut().0.iter_mut().zip(state) {
        *bytes = lane.to_le_bytes();
    }
    hash
}

/// Keccak-f[1600]: 24 rounds of theta, rho and pi, chi, iota.
fn permute(state: &mut [u64; 25]) {
    let mut register = 1;
    for _ in 0..24 {
        let column: [u64; 5] = core::array::from_fn(|x| (0..5).fold(0, |sum, y| sum ^ state[x + 5 * y]));
        for (i, lane) in state.iter_mut().enumerate() {
            *lane ^= column[(i + 4) % 5] ^ column[(i + 1) % 5].rotate_left(1);
        }
        let mut moved = state[1];
        for (&to, &offset) in PI.iter().zip(&RHO) {
            moved = core::mem::replace(&mut state[to], moved.rotate_left(offset));
        }
        for row in state.as_chunks_mut::<5>().0 {
            let old = *row;
            for (x, lane) in row.iter_mut().enumerate() {
                *lane = old[x] ^ !old[(x + 1) % 5] & old[(x + 2) % 5];
            }
        }
        state[0] ^= round_constant(&mut register);
    }
}

/// Bits 2^j - 1 of the constant are the next seven outputs of a shift register of eight bits.
fn round_constant(register: &mut u8) -> u64 {
    (0..7).fold(0, |constant, j| {
        let bit = u64::from(*register & 1);
        let carry = *register >> 7;
        *register = (*register << 1) ^ (carry * 0x71);
        constant | bit << ((1_u32 << j) - 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(hash: [u8; 32]) -> String {
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The submission's vectors for 256 bits.
    #[test]
    fn published_vectors() {
        assert_eq!(hex(keccak_256(b"")), "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
        assert_eq!(hex(keccak_256(b"abc")), "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
        assert_eq!(
            hex(keccak_256(b"The quick brown fox jumps over the lazy dog")),
            "4d741b6f1eb29cb2a9b9911c82f56fa8d73b04959d3d9d222895df6c0b28aa15"
        );
    }

    /// The first and the last constants of the reference.
    #[test]
    fn round_constants() {
        let mut register = 1;
        let all: Vec<u64> = (0..24).map(|_| round_constant(&mut register)).collect();
        assert_eq!(all[..3], [1, 0x8082, 0x8000_0000_0000_808a]);
        assert_eq!(all[23], 0x8000_0000_8000_8008);
    }
}
