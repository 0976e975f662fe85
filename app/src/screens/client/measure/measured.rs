//! What a questionnaire came to: a number, its range in words, and how it went over time.

use journal::{
    measures::{Change, Instrument, Open, Point, change, find},
    record::{Measure, Opened},
    sharing::waits_for_its_author,
};
use leptos::prelude::*;
use leptos_router::{components::A, hooks::use_query_map};
use wire::ids::RecordId;

use super::{
    super::{answers::AnswersTo, own::course, share::Sharing, told::told_of},
    care::care,
    course::over_time,
    id_here, own,
    tell::Tell,
};
use crate::{
    screens::parts::{Frame, SyncLine, day_and_time},
    text::{alerts::tell_later, language, measures as words, sharing::rules},
    vault::{Vault, use_vault},
};

/// The one in the address.
#[component]
pub fn Measured() -> impl IntoView {
    let vault = use_vault();
    let id = id_here();
    let query = use_query_map();
    let cares = Memo::new(move |_| query.with(|query| query.get("care").is_some()));
    let found = Memo::new(move |_| {
        let record = vault.record(id?).filter(|record| Some(record.owner) == vault.me())?;
        Opened::measure(&record).cloned()
    });
    view! {
        <Frame>
            {move || match (id, found.get()) {
                (Some(id), Some(measure)) if cares.get() && measure.asks_for_care() => care(vault, id),
                (Some(id), Some(measure)) => result(vault, id, &measure),
                _ => view! { <h1>{words::gone()}</h1> <p><A href="/app/measures">{words::title()}</A></p> }.into_any(),
            }}
            <SyncLine />
        </Frame>
    }
    .into_any()
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

/// Every total of an instrument, the oldest first; tracked.
pub fn points(vault: Vault, instrument: &Instrument) -> Vec<Point> {
    let all = own(vault).into_iter().map(|(_, measure)| measure);
    let mut points: Vec<_> = all
        .filter(|measure| measure.instrument == instrument.id)
        .filter_map(|measure| Some(Point { at: measure.finished?, score: measure.score()? }))
        .collect();
    points.sort_by_key(|point| point.at);
    points
}

/// How it stands with what the therapist was told; where nothing was, the quiet way to it.
fn told(vault: Vault, id: RecordId) -> AnyView {
    let is_told = Memo::new(move |_| told_of(vault, id).is_some());
    (move || {
        if is_told.get() {
            view! { <Tell vault id /> }.into_any()
        } else {
            let way = format!("/app/measured/{id}?care");
            view! { <p><A href=way attr:class="text">{tell_later()}</A></p> }.into_any()
        }
    })
    .into_any()
}

/// Whether the client's rule would have shared it, had it not an answer that asks for care; tracked.
fn stays(vault: Vault, id: RecordId) -> bool {
    let Some(record) = vault.record(id).filter(|record| waits_for_its_author(&record.body)) else {
        return false;
    };
    let began = record.measure().map(|measure| measure.started);
    let standing = vault.standing(id);
    let is_free = standing.is_private() && !standing.kept;
    is_free && vault.rules().of("measure").zip(began).is_some_and(|(rule, began)| began >= rule.from)
}

fn result(vault: Vault, id: RecordId, measure: &Measure) -> AnyView {
    let Some(instrument) = find(&measure.instrument) else {
        return view! { <h1>{words::gone()}</h1> }.into_any();
    };
    let facts =
        [measure.finished.map(day_and_time), measure.corrected.map(|at| words::corrected(&day_and_time(at)))];
    let points = points(vault, instrument);
    let course = course(vault);
    let first = course.dosings().next().map(|dosing| dosing.at);
    // The word is about the latest whole total; beside an older or an estimated one it would be wrong.
    let is_latest =
        points.last().is_some_and(|last| Some(last.at) == measure.finished && !last.score.prorated);
    let changed = change(instrument, &points, first).filter(|_| is_latest).map(|(change, _)| match change {
        Change::Remission => words::remission(),
        Change::Response => words::response(),
        Change::ReliableImprovement => words::better(),
        Change::ReliableDeterioration => words::worse(),
        Change::NoReliableChange => words::same(),
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
        {measure.asks_for_care().then(|| told(vault, id))}
        {over_time(instrument, &points, &course)}
        <AnswersTo id />
        {move || stays(vault, id).then(|| view! { <p class="quiet">{rules::measure_stays()}</p> })}
        <Sharing vault id />
        <div class="actions">
            <A href=format!("/app/measure/{id}") attr:class="text">{words::correct()}</A>
            <A href="/app/measures" attr:class="text">{words::title()}</A>
        </div>
    }
    .into_any()
}
