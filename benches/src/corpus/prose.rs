//! Chat and prose in several languages: short lines of about 60 B, hardly anything to find.

use super::personal;
use crate::rng::Rng;

/// What sentences are made of, a language each.
const LANGUAGES: [&[&str]; 7] = [
    &[
        "the", "train", "was", "late", "again", "and", "nobody", "at", "the", "station", "knew", "why", "so", "we",
        "walked", "home", "through", "the", "rain", "yesterday", "evening", "I", "think", "it's", "fine", "really",
        "see", "you",
    ],
    &[
        "der", "Zug", "kam", "wieder", "zu", "spät", "und", "niemand", "wusste", "warum", "also", "gingen", "wir",
        "zu", "Fuß", "nach", "Hause", "über", "die", "Brücke", "schönes", "Wetter", "heute", "ganz", "größer",
    ],
    &[
        "le", "train", "était", "encore", "en", "retard", "et", "personne", "ne", "savait", "pourquoi", "alors",
        "nous", "sommes", "rentrés", "à", "pied", "sous", "la", "pluie", "ça", "va", "bientôt", "déjà",
    ],
    &[
        "el", "tren", "llegó", "tarde", "otra", "vez", "y", "nadie", "sabía", "por", "qué", "así", "que", "volvimos",
        "a", "casa", "andando", "mañana", "será", "mejor", "señor", "también",
    ],
    &[
        "поезд", "опять", "опоздал", "и", "никто", "не", "знал", "почему", "мы", "пошли", "домой", "пешком", "под",
        "дождём", "завтра", "будет", "лучше",
    ],
    &["電車", "が", "また", "遅れて", "誰も", "理由を", "知らない", "ので", "歩いて", "帰った", "明日は", "晴れる"],
    &[
        "o", "trem", "atrasou", "de", "novo", "e", "ninguém", "sabia", "então", "fomos", "para", "casa", "não", "é",
        "longe",
    ],
];

/// One line.
pub fn push(rng: &mut Rng, out: &mut String) {
    // English is most of it, as in most corpora.
    let words = if rng.percent(45) { LANGUAGES[0] } else { rng.pick(&LANGUAGES) };
    let before = out.len();
    let length = rng.range(25, 85);
    while out.len() - before < length {
        if out.len() > before {
            out.push_str(if rng.percent(8) { ", " } else { " " });
        }
        out.push_str(rng.pick(words));
        if rng.percent(2) {
            out.push(' ');
            out.push_str(&rng.range(2, 2030).to_string());
        }
    }
    if rng.percent(1) {
        out.push(' ');
        let value = if rng.percent(50) { personal::email(rng) } else { personal::phone(rng) };
        out.push_str(&value);
    }
    out.push_str(rng.pick(&[".", ".", "?", "!", " :)", "..."]));
}
