//! Asia, Africa, Oceania and numbers of no country.

use super::table::schemes;
use crate::corpus::verify::sums::{at, by_97, cross, even, number, rest, values};
use crate::corpus::verify::{balance, luhn, verhoeff};

/// The thirteen digits that Thailand gives to people, companies and taxpayers.
const THAI: fn(&str) -> bool =
    |t| (11 - rest(&t[..12], &[13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2], 11)) % 10 == at(t, -1);

schemes! {
    AE_EMIRATES_ID "ae" CheckDigit "784<yyyy>#######?" ["3-4-7-"] check(luhn) [Ar "رقم الهوية" "الهوية الإماراتية", En "Emirates ID"] ["emirates_id" "eid"];
    AU_ABN "au" CheckDigit "??#########" ["2 3 3 "] check(|t| at(t, 0) > 0 && (balance(t, &[10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0) [En "ABN" "Australian Business Number"] ["abn"];
    AU_ACN "au" CheckDigit "########?" ["3 3 "] check(|t| even(t, &[8, 7, 6, 5, 4, 3, 2, 1, 1], 10)) [En "ACN" "Australian Company Number"] ["acn"];
    AU_IHI "au" CheckDigit "800360#########?" ["4 4 4 "] check(luhn) [En "IHI" "individual healthcare identifier"] ["ihi"];
    AZ_VOEN "az" CheckDigit "########?<1|2>" [] check(|t| rest(t, &[4, 1, 8, 6, 2, 7, 5, 3], 11) == at(t, 8)) [Tr "VÖEN", En "VOEN"] ["voen"];
    CN_PASSPORT "cn" Weak "E########;E<A|B|D|G>#######" [] none [ZhHans "护照号" "护照号码", En "passport number"] ["passport_no" "huzhao"];
    CN_USCC "cn" CheckDigit "91<11|31|44>0<101|115|000>MA######!!" [] check(|t| { const A: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY"; let v = |c: char| A.find(c).map_or(99, |at| at as i64); let inner: i64 = t[8..16].chars().filter_map(|c| c.to_digit(36)).zip([3, 7, 9, 10, 5, 8, 4, 2]).map(|(d, w)| i64::from(d) * w).sum(); let outer: i64 = t.chars().take(17).zip([1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]).map(|(c, w)| v(c) * w).sum(); b"0X987654321"[(inner % 11) as usize] == t.as_bytes()[16] && (outer + v(char::from(t.as_bytes()[17]))) % 31 == 0 }) [ZhHans "统一社会信用代码" "信用代码", En "USCC"] ["uscc" "credit_code"];
    DZ_NIF "dz" Weak "<000|099|198>############" [] none [Fr "NIF" "numéro d'identification fiscale", Ar "رقم التعريف الجبائي"] ["nif"];
    EG_NATIONAL_ID "eg" Weak "2<yy><mm><dd><01|02|12|21>#####" [] none [Ar "الرقم القومي", En "national ID"] ["national_id" "raqam_qawmi"];
    EG_TN "eg" Weak "#########" ["3-3-"] none [Ar "رقم التسجيل الضريبي", En "tax registration number"] ["tax_number" "trn"];
    EU_OSS "" Weak "EU<372|276|440|528|040|250>######" [] none [En "OSS number" "VAT OSS number", De "OSS-Nummer"] ["oss" "oss_number"];
    EU_SEPA_CREDITOR_ID "" CheckDigit "DE??ZZZ0##########;AT??ZZZ###########" [] check(|t| by_97(&format!("{}{}", &t[7..], &t[..4])) == 1) [De "Gläubiger-ID" "Gläubiger-Identifikationsnummer", En "creditor identifier" "SEPA creditor ID"] ["creditor_id" "glaeubiger_id"];
    GH_TIN "gh" CheckDigit "<P|C|G>00#######?" [] check(|t| rest(&t[1..10], &[1, 2, 3, 4, 5, 6, 7, 8, 9], 11) == at(t, -1)) [En "TIN" "Ghana TIN"] ["tin"];
    GN_NIFP "gn" CheckDigit "########?" ["3-3-"] check(luhn) [Fr "NIFp" "NIF", En "NIFp"] ["nifp" "nif"];
    ID_NIK "id" Weak "<317101|327302|357803><d40><mm><yy>000#" [] none [Id "NIK" "nomor KTP", En "NIK"] ["nik" "no_ktp"];
    ID_NPWP "id" Weak "0#######?<001|411|525>000" ["2.3.3.1-3."] lax(|t| luhn(&t[..9])) [Id "NPWP" "nomor NPWP", En "NPWP"] ["npwp"];
    IL_HP "il" CheckDigit "51######?" ["2-6-"] check(luhn) [He "ח.פ." "מספר חברה", En "company number"] ["hp" "company_number"];
    IL_IDNR "il" CheckDigit "<0|2|3>#######?" [] check(luhn) [He "תעודת זהות" "ת.ז.", En "Teudat Zehut"] ["teudat_zehut" "tz"];
    IMSI "" Weak "310150#########;26201##########;40445##########;23410##########" [] none [En "IMSI"] ["imsi"];
    IN_GSTIN "in" CheckDigit "<27|29|07|33>@@@<P|C|F>@####@<1|2>Z!" [] check(|t| { let s: i64 = values(t).iter().take(14).enumerate().map(|(i, v)| v * (1 + i as i64 % 2)).map(|p| p / 36 + p % 36).sum(); (s + values(t)[14]) % 36 == 0 }) [En "GSTIN" "GST number", Hi "जीएसटी नंबर"] ["gstin" "gst_number"];
    IN_VID "in" CheckDigit "9##############?" ["4 4 4 "] check(verhoeff) [En "VID" "virtual ID", Hi "वर्चुअल आईडी"] ["vid" "virtual_id"];
    IN_VOTER "in" CheckDigit "@@@######?" [] check(luhn) [En "EPIC number" "voter ID", Hi "वोटर आईडी"] ["epic" "voter_id"];
    IR_NATIONAL_CODE "ir" CheckDigit "<00|04|12|22>#######?" ["3-6-"] check(|t| { let r = rest(&t[..9], &[10, 9, 8, 7, 6, 5, 4, 3, 2], 11); (if r < 2 { r } else { 11 - r }) == at(t, -1) }) [Fa "کد ملی" "کدملی", En "national code"] ["kod_melli" "national_code"];
    JP_CORPORATE_NUMBER "jp" CheckDigit "?############" ["1-4-4-"] check(|t| at(t, 0) == 9 - rest(t, &[0, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1], 9)) [Ja "法人番号", En "corporate number"] ["corporate_number" "hojin_bango"];
    KE_PIN "ke" Shape "<A|P>0########@" [] none [En "KRA PIN" "PIN"] ["kra_pin" "pin"];
    KR_BRN "kr" CheckDigit "<1|2|6>##<1|8>#####?" ["3-2-"] check(|t| (balance(t, &[1, 3, 7, 1, 3, 7, 1, 3, 5, 1]) + at(t, 8) * 5 / 10) % 10 == 0) [Ko "사업자등록번호" "사업자번호", En "business registration number"] ["brn" "business_number"];
    KZ_IIN "kz" CheckDigit "<yy><mm><dd><g>####?" [] check(|t| { let w = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]; let r = match rest(&t[..11], &w, 11) { 10 => rest(&t[..11], &[3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2], 11), r => r }; r == at(t, -1) }) [Ru "ИИН", En "IIN"] ["iin" "ИИН"];
    LK_NIC "lk" Weak "<6|7|8|9>#<0|1|2|5|6|7>+#####V;19<7|8|9>#<0|1|2|5|6|7>+######" [] none [En "NIC" "NIC number"] ["nic" "nic_number"];
    MA_ICE "ma" CheckDigit "00###########??" [] check(|t| number(t, 0, 15) % 97 == 0) [Fr "ICE" "identifiant commun de l'entreprise", Ar "المعرف الموحد للمقاولة"] ["ice"];
    MEID "" Weak "A0000#&&&&&&&&" ["2 6 "] none [En "MEID"] ["meid"];
    MU_NID "mu" CheckDigit "@<dd><mm><yy>######!" [] check(|t| { let all = values(t); let s: i64 = all.iter().take(13).zip((2..=14).rev()).map(|(v, w)| v * w).sum(); (17 - s % 17) % 17 == all[13] }) [En "NID" "national ID", Fr "carte d'identité"] ["nid" "national_id"];
    MY_NRIC "my" Weak "<yy><mm><dd><01|10|14>####" ["6-2-"] none [Id "MyKad" "no. kad pengenalan", En "NRIC" "IC number"] ["nric" "ic_number" "mykad"];
    MZ_NUIT "mz" CheckDigit "<1|4>#######?" [] check(|t| i64::from(b"01234567891"[rest(&t[..8], &[8, 9, 4, 5, 6, 7, 8, 9], 11) as usize] - b'0') == at(t, -1)) [Pt "NUIT", En "NUIT"] ["nuit"];
    NZ_BANK_ACCOUNT "nz" CheckDigit "<010902|010242|060501|123140>0<0|1|2|4|5>####?00" ["2-4-7-"] check(|t| even(t, &[0, 0, 6, 3, 7, 9, 0, 10, 5, 8, 4, 2, 1], 11)) [En "bank account" "account number"] ["bank_account" "account_number"];
    NZ_IRD "nz" CheckDigit "1<0|1|2|3|4>######?" ["3-3-"] check(|t| { let c = (11 - rest(&t[..8], &[3, 2, 7, 6, 5, 4, 3, 2], 11)) % 11; let c = if c == 10 { (11 - rest(&t[..8], &[7, 4, 3, 2, 5, 2, 7, 6], 11)) % 11 } else { c }; c == at(t, -1) }) [En "IRD number" "IRD"] ["ird" "ird_number"];
    NZ_NHI "nz" CheckDigit "<Z|C|J|P><A|B|F|K><C|D|G|X>###?" [] check(|t| { let letters: i64 = t.bytes().zip([7, 6, 5]).map(|(b, w)| w * (i64::from(b - b'A') + 1 - i64::from(b > b'I') - i64::from(b > b'O'))).sum(); let r = (letters + balance(&t[..6], &[4, 3, 2])) % 11; r > 0 && (11 - r) % 10 == at(t, -1) }) [En "NHI number" "NHI"] ["nhi" "nhi_number"];
    PK_CNIC "pk" Weak "<1|2|3|4><1|2|3|5|7>##########<1|2|3|4|5|6|7|8>" ["5-7-"] none [En "CNIC" "CNIC number"] ["cnic"];
    SA_NATIONAL_ID "sa" CheckDigit "<1|2>########?" [] check(luhn) [Ar "رقم الهوية" "رقم الهوية الوطنية" "الإقامة", En "national ID" "Iqama number"] ["national_id" "iqama"];
    SG_UEN "sg" CheckDigit "53######^;20<05|12|19>#####^" [] check(|t| { let all = t.len(); let (w, letters): (&[i64], &[u8]) = if all == 9 { (&[10, 4, 9, 3, 8, 2, 7, 1], b"XMKECAWLJDB") } else { (&[10, 8, 6, 4, 9, 7, 5, 3, 1], b"ZKCMDNERGWH") }; letters[rest(t, w, 11) as usize] == t.as_bytes()[all - 1] }) [En "UEN", ZhHans "UEN"] ["uen"];
    SN_NINEA "sn" CheckDigit "00####?2<C|G|V><1|2|3>" ["7 "] check(|t| even(&t[..7], &[1, 2, 1, 2, 1, 2, 1], 10)) [Fr "NINEA", En "NINEA"] ["ninea"];
    SWIFT_CODE "" Shape "<DEUTDEFF|COBADEFF|BNPAFRPP|BARCGB22|INGBNL2A|CHASUS33|HSBCHKHH|UBSWCHZH|NDEAFIHH>;<DEUTDE|BARCGB|CHASUS>##XXX" [] none [En "BIC" "SWIFT code", De "BIC", Fr "BIC", Es "código SWIFT"] ["bic" "swift" "swift_code"];
    TH_MOA "th" CheckDigit "0105###<5|6>####?" ["1-4-5-2-"] check(THAI) [Th "เลขทะเบียนนิติบุคคล", En "company registration number"] ["company_id" "moa"];
    TH_TIN "th" CheckDigit "099#########?" ["1-4-5-2-"] lax(THAI) [Th "เลขประจำตัวผู้เสียภาษี", En "tax ID"] ["tax_id" "tin"];
    TH_TNIN "th" CheckDigit "<1|2|3|5><10|20|50|73>#########?" ["1-4-5-2-"] check(THAI) [Th "เลขบัตรประชาชน" "เลขประจำตัวประชาชน", En "Thai ID"] ["citizen_id" "thai_id"];
    TN_MF "tn" Shape "#######<A|B|C|D|M|N>/<A|P|B>/<M|P|C>/000" [] none [Fr "matricule fiscal", Ar "المعرف الجبائي", En "tax ID"] ["matricule_fiscal" "mf"];
    TR_VKN "tr" CheckDigit "#########?" [] check(|t| { let s: i64 = (0..9).map(|i| { let v = (at(t, i) + 9 - i) % 10; if v == 0 { 0 } else { let p = (v << (9 - i)) % 9; if p == 0 { 9 } else { p } } }).sum(); (10 - s % 10) % 10 == at(t, -1) }) [Tr "VKN" "vergi kimlik no" "vergi numarası", En "tax number"] ["vkn" "vergi_no"];
    TW_UBN "tw" CheckDigit "+#####<0|1|2|3|5|6|8|9>?" [] check(|t| cross(&values(t), &[1, 2, 1, 2, 1, 2, 4, 1]) % 5 == 0) [ZhHant "統一編號" "統編", En "UBN"] ["ubn" "tax_id"];
    VIN "" CheckDigit "<1HG|2T1|5YJ|1FT><CM8|BR3|SA1><26|13|E4>!<A|L|H|M><A|F|R>######" [] check(|t| { let s: i64 = t.bytes().zip([8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]).map(|(b, w)| w * match b { b'0'..=b'9' => i64::from(b - b'0'), b'A'..=b'H' => i64::from(b - b'A') + 1, b'J'..=b'R' => i64::from(b - b'J') + 1, _ => i64::from(b.max(b'S') - b'S') + 2 }).sum(); b"0123456789X"[(s % 11) as usize] == t.as_bytes()[8] }) [En "VIN" "vehicle identification number", De "Fahrgestellnummer" "FIN"] ["vin" "fahrgestellnummer"];
    VN_CCCD "vn" Weak "0<01|31|48|79><0|1><7|8|9>#######" [] none [Vi "CCCD" "số CCCD" "căn cước công dân", En "CCCD"] ["cccd" "so_cccd"];
    VN_MST "vn" CheckDigit "<01|03|10>#######?" [] check(|t| 10 - rest(&t[..9], &[31, 29, 23, 19, 17, 13, 7, 5, 3], 11) == at(t, -1)) [Vi "MST" "mã số thuế", En "tax code"] ["mst" "ma_so_thue"];
    ZA_TIN "za" CheckDigit "<0|1|2|3|9>########?" [] check(luhn) [En "tax reference number" "income tax number"] ["tax_number" "tax_reference"];
}
