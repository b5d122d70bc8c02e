//! The Americas, beyond the numbers of every form.

use super::table::schemes;
use crate::corpus::verify::sums::{at, even, lacks, rest};
use crate::corpus::verify::{balance, luhn};

schemes! {
    AR_CBU "ar" CheckDigit "<007|011|017|072|285>####?#############?" ["8 "] check(|t| even(&t[..8], &[7, 1, 3, 9, 7, 1, 3, 1], 10) && even(&t[8..], &[3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3, 1], 10)) [Es "CBU", En "CBU"] ["cbu"];
    AR_CUIT "ar" CheckDigit "<20|23|27|30>########?" ["2-8-"] check(|t| even(t, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], 11)) [Es "CUIT" "CUIL", En "CUIT"] ["cuit" "cuil"];
    AR_DNI "ar" Weak "<1|2|3|4>#######" ["2.3."] none [Es "DNI" "documento", En "DNI"] ["dni" "documento"];
    BR_PIS "br" CheckDigit "1#########?" ["3.5.2-"] check(|t| lacks(t, &[3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) [Pt "PIS" "PIS/PASEP" "NIS", En "PIS"] ["pis" "pis_pasep" "nis"];
    CA_BC_PHN "ca" CheckDigit "9########?" ["4 3 "] check(|t| even(t, &[0, 2, 4, 8, 5, 10, 9, 7, 3, 1], 11)) [En "personal health number" "PHN"] ["phn" "bc_phn"];
    CA_BN "ca" CheckDigit "+#######?<RC|RT|RP>000<1|2>" ["9 2 " "5 4 2 "] check(|t| luhn(&t[..9])) [En "business number" "BN", Fr "numéro d'entreprise"] ["business_number" "bn"];
    CA_OHIP "ca" CheckDigit "+########?" ["4-3-" "4 3 "] check(luhn) [En "OHIP" "health card number", Fr "carte Santé"] ["ohip" "health_card"];
    CL_RUT "cl" CheckDigit "<1|2>#######!" ["2.3.3-" "8-"] check(|t| b"0K987654321"[rest(&t[..8], &[3, 2, 7, 6, 5, 4, 3, 2], 11) as usize] == t.as_bytes()[8]) [Es "RUT" "RUN", En "RUT"] ["rut" "run"];
    CO_NIT "co" CheckDigit "<8|9>########?" ["3.3.3-" "9-"] check(|t| { let r = rest(&t[..9], &[41, 37, 29, 23, 19, 17, 13, 7, 3], 11); (if r < 2 { r } else { 11 - r }) == at(t, -1) }) [Es "NIT", En "NIT"] ["nit"];
    CR_CPF "cr" Weak "<1|2|3|4|5|6|7>0###0###" ["1-4-"] none [Es "cédula" "cédula de identidad", En "cedula"] ["cedula" "cedula_identidad"];
    CR_CPJ "cr" Weak "3<101|102|002|004>######" ["1-3-"] none [Es "cédula jurídica", En "corporate ID"] ["cedula_juridica" "cpj"];
    CR_DIMEX "cr" Weak "1##########" [] none [Es "DIMEX", En "DIMEX"] ["dimex"];
    CU_NI "cu" Weak "<yy><mm><dd><u>####" [] none [Es "carné de identidad" "número de identidad", En "identity card"] ["carne_identidad" "ni"];
    DO_CEDULA "do" CheckDigit "<001|012|023|031|402>#######?" ["3-7-"] check(luhn) [Es "cédula", En "cedula"] ["cedula"];
    DO_RNC "do" CheckDigit "1#######?" ["1-2-5-"] check(|t| (10 - rest(&t[..8], &[7, 9, 8, 6, 5, 4, 3, 2], 11)) % 9 + 1 == at(t, -1)) [Es "RNC", En "RNC"] ["rnc"];
    EC_CI "ec" CheckDigit "<01|09|13|17><0|1|2|3|4|5>######?" ["9-"] check(luhn) [Es "cédula" "cédula de identidad", En "cedula"] ["cedula" "ci"];
    EC_RUC "ec" CheckDigit "<01|09|13|17><0|1|2|3|4|5>######?001;<01|09|13|17>9######?001" [] check(|t| if t.len() == 13 && at(t, 2) < 6 { luhn(&t[..10]) } else { even(t, &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1], 11) }) [Es "RUC", En "RUC"] ["ruc"];
    GT_NIT "gt" CheckDigit "+######!" ["7-"] check(|t| b"0123456789K"[((11 - rest(&t[..7], &[8, 7, 6, 5, 4, 3, 2], 11)) % 11) as usize] == t.as_bytes()[7]) [Es "NIT", En "NIT"] ["nit"];
    MEDICAL_LICENSE "us" CheckDigit "<A|B|F|M>@######?" [] check(|t| rest(&t[..8], &[1, 2, 1, 2, 1, 2], 10) == at(t, -1)) [En "DEA number" "DEA"] ["dea_number" "dea"];
    MX_CLABE "mx" CheckDigit "<002|012|014|072>180###########?" ["3 3 11 "] check(|t| even(t, &[3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1], 10)) [Es "CLABE" "CLABE interbancaria", En "CLABE"] ["clabe"];
    MX_NSS "mx" CheckDigit "##########?" ["2-2-2-4-"] check(luhn) [Es "NSS" "número de seguridad social", En "NSS"] ["nss" "imss"];
    MX_RFC "mx" Shape "<GOMA|LOPR|HEGL|MARC|SAPJ><yy><mm><dd>@#!;<ABC|GMX|TSO><yy><mm><dd>@#!" ["4-6-"] lax(|t| { let padded = format!("{t:>13}"); let s: i64 = padded.bytes().take(12).zip((2..=13).rev()).map(|(b, w)| w * match b { b'0'..=b'9' => i64::from(b - b'0'), b'A'..=b'N' => i64::from(b - b'A') + 10, b' ' => 37, _ => i64::from(b - b'A') + 11 }).sum(); b"0123456789A0"[((11 - s % 11) % 11) as usize] == padded.as_bytes()[12] }) [Es "RFC" "clave RFC", En "RFC"] ["rfc"];
    PE_CUI "pe" Weak "<0|1|4|7>#######" [] none [Es "DNI" "número de DNI", En "DNI"] ["dni"];
    PE_RUC "pe" CheckDigit "<10|20>########?" [] check(|t| (11 - rest(&t[..10], &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 11)) % 10 == at(t, -1)) [Es "RUC" "número de RUC", En "RUC"] ["ruc"];
    PY_RUC "py" CheckDigit "80######?" ["8-"] check(|t| lacks(t, &[9, 8, 7, 6, 5, 4, 3, 2])) [Es "RUC", En "RUC"] ["ruc"];
    SV_NIT "sv" CheckDigit "0<614|210|315><dd><mm><yy>1##?" ["4-6-3-"] check(|t| lacks(t, &[2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) [Es "NIT", En "NIT"] ["nit"];
    US_ATIN "us" Weak "9##93####" ["3-2-"] none [En "ATIN" "adoption taxpayer identification number"] ["atin"];
    US_MBI "us" Shape "+$*#$*#$$##" ["4-3-"] none [En "Medicare number" "MBI" "Medicare beneficiary identifier"] ["mbi" "medicare_number"];
    US_PTIN "us" Weak "P########" [] none [En "PTIN" "preparer tax identification number"] ["ptin"];
    UY_CI "uy" CheckDigit "<1|2|3|4|5>######?" ["1.3.3-" "7-"] check(|t| even(t, &[2, 9, 8, 7, 6, 3, 4, 1], 10)) [Es "cédula" "C.I." "cédula de identidad", En "cedula"] ["cedula" "ci"];
    UY_RUT "uy" CheckDigit "21######001?" [] check(|t| (11 - rest(&t[..11], &[4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2], 11)) % 11 == at(t, -1)) [Es "RUT", En "RUT"] ["rut"];
    VE_RIF "ve" CheckDigit "<V|E|J|G>########?" ["1-8-"] check(|t| { let letter = match t.as_bytes()[0] { b'V' => 4, b'E' => 8, b'J' => 12, _ => 20 }; i64::from(b"00987654321"[(balance(t, &[3, 2, 7, 6, 5, 4, 3, 2]) + letter) as usize % 11] - b'0') == at(t, -1) }) [Es "RIF", En "RIF"] ["rif"];
}
