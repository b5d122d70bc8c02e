use super::Phrases;

pub(super) const IS: Phrases = Phrases {
    named: &[
        "Halló, {w} mín er {v}, getið þið uppfært?",
        "{w}: {v}",
        "Geturðu skoðað {w} {v}?",
        "Hér er {w} {v}, takk",
        "Búinn að senda: {v} ({w}).",
    ],
    unnamed: &["ok semsagt {v}, takk", "gjörðu svo vel {v}", "{v}", "Fenguð þið {v}?", "ég skrifaði {v} og fékk villu"],
};

pub(super) const LT: Phrases = Phrases {
    named: &[
        "Sveiki, mano {w} yra {v}, ar galite pakeisti?",
        "{w}: {v}",
        "Prašau patikrinti {w} {v}.",
        "Siunčiu {w} {v}, ačiū",
        "Jau išsiunčiau: {v} ({w}).",
    ],
    unnamed: &["gerai, tai {v}, ačiū", "prašom {v}", "{v}", "Ar gavote {v}?", "įvedžiau {v} ir rodo klaidą"],
};

pub(super) const LV: Phrases = Phrases {
    named: &[
        "Labdien, mans {w} ir {v}, vai varat nomainīt?",
        "{w}: {v}",
        "Lūdzu pārbaudiet {w} {v}.",
        "Sūtu {w} {v}, paldies",
        "Jau nosūtīju: {v} ({w}).",
    ],
    unnamed: &["labi, tātad {v}, paldies", "lūdzu {v}", "{v}", "Vai saņēmāt {v}?", "ierakstīju {v} un rāda kļūdu"],
};

pub(super) const ET: Phrases = Phrases {
    named: &[
        "Tere, minu {w} on {v}, kas saate muuta?",
        "{w}: {v}",
        "Palun kontrollige {w} {v}.",
        "Saadan {w} {v}, aitäh",
        "Saatsin juba: {v} ({w}).",
    ],
    unnamed: &["ok ehk siis {v}, aitäh", "palun {v}", "{v}", "Kas saite kätte {v}?", "sisestasin {v} ja tuli viga"],
};
