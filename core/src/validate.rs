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
    au_medicare,
    au_phone,
    au_tfn,
    aws_secret,
    basic_auth,
    be_bis,
    be_nn,
    bearer_token,
    br_cnpj,
    br_cpf,
    br_phone,
    ca_sin,
    card_track,
    ch_ahv,
    cn_phone,
    cn_ric,
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
    de_phone,
    de_tax_id,
    dk_cpr,
    eg_national_id,
    email,
    epoch,
    es_dni,
    es_nie,
    es_phone,
    eu_oss,
    fi_hetu,
    fr_nir,
    fr_phone,
    gb_nhs,
    gb_nino,
    gb_phone,
    gb_utr,
    gh_phone,
    gh_tin,
    github_token,
    gn_nifp,
    grafana_token,
    gtin,
    hex_digest,
    hk_id,
    iban,
    iccid,
    ie_pps,
    il_hp,
    il_id,
    il_phone,
    imei,
    imsi,
    in_aadhaar,
    in_pan,
    in_phone,
    ip_v4,
    ip_v6,
    isbn,
    it_fiscal_code,
    it_phone,
    jp_my_number,
    jp_phone,
    jwt,
    ke_phone,
    kr_phone,
    kr_rrn,
    kw_civil_id,
    lei,
    ma_ice,
    mac_address,
    meid,
    mrz,
    mu_nid,
    mx_curp,
    mx_phone,
    mz_nuit,
    ng_phone,
    nl_bsn,
    nl_phone,
    no_fodselsnummer,
    npm_token,
    password,
    phone_e164,
    phone_local,
    pl_pesel,
    pt_nif,
    qa_id,
    sa_national_id,
    sa_phone,
    se_personnummer,
    sepa_creditor,
    sg_nric,
    sn_ninea,
    swift_code,
    tn_mf,
    tr_national_id,
    tw_national_id,
    url_credentials,
    url_query,
    us_aba_routing,
    us_ein,
    us_itin,
    us_npi,
    us_phone,
    us_ssn,
    vin,
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
