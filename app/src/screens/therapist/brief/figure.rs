//! A figure that shows, when it is touched, the records it was made of.

use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::{AccountId, RecordId};

use crate::{
    screens::parts::{Rows, day_and_time, names},
    text::{chart, sharing, therapist::figures as text},
    vault::use_vault,
};
use journal::{
    brief::{Given, Measured},
    measures::{Instrument, find},
    record::{Body, Opened},
};

/// How many records are listed under one figure.
const LISTED: usize = 60;

/// A figure in words; under it, once it was touched, its records.
#[component]
pub fn Figure(
    account: AccountId,
    #[prop(into)] from: Signal<Vec<RecordId>>,
    children: Children,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <span class="figure">
            <button
                type="button"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {children()}
            </button>
            {move || open.get().then(|| view! { <Behind account from /> })}
        </span>
    }
}

/// The records, each of which stays in its row while others come.
#[component]
fn Behind(account: AccountId, from: Signal<Vec<RecordId>>) -> impl IntoView {
    let vault = use_vault();
    let rows = Memo::new(move |_| {
        let line = |id: &RecordId| Some((*id, vault.with_record(*id, called).flatten()?));
        from.with(|from| from.iter().rev().take(LISTED).filter_map(line).collect::<Vec<_>>())
    });
    let row = move |(id, words): (RecordId, String)| {
        let to = format!("/app/client/{account}/entry/{id}");
        view! { <span role="listitem"><A href=to>{words}</A></span> }.into_any()
    };
    let more = move || Some(from.with(Vec::len).saturating_sub(LISTED)).filter(|more| *more > 0);
    view! {
        <span class="behind" role="list">
            <Rows each=move || rows.get() key=|(id, _)| *id row />
            {move || more().map(|more| view! { <span class="quiet" role="listitem">{text::more(more)}</span> })}
        </span>
    }
    .into_any()
}

/// A record in a line.
fn called(record: &Opened) -> Option<String> {
    let (at, words) = match &record.body {
        Body::Entry(entry) => (entry.changed, names::first_words(entry.first_words(60), &entry.feelings)),
        Body::Excerpt(excerpt) => (excerpt.changed, sharing::passage_title().to_owned()),
        Body::CheckIn(check_in) => (check_in.at, sharing::check_in_title().to_owned()),
        Body::Numbers(numbers) => (numbers.at, sharing::check_in_title().to_owned()),
        Body::Measure(measure) => (measure.finished?, find(&measure.instrument)?.title.clone()),
        _ => return None,
    };
    Some(format!("{}: {words}", day_and_time(at)))
}

/// The days of one total each, as a table for whoever cannot see the course: what was given and when. Each leads to
/// its answers.
#[component]
pub fn Totals(account: AccountId, measured: Memo<Vec<Measured>>) -> impl IntoView {
    let all = move || {
        measured.with(|measured| {
            let of_one = |one: &Measured| {
                let instrument = one.instrument;
                one.given.clone().into_iter().rev().map(move |given| (instrument, given))
            };
            measured.iter().flat_map(of_one).collect()
        })
    };
    let row = move |(instrument, given): (&'static Instrument, Given)| {
        let to = format!("/app/client/{account}/entry/{}", given.id);
        let total = given
            .score
            .map_or_else(|| text::no_total().to_owned(), |score| super::measures::total(instrument, score));
        let corrected = given.corrected.then(|| format!(", {}", text::corrected()));
        view! {
            <tr>
                <th scope="row">{instrument.title.clone()}</th>
                <td>{day_and_time(given.at)}</td>
                <td><A href=to>{total}</A> {corrected}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <details class="course-table">
            <summary>{chart::table()}</summary>
            <div class="sideways" tabindex="0" role="region" aria-label=text::measures()>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{text::measure()}</th>
                            <th scope="col">{chart::day()}</th>
                            <th scope="col">{text::last()}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <Rows each=all key=|(_, given)| given.id row />
                    </tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
