use super::{
    Identifier,
    Strength::{CheckDigit, Weak},
};
use crate::corpus::Lang::{Da, En, Fi, No, Sv};
use crate::corpus::numbers::nordic;
use crate::corpus::verify::europe as verify;

pub(super) const IDENTIFIERS: &[Identifier] = &[
    Identifier {
        entity: "SE_PERSONNUMMER",
        variant: "",
        jurisdiction: "se",
        strength: CheckDigit,
        make: nordic::se_personnummer,
        valid: Some(verify::se_personnummer),
        words: &[(Sv, &["personnummer", "pnr"]), (En, &["personnummer", "Swedish personal number"])],
        keys: &["personnummer", "personal_number", "pnr"],
    },
    Identifier {
        entity: "FI_PERSONAL_IDENTITY_CODE",
        variant: "",
        jurisdiction: "fi",
        strength: CheckDigit,
        make: nordic::fi_hetu,
        valid: Some(verify::fi_hetu),
        words: &[(Fi, &["henkilötunnus", "hetu"]), (Sv, &["personbeteckning"]), (En, &["personal identity code"])],
        keys: &["hetu", "henkilotunnus"],
    },
    Identifier {
        entity: "DK_CPR",
        variant: "",
        jurisdiction: "dk",
        strength: Weak,
        make: nordic::dk_cpr,
        valid: Some(verify::dk_cpr),
        words: &[(Da, &["CPR-nummer", "CPR", "personnummer"]), (En, &["CPR number"])],
        keys: &["cpr", "cpr_nummer", "cprNumber"],
    },
    Identifier {
        entity: "NO_FODSELSNUMMER",
        variant: "",
        jurisdiction: "no",
        strength: CheckDigit,
        make: nordic::no_fodselsnummer,
        valid: Some(verify::no_fodselsnummer),
        words: &[(No, &["fødselsnummer", "personnummer"]), (En, &["fødselsnummer"])],
        keys: &["fodselsnummer", "fnr", "fødselsnummer"],
    },
];
