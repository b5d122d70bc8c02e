//! Letters by script, and others of the same.

use super::draw::Draw;

/// A script that we can draw letters of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Han,
    Kana,
    Hangul,
}

/// The first of ten digits in a row: ASCII, Arabic-Indic and its eastern form, Devanagari, Bengali, Thai, full-width.
const ZEROS: [char; 7] = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{ff10}'];

/// Frequent characters.
const HAN: &str = "一三上中大小山川天日月木水火田石雨花林森春夏秋冬东西南北心手金玉美安平文";

const HIRAGANA: &str = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわ";

/// From hiragana to katakana.
const TO_KATAKANA: u32 = 0x60;

/// The script of a letter.
pub(super) fn script(letter: char) -> Option<Script> {
    Some(match letter {
        'A'..='Z' | 'a'..='z' | '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}' => {
            Script::Latin
        }
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => Script::Arabic,
        '\u{3005}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' => Script::Han,
        '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => Script::Kana,
        '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{ac00}'..='\u{d7a3}' => Script::Hangul,
        _ => return None,
    })
}

/// Another letter or digit in the place of `character`; of the same script, and case where it has one.
pub(super) fn like(character: char, draw: &mut Draw) -> Option<char> {
    if character.is_numeric() && script(character) != Some(Script::Han) {
        let zero = ZEROS.into_iter().find(|&zero| (zero as u32..zero as u32 + 10).contains(&(character as u32)))?;
        return char::from_u32(zero as u32 + draw.below(10) as u32);
    }
    let upper = character.is_uppercase();
    let among = |first: char, many: usize, draw: &mut Draw| char::from_u32(first as u32 + draw.below(many) as u32);
    match script(character)? {
        Script::Latin if ('\u{ff21}'..='\u{ff5a}').contains(&character) => {
            among(if upper { '\u{ff21}' } else { '\u{ff41}' }, 26, draw)
        }
        Script::Latin => among(if upper { 'A' } else { 'a' }, 26, draw),
        Script::Cyrillic => among(if upper { 'А' } else { 'а' }, 32, draw),
        Script::Arabic => among('\u{628}', 19, draw),
        Script::Hangul => among('\u{ac00}', 11_172, draw),
        Script::Han => one_of(HAN, draw),
        Script::Kana if ('\u{3041}'..='\u{309f}').contains(&character) => one_of(HIRAGANA, draw),
        Script::Kana => char::from_u32(one_of(HIRAGANA, draw)? as u32 + TO_KATAKANA),
    }
}

fn one_of(letters: &str, draw: &mut Draw) -> Option<char> {
    let many = letters.chars().count();
    letters.chars().nth(draw.below(many))
}
