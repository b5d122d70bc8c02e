/// A language that the templates are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Lang {
    /// English.
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Portuguese.
    Pt,
    /// Dutch.
    Nl,
    /// Swedish.
    Sv,
    /// Finnish.
    Fi,
    /// Danish.
    Da,
    /// Norwegian.
    No,
    /// Polish.
    Pl,
    /// Turkish.
    Tr,
    /// Chinese, simplified.
    ZhHans,
    /// Chinese, traditional.
    ZhHant,
    /// Japanese.
    Ja,
    /// Korean.
    Ko,
    /// Hindi, and English as written in India.
    Hi,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 18] = [
        Self::En,
        Self::De,
        Self::Fr,
        Self::Es,
        Self::It,
        Self::Pt,
        Self::Nl,
        Self::Sv,
        Self::Fi,
        Self::Da,
        Self::No,
        Self::Pl,
        Self::Tr,
        Self::ZhHans,
        Self::ZhHant,
        Self::Ja,
        Self::Ko,
        Self::Hi,
    ];

    /// Whether it is written without spaces between words.
    pub fn is_unspaced(self) -> bool {
        matches!(self, Self::ZhHans | Self::ZhHant | Self::Ja)
    }

    /// The tag of BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::It => "it",
            Self::Pt => "pt",
            Self::Nl => "nl",
            Self::Sv => "sv",
            Self::Fi => "fi",
            Self::Da => "da",
            Self::No => "nb",
            Self::Pl => "pl",
            Self::Tr => "tr",
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::Ja => "ja",
            Self::Ko => "ko",
            Self::Hi => "hi",
        }
    }
}
