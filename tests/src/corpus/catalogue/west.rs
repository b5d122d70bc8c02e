//! Western and northern Europe, from the schemes of its tax offices and registers.

use super::table::schemes;
#[allow(unused_imports, reason = "each table needs other sums")]
use crate::corpus::verify::{balance, luhn, sums::*, verhoeff};

schemes! {
    AD_NRT "ad" Weak "F<0|1|2|3|4|5|6>#####@;<E|C|D|G|O|P|U>######@;<A|L>7#####@" ["1-6-1"] none [Es "NRT" "número de registre tributari", En "NRT"] ["nrt" "tax_id"];
    AT_FIRMENBUCH "at" Weak "######%" [] none [De "Firmenbuchnummer" "FN", En "company register number"] ["firmenbuchnummer" "fn"];
    AT_SVNR "at" CheckDigit "+##?<dd><mm><yy>" ["4 6"] check(|t| rest(t, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6], 11) == at(t, 3)) [De "Sozialversicherungsnummer" "SVNR", En "social insurance number"] ["svnr" "sozialversicherungsnummer"];
    AT_TIN "at" CheckDigit "########?" ["2-3/"] check(luhn) [De "Steuernummer" "Abgabenkontonummer", En "tax number"] ["steuernummer" "abgabenkontonummer"];
    AT_UID "at" CheckDigit "ATU#######?" [] check(|t| (cross(&values(&t[3..]), &[1, 2, 1, 2, 1, 2, 1, 1]) + 4) % 10 == 0) [De "UID-Nummer" "UID", En "VAT number"] ["uid" "vat_number"];
    BE_BIS "be" CheckDigit "<yy><m20><dd>###??" ["2.2.2-3.2"] check(|t| { let (n, c) = (number(t, 0, 9), number(t, 9, 11)); c == 97 - if number(t, 0, 2) < 27 { n + 2_000_000_000 } else { n } % 97 }) [Nl "BIS-nummer", Fr "numéro BIS", En "BIS number"] ["bis_nummer" "bis"];
    BE_EID "be" CheckDigit "59########??" ["3-7-2"] check(|t| (number(t, 0, 10) - 1) % 97 + 1 == number(t, 10, 12)) [Nl "identiteitskaartnummer" "kaartnummer eID", Fr "numéro de carte d'identité", En "Belgian ID card number"] ["eid_number" "identiteitskaart"];
    BE_VAT "be" CheckDigit "BE0+######??" ["2 4.3."] check(|t| 97 - number(t, 0, 8) % 97 == number(t, 8, 10)) [Nl "btw-nummer" "ondernemingsnummer", Fr "numéro de TVA", En "VAT number"] ["btw_nummer" "vat_number" "tva"];
    CH_UID "ch" CheckDigit "CHE########?" ["3-3.3."] check(|t| even(t, &[5, 4, 3, 2, 7, 6, 5, 4, 1], 11)) [De "UID" "Unternehmens-ID", Fr "IDE", En "UID"] ["uid" "ide"];
    CH_VAT "ch" CheckDigit "CHE########?<MWST|TVA|IVA>" ["3-3.3.3 "] check(|t| even(t, &[5, 4, 3, 2, 7, 6, 5, 4, 1], 11)) [De "MWST-Nummer" "MWST-Nr.", Fr "numéro de TVA", En "VAT number"] ["mwst_nummer" "vat_number"];
    DE_HANDELSREGISTER "de" Weak "HR<A|B>#####" ["3 "] none [De "Handelsregister" "Handelsregisternummer", En "commercial register"] ["handelsregister" "hrb"];
    DE_HEALTH_INSURANCE "de" CheckDigit "@########?" [] check(|t| { let letter = i64::from(t.as_bytes()[0] - b'A') + 1; let all = [vec![letter / 10, letter % 10], values(&t[1..9])].concat(); cross(&all, &[1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 == at(t, -1) }) [De "Krankenversichertennummer" "KVNR" "Versichertennummer", En "health insurance number"] ["kvnr" "versichertennummer"];
    DE_SOCIAL_SECURITY "de" CheckDigit "<12|15|17|24|50|65><dd><mm><yy>@##?" ["2 6 1 "] check(|t| { let letter = i64::from(t.as_bytes()[8] - b'A') + 1; let all = [values(&t[..8]), vec![letter / 10, letter % 10], values(&t[9..11])].concat(); cross(&all, &[2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 == at(t, -1) }) [De "Rentenversicherungsnummer" "Sozialversicherungsnummer", En "social security number"] ["rentenversicherungsnummer" "sv_nummer"];
    DE_TAX_NUMBER "de" Weak "##/###/#####" [] none [De "Steuernummer" "St.-Nr.", En "tax number"] ["steuernummer" "stnr"];
    DE_VAT_ID "de" CheckDigit "DE+#######?" ["2 3 3 "] check(hybrid) [De "USt-IdNr." "Umsatzsteuer-ID", En "VAT ID"] ["ust_id" "vat_id"];
    DK_CVR "dk" CheckDigit "+######?" ["2 2 2 "] check(|t| even(t, &[2, 7, 6, 5, 4, 3, 2, 1], 11)) [Da "CVR-nummer" "CVR", En "CVR number"] ["cvr" "cvr_nummer"];
    ES_CCC "es" CheckDigit "<0049|0075|2100|0182>####??##########" ["4 4 2 "] check(|t| { const W: [i64; 10] = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]; let c = |r: i64| if r < 2 { r } else { 11 - r }; c(rest(&cut(t, 0, 8), &W[2..], 11)) == at(t, 8) && c(rest(&cut(t, 10, 20), &W, 11)) == at(t, 9) }) [Es "CCC" "código cuenta cliente" "cuenta bancaria", En "CCC"] ["ccc" "cuenta_bancaria"];
    ES_CIF "es" CheckDigit "<A|B|E|H>#######?" ["1-"] check(luhn) [Es "CIF" "CIF de la empresa", En "CIF"] ["cif" "cif_empresa"];
    ES_CUPS "es" CheckDigit "ES00<21|22|31>############^^" ["2 4 4 4 4 "] check(|t| { const L: &[u8] = b"TRWAGMYFPDXBNJZSQVHLCKE"; let n = number(t, 0, 16) % 529; t.as_bytes()[18] == L[(n / 23) as usize] && t.as_bytes()[19] == L[(n % 23) as usize] }) [Es "CUPS" "código CUPS", En "CUPS"] ["cups" "codigo_cups"];
    ES_NSS "es" CheckDigit "<08|28|41|46>+#######??" ["2/8/" "2 8 "] check(|t| number(t, 0, 10) % 97 == number(t, 10, 12)) [Es "número de la Seguridad Social" "NUSS" "NAF", En "social security number"] ["nss" "nuss" "numero_seguridad_social"];
    ES_REFERENCIA_CATASTRAL "es" CheckDigit "#######<VG|DF|UK|TQ>####<A|B|S|N>####^^" ["7 7 4 "] check(|t| { let c = |part: &str| { let s: i64 = part.bytes().zip([13, 15, 12, 5, 4, 17, 9, 21, 3, 7, 1]).map(|(b, w)| w * match b { b'0'..=b'9' => i64::from(b - b'0'), b'A'..=b'N' => i64::from(b - b'A') + 1, _ => i64::from(b - b'A') + 2 }).sum(); b"MQWERTYUIOPASDFGHJKLBZX"[(s % 23) as usize] }; let tail = &t[14..18]; c(&format!("{}{tail}", &t[..7])) == t.as_bytes()[18] && c(&format!("{}{tail}", &t[7..14])) == t.as_bytes()[19] }) [Es "referencia catastral" "ref. catastral", En "cadastral reference"] ["referencia_catastral" "ref_catastral"];
    FI_ALV "fi" CheckDigit "FI#######?" [] check(|t| even(t, &[7, 9, 10, 5, 8, 4, 2, 1], 11)) [Fi "ALV-numero" "arvonlisäverotunniste", En "VAT number"] ["alv" "vat_number"];
    FI_VERONUMERO "fi" Weak "############" [] none [Fi "veronumero", En "Finnish tax number"] ["veronumero" "tax_number"];
    FI_YTUNNUS "fi" CheckDigit "#######?" ["7-"] check(|t| even(t, &[7, 9, 10, 5, 8, 4, 2, 1], 11)) [Fi "Y-tunnus", En "business ID"] ["y_tunnus" "ytunnus"];
    FO_VN "fo" Weak "######" [] none [Da "V-tal" "vinnutal", En "V-number"] ["vtal" "v_number"];
    FR_NIF "fr" CheckDigit "<0|1|2|3>#########???" ["2 2 3 3 "] check(|t| number(t, 0, 10) % 511 == number(t, 10, 13)) [Fr "numéro fiscal" "SPI", En "French tax number"] ["numero_fiscal" "nif" "spi"];
    FR_RCS "fr" Weak "RCS <Paris|Lyon|Nanterre> <A|B> ########?" [] lax(luhn) [Fr "immatriculation" "immatriculée au", En "trade register"] ["rcs" "immatriculation"];
    FR_SIREN "fr" CheckDigit "+#######?" ["3 3 "] check(luhn) [Fr "SIREN" "numéro SIREN", En "SIREN"] ["siren" "numero_siren"];
    FR_SIRET "fr" CheckDigit "+#######?000#?" ["3 3 3 "] check(|t| luhn(&t[..9]) && luhn(t)) [Fr "SIRET" "numéro SIRET", En "SIRET"] ["siret" "numero_siret"];
    FR_TVA "fr" CheckDigit "FR??+#######?" ["4 3 3 " "2 2 "] check(|t| luhn(&t[4..]) && (number(t, 2, 11) * 100 + 12) % 97 == number(t, 0, 2)) [Fr "TVA intracommunautaire" "numéro de TVA", En "VAT number"] ["tva" "numero_tva"];
    IE_VAT "ie" CheckDigit "IE+######^;IE+######^H" [] check(|t| { let extra = if t.len() == 11 { 9 } else { 0 }; let tail = if extra > 0 { 8 * 9 } else { 0 }; b"WABCDEFGHIJKLMNOPQRSTUV"[(balance(&t[..9], &[8, 7, 6, 5, 4, 3, 2]) + tail) as usize % 23] == t.as_bytes()[9] }) [En "VAT number" "VAT no"] ["vat_number" "vatNumber"];
    IS_KENNITALA "is" CheckDigit "<dd><mm><yy>##?<c>" ["6-"] check(|t| even(t, &[3, 2, 7, 6, 5, 4, 3, 2, 1], 11)) [Is "kennitala" "kt.", En "kennitala"] ["kennitala" "kt"];
    IS_VSK "is" Weak "######;#####" [] none [Is "VSK-númer" "vsk. nr.", En "VSK number"] ["vsk" "vsk_numer"];
    IT_VAT_CODE "it" CheckDigit "#######0<12|15|24|58>?" [] check(luhn) [It "partita IVA" "P.IVA", En "Italian VAT number"] ["partita_iva" "piva"];
    LI_PEID "li" Weak "########" [] none [De "PEID" "PEID-Nummer", En "PEID"] ["peid"];
    LU_MATRICULE "lu" CheckDigit "<yyyy><mm><dd>###??" ["8 "] check(|t| luhn(&t[..12]) && verhoeff(&format!("{}{}", &t[..11], &t[12..]))) [Fr "matricule" "numéro matricule", De "Matrikelnummer", En "matricule"] ["matricule" "numero_matricule"];
    LU_TVA "lu" CheckDigit "LU######??" [] check(|t| number(t, 0, 6) % 89 == number(t, 6, 8)) [Fr "numéro de TVA" "TVA", De "TVA-Nummer", En "VAT number"] ["tva" "vat_number"];
    MC_TVA "mc" CheckDigit "FR??000######" ["2 2 4 "] check(|t| (number(t, 2, 11) * 100 + 12) % 97 == number(t, 0, 2)) [Fr "numéro de TVA" "TVA", En "VAT number"] ["tva" "numero_tva"];
    MT_VAT "mt" CheckDigit "MT+#####??" ["2 4 "] check(|t| even(t, &[3, 4, 6, 7, 8, 9, 10, 1], 37)) [En "VAT number" "VAT no"] ["vat_number" "vat_no"];
    NL_BTW "nl" CheckDigit "NL#########B??" [] check(|t| by_97(t) == 1) [Nl "btw-nummer" "btw-id", En "VAT number"] ["btw_nummer" "btw_id"];
    NL_ONDERWIJSNUMMER "nl" CheckDigit "10######?" [] check(|t| rest(t, &[9, 8, 7, 6, 5, 4, 3, 2, -1], 11) == 5) [Nl "onderwijsnummer", En "education number"] ["onderwijsnummer"];
    NL_PASSPORT "nl" Weak "<N|S|I><A|X|P|W>******#" [] none [Nl "paspoortnummer" "documentnummer", En "passport number"] ["paspoortnummer" "passport_number"];
    NO_KONTONR "no" CheckDigit "<1|2|3|6|9>#########?" ["4.2."] check(|t| even(t, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], 11)) [No "kontonummer" "konto", En "account number"] ["kontonummer" "kontonr"];
    NO_MVA "no" CheckDigit "NO<8|9>#######?MVA" ["2 3 3 3 "] check(|t| even(t, &[3, 2, 7, 6, 5, 4, 3, 2, 1], 11)) [No "MVA-nummer" "mva.nr.", En "VAT number"] ["mva" "mva_nummer"];
    NO_ORGNR "no" CheckDigit "<8|9>#######?" ["3 3 "] check(|t| even(t, &[3, 2, 7, 6, 5, 4, 3, 2, 1], 11)) [No "organisasjonsnummer" "org.nr.", En "organisation number"] ["orgnr" "organisasjonsnummer"];
    PT_CC "pt" CheckDigit "#########@@?" ["8 1 "] check(|t| values(t).iter().enumerate().map(|(i, v)| if i % 2 == 0 { let d = v * 2; if d > 9 { d - 9 } else { d } } else { *v }).sum::<i64>() % 10 == 0) [Pt "Cartão de Cidadão" "número do CC", En "citizen card"] ["cartao_cidadao" "cc"];
    PT_NISS "pt" CheckDigit "<1|2>#########?" ["3 3 3 "] check(|t| 9 - rest(&t[..10], &[29, 23, 19, 17, 13, 11, 7, 5, 3, 2], 10) == at(t, -1)) [Pt "NISS" "número de segurança social", En "NISS"] ["niss" "seguranca_social"];
    SE_ORGANISATIONSNUMMER "se" CheckDigit "<55|76|96|80><2|3|4|5|6>######?" ["6-"] check(luhn) [Sv "organisationsnummer" "org.nr", En "organisation number"] ["organisationsnummer" "orgnr"];
    SE_VAT "se" CheckDigit "SE<55|76|96|80><2|3|4|5|6>######?01" [] check(|t| luhn(&t[2..12])) [Sv "momsregistreringsnummer" "VAT-nummer", En "VAT number"] ["momsnummer" "vat_number"];
    SM_COE "sm" Weak "SM#####" [] none [It "COE" "codice operatore economico", En "COE"] ["coe"];
    UK_UPN "gb" CheckDigit "^<801|202|330|873|936>#########" [] check(|t| b"ABCDEFGHJKLMNPQRTUVWXYZ"[rest(t, &[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], 23) as usize] == t.as_bytes()[0]) [En "UPN" "unique pupil number"] ["upn" "pupil_number"];
    UK_VAT "gb" CheckDigit "GB+######??" ["2 3 4 "] check(|t| matches!(rest(t, &[8, 7, 6, 5, 4, 3, 2, 10, 1], 97), 0 | 42)) [En "VAT number" "VAT reg no"] ["vat_number" "vat_no"];
}
