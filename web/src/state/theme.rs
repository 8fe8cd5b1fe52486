/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Black on white or white on black, with strong lines.
    Contrast,
}

impl Theme {
    /// The name that is kept and that the styles know.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// The theme of that name.
    pub fn of(name: &str) -> Self {
        [Self::Light, Self::Dark, Self::Contrast].into_iter().find(|theme| theme.name() == name).unwrap_or(Self::Auto)
    }

    /// The one after it, when the reader presses the switch.
    pub const fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Contrast,
            Self::Contrast => Self::Auto,
        }
    }
}
