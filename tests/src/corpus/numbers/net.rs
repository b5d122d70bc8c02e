use crate::corpus::{Rng, Sample};

const NAMES: [&str; 16] = [
    "anna", "jonas", "marta", "li.wei", "s.kowalska", "e-lindqvist", "paulo.reis", "fatma", "o.connor", "yuki_t",
    "h.nguyen", "claire.dubois", "tomek", "rjensen", "nkechi", "priya.sharma",
];

pub(crate) fn email(rng: &mut Rng) -> Sample {
    const DOMAINS: [&str; 14] = [
        "nordwind-logistik.de",
        "maisonverte.fr",
        "tallerlopez.es",
        "studiobianchi.it",
        "lojadomar.com.br",
        "kwiatowy.com.pl",
        "fjordmail.no",
        "hallowell.co.uk",
        "mail.brightpath.io",
        "sakura-denki.co.jp",
        "lotusline.in",
        "maplecrest.ca",
        "xn--bcher-kva.ch",
        "firma.museum",
    ];
    const IDN: [&str; 4] = ["bücher-müller.de", "café-noël.fr", "日本語.jp", "пример.рф"];
    let tag = rng.pick(&["", "", "", "+news", "+shop1"]);
    let number = if rng.one_in(2) { rng.range(1, 99).to_string() } else { String::new() };
    let domain = if rng.one_in(10) { rng.pick(&IDN) } else { rng.pick(&DOMAINS) };
    let address = format!("{}{number}{tag}@{domain}", rng.pick(&NAMES));
    Sample::plain(if rng.one_in(12) { address.to_uppercase() } else { address })
}

/// A routable IPv4 address.
pub(crate) fn ipv4(rng: &mut Rng) -> Sample {
    let first = rng.pick(&[5, 31, 46, 62, 81, 93, 109, 151, 178, 185, 203, 213]);
    Sample::plain(format!("{first}.{}.{}.{}", rng.range(1, 254), rng.below(256), rng.range(1, 254)))
}

pub(crate) fn ipv6(rng: &mut Rng) -> Sample {
    let word = |rng: &mut Rng| format!("{:x}", rng.range(1, 0xffff));
    let network = rng.pick(&["2001", "2003", "2a01", "2a02", "2606", "2405"]);
    let words: Vec<String> = (0..7).map(|_| word(rng)).collect();
    Sample::plain(match rng.below(3) {
        0 => format!("{network}:{}", words.join(":")),
        1 => format!("{network}:{}::{}", words[..3].join(":"), words[3]),
        _ => format!("{network}:{}::{}", words[0], words[1..3].join(":")),
    })
}

/// `user:password` as it stands before the host of a URL.
pub(crate) fn url_credentials(rng: &mut Rng) -> Sample {
    let user = rng.pick(&["app", "admin", "svc-orders", "guest1", "postgres", "etl_user"]);
    let password = rng.chars("abcdefghkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789_!", 14);
    Sample::plain(format!("{user}:{password}"))
}
