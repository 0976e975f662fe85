//! `dist/list.json`: what was built, for the server to embed.

use serde::Serialize;

/// Everything that was built.
#[derive(Serialize)]
pub struct List {
    /// Changes when anything changes.
    pub build: String,
    /// By name.
    pub files: Vec<Entry>,
}

/// One file. Where `brotli` and `gzip` say how long they are, `<name>.br` and `<name>.gz` lie beside it.
#[derive(Clone, Serialize)]
pub struct Entry {
    pub name: String,
    /// What the server looks it up by.
    pub role: String,
    pub part: Part,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub raw: usize,
    pub brotli: Option<usize>,
    pub gzip: Option<usize>,
    /// The name changes with the content.
    pub immutable: bool,
}

impl Entry {
    /// As it travels.
    pub fn travels(&self) -> usize {
        self.brotli.unwrap_or(self.raw)
    }
}

/// What a file is loaded with.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Before the first screen works: this is what the budget weighs.
    App,
    /// When a screen is opened that the first one does not need.
    Later,
    /// When a password is typed.
    SignIn,
    Fonts,
    /// By the browser, around the page.
    Around,
}

impl Part {
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::App, "the first screen"),
        (Self::Later, "later screens"),
        (Self::SignIn, "sign-in worker"),
        (Self::Fonts, "fonts"),
        (Self::Around, "around it"),
    ];
}
