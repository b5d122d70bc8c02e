/// Keccak-256 with the padding of before SHA-3, as Ethereum uses it, for less than one block (136 bytes).
pub(crate) fn keccak_256(text: &[u8]) -> [u8; 32] {
    const RATE: usize = 136;
    assert!(text.len() < RATE, "one block only");
    let mut block = [0; RATE];
    block[..text.len()].copy_from_slice(text);
    block[text.len()] ^= 1;
    block[RATE - 1] ^= 0x80;
    let mut state = [0; 25];
    for (lane, bytes) in state.iter_mut().zip(block.as_chunks::<8>().0) {
        *lane = u64::from_le_bytes(*bytes);
    }
    permute(&mut state);
    let mut digest = [0; 32];
    for (bytes, lane) in digest.as_chunks_mut::<8>().0.iter_mut().zip(state) {
        *bytes = lane.to_le_bytes();
    }
    digest
}

fn permute(state: &mut [u64; 25]) {
    let mut constants = 1_u8;
    for _ in 0..24 {
        let columns: [u64; 5] = std::array::from_fn(|x| (0..5).fold(0, |parity, y| parity ^ state[x + 5 * y]));
        for x in 0..5 {
            let d = columns[(x + 4) % 5] ^ columns[(x + 1) % 5].rotate_left(1);
            for y in 0..5 {
                state[x + 5 * y] ^= d;
            }
        }
        let (mut x, mut y, mut moving) = (1, 0, state[1]);
        for step in 0..24_u32 {
            (x, y) = (y, (2 * x + 3 * y) % 5);
            let here = x + 5 * y;
            let kept = state[here];
            state[here] = moving.rotate_left((step + 1) * (step + 2) / 2 % 64);
            moving = kept;
        }
        for y in 0..5 {
            let row: [u64; 5] = std::array::from_fn(|x| state[x + 5 * y]);
            for x in 0..5 {
                state[x + 5 * y] = row[x] ^ (!row[(x + 1) % 5] & row[(x + 2) % 5]);
            }
        }
        for bit in 0..7 {
            if constants & 1 == 1 {
                state[0] ^= 1 << ((1_u32 << bit) - 1);
            }
            constants = constants << 1 ^ if constants & 0x80 == 0 { 0 } else { 0x71 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hash_of_nothing() {
        assert_eq!(keccak_256(b"")[..4], [0xc5, 0xd2, 0x46, 0x01]);
    }
}
