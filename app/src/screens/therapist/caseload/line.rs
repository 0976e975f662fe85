//! One client in one line.

use chrono::{DateTime, FixedOffset};
use journal::{
    brief::{Line, Soon},
    record::Appointment,
};
use leptos::prelude::*;
use leptos_router::components::A;

use super::super::{client::use_person, invitations::Invitations, names};
use crate::text::when::since_hours;
use crate::{
    screens::parts::{Icon, Shape, clock_time, day_and_time},
    text::{therapist as words, therapist::caseload as text, therapist::figures},
    vault::use_vault,
};

/// From how many days on silence is worth a word.
const QUIET: i64 = 3;

/// One line; leads to the brief.
#[component]
pub fn CaseLine(
    /// What is known.
    line: Line,
    /// For whom the link was, while they have not told a name.
    invitations: Invitations,
) -> impl IntoView {
    let now = use_vault().now.get_untracked();
    let person = use_person(line.client);
    let client = line.client;
    let name = move || {
        let told = person.with(|person| person.as_ref().and_then(|person| person.name.clone()));
        told.or_else(|| invitations.called(client).map(|called| words::joined_as(&called)))
            .unwrap_or_else(|| words::somebody().into())
    };
    let unverified = move || {
        let verified = person.with(|person| person.as_ref().is_some_and(|person| person.verified));
        (!verified).then(
            || view! { <span class="quiet">{words::unverified()} ". " {words::unverified_why()}</span> },
        )
    };
    let (fresh, unread) = (line.fresh.len(), line.unread.len());
    let asked = !line.asked.is_empty();
    let when = line.next.as_ref().map(|next| when(next, line.soon(now), now));
    view! {
        <li>
            <A href=format!("/app/client/{client}") attr:class="case">
                <span class="case-name">
                    <span class="row-title">{name}</span>
                    {asked.then(|| view! { <strong class="case-safety"><Icon shape=Shape::Flag /> {figures::safety()}</strong> })}
                    {(unread > 0).then(|| view! { <strong class="fresh">{text::fresh(unread)}</strong> })}
                    {(fresh > unread).then(|| view! { <span class="quiet">{text::read(fresh - unread)}</span> })}
                </span>
                {when.map(|when| view! { <span class="case-when">{when}</span> })}
                <span class="quiet">{facts(&line, now)}</span>
                {unverified}
            </A>
        </li>
    }
}

/// "14:00, in 12 minutes" today, the day else.
fn when(next: &Appointment, soon: Soon, now: DateTime<FixedOffset>) -> String {
    let kind = names::kind(next.kind);
    if soon == Soon::Today {
        let until = words::until((next.at - now).num_minutes());
        format!("{}, {until}: {kind}", clock_time(next.at))
    } else {
        format!("{}: {kind}", day_and_time(next.at))
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
    [stands, quiet].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
