//! Central, eastern and south-eastern Europe.

use super::table::schemes;
use crate::corpus::verify::luhn;
use crate::corpus::verify::sums::{at, even, hybrid, lacks, number, rest, twice, values};

/// The unique number of a citizen, as Yugoslavia gave it: the thirteenth digit balances the sum.
const JMBG: fn(&str) -> bool = |t| even(t, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], 11);
/// The personal numbers of Estonia and Lithuania.
const BALTIC: fn(&str) -> bool = |t| twice(t, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1], &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3]);
/// The registered numbers of Romania, of eight digits.
const ROMANIA: fn(&str) -> bool =
    |t| rest(&t[t.len() - 8..t.len() - 1], &[3, 2, 1, 7, 5, 3, 2], 11) * 10 % 11 % 10 == at(t, -1);
/// The numbers of Moldova.
const MOLDOVA: fn(&str) -> bool = |t| rest(&t[..12], &[7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1], 10) == at(t, -1);
/// The numbers of people in Czechia and Slovakia.
const BIRTH: fn(&str) -> bool = |t| number(t, 0, 10) % 11 == 0;

schemes! {
    AL_NIPT "al" Shape "<J|K|L|M>########@" [] none [En "NIPT" "NUIS"] ["nipt" "nuis"];
    BA_JMBG "ba" CheckDigit "<dd><mm><yyy>1<0|1|2|3|4|5|6|7|8|9>###?" [] check(JMBG) [Hr "JMBG" "matični broj", En "JMBG"] ["jmbg" "maticni_broj"];
    BG_EGN "bg" CheckDigit "<yy><m40><dd>###?" [] check(|t| rest(&t[..9], &[2, 4, 8, 5, 10, 9, 7, 3, 6], 11) % 10 == at(t, -1)) [Bg "ЕГН" "единен граждански номер", En "EGN"] ["egn" "ЕГН"];
    BG_PNF "bg" CheckDigit "#########?" [] check(|t| rest(&t[..9], &[21, 19, 17, 13, 11, 9, 7, 3, 1], 10) == at(t, -1)) [Bg "ЛНЧ" "личен номер на чужденец", En "PNF"] ["pnf" "lnch"];
    BG_VAT "bg" CheckDigit "BG########?" [] check(|t| twice(t, &[1, 2, 3, 4, 5, 6, 7, 8], &[3, 4, 5, 6, 7, 8, 9, 10])) [Bg "ДДС номер" "ИН по ЗДДС", En "VAT number"] ["vat_number" "dds"];
    BY_UNP "by" CheckDigit "<1|2|3|4|5|6|7>#######?" [] check(|t| rest(&t[..8], &[29, 23, 19, 17, 13, 7, 5, 3], 11) == at(t, -1)) [Ru "УНП", En "UNP"] ["unp"];
    CY_VAT "cy" CheckDigit "CY<1|3|6|9><0|1|3|9>######^" [] check(|t| (values(&t[2..10]).iter().enumerate().map(|(i, &v)| if i % 2 == 0 { [1, 0, 5, 7, 9, 13, 15, 17, 19, 21][v as usize] } else { v }).sum::<i64>() % 26) as u8 + b'A' == t.as_bytes()[10]) [El "ΦΠΑ" "αριθμός ΦΠΑ", En "VAT number"] ["vat_number" "tic"];
    CZ_BANK_ACCOUNT "cz" CheckDigit "#########?/<0100|0300|0800|2010|0600>" [] check(|t| even(&t[..10], &[6, 3, 7, 9, 10, 5, 8, 4, 2, 1], 11)) [Cs "číslo účtu" "účet", En "account number"] ["cislo_uctu" "ucet"];
    CZ_DIC "cz" CheckDigit "CZ<1|2|4|6>######?" [] check(|t| { let c = (11 - rest(&t[..9], &[8, 7, 6, 5, 4, 3, 2], 11)) % 11; (if c == 0 { 1 } else { c % 10 }) == at(t, -1) }) [Cs "DIČ", En "VAT number"] ["dic" "vat_number"];
    CZ_RC "cz" CheckDigit "<yy><m50><dd>###?" ["6/"] check(BIRTH) [Cs "rodné číslo" "RČ", En "birth number"] ["rodne_cislo" "rc"];
    EE_IK "ee" CheckDigit "<g><yy><mm><dd>###?" [] check(BALTIC) [Et "isikukood", En "personal code"] ["isikukood" "personal_code"];
    EE_KMKR "ee" CheckDigit "EE10######?" [] check(|t| even(t, &[3, 7, 1, 3, 7, 1, 3, 7, 1], 10)) [Et "KMKR" "KMKR number", En "VAT number"] ["kmkr" "vat_number"];
    EE_REGISTRIKOOD "ee" CheckDigit "1######?" [] check(|t| twice(t, &[1, 2, 3, 4, 5, 6, 7], &[3, 4, 5, 6, 7, 8, 9])) [Et "registrikood", En "registry code"] ["registrikood" "registry_code"];
    GR_AFM "gr" CheckDigit "########?;EL########?" [] check(|t| rest(t, &[256, 128, 64, 32, 16, 8, 4, 2], 11) % 10 == at(t, -1)) [El "ΑΦΜ" "Α.Φ.Μ.", En "AFM"] ["afm" "vat_number"];
    GR_AMKA "gr" CheckDigit "<dd><mm><yy>####?" [] check(luhn) [El "ΑΜΚΑ", En "AMKA"] ["amka"];
    HR_OIB "hr" CheckDigit "##########?" [] check(hybrid) [Hr "OIB", En "OIB"] ["oib"];
    HU_ANUM "hu" CheckDigit "HU+######?" [] check(|t| even(t, &[9, 7, 3, 1, 9, 7, 3, 1], 10)) [Hu "közösségi adószám" "ANUM", En "VAT number"] ["anum" "kozossegi_adoszam"];
    HU_SZEMELYI "hu" CheckDigit "<h><yy><mm><dd>###?" ["1-6-" "1 6 "] check(|t| { let is_old = at(t, 0) < 3 && number(t, 1, 3) < 97; rest(&t[..10], if is_old { &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10] } else { &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1] }, 11) == at(t, -1) }) [Hu "személyi szám" "személyi azonosító", En "personal number"] ["szemelyi_szam" "szemelyi"];
    HU_TAJ "hu" CheckDigit "########?" ["3 3 " "3-3-"] check(|t| rest(&t[..8], &[3, 7, 3, 7, 3, 7, 3, 7], 10) == at(t, -1)) [Hu "TAJ-szám" "TAJ", En "TAJ number"] ["taj" "taj_szam"];
    HU_TAX_ID "hu" CheckDigit "8########?" [] check(|t| rest(&t[..9], &[1, 2, 3, 4, 5, 6, 7, 8, 9], 11) == at(t, -1)) [Hu "adóazonosító jel" "adóazonosító", En "tax ID"] ["adoazonosito" "adoazonosito_jel"];
    LT_ASMENS "lt" CheckDigit "<g><yy><mm><dd>###?" [] check(BALTIC) [Lt "asmens kodas", En "personal code"] ["asmens_kodas" "personal_code"];
    LT_PVM "lt" CheckDigit "LT######+1?" [] check(|t| twice(t, &[1, 2, 3, 4, 5, 6, 7, 8], &[3, 4, 5, 6, 7, 8, 9, 1])) [Lt "PVM mokėtojo kodas" "PVM kodas", En "VAT number"] ["pvm_kodas" "vat_number"];
    LV_PK "lv" CheckDigit "<dd><mm><yy><l>###?" ["6-"] check(|t| (1 + rest(&t[..10], &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9], 11)) % 11 % 10 == at(t, -1)) [Lv "personas kods", En "personal code"] ["personas_kods" "personal_code"];
    LV_PVN "lv" CheckDigit "LV<4|5|9>00######??"  [] check(|t| rest(t, &[9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1], 11) == 3) [Lv "PVN numurs" "PVN reģistrācijas numurs", En "VAT number"] ["pvn" "vat_number"];
    MD_IDNO "md" CheckDigit "10<03|12|20>60######?" [] check(MOLDOVA) [Ro "IDNO", En "IDNO"] ["idno"];
    MD_IDNP "md" CheckDigit "20<01|04|12>0#######?" [] check(MOLDOVA) [Ro "IDNP" "cod personal", En "IDNP"] ["idnp"];
    ME_PIB "me" CheckDigit "0######?" [] check(|t| lacks(t, &[8, 7, 6, 5, 4, 3, 2])) [Sr "PIB", En "PIB"] ["pib"];
    MK_EDB "mk" CheckDigit "<40|50|80>##########?" [] check(|t| lacks(t, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) [Bg "ЕДБ", En "EDB"] ["edb"];
    PL_ID_CARD "pl" CheckDigit "<A|C|D>@@?#####" ["3 "] check(|t| values(t).iter().zip([7, 3, 1, 9, 7, 3, 1, 7, 3]).map(|(v, w)| v * w).sum::<i64>() % 10 == 0) [Pl "numer dowodu" "dowód osobisty" "seria i numer dowodu", En "ID card number"] ["nr_dowodu" "dowod_osobisty"];
    PL_NIP "pl" CheckDigit "+########?" ["3-3-2-" "3-2-2-"] check(|t| rest(&t[..9], &[6, 5, 7, 2, 3, 4, 5, 6, 7], 11) == at(t, -1)) [Pl "NIP" "numer NIP", En "NIP"] ["nip" "nr_nip"];
    PL_REGON "pl" CheckDigit "########?" [] check(|t| rest(&t[..8], &[8, 9, 2, 3, 4, 5, 6, 7], 11) % 10 == at(t, -1)) [Pl "REGON" "numer REGON", En "REGON"] ["regon"];
    RO_CF "ro" CheckDigit "RO+######?" ["2 "] check(ROMANIA) [Ro "cod fiscal" "CIF", En "VAT number"] ["cod_fiscal" "cif"];
    RO_CNP "ro" CheckDigit "<r><yy><mm><dd><01|12|26|40>###?" [] check(|t| { let c = rest(&t[..12], &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9], 11); (if c == 10 { 1 } else { c }) == at(t, -1) }) [Ro "CNP" "cod numeric personal", En "CNP"] ["cnp"];
    RO_CUI "ro" CheckDigit "+######?" [] check(ROMANIA) [Ro "CUI", En "CUI"] ["cui"];
    RO_ONRC "ro" Shape "J<40|12|05>/+###/20<10|15|21>" [] none [Ro "registrul comerțului" "nr. ORC", En "trade register number"] ["onrc" "nr_reg_com"];
    RS_JMBG "rs" CheckDigit "<dd><mm><yyy>7<1|2|3|4|5|7|8|9>###?" [] check(JMBG) [Sr "JMBG" "ЈМБГ" "matični broj", En "JMBG"] ["jmbg" "maticni_broj"];
    RS_PIB "rs" CheckDigit "1#######?" [] check(hybrid) [Sr "PIB" "ПИБ", En "PIB"] ["pib"];
    RU_INN "ru" CheckDigit "77#######?;50########??" [] check(|t| { let w = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]; let c = |from: usize, to: usize| rest(&t[..to], &w[from..], 11) % 10 == at(t, to as i64); if t.len() == 10 { c(2, 9) } else { c(1, 10) && c(0, 11) } }) [Ru "ИНН", En "INN"] ["inn" "ИНН"];
    RU_OGRN "ru" CheckDigit "1<02|15|22>77#######?;3<04|15|22>77#########?" [] check(|t| { let n = t.len() - 1; number(t, 0, n) % (n as i64 - 1) % 10 == at(t, -1) }) [Ru "ОГРН" "ОГРНИП", En "OGRN"] ["ogrn"];
    RU_PASSPORT "ru" Weak "<45|46|40|78><05|12|18>######" ["4 " "2 2 "] none [Ru "паспорт" "серия и номер паспорта", En "Russian passport"] ["passport" "passport_number" "паспорт"];
    RU_SNILS "ru" CheckDigit "1########??" ["3-3-3 "] check(|t| rest(&t[..9], &[9, 8, 7, 6, 5, 4, 3, 2, 1], 101) % 100 == number(t, 9, 11)) [Ru "СНИЛС", En "SNILS"] ["snils" "СНИЛС"];
    SI_DDV "si" CheckDigit "SI+######?" [] check(|t| lacks(&t[2..], &[8, 7, 6, 5, 4, 3, 2]) && rest(t, &[8, 7, 6, 5, 4, 3, 2], 11) != 0) [Sl "ID za DDV" "davčna številka", En "VAT number"] ["ddv" "davcna_stevilka"];
    SI_EMSO "si" CheckDigit "<dd><mm><yyy>50###?" [] check(JMBG) [Sl "EMŠO", En "EMSO"] ["emso" "EMŠO"];
    SI_MATICNA "si" CheckDigit "+#####?000" [] check(|t| { let c = 11 - rest(t, &[7, 6, 5, 4, 3, 2], 11); c < 11 && c % 10 == at(t, 6) }) [Sl "matična številka", En "registration number"] ["maticna" "maticna_stevilka"];
    SK_DPH "sk" CheckDigit "SK+#<2|3|4|7|8|9>######?" [] check(BIRTH) [Sk "IČ DPH", En "VAT number"] ["ic_dph" "vat_number"];
    SK_RC "sk" CheckDigit "<yy><m50><dd>###?" ["6/"] check(BIRTH) [Sk "rodné číslo" "RČ", En "birth number"] ["rodne_cislo" "rc"];
    UA_EDRPOU "ua" CheckDigit "<1|2|4>######?" [] check(|t| { let low = [1, 2, 3, 4, 5, 6, 7]; let middle = [7, 1, 2, 3, 4, 5, 6]; let w = if (30_000_000..=60_000_000).contains(&number(t, 0, 8)) { middle } else { low }; twice(t, &w, &w.map(|weight| weight + 2)) }) [Uk "ЄДРПОУ" "код ЄДРПОУ", En "EDRPOU"] ["edrpou" "ЄДРПОУ"];
    UA_RNTRC "ua" CheckDigit "<2|3>########?" [] check(|t| rest(&t[..9], &[-1, 5, 7, 9, 4, 6, 10, 5, 7], 11) % 10 == at(t, -1)) [Uk "РНОКПП" "ІПН", En "RNTRC"] ["rnokpp" "ipn"];
}
