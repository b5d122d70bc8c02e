use super::Phrases;

pub(super) const CS: Phrases = Phrases {
    named: &[
        "Dobrý den, moje {w} je {v}, můžete to opravit?",
        "{w}: {v}",
        "Prosím o kontrolu {w} {v}.",
        "Posílám {w} {v}, díky",
        "Už jsem poslal: {v} ({w}).",
    ],
    unnamed: &["ok, takže {v}, díky", "tady to je {v}", "{v}", "Dostali jste {v}?", "zadala jsem {v} a hlásí to chybu"],
};

pub(super) const SK: Phrases = Phrases {
    named: &[
        "Dobrý deň, moje {w} je {v}, môžete to zmeniť?",
        "{w}: {v}",
        "Prosím skontrolujte {w} {v}.",
        "Posielam {w} {v}, ďakujem",
        "Už som poslal: {v} ({w}).",
    ],
    unnamed: &[
        "ok, takže {v}, vďaka",
        "nech sa páči {v}",
        "{v}",
        "Dostali ste {v}?",
        "zadala som {v} a vyhodilo chybu",
    ],
};

pub(super) const HU: Phrases = Phrases {
    named: &[
        "Jó napot, a {w} {v}, kérem javítsák.",
        "{w}: {v}",
        "Megnéznék a következőt: {w} {v}?",
        "Itt van: {w} {v}, köszönöm",
        "Már elküldtem: {v} ({w}).",
    ],
    unnamed: &["oké, akkor {v}, köszi", "tessék {v}", "{v}", "Megkapták ezt: {v}?", "beírtam, hogy {v}, és hibát írt"],
};

pub(super) const RO: Phrases = Phrases {
    named: &[
        "Bună ziua, {w} este {v}, puteți actualiza?",
        "{w}: {v}",
        "Puteți verifica {w} {v}, vă rog?",
        "Vă trimit {w} {v}, mulțumesc",
        "Am trimis deja: {v} ({w}).",
    ],
    unnamed: &["ok deci {v}, mersi", "poftim {v}", "{v}", "Ați primit {v}?", "am scris {v} și a dat eroare"],
};

pub(super) const BG: Phrases = Phrases {
    named: &[
        "Здравейте, моят {w} е {v}, ще го смените ли?",
        "{w}: {v}",
        "Моля, проверете {w} {v}.",
        "Изпращам {w} {v}, благодаря",
        "Вече го пратих: {v} ({w}).",
    ],
    unnamed: &["добре, значи {v}, мерси", "заповядайте {v}", "{v}", "Получихте ли {v}?", "въведох {v} и излезе грешка"],
};

pub(super) const EL: Phrases = Phrases {
    named: &[
        "Καλημέρα, το {w} μου είναι {v}, μπορείτε να το αλλάξετε;",
        "{w}: {v}",
        "Μπορείτε να ελέγξετε {w} {v};",
        "Στέλνω {w} {v}, ευχαριστώ",
        "Το έστειλα ήδη: {v} ({w}).",
    ],
    unnamed: &["οκ άρα {v}, ευχαριστώ", "ορίστε {v}", "{v}", "Λάβατε το {v};", "έγραψα {v} και βγάζει λάθος"],
};

pub(super) const HR: Phrases = Phrases {
    named: &[
        "Dobar dan, moj {w} je {v}, možete li ispraviti?",
        "{w}: {v}",
        "Molim provjerite {w} {v}.",
        "Šaljem {w} {v}, hvala",
        "Već sam poslao: {v} ({w}).",
    ],
    unnamed: &[
        "ok, znači {v}, hvala",
        "izvolite {v}",
        "{v}",
        "Jeste li dobili {v}?",
        "upisala sam {v} i javlja grešku",
    ],
};

pub(super) const SR: Phrases = Phrases {
    named: &[
        "Dobar dan, moj {w} je {v}, možete da promenite?",
        "{w}: {v}",
        "Молим проверите {w} {v}.",
        "Šaljem {w} {v}, hvala",
        "Већ сам послао: {v} ({w}).",
    ],
    unnamed: &[
        "ok, znači {v}, hvala",
        "изволите {v}",
        "{v}",
        "Da li ste dobili {v}?",
        "ukucao sam {v} i izbacilo je grešku",
    ],
};

pub(super) const SL: Phrases = Phrases {
    named: &[
        "Pozdravljeni, moja {w} je {v}, lahko popravite?",
        "{w}: {v}",
        "Prosim preverite {w} {v}.",
        "Pošiljam {w} {v}, hvala",
        "Sem že poslal: {v} ({w}).",
    ],
    unnamed: &["ok, torej {v}, hvala", "izvolite {v}", "{v}", "Ste dobili {v}?", "vpisala sem {v} in javi napako"],
};

pub(super) const RU: Phrases = Phrases {
    named: &[
        "Здравствуйте, мой {w} {v}, обновите пожалуйста.",
        "{w}: {v}",
        "Проверьте, пожалуйста, {w} {v}.",
        "Вот {w} {v}, спасибо",
        "Уже отправил: {v} ({w}).",
    ],
    unnamed: &["ок, значит {v}, спасибо", "держите {v}", "{v}", "Вы получили {v}?", "ввела {v}, пишет ошибку"],
};

pub(super) const UK: Phrases = Phrases {
    named: &[
        "Добрий день, мій {w} {v}, оновіть будь ласка.",
        "{w}: {v}",
        "Перевірте, будь ласка, {w} {v}.",
        "Ось {w} {v}, дякую",
        "Вже надіслав: {v} ({w}).",
    ],
    unnamed: &["ок, тобто {v}, дякую", "тримайте {v}", "{v}", "Ви отримали {v}?", "ввела {v}, пише помилку"],
};
