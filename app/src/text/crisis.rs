//! Whom somebody can reach, by country. The server reads them from one file and checks them; here they are said in the
//! language of the moment.

use super::{Language, language, say};

/// Where somebody is in no country that has a row: a code that ISO 3166 gives to nobody.
pub const ELSEWHERE: &str = "ZZ";

/// Something in every language. It comes from a file, so unlike the words of the app it is checked when the server starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<T = String> {
    /// English.
    pub english: T,
    /// Spanish.
    pub spanish: T,
}

impl<T> Said<T> {
    /// In the language of the moment.
    #[must_use]
    pub fn text(&self) -> &T {
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
    /// Where it answers; it may have a number for each language.
    pub at: Said<Reach>,
}

/// Where somebody answers, or where there is something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// Call, text or read.
    pub how: How,
    /// The number or the name of the page, as people write it.
    pub shown: String,
    /// A `tel:`, `sms:` or `https:` link.
    pub link: String,
}

impl Reach {
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
    /// The emergency numbers, in the order to try; at least one.
    pub emergency: Vec<String>,
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
    /// When they were last checked, where it says so.
    pub checked: Option<(i32, u32, u32)>,
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
    /// The row of `region`, or where it has none the one for everywhere else; and all others by name, everywhere else
    /// last.
    #[must_use]
    pub fn for_region(&self, region: Option<&str>) -> (Option<&Country>, Vec<&Country>) {
        let of = |code: Option<&str>| self.countries.iter().find(|country| country.code.as_deref() == code);
        let own = region.and_then(|region| of(Some(region))).or_else(|| of(None));
        let is_other = |country: &&Country| own.is_none_or(|own| own.code != country.code);
        let mut others: Vec<_> = self.countries.iter().filter(is_other).collect();
        others.sort_by_key(|country| (country.code.is_none(), country.name.text()));
        (own, others)
    }
}
