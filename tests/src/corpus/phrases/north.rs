use super::Phrases;

pub(super) const SV: Phrases = Phrases {
    named: &[
        "Hej, mitt {w} är {v}, kan ni uppdatera?",
        "{w}: {v}",
        "Kan du kolla {w} {v} tack?",
        "Här kommer {w} {v}, tack",
        "Redan skickat: {v} ({w}).",
    ],
    unnamed: &["ok alltså {v}, tack", "varsågod {v}", "{v}", "Fick ni {v}?", "jag skrev {v} och fick fel"],
};

pub(super) const FI: Phrases = Phrases {
    named: &[
        "Hei, {w} on {v}, voitteko päivittää?",
        "{w}: {v}",
        "Voitko tarkistaa {w} {v} kiitos?",
        "Tässä {w} {v}, kiitos",
        "Lähetin jo: {v} ({w}).",
    ],
    unnamed: &["ok eli {v}, kiitos", "tässä {v}", "{v}", "Saitteko {v}?", "kirjoitin {v} ja tuli virhe"],
};

pub(super) const DA: Phrases = Phrases {
    named: &[
        "Hej, mit {w} er {v}, kan I opdatere?",
        "{w}: {v}",
        "Kan du tjekke {w} {v} tak?",
        "Her er {w} {v}, tak",
        "Allerede sendt: {v} ({w}).",
    ],
    unnamed: &["ok altså {v}, tak", "værsgo {v}", "{v}", "Fik I {v}?", "jeg skrev {v} og fik en fejl"],
};

pub(super) const NO: Phrases = Phrases {
    named: &[
        "Hei, {w} er {v}, kan dere oppdatere?",
        "{w}: {v}",
        "Kan du sjekke {w} {v} takk?",
        "Her er {w} {v}, takk",
        "Allerede sendt: {v} ({w}).",
    ],
    unnamed: &["ok altså {v}, takk", "vær så god {v}", "{v}", "Fikk dere {v}?", "jeg skrev {v} og fikk feil"],
};

pub(super) const PL: Phrases = Phrases {
    named: &[
        "Dzień dobry, {w} to {v}, proszę o zmianę.",
        "{w}: {v}",
        "Proszę sprawdzić {w} {v}.",
        "Podaję {w} {v}, dziękuję",
        "Już wysłałem: {v} ({w}).",
        "Klient podał {v} jako {w}.",
    ],
    unnamed: &[
        "ok, czyli {v}, dzięki",
        "proszę bardzo {v}",
        "{v}",
        "Dostaliście {v}?",
        "wpisałam {v} i wyskoczył błąd",
    ],
};

pub(super) const TR: Phrases = Phrases {
    named: &[
        "Merhaba, {w} {v}, günceller misiniz?",
        "{w}: {v}",
        "{w} {v} kontrol eder misiniz?",
        "İşte {w} {v}, teşekkürler",
        "Gönderdim: {v} ({w}).",
    ],
    unnamed: &["tamam yani {v}, teşekkürler", "buyurun {v}", "{v}", "{v} size ulaştı mı?", "{v} yazdım hata verdi"],
};
