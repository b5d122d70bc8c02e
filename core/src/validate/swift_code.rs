//! Business identifier code (BIC, SWIFT code): four letters of the party, the country, two characters of the place, and three
//! of the branch that may be left out.
//!
//! Source: ISO 9362 and its registration authority, SWIFT,
//! <https://www.swift.com/standards/data-standards/bic-business-identifier-code>. There is no check digit; a code whose
//! eighth character is 0 is for tests. Proves form and country (ISO 3166-1, and XK).

use super::{Check, alnum_up_to};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((code, len)) = alnum_up_to::<11>(text) else { return Check::Invalid };
    let letters = code[..6].iter().all(u8::is_ascii_uppercase);
    let country = COUNTRIES.as_chunks().0.contains(&[code[4], code[5]]);
    (matches!(len, 8 | 11) && letters && country).into()
}

/// Two letters each.
const COUNTRIES: &[u8] = b"\
    ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCV\
    CWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIM\
    INIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMW\
    MXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSS\
    STSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW\
";

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["DEUTDEFF", "deutdeff500", "BNPAFRPPXXX", "CHASUS33"],
        invalid: [
            ("DEUTXXFF", "no country XX"),
            ("DEUTDEFF5", "nine characters"),
            ("D3UTDEFF", "a digit in the letters"),
            ("", "empty"),
        ],
        catches: 0,
    }
}
