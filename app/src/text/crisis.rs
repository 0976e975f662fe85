//! Whom somebody can reach, by country. The server reads them from one file and checks them; here they are said in the
//! language of the moment.

use super::{Language, language, say};

/// A text in every language. It comes from a file, so unlike the words of the app it is checked when the server starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// English.
    pub english: String,
    /// Spanish.
    pub spanish: String,
}

impl Said {
    /// In the language of the moment.
    #[must_use]
    pub fn text(&self) -> &str {
        match language() {
            Language::English => &self.english,
            Language::Spanish => &self.spanish,
        }
    }
}

/// How somebody is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// A number to call.
    Call,
    /// A number to text, and what to write where it must be something.
    Text(Option<String>),
    /// A page.
    Page,
}

/// How to reach somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What the service is called.
    pub name: Said,
    /// Call, text or read.
    pub how: How,
    /// The number or the name of the page, as people write it.
    pub shown: String,
    /// A `tel:`, `sms:` or `https:` link.
    pub link: String,
}

impl Way {
    /// What a tap does: "Call 988".
    #[must_use]
    pub fn label(&self) -> String {
        let shown = &self.shown;
        match &self.how {
            How::Call => call(shown),
            How::Text(None) => say(format!("Text {shown}"), format!("SMS al {shown}")),
            How::Text(Some(word)) => {
                say(format!("Text {word} to {shown}"), format!("SMS con {word} al {shown}"))
            }
            How::Page => shown.clone(),
        }
    }
}

/// What a tap on a number to call does: "Call 999".
#[must_use]
pub fn call(number: &str) -> String {
    say(format!("Call {number}"), format!("Llamar al {number}"))
}

/// The lines of one country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166 code in capitals; `None` for everywhere else.
    pub code: Option<String>,
    /// Its name.
    pub name: Said,
    /// In the order to try.
    pub ways: Vec<Way>,
    /// The emergency number.
    pub emergency: String,
    /// When the row was last checked: year, month 1 to 12, day.
    pub checked: (i32, u32, u32),
}

/// What the practice itself says to people who need help now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// The heading.
    pub name: Said,
    /// A sentence or two.
    pub words: Said,
    /// Its own numbers.
    pub ways: Vec<Way>,
}

/// The whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// Shown before the countries.
    pub practice: Option<Practice>,
    /// One row a country, everywhere else last.
    pub countries: Vec<Country>,
}

impl Lines {
    /// The row of `region`, where there is one, and all others by name, everywhere else last.
    #[must_use]
    pub fn for_region(&self, region: Option<&str>) -> (Option<&Country>, Vec<&Country>) {
        let is_own = |country: &&Country| region.is_some() && country.code.as_deref() == region;
        let (own, mut others): (Vec<_>, Vec<_>) = self.countries.iter().partition(is_own);
        others.sort_by_key(|country| (country.code.is_none(), country.name.text()));
        (own.into_iter().next(), others)
    }
}
