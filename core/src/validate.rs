//! Stage: check digits and structure of a matched number.
//!
//! One validator a file, named after the number it checks: a pure function over the matched bytes, with vectors beside
//! it. A validator sees the match as the rule's pattern confirmed it, separators included, and proves only what its
//! documentation says: a right check digit does not mean that the number was issued.

mod arithmetic;
mod digits;
#[cfg(test)]
mod testing;

pub(crate) use arithmetic::*;
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
    au_abn,
    au_acn,
    au_ihi,
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
    ch_ahv,
    cn_phone,
    cn_ric,
    cn_uscc,
    compact_time,
    credit_card,
    crypto_btc,
    crypto_eth,
    de_phone,
    de_tax_id,
    dk_cpr,
    email,
    epoch,
    es_dni,
    es_nie,
    es_phone,
    fi_hetu,
    fr_nir,
    fr_phone,
    gb_nhs,
    gb_nino,
    gb_phone,
    gb_utr,
    github_token,
    gtin,
    hex_digest,
    hk_id,
    hk_phone,
    iban,
    id_nik,
    id_npwp,
    id_phone,
    ie_pps,
    imei,
    in_aadhaar,
    in_gstin,
    in_pan,
    in_phone,
    in_vid,
    in_voter,
    ip_v4,
    ip_v6,
    isbn,
    it_fiscal_code,
    it_phone,
    jp_corporate_number,
    jp_driver_license,
    jp_my_number,
    jp_phone,
    jwt,
    kr_brn,
    kr_frn,
    kr_phone,
    kr_rrn,
    lk_nic,
    mac_address,
    mrz,
    mx_curp,
    mx_phone,
    my_nric,
    my_phone,
    nl_bsn,
    nl_phone,
    no_fodselsnummer,
    nz_bank_account,
    nz_ird,
    nz_nhi,
    nz_phone,
    password,
    ph_phone,
    phone_e164,
    phone_local,
    pk_cnic,
    pl_pesel,
    pt_nif,
    se_personnummer,
    sg_nric,
    sg_phone,
    sg_uen,
    sg_vehicle_plate,
    th_moa,
    th_phone,
    th_tin,
    th_tnin,
    tr_national_id,
    tw_national_id,
    tw_phone,
    tw_ubn,
    url_credentials,
    url_query,
    us_aba_routing,
    us_ein,
    us_itin,
    us_npi,
    us_phone,
    us_ssn,
    vn_cccd,
    vn_mst,
    vn_phone,
    za_id,
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
