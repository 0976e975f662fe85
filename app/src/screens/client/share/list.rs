//! Everything that the therapist can read, each with a way back, and the ways to share more.

use chrono::{DateTime, FixedOffset};
use journal::{
    measures::find,
    record::{Body, Opened, PARTS, first_words},
    sharing::{Openings, Shares},
};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::RecordId;

use super::super::own::{therapist, way_of};
use crate::{
    device::clock::Slices,
    screens::parts::{Busy, ByAndBy, Framed, More, Troubled, day_and_time, names},
    text::{
        client::session,
        measures, safety,
        sharing::{self as words, list, rules, several},
        threads,
    },
    vault::Vault,
};

/// For how long at a time the screen waits while all check-ins are taken back, milliseconds.
const SLICE: u32 = 50;

/// One line of the list.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    /// What the reader has.
    id: RecordId,
    /// Where it is read by its author, or what it was taken from.
    home: String,
    title: String,
    /// "A passage", or the moment of a page.
    what: &'static str,
}

/// What is shared.
#[component]
pub fn SharedList(
    /// The vault.
    vault: Vault,
) -> impl IntoView {
    // Once for all rows, each of which would have to look through everything.
    let openings = Memo::new(move |_| {
        let reader = therapist(vault).map(|person| person.account);
        let by = |reader| vault.records.with(|records| Openings::by(records, reader));
        reader.map(by).unwrap_or_default()
    });
    view! {
        <h2>{session::shared()}</h2>
        <Pages vault openings />
        <CheckIns vault openings />
        <p class="ways">
            <A href="/app/share" attr:class="text">{several::go()}</A>
            <A href="/app/sharing" attr:class="text">{rules::go()}</A>
        </p>
    }
}

#[component]
fn Pages(vault: Vault, openings: Memo<Openings>) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let Some(who) = vault.who() else { return Vec::new() };
        vault.records.with(|records| {
            let shares = Shares::new(records, who.account);
            let own = records.iter().filter(|one| one.owner == who.account && !one.recipients.is_empty());
            let mut lines: Vec<_> = own.filter_map(|record| line(record, &shares)).collect();
            lines.sort_by_key(|(at, line)| std::cmp::Reverse((*at, line.id)));
            lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>()
        })
    });
    let read = move |id: RecordId| match when_opened(vault, openings, id) {
        Some((at, false)) => words::read_at(&day_and_time(at)),
        Some((at, true)) => words::read_before_change(&day_and_time(at)),
        None => words::unread().into(),
    };
    let shown = ByAndBy::new();
    let first = move || lines.with(|lines| lines.iter().take(shown.many()).cloned().collect());
    let row = move |Line { id, home, title, what }: Line| {
        view! {
            <li>
                <A href=home attr:class="row-link">
                    <span class="row-title">{title}</span>
                    <span class="quiet">{what} " · " {move || read(id)}</span>
                </A>
            </li>
        }
        .into_any()
    };
    let frame = |rows| view! { <ul class="rows">{rows}</ul> }.into_any();
    let none = || view! { <p>{session::nothing()}</p> };
    view! {
        <Framed each=first key=|line| line.id row frame none />
        <More shown of=move || lines.with(Vec::len) />
    }
}

/// When its reader last opened it, and whether that was before it was changed; tracked.
fn when_opened(
    vault: Vault,
    openings: Memo<Openings>,
    id: RecordId,
) -> Option<(DateTime<FixedOffset>, bool)> {
    openings.with(|openings| vault.with_record(id, |record| openings.of(record))).flatten()
}

fn line(record: &Opened, shares: &Shares) -> Option<(DateTime<FixedOffset>, Line)> {
    match &record.body {
        Body::Entry(entry) => {
            let title = names::first_words(entry.first_words(90), &entry.feelings);
            let what = names::moment(entry.moment);
            let home = format!("/app/entry/{}", record.id);
            Some((entry.changed, Line { id: record.id, home, title, what }))
        }
        Body::Excerpt(excerpt) => {
            let source = shares.part_of(record.id).map_or(record.id, |(_, source)| source);
            let title = first_words(&excerpt.passage.text, 90);
            let home = format!("/app/entry/{source}");
            Some((excerpt.changed, Line { id: record.id, home, title, what: words::passage_title() }))
        }
        Body::SafetyPlan(plan) => {
            let title = PARTS.iter().map(|part| plan.text(*part).trim()).find(|text| !text.is_empty());
            let title = first_words(title.unwrap_or_default(), 90);
            let home = "/app/you/plan".to_owned();
            Some((plan.changed, Line { id: record.id, home, title, what: safety::theirs() }))
        }
        body => {
            let (title, what, changed) = short(body)?;
            let home = way_of(record.id, body)?;
            Some((changed, Line { id: record.id, home, title: first_words(&title, 90), what }))
        }
    }
}

/// What is said in a line or two, or is a name: its words, what it is, when it changed.
fn short(body: &Body) -> Option<(String, &'static str, DateTime<FixedOffset>)> {
    match body {
        Body::Intention(one) => Some((one.text.clone(), threads::intention(), one.changed)),
        Body::Insight(one) => Some((one.text.clone(), threads::insight(), one.changed)),
        Body::Step(one) => Some((one.text.clone(), threads::step(), one.changed)),
        Body::Measure(one) => {
            let title = find(&one.instrument)?.title.clone();
            Some((title, measures::one(), one.changed))
        }
        _ => None,
    }
}

/// Check-ins are too many to list one by one: how many, how, whether they were seen, and a way back for all.
#[component]
fn CheckIns(vault: Vault, openings: Memo<Openings>) -> impl IntoView {
    let ids = Memo::new(move |_| {
        let me = vault.me();
        vault.records.with(|records| {
            let own = records.iter().filter(|one| Some(one.owner) == me && !one.recipients.is_empty());
            own.filter_map(|record| match record.body {
                Body::CheckIn(_) => Some((record.id, false)),
                Body::Numbers(_) => Some((record.id, true)),
                _ => None,
            })
            .collect::<Vec<_>>()
        })
    });
    let seen = move || {
        let seen = ids.get().into_iter().filter_map(|(id, _)| when_opened(vault, openings, id));
        seen.map(|(at, _)| at).max()
    };
    let busy = Busy::new();
    let take_back = move |_| {
        busy.start(async move {
            // Of years there are thousands: the number goes down under one's eyes.
            let mut slices = Slices::of(SLICE);
            for (id, _) in ids.get_untracked() {
                vault.take_back(id)?;
                slices.pause().await;
            }
            Ok(())
        });
    };
    move || {
        let (count, numbers) =
            ids.with(|ids| (ids.len(), ids.iter().filter(|(_, numbers)| *numbers).count()));
        (count > 0).then(|| {
            let last =
                move || seen().map_or_else(|| words::unread().into(), |at| list::seen(&day_and_time(at)));
            view! {
                <h3>{session::check_ins_heading()}</h3>
                <p>{list::check_ins(count, numbers)}</p>
                <p class="quiet" role="status">{last}</p>
                <button
                    type="button"
                    class="text"
                    aria-busy=move || busy.now.get().then_some("true")
                    on:click=take_back
                >
                    {session::take_all()}
                </button>
                <Troubled trouble=busy.trouble />
            }
        })
    }
}
