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
    /// Icelandic.
    Is,
    /// Czech.
    Cs,
    /// Slovak.
    Sk,
    /// Hungarian.
    Hu,
    /// Romanian.
    Ro,
    /// Bulgarian.
    Bg,
    /// Greek.
    El,
    /// Croatian.
    Hr,
    /// Serbian.
    Sr,
    /// Slovene.
    Sl,
    /// Lithuanian.
    Lt,
    /// Latvian.
    Lv,
    /// Estonian.
    Et,
    /// Russian.
    Ru,
    /// Ukrainian.
    Uk,
    /// Arabic.
    Ar,
    /// Hebrew.
    He,
    /// Persian.
    Fa,
    /// Thai.
    Th,
    /// Vietnamese.
    Vi,
    /// Indonesian.
    Id,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 39] = [
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
        Self::Is,
        Self::Cs,
        Self::Sk,
        Self::Hu,
        Self::Ro,
        Self::Bg,
        Self::El,
        Self::Hr,
        Self::Sr,
        Self::Sl,
        Self::Lt,
        Self::Lv,
        Self::Et,
        Self::Ru,
        Self::Uk,
        Self::Ar,
        Self::He,
        Self::Fa,
        Self::Th,
        Self::Vi,
        Self::Id,
    ];

    /// Whether it is written without spaces between words.
    pub fn is_unspaced(self) -> bool {
        matches!(self, Self::ZhHans | Self::ZhHant | Self::Ja | Self::Th)
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
            Self::Is => "is",
            Self::Cs => "cs",
            Self::Sk => "sk",
            Self::Hu => "hu",
            Self::Ro => "ro",
            Self::Bg => "bg",
            Self::El => "el",
            Self::Hr => "hr",
            Self::Sr => "sr",
            Self::Sl => "sl",
            Self::Lt => "lt",
            Self::Lv => "lv",
            Self::Et => "et",
            Self::Ru => "ru",
            Self::Uk => "uk",
            Self::Ar => "ar",
            Self::He => "he",
            Self::Fa => "fa",
            Self::Th => "th",
            Self::Vi => "vi",
            Self::Id => "id",
        }
    }
}
