use super::*;
use crate::limits::{FREE_UNPACKED, MAX_RATIO, MAX_UNPACKED};
use crate::payload::render::Malady;

const TEXT: &[u8] = b"write to ann.lee@example.com or ann.lee@example.org, or to ann.lee@example.net";

/// Frames that the command zstd 1.5 wrote, in hex, and what they hold. Of [`TEXT`]: -19 of a file, -1 of a pipe and of a
/// file without a check; of nothing; -19 of lines of numbers, with a table of its own for its letters.
fn frames() -> impl Iterator<Item = (Vec<u8>, Vec<u8>)> {
    let (text, lines) = (TEXT.to_vec(), lines());
    let frames = [
        (
            "28b52ffd244e8d010092820910c0b70120eb3b2537c944155dc57b9d38ebd413187a3de145f90ada71b0af328dbee4256a02020055d1669d\
         a71343bbb5b0",
            text.clone(),
        ),
        (
            "28b52ffd00489d01009402777269746520746f20616e6e2e6c6565406578616d706c652e636f6d206f726f72672c206f726e6574020055d1\
         669da713",
            text.clone(),
        ),
        (
            "28b52ffd204e9d01009402777269746520746f20616e6e2e6c6565406578616d706c652e636f6d206f726f72672c206f726e6574020055d1\
         669da713",
            text,
        ),
        ("28b52ffd240001000099e9d851", Vec::new()),
        (
            "28b52ffd04684d060056593109b03b24316ceec4733a2d002e002e00a47ea0e8de569c9ec8287dcd317a0bb63f28a1872befada03d2cac\
         8b0ce953d3f799732aa2bc5c8c9b18fbeb05f2b321c8a1cc8bd7448b87142b2e35527ccee8b8eb387132255e5246dc1a6cfc2e087130e1\
         f5a5a1f53166f51214f3a9a0e7b670e624439957cd98db999d5f11610e543c79c768f28863c985241fa3e5a672e43441915708436e306c\
         043a4c797e23687e80b07c3121f94343fb1e737c0aa2f805c5f0cd8af58f8ce0838f37afd0e6d1b2e672250500e1542862",
            lines,
        ),
    ];
    frames.into_iter().map(|(hex, plain)| (bytes(hex), plain))
}

fn lines() -> Vec<u8> {
    (1..=60).flat_map(|n| format!("{}:{n}\n", n * 7919 % 1000).into_bytes()).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    let digit = |digit: u8| char::from(digit).to_digit(16).unwrap() as u8;
    hex.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

fn read(packed: &[u8]) -> Result<(Vec<u8>, Vec<u8>), Malformed> {
    let (mut plain, mut beside) = (Vec::new(), Vec::new());
    unpack(packed, &mut plain, &mut beside).map(|()| (plain, beside))
}

fn packed(plain: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    pack(plain, &mut out).unwrap();
    out
}

/// Numbers that look like any (xorshift64, Marsaglia).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, many: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % many
    }
}

#[test]
fn frames_of_others() {
    let skippable = b"\x5a\x2a\x4d\x18\x05\0\0\0notes";
    for (frame, plain) in frames() {
        assert!(starts(&frame) && starts(skippable));
        assert_eq!(read(&frame), Ok((plain.clone(), Vec::new())));
        let row = [skippable, &frame[..], &frame, skippable].concat();
        assert_eq!(read(&row), Ok(([&plain[..], &plain].concat(), b"notes\nnotes\n".to_vec())));
        for end in 0..frame.len() {
            assert_eq!(read(&frame[..end]), Err(Malformed::truncated(end)));
        }
    }
    assert_eq!(read(skippable), Ok((Vec::new(), b"notes\n".to_vec())));
    assert_eq!(read(&skippable[..12]), Err(Malformed::truncated(12)));
    assert!(!starts(b"P*M") && !starts(b"P*M text") && !starts(b""));
}

#[test]
fn what_is_wrong_is_told() {
    let (frame, _) = frames().next().unwrap();
    let spoilt = |at: usize, byte: u8| {
        let mut frame = frame.clone();
        frame[at] = byte;
        read(&frame).unwrap_err()
    };
    let last = frame.len() - 4;
    assert_eq!(spoilt(0, 0), Malformed::expected(0, EXPECTED));
    // The reserved bit; a dictionary; a size that is not that of the content; a reserved kind of block; the check.
    assert_eq!(spoilt(4, 0x2c), Malformed::expected(4, EXPECTED));
    assert_eq!(spoilt(4, 0x25), Malformed::expected(5, "zstd without a dictionary"));
    assert_eq!(spoilt(5, 0x4d), Malformed::expected(0, EXPECTED));
    assert_eq!(spoilt(6, 0x8f), Malformed::expected(6, EXPECTED));
    assert_eq!(spoilt(last, 0), Malformed::expected(last, "the check of what was unpacked"));
    let more = [&frame[..], b"\0\0\0\0"].concat();
    assert_eq!(read(&more), Err(Malformed::expected(frame.len(), EXPECTED)));
}

/// Thousands of frames with bytes changed, lost and doubled: an answer each time, and never more than the limit.
#[test]
fn spoilt_frames_are_answered() {
    let mut numbers = Numbers(7);
    let ours = [packed(TEXT), packed(&lines()), packed(&lines().repeat(40))];
    let all: Vec<Vec<u8>> = frames().map(|(frame, _)| frame).chain(ours).collect();
    let mut refused = 0;
    for round in 0..20_000 {
        let mut frame = all[round % all.len()].clone();
        for _ in 0..=numbers.below(3) {
            let at = numbers.below(frame.len());
            match numbers.below(6) {
                0 => drop(frame.remove(at)),
                1 => frame.insert(at, numbers.below(256) as u8),
                2 => frame[at] ^= 1 << numbers.below(8),
                _ => frame[at] = numbers.below(256) as u8,
            }
        }
        let mut plain = Vec::new();
        refused += usize::from(unpack(&frame, &mut plain, &mut Vec::new()).is_err());
        assert!(plain.capacity() <= Limit::of(&frame).most);
    }
    assert!(refused > 15_000, "{refused} refused");
}

/// What is packed here reads as it was, and is never refused for its size.
#[test]
fn there_and_back() {
    let mut numbers = Numbers(11);
    for round in 0..600 {
        let most = 1 << numbers.below(15);
        let (len, letters) = (numbers.below(most), 1 + numbers.below(255));
        let mut plain: Vec<u8> = (0..len).map(|_| numbers.below(letters) as u8).collect();
        for _ in 0..numbers.below(20) {
            let (from, to) = (numbers.below(len + 1), numbers.below(len + 1));
            plain.extend_from_within(from.min(to)..from.max(to));
        }
        plain.truncate(1 << 18);
        assert_eq!(read(&packed(&plain)), Ok((plain, Vec::new())), "round {round}");
    }
    for len in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, FREE_UNPACKED, FREE_UNPACKED + 1, 1 << 20] {
        let zeros = vec![0; len];
        assert!(read(&packed(&zeros)) == Ok((zeros, Vec::new())), "{len} zeros");
    }
    assert!(packed(&lines().repeat(40)).len() < lines().len() * 20);
}

/// A block of one byte over and over; the last of them has the lowest bit.
fn run(len: usize, last: bool) -> [u8; 4] {
    let [a, b, c, _] = ((len as u32) << 3 | 2 | u32::from(last)).to_le_bytes();
    [a, b, c, b'0']
}

#[test]
fn bombs_are_errors() {
    // A window of 8 MiB, and then of the most that can be asked for.
    for window in [0x68, 0xff] {
        let mut bomb = [&MAGIC[..], &[0, window]].concat();
        for _ in 0..200 {
            bomb.extend(run(BLOCK, false));
        }
        bomb.extend(run(1, true));
        let most = bomb.len() * MAX_RATIO;
        let mut plain = Vec::new();
        let refused = unpack(&bomb, &mut plain, &mut Vec::new());
        assert_eq!(refused, Err(Malformed { at: 0, what: Malady::TooLarge(most) }));
        assert!(plain.capacity() <= most);
    }
    // Whatever the window, what fits is read; what says that it is too large is not even begun.
    let small = [&MAGIC[..], &[0, 0xff], &run(1000, true)].concat();
    assert_eq!(read(&small), Ok((vec![b'0'; 1000], Vec::new())));
    let says = [&MAGIC[..], &[0xe0], &u64::MAX.to_le_bytes(), &run(1000, true)].concat();
    assert_eq!(read(&says), Err(Malformed { at: 0, what: Malady::TooLarge(FREE_UNPACKED) }));
    // Many frames of what fits alone.
    let frame = [&MAGIC[..], &[0, 0x38], &run(BLOCK, true)].concat();
    let many = frame.repeat(2000);
    assert!(matches!(read(&many).unwrap_err().what, Malady::TooLarge(limit) if limit <= MAX_UNPACKED));
}
