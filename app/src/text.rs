//! Every word a person reads, in every language. A word is a function, so that it can be said in the language
//! of the moment; all its languages stand together, and one that is missing does not compile.

use std::cell::Cell;

/// A language that the app is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Where nothing else is known.
    #[default]
    English,
    /// As understood in Spain and in the Americas.
    Spanish,
}

impl Language {
    /// Its BCP 47 tag, as in `lang`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }
}

thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language that words are said in on this thread.
#[must_use]
pub fn language() -> Language {
    LANGUAGE.get()
}

/// Says words in this language from now on, on this thread: the whole app on a phone, one page on the server.
pub fn speak(language: Language) {
    LANGUAGE.set(language);
}

/// One of the two, by language.
#[must_use]
pub fn say<T>(english: T, spanish: T) -> T {
    match language() {
        Language::English => english,
        Language::Spanish => spanish,
    }
}

/// What the journal itself says, in the language of the moment.
#[cfg(feature = "csr")]
#[must_use]
pub fn said(words: journal::language::Words) -> &'static str {
    say(words.english, words.spanish)
}

/// Words as functions: `name = "English", "Spanish";`.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $english:expr $(, $spanish:expr)?;)*) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $name() -> &'static str {
                words!(@ $english $(, $spanish)?)
            }
        )*
    };
    (@ $english:expr, $spanish:expr) => { $crate::text::say($english, $spanish) };
    (@ $same:expr) => { $same };
}

pub mod account;
pub mod chart;
pub mod client;
pub mod crisis;
pub mod frame;
pub mod kinds;
pub mod moment;
pub mod page;
pub mod public;
pub mod scales;
pub mod shell;
pub mod therapist;
pub mod trouble;
