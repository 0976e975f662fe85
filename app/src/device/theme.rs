//! Light, dark, dim: kept on this device, put on before the first paint by the shell's script.

/// What the person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the phone is.
    #[default]
    Device,
    /// Paper.
    Light,
    /// Night.
    Dark,
    /// For the hours after a dose.
    Dim,
}

const KEY: &str = "theme";

impl Theme {
    /// All, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Device, Self::Light, Self::Dark, Self::Dim];

    /// As kept and as set on the document.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Dim => "dim",
        }
    }

    /// What was chosen on this device.
    #[must_use]
    pub fn kept() -> Self {
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        Self::ALL.into_iter().find(|theme| Some(theme.name()) == kept.as_deref()).unwrap_or_default()
    }

    /// Chooses it: at once and for the next time.
    pub fn choose(self) {
        self.show();
        if let Some(storage) = storage() {
            // Where nothing can be kept the choice lasts until the page is closed.
            drop(storage.set_item(KEY, self.name()));
        }
    }

    /// Puts it on without keeping it.
    pub fn show(self) {
        let root = web_sys::window().and_then(|window| window.document()?.document_element());
        if let Some(root) = root {
            drop(root.set_attribute("data-theme", self.name()));
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
