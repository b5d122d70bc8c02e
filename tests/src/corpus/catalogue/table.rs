//! The short spelling of a row: entity, jurisdiction, strength, forms, groupings, check, words by language, keys.

/// Rows of a table.
///
/// `check(..)` is what the scheme accepts; `lax(..)` what its issuer writes and nobody may rely on, so that there are no
/// near misses; `none` stands where no check digit is published.
macro_rules! schemes {
    ($($entity:ident $place:literal $strength:ident $forms:literal [$($shape:literal)*] $kind:ident $(($check:expr))?
        [$($lang:ident $($word:literal)+),+] [$($key:literal)+];)+) => {
        pub(super) const IDENTIFIERS: &[crate::corpus::Identifier] = &[$(
            crate::corpus::Identifier {
                entity: stringify!($entity),
                variant: "",
                jurisdiction: $place,
                strength: crate::corpus::Strength::$strength,
                make: |rng| crate::corpus::scheme::make(
                    rng, $forms, &[$($shape),*], schemes!(@check $($check)?)
                ),
                valid: schemes!(@valid $kind $forms, $($check)?),
                words: &[$((crate::corpus::Lang::$lang, &[$($word),+])),+],
                keys: &[$($key),+],
            },
        )+];
    };
    (@check) => { |_| true };
    (@check $check:expr) => { $check };
    (@valid check $forms:literal, $check:expr) => {
        Some(|text| {
            let check: fn(&str) -> bool = $check;
            crate::corpus::scheme::fits(text, $forms) && check(text)
        })
    };
    (@valid $kind:ident $forms:literal, $($check:expr)?) => { None };
}

pub(super) use schemes;
