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
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// Its BCP 47 tag, as in `lang`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// Its own name for itself: whoever looks for it may read no other.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
        }
    }

    /// Which way it runs, as in `dir`.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::English | Self::Spanish => "ltr",
        }
    }

    /// The language of a BCP 47 tag, whatever its region: "es-MX" is Spanish.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
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

/// Says something in a language, and goes on in the one before.
pub fn in_language<T>(other: Language, say: impl FnOnce() -> T) -> T {
    let before = language();
    speak(other);
    let said = say();
    speak(before);
    said
}

/// One of the two, by language.
#[must_use]
pub fn say<T>(english: T, spanish: T) -> T {
    match language() {
        Language::English => english,
        Language::Spanish => spanish,
    }
}

thread_local! {
    static AT_DESK: Cell<bool> = const { Cell::new(false) };
}

/// Words are for somebody at a desk from now on, on this thread, or for somebody who holds a phone: a therapist does
/// the one, a client mostly the other.
pub fn sit(at_desk: bool) {
    AT_DESK.set(at_desk);
}

/// One of the two, by what the reader has before them.
#[must_use]
pub fn at_hand<T>(phone: T, desk: T) -> T {
    if AT_DESK.get() { desk } else { phone }
}

/// "this phone", or at a desk "this device".
#[must_use]
pub fn this_device() -> &'static str {
    say(at_hand("this phone", "this device"), at_hand("este teléfono", "este dispositivo"))
}

/// Words that begin a line, with a capital.
#[must_use]
pub fn begun(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What the journal itself says, in the language of the moment.
#[cfg(feature = "csr")]
#[must_use]
pub fn said(words: journal::language::Words) -> &'static str {
    say(words.english, words.spanish)
}

/// Words as functions: `name = "English", "Spanish";`, or `name = "Name" in every language;`. Anything else, and two
/// languages with the same words, does not compile.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $english:literal $(, $spanish:literal)? $(in every $language:ident)?;)*) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $name() -> &'static str {
                words!(@ $english $(, $spanish)? $(in every $language)?)
            }
        )*
    };
    (@ $english:literal, $spanish:literal) => {{
        const { assert!(!$crate::text::same($english, $spanish), "the same words twice: translate, or say `in every language`") };
        $crate::text::say($english, $spanish)
    }};
    (@ $same:literal in every language) => { $same };
}

/// Whether two texts are the same, while compiling.
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut place = 0;
    while place < one.len() {
        if one[place] != other[place] {
            return false;
        }
        place += 1;
    }
    true
}

pub mod account;
pub mod agenda;
pub mod alerts;
pub mod answers;
pub mod attach;
pub mod chart;
pub mod check_ins;
pub mod client;
pub mod compare;
#[cfg(feature = "csr")]
pub mod cover;
#[cfg(feature = "ssr")]
pub mod crisis;
pub mod export;
pub mod frame;
pub mod install;
pub mod keeping;
pub mod kinds;
pub mod languages;
pub mod later;
pub mod measures;
pub mod moment;
pub mod offer;
pub mod page;
pub mod planned;
pub mod public;
pub mod reminders;
pub mod safety;
pub mod scales;
pub mod settings;
pub mod sharing;
pub mod shell;
pub mod therapist;
pub mod threads;
pub mod timeline;
pub mod trouble;
pub mod when;
pub mod writing;
