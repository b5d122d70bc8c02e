//! Stage: check digits and structure of a matched number.
//!
//! One validator a file, named after the number it checks: a pure function over the matched bytes, with vectors beside
//! it. A validator sees the match as the rule's pattern confirmed it, separators included, and proves only what its
//! documentation says: a right check digit does not mean that the number was issued.

mod arithmetic;
mod checksums;
mod digits;
#[cfg(test)]
mod testing;

pub(crate) use arithmetic::*;
pub(crate) use checksums::*;
pub(crate) use digits::*;

/// What a validator says of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "a fourth answer would change the meaning of the other three")]
pub enum Check {
    /// Structure and check digit are right.
    Valid,
    /// The structure is right, and the scheme has no check digit for this number (a legacy form, an issue date after
    /// the check digit was given up). Lowers the likelihood by one level.
    Unverified,
    /// Not such a number.
    Invalid,
}

impl From<bool> for Check {
    fn from(valid: bool) -> Self {
        if valid { Self::Valid } else { Self::Invalid }
    }
}

/// A named check, as a rule file refers to it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Validator {
    /// The name that rule files use: `pl_pesel`.
    pub name: &'static str,
    /// Checks the matched bytes, separators included. Never panics, whatever the bytes.
    pub check: fn(&[u8]) -> Check,
}

/// Declares the modules and the table of validators, sorted by name: the one place where a validator is registered.
macro_rules! validators {
    ($($name:ident),+ $(,)?) => {
        $(mod $name;)+

        /// Every validator, sorted by name.
        pub static VALIDATORS: &[Validator] =
            &[$(Validator { name: stringify!($name), check: $name::check }),+];
    };
}

/// Vectors of a validator, as tests: every `valid` row must be [`Check::Valid`], every `invalid` row (text, what breaks)
/// [`Check::Invalid`], every `unverified` row [`Check::Unverified`]; and of all changes of one digit of the valid rows
/// at least `catches` per cent must be [`Check::Invalid`] (100 where the scheme guarantees it).
#[cfg(test)]
macro_rules! vectors {
    (
        valid: [$($valid:expr),+ $(,)?],
        $(unverified: [$($unverified:expr),+ $(,)?],)?
        invalid: [$(($invalid:expr, $why:expr)),+ $(,)?],
        catches: $catches:expr $(,)?
    ) => {
        #[test]
        fn vectors() {
            crate::validate::testing::Vectors {
                check: super::check,
                valid: &[$($valid),+],
                unverified: &[$($($unverified),+)?],
                invalid: &[$(($invalid, $why)),+],
                catches: $catches,
            }
            .run();
        }
    };
}
#[cfg(test)]
use vectors;

validators! {
    ae_emirates_id,
    ae_phone,
    age_secret_key,
    ar_cbu,
    ar_cuit,
    at_svnr,
    at_tin,
    at_uid,
    au_abn,
    au_acn,
    au_ihi,
    au_medicare,
    au_phone,
    au_tfn,
    aws_secret,
    az_voen,
    basic_auth,
    be_bis,
    be_eid,
    be_nn,
    be_vat,
    bearer_token,
    bg_egn,
    bg_pnf,
    bg_vat,
    br_cnh,
    br_cnpj,
    br_cns,
    br_cpf,
    br_phone,
    br_pis,
    br_titulo,
    by_unp,
    ca_bc_phn,
    ca_bn,
    ca_ohip,
    ca_sin,
    card_track,
    ch_ahv,
    ch_uid,
    cl_rut,
    cn_phone,
    cn_ric,
    cn_uscc,
    co_nit,
    compact_time,
    credit_card,
    crypto_bch,
    crypto_bech32,
    crypto_btc,
    crypto_doge,
    crypto_eth,
    crypto_ltc,
    crypto_private_key,
    crypto_tron,
    crypto_xlm,
    crypto_xmr,
    crypto_xrp,
    cy_vat,
    cz_bank_account,
    cz_dic,
    cz_rc,
    de_health_insurance,
    de_phone,
    de_social_security,
    de_tax_id,
    de_vat_id,
    dk_cpr,
    dk_cvr,
    do_cedula,
    do_rnc,
    ec_ci,
    ee_ik,
    ee_kmkr,
    ee_registrikood,
    eg_national_id,
    email,
    epoch,
    es_ccc,
    es_cif,
    es_cups,
    es_dni,
    es_nie,
    es_nss,
    es_phone,
    es_referencia_catastral,
    eu_oss,
    fi_hetu,
    fi_ytunnus,
    fr_nif,
    fr_nir,
    fr_phone,
    fr_siren,
    fr_tva,
    gb_nhs,
    gb_nino,
    gb_phone,
    gb_upn,
    gb_utr,
    gb_vat,
    gh_phone,
    gh_tin,
    github_token,
    gn_nifp,
    gr_afm,
    gr_amka,
    grafana_token,
    gt_nit,
    gtin,
    hex_digest,
    hk_id,
    hk_phone,
    hr_oib,
    hu_anum,
    hu_szemelyi,
    hu_taj,
    hu_tax_id,
    iban,
    iccid,
    id_nik,
    id_npwp,
    id_phone,
    ie_pps,
    ie_vat,
    il_hp,
    il_id,
    il_phone,
    imei,
    imsi,
    in_aadhaar,
    in_gstin,
    in_pan,
    in_phone,
    in_vid,
    in_voter,
    ip_v4,
    ip_v6,
    ir_national_code,
    is_kennitala,
    isbn,
    it_fiscal_code,
    it_phone,
    it_vat,
    jmbg,
    jp_corporate_number,
    jp_driver_license,
    jp_my_number,
    jp_phone,
    jwt,
    ke_phone,
    kr_brn,
    kr_frn,
    kr_phone,
    kr_rrn,
    kw_civil_id,
    kz_iin,
    lei,
    lk_nic,
    lt_pvm,
    lu_matricule,
    lu_tva,
    lv_pk,
    lv_pvn,
    ma_ice,
    mac_address,
    md_idno,
    me_pib,
    meid,
    mk_edb,
    mrz,
    mt_vat,
    mu_nid,
    mx_clabe,
    mx_curp,
    mx_nss,
    mx_phone,
    mx_rfc,
    my_nric,
    my_phone,
    mz_nuit,
    ng_phone,
    nl_bsn,
    nl_btw,
    nl_onderwijsnummer,
    nl_phone,
    no_fodselsnummer,
    no_kontonr,
    no_orgnr,
    npm_token,
    nz_bank_account,
    nz_ird,
    nz_nhi,
    nz_phone,
    password,
    pe_ruc,
    ph_phone,
    phone_e164,
    phone_local,
    pk_cnic,
    pl_id_card,
    pl_nip,
    pl_pesel,
    pl_regon,
    pt_cc,
    pt_nif,
    pt_niss,
    py_ruc,
    qa_id,
    ro_cnp,
    ro_cui,
    rs_pib,
    ru_inn,
    ru_ogrn,
    ru_snils,
    sa_national_id,
    sa_phone,
    se_orgnr,
    se_personnummer,
    se_vat,
    sepa_creditor,
    sg_nric,
    sg_phone,
    sg_uen,
    sg_vehicle_plate,
    si_ddv,
    si_maticna,
    sk_dph,
    sn_ninea,
    sv_nit,
    swift_code,
    th_moa,
    th_phone,
    th_tin,
    th_tnin,
    tn_mf,
    tr_national_id,
    tr_vkn,
    tw_national_id,
    tw_phone,
    tw_ubn,
    ua_edrpou,
    ua_rntrc,
    url_credentials,
    url_query,
    us_aba_routing,
    us_dea,
    us_ein,
    us_itin,
    us_mbi,
    us_npi,
    us_phone,
    us_ssn,
    uy_ci,
    uy_rut,
    ve_rif,
    vin,
    vn_cccd,
    vn_mst,
    vn_phone,
    za_id,
    za_phone,
    za_tin,
}

/// The validator of that name.
pub fn by_name(name: &str) -> Option<&'static Validator> {
    let at = VALIDATORS.binary_search_by(|v| v.name.cmp(name)).ok()?;
    Some(&VALIDATORS[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted_by_name() {
        assert!(VALIDATORS.is_sorted_by(|a, b| a.name < b.name));
    }

    #[test]
    fn no_input_panics() {
        let hostile: [&[u8]; 10] = [
            b"",
            b"0",
            b"\0",
            &[0xff; 64],
            &[b'9'; 300],
            &[b'-'; 40],
            b"  A-Z  ",
            "１２３".as_bytes(),
            &[b'Z'; 40],
            b"1",
        ];
        for validator in VALIDATORS {
            for text in hostile {
                (validator.check)(text);
            }
            for len in 0..40 {
                for fill in [b'0', b'1', b'9', b'A', b'z', b'.', b':', b'@'] {
                    (validator.check)(&vec![fill; len]);
                }
            }
        }
    }
}
