//! What a questionnaire came to: a number, its range in words, and how it went over time.

use journal::{
    course::Course,
    measures::{Change, Instrument, Open, Point, change, find, is_aside},
    record::{Measure, Opened},
    sharing::waits_for_its_author,
};
use leptos::prelude::*;
use leptos_router::{components::A, hooks::use_query_map};
use wire::ids::RecordId;

use super::{
    super::{
        answers::AnswersTo,
        not_live::NotLive,
        own::course_by_day,
        share::Sharing,
        told::{names_of, told_of},
    },
    aside::set_aside,
    care::{SCORE, care},
    course::over_time,
    id_here, own,
    tell::Tell,
};
use crate::{
    device::clock,
    screens::parts::{Frame, SyncLine, day_and_time, short_day},
    text::{
        alerts::{held, tell_later},
        language, measures as words,
        sharing::rules,
    },
    vault::{Vault, use_vault},
};

/// The one in the address.
#[component]
pub fn Measured() -> impl IntoView {
    let vault = use_vault();
    let id = id_here();
    let query = use_query_map();
    let found = Memo::new(move |_| {
        let record = vault.record(id?).filter(|record| Some(record.owner) == vault.me())?;
        Opened::measure(&record).cloned()
    });
    // Care comes before the score, also for whoever comes back after a killed tab, and stays until somebody goes on.
    let cares_first = move |before: Option<&Shows>| {
        let (cares, goes_on) = query.with(|query| (query.get("care").is_some(), query.get(SCORE).is_some()));
        cares || (!goes_on && (before == Some(&Shows::Care) || id.is_some_and(|id| vault.cares_first(id))))
    };
    let shows = Memo::new(move |before| {
        found.with(|found| match found {
            Some(measure) if measure.asks_for_care() && cares_first(before) => Shows::Care,
            Some(measure) => match find(&measure.instrument) {
                Some(instrument) if is_aside(instrument, measure, clock::now()) => Shows::Aside(instrument),
                Some(instrument) => Shows::Result(instrument),
                None => Shows::Gone,
            },
            None => Shows::Gone,
        })
    });
    view! {
        <Frame>
            {move || match (id, shows.get()) {
                (Some(id), Shows::Care) => care(vault, id),
                (Some(id), Shows::Result(instrument)) => view! { <Result vault id instrument found /> }.into_any(),
                (_, Shows::Aside(instrument)) => {
                    found.with(|found| found.as_ref().map(|measure| set_aside(instrument, measure))).into_any()
                }
                _ => view! { <h1>{words::gone()}</h1> <p><A href="/app/measures">{words::title()}</A></p> }.into_any(),
            }}
            <SyncLine />
        </Frame>
    }
    .into_any()
}

/// What is on the screen.
#[derive(Clone, Copy, PartialEq)]
enum Shows {
    Care,
    Result(&'static Instrument),
    Aside(&'static Instrument),
    Gone,
}

/// The score and its range: "14 of 27 · moderate".
pub fn said(instrument: &Instrument, measure: &Measure) -> String {
    let Some(score) = measure.score() else { return words::no_score().into() };
    let parts = [
        Some(words::total(score.total, instrument.total.range[1])),
        instrument.band(score.total).map(|band| band.name(language().tag()).to_owned()),
        score.prorated.then(|| words::is_estimated().to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Every total of an instrument, the oldest first, but for others that care comes before; tracked.
fn points(vault: Vault, instrument: &Instrument, here: RecordId) -> Vec<Point> {
    let of_it = own(vault).into_iter().filter(|(_, measure)| measure.instrument == instrument.id);
    let mut points: Vec<_> = of_it
        .filter(|(id, measure)| *id == here || !measure.asks_for_care() || !vault.cares_first(*id))
        .map(|(_, measure)| measure)
        .filter_map(|measure| Some(Point { at: measure.finished?, score: measure.score()? }))
        .collect();
    points.sort_by_key(|point| point.at);
    points
}

/// How it stands with what the therapist was told, and that nobody watches it live; where nothing was, the quiet way to
/// it, and what waits for that.
fn told(vault: Vault, id: RecordId) -> AnyView {
    let is_open = move || vault.untold().iter().any(|(untold, _)| *untold == id);
    let is_told = Memo::new(move |_| !is_open() && told_of(vault, id).is_some());
    let is_held = Memo::new(move |_| vault.is_held(id));
    // What is shared says it in its own place.
    let is_shared =
        Memo::new(move |_| vault.with_record(id, |record| !record.recipients.is_empty()) == Some(true));
    (move || {
        if is_told.get() {
            view! {
                <Tell vault id />
                {move || (!is_shared.get()).then(|| view! { <NotLive /> })}
            }
            .into_any()
        } else {
            let way = format!("/app/measured/{id}?care");
            view! {
                {move || is_held.get().then(|| view! { <p class="quiet">{held(&names_of(vault).0)}</p> })}
                <p><A href=way attr:class="text">{tell_later()}</A></p>
            }
            .into_any()
        }
    })
    .into_any()
}

/// Whether the client's rule would have shared it, had it not an answer that asks for care; tracked.
fn stays(vault: Vault, id: RecordId) -> bool {
    let waits = vault.record(id).filter(|record| waits_for_its_author(&record.body));
    waits.is_some_and(|record| vault.is_meant_by_rule(id, &record.body))
}

/// What it came to is made anew when it changes; how it is shared, and what was just taken back, stays.
#[component]
fn Result(
    vault: Vault,
    id: RecordId,
    instrument: &'static Instrument,
    found: Memo<Option<Measure>>,
) -> impl IntoView {
    let points = Memo::new(move |_| points(vault, instrument, id));
    let course = course_by_day(vault);
    let asks_for_care =
        Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(Measure::asks_for_care)));
    let stays = Memo::new(move |_| stays(vault, id));
    view! {
        {move || {
            let measure = found.get()?;
            Some(course.with(|course| points.with(|points| came_to(instrument, &measure, points, course))))
        }}
        {move || asks_for_care.get().then(|| told(vault, id))}
        {move || course.with(|course| points.with(|points| over_time(instrument, points, course)))}
        <AnswersTo id />
        {move || stays.get().then(|| view! { <p class="quiet">{rules::measure_stays()}</p> })}
        <Sharing vault id />
        <div class="actions">
            <A href=format!("/app/measure/{id}") attr:class="text">{words::correct()}</A>
            <A href="/app/measures" attr:class="text">{words::title()}</A>
        </div>
    }
}

/// The total, its range, and what has changed since the first one.
fn came_to(instrument: &'static Instrument, measure: &Measure, points: &[Point], course: &Course) -> AnyView {
    let facts =
        [measure.finished.map(day_and_time), measure.corrected.map(|at| words::corrected(&day_and_time(at)))];
    let first = course.dosings().next().map(|dosing| dosing.at);
    // Beside an older total it would be wrong; one that is compared with itself says nothing.
    let is_latest = points.last().is_some_and(|last| Some(last.at) == measure.finished);
    let complete = points.iter().rev().find(|point| !point.score.prorated);
    let changed = change(instrument, points, first).filter(|_| is_latest);
    let changed = changed.zip(complete).filter(|((_, baseline), complete)| baseline.at < complete.at);
    let changed = changed.map(|((change, _), complete)| {
        let word = match change {
            Change::Remission => words::remission(),
            Change::Response => words::response(),
            Change::ReliableImprovement => words::better(),
            Change::ReliableDeterioration => words::worse(),
            Change::NoReliableChange => words::same(),
        };
        // It is about the latest total that is not estimated.
        if Some(complete.at) == measure.finished {
            word.to_owned()
        } else {
            words::about(&short_day(complete.at), word)
        }
    });
    let open = (instrument.open(&measure.answers) == Open::NoTotal).then(words::no_total);
    view! {
        <article class="page">
            <h1>{instrument.title.clone()}</h1>
            <p class="quiet">{facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
            <p class="words">{said(instrument, measure)}</p>
            {open.map(|line| view! { <p>{line}</p> })}
            {changed.map(|line| view! { <p>{line}</p> })}
            <p class="quiet">{words::meaning()}</p>
        </article>
    }
    .into_any()
}
