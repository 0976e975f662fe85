//! What an instrument is. The files carry the wording to the letter, because it is part of the validity.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

/// Every file in `measures`, one after the other.
const FILES: &str = include_str!(concat!(env!("OUT_DIR"), "/measures.json"));

static ALL: LazyLock<Vec<Instrument>> = LazyLock::new(|| {
    let files: Vec<serde_json::Value> = serde_json::from_str(FILES).unwrap_or_default();
    let mut all: Vec<Instrument> =
        files.into_iter().filter_map(|file| serde_json::from_value(file).ok()).collect();
    all.sort_by_key(|instrument| instrument.place);
    all
});

/// Every instrument that this version knows.
#[must_use]
pub fn all() -> &'static [Instrument] {
    &ALL
}

/// One of them by its id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Instrument> {
    ALL.iter().find(|instrument| instrument.id == id)
}

/// One questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Stable; kept with the answers.
    pub id: String,
    /// Where it stands in a list of all.
    pub place: u8,
    /// As clinicians call it.
    pub title: String,
    /// In full.
    pub full_title: String,
    /// Under which terms it may be shown.
    pub licence: String,
    /// Whether a plan may use it without the practice turning it on.
    pub on: bool,
    /// How many days the questions look back.
    pub recall_days: u16,
    /// It is never asked more often than this: once a week for PHQ-9, GAD-7 and WHO-5, which look back on two, and every
    /// four weeks for PCL-5, which looks back on a month. More often the answers would be about the same days.
    pub least_days_between: u16,
    /// Codes for the export, where there are any.
    #[serde(default)]
    pub loinc: Option<Loinc>,
    /// The values of the answers, in the order in which they are shown.
    pub options: Vec<Choice>,
    /// What counts towards the total.
    pub items: Vec<Item>,
    /// What is asked besides.
    #[serde(default)]
    pub unscored: Vec<Unscored>,
    /// How the total is made.
    pub total: Total,
    /// Which way is up.
    pub higher_is: Better,
    /// The words for ranges of the total; may be empty. PHQ-9: Kroenke, Spitzer and Williams 2001 (J Gen Intern Med
    /// 16:606). GAD-7: Spitzer, Kroenke, Williams and Löwe 2006 (Arch Intern Med 166:1092). WHO-5: Topp, Østergaard,
    /// Søndergaard and Bech 2015 (Psychother Psychosom 84:167).
    pub bands: Vec<Band>,
    /// From which total on it is said to be likely, for the therapist. For PCL-5 33, the upper end of the 31 to 33 that
    /// the National Center for PTSD publishes.
    #[serde(default)]
    pub cut: Option<u16>,
    /// What counts as a change.
    pub change: ChangeRule,
    /// A pattern of answers that is shown to the therapist, never as a diagnosis.
    #[serde(default)]
    pub criteria: Option<Criteria>,
    /// By language; English is always there, others only as published and validated. Spanish of PHQ-9 and GAD-7 is that
    /// of the United States, as Pfizer gives it out: Merz et al. 2011 (Cultur Divers Ethnic Minor Psychol 17:309) and
    /// Mills et al. 2014 (same journal 20:463) asked with it.
    pub wording: BTreeMap<String, Wording>,
}

impl Instrument {
    /// The wording in a language, or else in English, and whether it is in the language that was asked for.
    ///
    /// `None` only for a file without English.
    #[must_use]
    pub fn wording(&self, language: &str) -> Option<(&Wording, bool)> {
        let own = self.wording.get(language).map(|wording| (wording, true));
        own.or_else(|| self.wording.get("en").map(|wording| (wording, false)))
    }

    /// The word for a total.
    #[must_use]
    pub fn band(&self, total: u16) -> Option<&Band> {
        self.bands.iter().find(|band| band.from <= total && total <= band.to)
    }
}

/// Codes of the whole (<https://loinc.org>).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Loinc {
    /// The questionnaire.
    pub panel: String,
    /// Its total.
    pub total: String,
}

/// One possible answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What it counts.
    pub value: u8,
    /// Its code.
    #[serde(default)]
    pub loinc: Option<String>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// From 1.
    pub id: u8,
    /// Its code.
    #[serde(default)]
    pub loinc: Option<String>,
    /// Whether any answer above zero asks for care at once.
    #[serde(default)]
    pub safety: bool,
}

/// A question with answers of its own that counts nothing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unscored {
    /// After the items.
    pub id: u8,
    /// Its code.
    #[serde(default)]
    pub loinc: Option<String>,
}

/// How the total is made.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// The sum of the answers is shown as this many times itself. For WHO-5 4, so that 0 to 25 becomes 0 to 100 (Topp,
    /// Østergaard, Søndergaard and Bech 2015, Psychother Psychosom 84:167); for the others 1.
    pub times: u16,
    /// The lowest and the highest total.
    pub range: [u16; 2],
    /// At most this many answers may be missing; then the mean of the others stands for them.
    pub missing: u8,
    /// Items that are never imputed: without them there is no total.
    pub never_missing: Vec<u8>,
}

/// Which way a total gets better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// Higher is better.
    #[serde(rename = "better")]
    Higher,
    /// Lower is better.
    #[serde(rename = "worse")]
    Lower,
}

/// A range of totals with a word.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Lowest.
    pub from: u16,
    /// Highest.
    pub to: u16,
    /// By language.
    pub name: BTreeMap<String, String>,
}

impl Band {
    /// Its word in a language, or else in English.
    #[must_use]
    pub fn name(&self, language: &str) -> &str {
        self.name.get(language).or_else(|| self.name.get("en")).map_or("", String::as_str)
    }
}

/// What counts as a change.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeRule {
    /// From this difference on it is more than chance. PHQ-9 6 and GAD-7 4, as NHS Talking Therapies counts it. WHO-5 10 of
    /// 100 (Topp, Østergaard, Søndergaard and Bech 2015, as above). PCL-5 10, from which on the National Center for PTSD
    /// speaks of a meaningful change.
    pub reliable: u16,
    /// Whether half of the baseline or less is called a response ([`Change::Response`](super::Change::Response)).
    #[serde(default)]
    pub response: bool,
    /// When it is called a remission.
    #[serde(default)]
    pub remission: Option<Remission>,
}

/// A low total, from a baseline that was high.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remission {
    /// The total is below this.
    pub below: u16,
    /// The baseline was this or more.
    pub from: u16,
}

/// How many answers of which groups make the pattern.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criteria {
    /// Whose criteria, as clinicians call them.
    pub of: String,
    /// An answer counts from this value on.
    pub counts_from: u8,
    /// All of them.
    pub needs: Vec<Need>,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Its name.
    pub name: String,
    /// Its items.
    pub items: Vec<u8>,
    /// How many of them.
    pub many: usize,
}

/// What is read, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Before the questions.
    pub stem: String,
    /// The answers, in the order of [`Instrument::options`].
    pub options: Vec<String>,
    /// The questions, in the order of [`Instrument::items`].
    pub items: Vec<String>,
    /// In the order of [`Instrument::unscored`].
    #[serde(default)]
    pub unscored: Vec<UnscoredWords>,
    /// Where a translation was published; one without this is not shown.
    #[serde(default)]
    pub source: Option<String>,
}

/// An unscored question and its answers, which count from 0 on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnscoredWords {
    /// The question.
    pub text: String,
    /// Its answers.
    pub options: Vec<String>,
}
