//! What a record is called.

use chrono::{DateTime, FixedOffset};
use journal::{
    measures::find,
    record::{Body, Opened},
};

use super::{names, whole_day};
use crate::text::{keeping::shared, measures, sharing};

/// What it is, in the person's own words where there are any. Receipts only say to an author what the author may
/// know anyway.
#[must_use]
pub fn named(record: &Opened) -> Option<(String, Option<DateTime<FixedOffset>>)> {
    if let Some(entry) = record.entry() {
        let words = names::first_words(entry.first_words(90), &entry.feelings);
        let words = if words.is_empty() { names::moment(entry.moment).to_owned() } else { words };
        return Some((words, Some(entry.started)));
    }
    if let Some(check_in) = record.check_in() {
        return Some((
            format!("{}, {}", sharing::check_in_title(), whole_day(check_in.day)),
            Some(check_in.at),
        ));
    }
    if let Body::Excerpt(excerpt) = &record.body {
        return Some((names::moment(excerpt.moment).to_owned(), Some(excerpt.changed)));
    }
    if let Body::Numbers(numbers) = &record.body {
        return Some((
            format!("{}, {}", sharing::check_in_title(), whole_day(numbers.day)),
            Some(numbers.at),
        ));
    }
    if let Some(measure) = record.measure() {
        let name =
            find(&measure.instrument).map_or_else(|| measures::one().to_owned(), |one| one.title.clone());
        let at = measure.finished.unwrap_or(measure.started);
        return Some((format!("{name}, {}", whole_day(at.date_naive())), Some(at)));
    }
    if let Some(attachment) = record.attachment() {
        let about = attachment.about.trim();
        let named = if about.is_empty() { names::beside(attachment.what) } else { about };
        return Some((named.to_owned(), Some(attachment.made)));
    }
    // What was done about an alert goes where the alert goes, and is taken back with it.
    if record.receipt().is_some() || record.acknowledgement().is_some() {
        return None;
    }
    if matches!(record.body, Body::Profile(_)) {
        return Some((shared::name().into(), None));
    }
    if let Body::Alert(alert) = &record.body {
        return Some((shared::alert().into(), Some(alert.sent)));
    }
    if record.plan().is_some() {
        return Some((shared::appointments().into(), None));
    }
    let words = record.body.words().into_iter().find(|words| !words.trim().is_empty());
    Some((words.unwrap_or_else(|| shared::other()).to_owned(), None))
}
