use super::Phrases;

pub(super) const EN: Phrases = Phrases {
    named: &[
        "Hi, my {w} is {v}, can you update my account?",
        "{w}: {v}",
        "Could you check {w} {v} for me please?",
        "sure, here it is - {w} {v} - thanks!",
        "I already sent it: {v} ({w}).",
        "The customer gave {v} as {w} yesterday.",
    ],
    unnamed: &[
        "ok so it's {v}, thanks!",
        "here you go {v}",
        "{v}",
        "Did you get {v} from the form?",
        "hmm {v}, does that work?",
        "I typed {v} and it said error",
    ],
};

pub(super) const DE: Phrases = Phrases {
    named: &[
        "Hallo, {w} lautet {v}, bitte ändern.",
        "{w}: {v}",
        "Können Sie bitte {w} {v} prüfen?",
        "Hier nochmal {w} {v}, danke!",
        "{v} ist {w} vom Kunden.",
        "Im Formular stand bei {w} dann {v}.",
    ],
    unnamed: &[
        "ok, also {v}, danke!",
        "bitte sehr: {v}",
        "{v}",
        "Haben Sie {v} bekommen?",
        "ich habe {v} eingegeben, es kam ein Fehler",
    ],
};

pub(super) const FR: Phrases = Phrases {
    named: &[
        "Bonjour, {w} : {v}, merci de mettre à jour.",
        "{w}: {v}",
        "Pouvez-vous vérifier {w} {v} ?",
        "Voici {w} {v}, bonne journée",
        "J'ai déjà envoyé {v} ({w}).",
        "Le client a donné {v} comme {w}.",
    ],
    unnamed: &[
        "ok donc {v}, merci !",
        "voilà {v}",
        "{v}",
        "Vous avez bien reçu {v} ?",
        "j'ai tapé {v} et ça ne marche pas",
    ],
};

pub(super) const ES: Phrases = Phrases {
    named: &[
        "Hola, mi {w} es {v}, ¿lo pueden actualizar?",
        "{w}: {v}",
        "¿Puede revisar {w} {v} por favor?",
        "Aquí va {w} {v}, gracias",
        "Ya lo mandé: {v} ({w}).",
        "El cliente dio {v} como {w}.",
    ],
    unnamed: &["vale, entonces {v}, gracias", "aquí tiene {v}", "{v}", "¿Recibieron {v}?", "puse {v} y salió un error"],
};

pub(super) const IT: Phrases = Phrases {
    named: &[
        "Ciao, {w} è {v}, potete aggiornare?",
        "{w}: {v}",
        "Può controllare {w} {v} per favore?",
        "Ecco {w} {v}, grazie",
        "L'ho già mandato: {v} ({w}).",
        "Il cliente ha dato {v} come {w}.",
    ],
    unnamed: &["ok allora {v}, grazie", "ecco qui {v}", "{v}", "Avete ricevuto {v}?", "ho scritto {v} e dà errore"],
};

pub(super) const PT: Phrases = Phrases {
    named: &[
        "Olá, meu {w} é {v}, podem atualizar?",
        "{w}: {v}",
        "Pode verificar {w} {v} por favor?",
        "Segue {w} {v}, obrigado",
        "Já mandei: {v} ({w}).",
        "O cliente informou {v} como {w}.",
    ],
    unnamed: &["ok então {v}, obrigada", "segue {v}", "{v}", "Vocês receberam {v}?", "digitei {v} e deu erro"],
};

pub(super) const NL: Phrases = Phrases {
    named: &[
        "Hoi, mijn {w} is {v}, kunt u dat aanpassen?",
        "{w}: {v}",
        "Kunt u {w} {v} nakijken?",
        "Hierbij {w} {v}, bedankt",
        "Al gestuurd: {v} ({w}).",
        "De klant gaf {v} als {w}.",
    ],
    unnamed: &[
        "oké dus {v}, bedankt",
        "alstublieft {v}",
        "{v}",
        "Heeft u {v} ontvangen?",
        "ik vulde {v} in en kreeg een fout",
    ],
};
