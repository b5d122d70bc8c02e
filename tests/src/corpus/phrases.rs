//! Sentences of chats and tickets, by language.

mod baltic;
mod central;
mod east;
mod north;
mod orient;
mod west;

use super::Lang;

/// The sentences of one language. `{v}` is the value, `{w}` the word that names it.
pub(crate) struct Phrases {
    pub(crate) named: &'static [&'static str],
    pub(crate) unnamed: &'static [&'static str],
}

pub(crate) fn phrases(lang: Lang) -> &'static Phrases {
    match lang {
        Lang::En => &west::EN,
        Lang::De => &west::DE,
        Lang::Fr => &west::FR,
        Lang::Es => &west::ES,
        Lang::It => &west::IT,
        Lang::Pt => &west::PT,
        Lang::Nl => &west::NL,
        Lang::Sv => &north::SV,
        Lang::Fi => &north::FI,
        Lang::Da => &north::DA,
        Lang::No => &north::NO,
        Lang::Pl => &north::PL,
        Lang::Tr => &north::TR,
        Lang::ZhHans => &east::ZHHANS,
        Lang::ZhHant => &east::ZHHANT,
        Lang::Ja => &east::JA,
        Lang::Ko => &east::KO,
        Lang::Hi => &east::HI,
        Lang::Cs => &central::CS,
        Lang::Sk => &central::SK,
        Lang::Hu => &central::HU,
        Lang::Ro => &central::RO,
        Lang::Bg => &central::BG,
        Lang::El => &central::EL,
        Lang::Hr => &central::HR,
        Lang::Sr => &central::SR,
        Lang::Sl => &central::SL,
        Lang::Ru => &central::RU,
        Lang::Uk => &central::UK,
        Lang::Is => &baltic::IS,
        Lang::Lt => &baltic::LT,
        Lang::Lv => &baltic::LV,
        Lang::Et => &baltic::ET,
        Lang::Ar => &orient::AR,
        Lang::He => &orient::HE,
        Lang::Fa => &orient::FA,
        Lang::Th => &orient::TH,
        Lang::Vi => &orient::VI,
        Lang::Id => &orient::ID,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_has_its_places() {
        for lang in Lang::ALL {
            let Phrases { named, unnamed } = phrases(lang);
            assert!(named.len() >= 5 && unnamed.len() >= 5);
            assert!(named.iter().all(|text| text.contains("{v}") && text.contains("{w}") && !text.contains('"')));
            assert!(unnamed.iter().all(|text| text.contains("{v}") && !text.contains("{w}") && !text.contains('"')));
        }
    }
}
