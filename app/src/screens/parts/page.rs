//! The words of an entry: what its author sees is what its readers see.

use journal::record::{Answer, Entry};
use leptos::prelude::*;

use super::{dates::day_and_time, names};
use crate::text::when::since_hours;
use crate::text::{page as text, therapist as words};

/// Question, answer, feelings, free writing, other versions.
pub fn page(entry: &Entry) -> impl IntoView + use<> {
    let after = entry.dosing_at.map(|dosing| (entry.started - dosing).num_hours());
    let (begun, changed) = (day_and_time(entry.started), day_and_time(entry.changed));
    // Said only where it says something else: written in one go, a page has one time.
    let changed = (changed != begun).then(|| text::last_changed(&changed));
    let facts = [Some(begun), after.map(|hours| words::after_a_session(&since_hours(hours))), changed];
    let others = entry.others.iter().map(|other| {
        view! {
            <section class="leaf">
                <h2>{text::other(&day_and_time(other.changed))}</h2>
                {said(&other.answers, &other.feelings, &other.free)}
            </section>
        }
    });
    view! {
        <article class="page">
            <h1>{names::moment(entry.moment)}</h1>
            <p class="quiet">{facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
            {entry.is_empty().then(|| view! { <p>{text::empty()}</p> })}
            {said(&entry.answers, &entry.feelings, &entry.free)}
            {others.collect_view()}
        </article>
    }
}

/// The words of an entry alone, for a page that says itself when they were written.
pub fn words_of(entry: &Entry) -> impl IntoView + use<> {
    said(&entry.answers, &entry.feelings, &entry.free)
}

/// What one version says. What was skipped is not shown.
fn said(answers: &[Answer], feelings: &[String], free: &str) -> impl IntoView + use<> {
    let is_answered = answers.iter().any(|answer| !answer.text.trim().is_empty());
    let answers = answers.iter().filter(|answer| !answer.text.trim().is_empty()).map(|answer| {
        view! {
            <h2>{answer.question.clone()}</h2>
            <p class="words">{answer.text.clone()}</p>
        }
    });
    let feelings = (!feelings.is_empty()).then(|| {
        view! {
            <h2>{text::touched()}</h2>
            <p class="words">{names::feelings(feelings)}</p>
        }
    });
    // Alone on the page, free writing needs no heading.
    let heading = (is_answered || feelings.is_some()).then(|| view! { <h2>{text::free()}</h2> });
    let free = (!free.trim().is_empty()).then(|| {
        view! {
            {heading}
            <p class="words">{free.to_owned()}</p>
        }
    });
    (answers.collect_view(), feelings, free)
}
