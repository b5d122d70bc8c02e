//! Plain words: lower case, no accents, one space between tokens.
//!
//! Where a token ends without white space (`userName`, `user_name`, `email2`) a soft space stands: it may count as none.

use crate::span::Span;

/// Between tokens of one word.
pub(crate) const SOFT: u8 = 0x1f;

/// A text as plain words, and the places in it where a word may begin: tokens, and characters of scripts without spaces.
#[derive(Default)]
pub(crate) struct Plain {
    pub(crate) text: Vec<u8>,
    starts: Vec<u32>,
    /// For each byte of plain text, and for its end, where what it stands for starts.
    raw: Vec<u32>,
}

impl Plain {
    /// Reads a text: `userSSN_2` becomes `user ssn 2`, `Téléphone` becomes `telephone`.
    pub(crate) fn read(&mut self, text: &[u8]) {
        self.text.clear();
        self.starts.clear();
        self.raw.clear();
        let mut last = Kind::Other;
        let mut at = 0;
        while at < text.len() {
            let byte = text[at];
            if byte >= 0x80 {
                at += self.character(&text[at..], at, &mut last);
                continue;
            }
            let kind = KINDS[usize::from(byte)];
            // Most of a text is runs: the rest of a word or of a number, or what stands between them.
            let run = || text[at..].iter().take_while(|&&byte| byte < 0x80 && KINDS[usize::from(byte)] == kind).count();
            match (last, kind) {
                (_, Kind::Other) => {
                    let len = run();
                    let soft = text[at..at + len].iter().all(|byte| matches!(byte, b'-' | b'_'));
                    self.space(if soft { SOFT } else { b' ' }, at);
                    last = kind;
                    at += len;
                    continue;
                }
                (Kind::Lower, Kind::Lower) | (Kind::Digit, Kind::Digit) => {
                    let len = run();
                    self.text.extend_from_slice(&text[at..at + len]);
                    self.raw.extend(at as u32..(at + len) as u32);
                    at += len;
                    continue;
                }
                _ => {
                    if kind.starts_token(last, || Kind::of_next(&text[at + 1..])) {
                        self.space(SOFT, at);
                    }
                    self.push(byte.to_ascii_lowercase(), at);
                }
            }
            last = kind;
            at += 1;
        }
        if self.text.last().is_some_and(|&last| is_space(last)) {
            self.text.pop();
        } else {
            self.raw.push(at as u32);
        }
    }

    /// Places in the plain text where a word may begin, each with whether a token starts there.
    pub(crate) fn starts(&self) -> impl Iterator<Item = (usize, bool)> {
        let starts = self.starts.iter().map(|&start| start as usize);
        starts.map(|start| (start, start == 0 || is_space(self.text[start - 1])))
    }

    /// Where in the text that was read a byte of plain text stands, or its end.
    pub(crate) fn raw(&self, at: usize) -> usize {
        self.raw[at] as usize
    }

    /// Reads a character that is not ASCII, which stands at `at`, and returns its length.
    fn character(&mut self, text: &[u8], at: usize, last: &mut Kind) -> usize {
        let (character, len) = decode(text);
        match character {
            Some(letter) if letter.is_alphanumeric() => {
                let glued = is_unspaced(letter);
                // A word ends where the script changes: `SSNは`.
                if *last != Kind::Other && glued != (*last == Kind::Unspaced) {
                    self.space(b' ', at);
                }
                letter.to_lowercase().for_each(|letter| push_plain(letter, at, self));
                *last = if glued { Kind::Unspaced } else { Kind::Lower };
            }
            // Combining marks belong to the letter before them.
            Some('\u{300}'..='\u{36f}') => {}
            _ => {
                self.space(b' ', at);
                *last = Kind::Other;
            }
        }
        len
    }

    fn push(&mut self, byte: u8, at: usize) {
        if byte >= 0xe0 || self.text.last().is_none_or(|&last| is_space(last)) {
            self.starts.push(self.text.len() as u32);
        }
        self.text.push(byte);
        self.raw.push(at as u32);
    }

    /// Ends a token: of several spaces in a row one stays, a hard one if there is any.
    fn space(&mut self, space: u8, at: usize) {
        match self.text.last_mut() {
            Some(last) if is_space(*last) => *last = (*last).max(space),
            Some(_) => {
                self.text.push(space);
                self.raw.push(at as u32);
            }
            None => {}
        }
    }
}

/// True when a token starts between the letters or digits before `at` and at it, in a text of ASCII.
pub(crate) fn parts(text: &[u8], at: usize) -> bool {
    let kind = |at: usize| Kind::of(text[at]);
    kind(at).starts_token(kind(at - 1), || Kind::of_next(&text[at + 1..]))
}

pub(crate) fn is_space(byte: u8) -> bool {
    byte == b' ' || byte == SOFT
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Lower,
    Upper,
    Digit,
    /// A letter of a script without spaces between words.
    Unspaced,
    Other,
}

/// True for letters of scripts that are written without spaces, or that glue endings to words.
pub(crate) fn is_unspaced(letter: char) -> bool {
    matches!(letter as u32,
        0x0e00..=0x0eff | 0x1000..=0x109f | 0x1100..=0x11ff | 0x1780..=0x17ff | 0x3040..=0x30ff
        | 0x3130..=0x318f | 0x3400..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

impl Kind {
    const fn of(byte: u8) -> Self {
        match byte {
            b'a'..=b'z' => Self::Lower,
            b'A'..=b'Z' => Self::Upper,
            b'0'..=b'9' => Self::Digit,
            _ => Self::Other,
        }
    }

    /// What comes after a capital.
    fn of_next(rest: &[u8]) -> Self {
        match *rest {
            // The plural of an abbreviation: `SSNs`.
            [b's', ref rest @ ..] if rest.first().is_none_or(|byte| !byte.is_ascii_alphabetic()) => Self::Other,
            [next, ..] => Self::of(next),
            [] => Self::Other,
        }
    }

    /// True when a token starts with this character: `phoneNumber`, `SSNNumber`, `email2`.
    fn starts_token(self, last: Self, next: impl FnOnce() -> Self) -> bool {
        match (last, self) {
            (Self::Lower, Self::Upper)
            | (Self::Lower | Self::Upper, Self::Digit)
            | (Self::Digit, Self::Lower | Self::Upper) => true,
            (Self::Unspaced, Self::Lower | Self::Upper | Self::Digit) => true,
            (Self::Upper, Self::Upper) => next() == Self::Lower,
            _ => false,
        }
    }
}

static KINDS: [Kind; 128] = {
    let mut kinds = [Kind::Other; 128];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte as usize] = Kind::of(byte);
        byte += 1;
    }
    kinds
};

/// The character at the start of `text` and its length; `None` where the bytes are no UTF-8.
fn decode(text: &[u8]) -> (Option<char>, usize) {
    let len = match text[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return (None, 1),
    };
    let character =
        text.get(..len).and_then(|bytes| std::str::from_utf8(bytes).ok()).and_then(|text| text.chars().next());
    (character, if character.is_some() { len } else { 1 })
}

/// Pushes a lower-case letter without its accent, which stands at `at`.
fn push_plain(letter: char, at: usize, out: &mut Plain) {
    let plain: &[u8] = match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ª' | 'ạ'..='ặ' => b"a",
        'æ' => b"ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => b"c",
        'ð' | 'ď' | 'đ' => b"d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => b"e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => b"g",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => b"i",
        'ķ' => b"k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => b"l",
        'ñ' | 'ń' | 'ņ' | 'ň' => b"n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'º' | 'ơ' | 'ọ'..='ợ' => b"o",
        'œ' => b"oe",
        'ŕ' | 'ř' => b"r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => b"s",
        'ß' => b"ss",
        'ţ' | 'ť' | 'ț' => b"t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => b"u",
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => b"y",
        'ź' | 'ż' | 'ž' => b"z",
        // What lower-casing leaves of a capital dotted I, and other combining marks.
        '\u{300}'..='\u{36f}' => b"",
        _ => {
            let mut bytes = [0; 4];
            letter.encode_utf8(&mut bytes).bytes().for_each(|byte| out.push(byte, at));
            return;
        }
    };
    plain.iter().for_each(|&byte| out.push(byte, at));
}

/// The window around a match, without the pieces of words that its edges cut.
pub(crate) fn window(text: &[u8], span: Span, before: usize, after: usize) -> Span {
    let continues = |at: usize| text[at] & 0xc0 == 0x80;
    let in_word = |at: usize| text[at - 1].is_ascii_alphanumeric() && text[at].is_ascii_alphanumeric();
    let mut start = span.start.saturating_sub(before);
    if start > 0 {
        while start < span.start && (continues(start) || in_word(start)) {
            start += 1;
        }
    }
    let mut end = text.len().min(span.end + after);
    while end > span.end && end < text.len() && (continues(end) || in_word(end)) {
        end -= 1;
    }
    Span::new(start, end)
}
