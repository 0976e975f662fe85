//! One client in one line.

use chrono::{DateTime, FixedOffset};
use journal::{
    brief::{Line, Soon},
    record::Appointment,
};
use leptos::prelude::*;

use super::super::names;
use crate::text::when::since_hours;
use crate::{
    screens::parts::{Icon, Shape, clock_time, day_and_time},
    text::{begun, therapist as words, therapist::caseload as text, therapist::figures},
};

/// From how many days on silence is worth a word.
const QUIET: i64 = 3;

/// One client, as the list has them.
#[derive(Clone, PartialEq)]
pub struct Case {
    /// What is known.
    pub line: Line,
    /// For whom the link was, while they have not told a name.
    pub called: Option<String>,
    /// Whether their keys came with the link.
    pub verified: bool,
}

impl Case {
    /// What to call them.
    pub fn name(&self) -> String {
        let invited = || self.called.as_deref().map(words::joined_as);
        self.line.name.clone().or_else(invited).unwrap_or_else(|| words::somebody().into())
    }
}

/// One line; leads to the brief.
pub fn case_line(case: &Case, now: DateTime<FixedOffset>) -> AnyView {
    let line = &case.line;
    let client = line.client;
    let name = case.name();
    let unverified = (!case.verified)
        .then(|| view! { <span class="quiet">{words::unverified()} ". " {words::unverified_why()}</span> });
    let (fresh, unread) = (line.fresh.len(), line.unread.len());
    let asked = !line.asked.is_empty();
    let facts = facts(line, now);
    let when = line.next.as_ref().map(|next| when(next, line.soon(now), now));
    view! {
        <li>
            <a href=format!("/app/client/{client}") class="case">
                <span class="case-name">
                    <span class="row-title">{name}</span>
                    {asked.then(|| view! { <strong class="case-safety"><Icon shape=Shape::Flag /> {figures::safety()}</strong> })}
                    {(unread > 0).then(|| view! { <strong class="fresh">{text::fresh(unread)}</strong> })}
                    {(fresh > unread).then(|| view! { <span class="quiet">{text::read(fresh - unread)}</span> })}
                </span>
                {when.map(|when| view! { <span class="case-when">{when}</span> })}
                <span class="quiet">{facts}</span>
                {unverified}
            </a>
        </li>
    }
    .into_any()
}

/// "14:00, in 12 minutes · Integration" today, the day else.
fn when(next: &Appointment, soon: Soon, now: DateTime<FixedOffset>) -> String {
    let kind = names::kind(next.kind);
    if soon == Soon::Today {
        let until = words::until((next.at - now).num_minutes());
        format!("{}, {until} · {kind}", clock_time(next.at))
    } else {
        format!("{} · {kind}", day_and_time(next.at))
    }
}

/// Where they stand, and whether they have been quiet.
fn facts(line: &Line, now: DateTime<FixedOffset>) -> String {
    let stands = match (&line.dosing, &line.next) {
        (Some(dosing), _) => Some(words::after_session(&since_hours(dosing.hours), dosing.number)),
        (None, Some(_)) => Some(text::before_first().to_owned()),
        (None, None) => None,
    };
    let quiet = line.quiet_days(now).filter(|days| *days >= QUIET).map(text::quiet);
    // From the start on there may be no word either.
    let empty = line.empty_days(now).filter(|days| *days >= QUIET).map(|_| figures::nothing().to_owned());
    begun(&[stands, quiet, empty].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}
