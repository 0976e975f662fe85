//! Crisis lines and the practice's own words: one file, so that a wrong number is one line to mend. The operator can
//! put another in its place; a file with a mistake in it stops the server before anybody needs it.

use std::{collections::BTreeSet, fs, path::Path};

use app::text::crisis::{Country, ELSEWHERE, How, Lines, Practice, Reach, Said, Way};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

/// The file that comes with the server, as text.
pub const EMBEDDED: &str = include_str!("crisis-lines.json");

/// What is wrong with the file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It cannot be read.
    #[error("crisis lines: {path} cannot be read: {reason}")]
    Unreadable {
        /// Which file.
        path: String,
        /// What the system says.
        reason: std::io::Error,
    },
    /// It is not of this shape.
    #[error("crisis lines: not of the form that `interleaf crisis-lines` prints: {0}")]
    Malformed(#[from] serde_json::Error),
    /// A row says something that cannot be right.
    #[error("crisis lines, {row}: {why}")]
    Row {
        /// Which row.
        row: String,
        /// What must be mended.
        why: &'static str,
    },
}

/// The operator's file, or else the one that comes with the server.
///
/// # Errors
/// Where it cannot be read, or anything in it cannot be right.
pub fn load(file: Option<&Path>) -> Result<Lines, Error> {
    let Some(path) = file else { return parse(EMBEDDED) };
    let unreadable = |reason| Error::Unreadable { path: path.display().to_string(), reason };
    parse(&fs::read_to_string(path).map_err(unreadable)?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    practice: Option<PracticeRow>,
    countries: Vec<CountryRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PracticeRow {
    name: SaidRow,
    words: SaidRow,
    #[serde(default)]
    ways: Vec<WayRow>,
    checked: Option<NaiveDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryRow {
    code: Option<String>,
    name: SaidRow,
    ways: Vec<WayRow>,
    emergency: EmergencyRow,
    checked: NaiveDate,
}

/// One number, or several in the order to try.
#[derive(Deserialize)]
#[serde(untagged)]
enum EmergencyRow {
    One(String),
    Several(Vec<String>),
}

/// Each but the name may be one for all languages or one for each, too.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WayRow {
    name: SaidRow,
    call: Option<SaidRow>,
    text: Option<SaidRow>,
    page: Option<SaidRow>,
    /// What to write in a text.
    say: Option<SaidRow>,
    /// What is dialled, where it differs from what is shown.
    dial: Option<SaidRow>,
}

/// One text for all languages, or one for each.
#[derive(Deserialize)]
#[serde(untagged)]
enum SaidRow {
    Same(String),
    Each { en: String, es: String },
}

impl SaidRow {
    fn each(self) -> [String; 2] {
        match self {
            Self::Same(text) => [text.clone(), text],
            Self::Each { en, es } => [en, es],
        }
    }
}

fn parse(text: &str) -> Result<Lines, Error> {
    let file: File = serde_json::from_str(text)?;
    let practice = file.practice.map(practice).transpose()?;
    let countries = file.countries.into_iter().map(country).collect::<Result<Vec<_>, _>>()?;
    let wrong = |why| Err(Error::Row { row: "countries".into(), why });
    if countries.iter().filter(|country| country.code.is_none()).count() != 1 {
        return wrong("exactly one row has no `code`: it is for everywhere else");
    }
    let codes: BTreeSet<_> = countries.iter().map(|country| &country.code).collect();
    if codes.len() != countries.len() {
        return wrong("a `code` stands twice");
    }
    Ok(Lines { practice, countries })
}

fn practice(row: PracticeRow) -> Result<Practice, Error> {
    let wrong = |why| Error::Row { row: "practice".into(), why };
    let (name, words) = (said(row.name).map_err(wrong)?, said(row.words).map_err(wrong)?);
    let ways = row.ways.into_iter().map(way).collect::<Result<_, _>>().map_err(wrong)?;
    Ok(Practice { name, words, ways, checked: row.checked.map(day) })
}

fn country(row: CountryRow) -> Result<Country, Error> {
    let called = row.code.clone().unwrap_or_else(|| "everywhere else".into());
    let wrong = |why| Error::Row { row: called.clone(), why };
    if row.code.as_ref().is_some_and(|code| code.len() != 2 || !code.chars().all(|c| c.is_ascii_uppercase()))
    {
        return Err(wrong("`code` has two capital letters"));
    }
    if row.code.as_deref() == Some(ELSEWHERE) {
        return Err(wrong("no country has this `code`; everywhere else has none"));
    }
    let emergency = match row.emergency {
        EmergencyRow::One(number) => vec![number],
        EmergencyRow::Several(numbers) => numbers,
    };
    let is_number =
        |number: &String| (2..=6).contains(&number.len()) && number.chars().all(|c| c.is_ascii_digit());
    if emergency.is_empty() || !emergency.iter().all(is_number) {
        return Err(wrong("`emergency` has two to six digits, or is a list of such numbers"));
    }
    if row.ways.is_empty() {
        return Err(wrong("`ways` is empty"));
    }
    Ok(Country {
        name: said(row.name).map_err(wrong)?,
        ways: row.ways.into_iter().map(way).collect::<Result<_, _>>().map_err(wrong)?,
        code: row.code,
        emergency,
        checked: day(row.checked),
    })
}

fn day(date: NaiveDate) -> (i32, u32, u32) {
    (date.year(), date.month(), date.day())
}

fn said(row: SaidRow) -> Result<Said, &'static str> {
    let [english, spanish] = row.each();
    if english.trim().is_empty() || spanish.trim().is_empty() {
        return Err("a text is empty");
    }
    Ok(Said { english, spanish })
}

fn way(row: WayRow) -> Result<Way, &'static str> {
    let name = said(row.name)?;
    let each = |row: Option<SaidRow>| row.map_or([None, None], |row| row.each().map(Some));
    let [call, text, page] = [row.call, row.text, row.page].map(each);
    let [say, dial] = [row.say, row.dial].map(each);
    let at = |of: usize| {
        let pick = |all: &[Option<String>; 2]| all[of].clone();
        reach(pick(&call), pick(&text), pick(&page), pick(&say), pick(&dial))
    };
    Ok(Way { name, at: Said { english: at(0)?, spanish: at(1)? } })
}

/// In one language.
fn reach(
    call: Option<String>,
    text: Option<String>,
    page: Option<String>,
    say: Option<String>,
    dial: Option<String>,
) -> Result<Reach, &'static str> {
    if text.is_none() && say.is_some() {
        return Err("`say` stands without `text`");
    }
    if let (None, None, Some(page), None) = (&call, &text, &page, &dial) {
        let host = page.strip_prefix("https://").ok_or("a `page` begins with https://")?;
        if host.is_empty() || host.contains(|c: char| c.is_whitespace() || c == '"') {
            return Err("a `page` is an address");
        }
        return Ok(Reach { how: How::Page, shown: host.trim_end_matches('/').into(), link: page.clone() });
    }
    let (shown, how, scheme) = match (call, text, page) {
        (Some(number), None, None) => (number, How::Call, "tel"),
        (None, Some(number), None) => (number, How::Text(say), "sms"),
        _ => return Err("each way has one of `call`, `text` and `page`"),
    };
    let number = dial.unwrap_or_else(|| digits(&shown));
    let dials = number.strip_prefix('+').unwrap_or(&number);
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let may_show = |c: char| c.is_ascii_digit() || " -()+".contains(c);
    if !is_number(dials) || !shown.chars().all(may_show) {
        return Err("a number has digits and spaces");
    }
    // Whoever taps must reach what they read.
    if !dials.ends_with(digits(&shown).trim_start_matches('0')) {
        return Err("`dial` is another number than the one that is shown");
    }
    let body = match &how {
        How::Text(Some(word)) if !word.chars().all(char::is_alphanumeric) => return Err("`say` is one word"),
        How::Text(Some(word)) => format!("?body={word}"),
        _ => String::new(),
    };
    Ok(Reach { how, link: format!("{scheme}:{number}{body}"), shown })
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests;
