//! Names for names: the most frequent of their script, which point at nobody.

use super::draw::Draw;
use super::script::{Script, like, script};

/// Given and family names of one script.
struct Names {
    given: &'static [&'static str],
    family: &'static [&'static str],
}

const LATIN: Names = Names {
    given: &[
        "Alex", "Anna", "Daniel", "David", "Elena", "Eva", "Julia", "Laura", "Lucas", "Maria", "Martin", "Nina",
        "Peter", "Robin", "Sara", "Thomas",
    ],
    family: &[
        "Baker", "Costa", "Fischer", "Garcia", "Horvat", "Jansen", "Kovacs", "Larsen", "Martin", "Miller", "Novak",
        "Rossi", "Santos", "Silva", "Smith", "Weber",
    ],
};

const CYRILLIC: Names = Names {
    given: &[
        "Александр", "Анна", "Виктор", "Дмитрий", "Елена", "Иван", "Марина", "Мария", "Михаил", "Ольга", "Сергей",
        "Юлия",
    ],
    family: &[
        "Бойко", "Волков", "Иванов", "Коваленко", "Козлов", "Мельник", "Морозов", "Новиков", "Петров", "Попов",
        "Соколов",
    ],
};

const ARABIC: Names = Names {
    given: &["أحمد", "أمينة", "خالد", "سارة", "علي", "عمر", "فاطمة", "ليلى", "محمد", "مريم", "نور", "يوسف"],
    family: &["الحسن", "الخطيب", "السيد", "العلي", "القاسم", "المصري", "النجار", "حداد", "صالح", "منصور"],
};

const HAN: Names = Names {
    given: &["伟", "芳", "娜", "敏", "静", "强", "磊", "洋", "勇", "艳", "杰", "涛"],
    family: &["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"],
};

const KANA: Names = Names {
    given: &["アキラ", "ハナコ", "ケンジ", "ミホ", "タロウ", "ユミ", "ヒロシ", "サクラ"],
    family: &["サトウ", "スズキ", "タカハシ", "タナカ", "ワタナベ", "イトウ", "ヤマモト", "ナカムラ"],
};

const HANGUL: Names = Names {
    given: &["민준", "서연", "지훈", "지우", "현우", "수빈", "도윤", "하은"],
    family: &["김", "이", "박", "최", "정", "강", "조", "윤"],
};

/// Most times that a name is drawn until it is none of the text.
const MOST_TRIES: usize = 32;

/// The text with every word replaced by a name: the last by a family name where there are several, or where all of them
/// are `family` names. Words of one Latin or Cyrillic letter become another letter. None where there are no words, or
/// some that we have no names for.
pub(super) fn draw(text: &str, family: bool, draw: &mut Draw) -> Option<String> {
    let words = words(text);
    let last = words.len().checked_sub(1)?;
    let folded = text.to_lowercase();
    let (mut made, mut from) = (String::with_capacity(text.len() * 2), 0);
    for (nth, &(start, end)) in words.iter().enumerate() {
        made.push_str(&text[from..start]);
        let family = family || nth == last && last > 0;
        made.push_str(&name(&text[start..end], family, &folded, draw)?);
        from = end;
    }
    made.push_str(&text[from..]);
    Some(made)
}

/// Where the words of a text stand.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    for (at, character) in text.char_indices().filter(|(_, character)| character.is_alphanumeric()) {
        let end = at + character.len_utf8();
        match words.last_mut() {
            Some((_, last)) if *last == at => *last = end,
            _ => words.push((at, end)),
        }
    }
    words
}

/// A name in the place of a word, that does not occur in the text.
fn name(word: &str, family: bool, folded: &str, draw: &mut Draw) -> Option<String> {
    let first = word.chars().next()?;
    let script = script(first).filter(|_| !first.is_numeric())?;
    let names = match script {
        Script::Latin => &LATIN,
        Script::Cyrillic => &CYRILLIC,
        Script::Arabic => &ARABIC,
        Script::Han => &HAN,
        Script::Kana => &KANA,
        Script::Hangul => &HANGUL,
    };
    let letters = word.chars().count();
    let cased = matches!(script, Script::Latin | Script::Cyrillic);
    if cased && letters == 1 {
        return (0..MOST_TRIES).find_map(|_| like(first, draw).filter(|&other| other != first)).map(String::from);
    }
    // Where no space stands between them, the family name comes first.
    let whole = matches!(script, Script::Han | Script::Hangul) && letters > 1 && !family;
    let mut one = |names: &[&'static str]| {
        (0..MOST_TRIES).map(|_| draw.one(names)).find(|name| !folded.contains(&name.to_lowercase()))
    };
    let mut made = match whole {
        true => format!("{}{}", one(names.family)?, one(names.given)?),
        false => one(if family { names.family } else { names.given })?.to_owned(),
    };
    if cased && word.chars().all(char::is_uppercase) {
        made = made.to_uppercase();
    } else if cased && first.is_lowercase() {
        made = made.to_lowercase();
    }
    Some(made)
}
