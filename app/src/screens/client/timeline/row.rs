//! One line of the journal: the person's own words first, what and whose it is under them.

use std::collections::{BTreeMap, BTreeSet};

use journal::{
    course::Course,
    measures::find,
    record::{Acknowledgement, Body, CheckIn, Opened, PARTS, SCALES, first_words as shortened},
    search::{Piece, Query},
    timeline::{Line, What},
};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::RecordId;

use super::super::own::{called, way_of};
use crate::{
    screens::{
        attach::small,
        parts::{clock_time, names},
    },
    text::{answers, measures, safety, sharing, threads, timeline as said},
    vault::Vault,
};

/// How many characters of a page are its first words.
const FIRST: usize = 110;
/// How many characters stand before what was searched for.
const AROUND: usize = 40;

/// What every row looks at.
#[derive(Clone, Copy)]
pub struct Around {
    /// The vault.
    pub vault: Vault,
    /// The appointments.
    pub course: Memo<Course>,
    /// What is searched for, to be marked.
    pub query: Memo<Query>,
    /// What is shown beside each page.
    pub attached: Memo<BTreeMap<RecordId, RecordId>>,
    /// Of what only a part is shared.
    pub partly: Memo<BTreeSet<RecordId>>,
}

/// The line.
pub fn row(line: Line, around: Around) -> AnyView {
    let time = clock_time(line.at);
    match line.what {
        What::Dosing(number) => appointed("row-plain dosing", said::session(number), line, around),
        What::Appointment(kind) => appointed("row-plain met", names::kind(kind).to_owned(), line, around),
        What::Record(id) => record(id, line.beside, time, around),
    }
}

/// An appointment, with the words of its note where they are searched for.
fn appointed(class: &'static str, name: String, line: Line, around: Around) -> AnyView {
    let Around { course, query, .. } = around;
    let note = move || {
        course.with(|course| {
            let there = course.appointments().iter().find(|one| one.at == line.at)?;
            query.with(|query| query.passage(there.note.as_deref(), AROUND))
        })
    };
    view! {
        <li class=class>
            <span>
                {name}
                {move || note().map(|note| view! { " · " {note.into_iter().map(piece).collect_view()} })}
            </span>
            <span class="quiet">{clock_time(line.at)}</span>
        </li>
    }
    .into_any()
}

fn record(id: RecordId, beside: Option<RecordId>, time: String, around: Around) -> AnyView {
    let Around { vault, query, attached, partly, .. } = around;
    let attached = Memo::new(move |_| attached.with(|all| all.get(&id).copied()));
    let partly = Memo::new(move |_| partly.with(|all| all.contains(&id)));
    let way = untrack(|| vault.with_record(id, way)).flatten();
    let title = Memo::new(move |_| {
        query.with(|query| {
            let found = beside.and_then(|beside| vault.with_record(beside, |found| passage(found, query)));
            let title = || vault.with_record(id, |record| title(record, query));
            found.flatten().or_else(title).filter(|title| !title.is_empty())
        })
    });
    // A page without a word is called what stands beside it.
    let name = move || {
        let beside = attached.get().and_then(|one| vault.with_record(one, beside_name)).flatten();
        beside.or_else(|| vault.with_record(id, name_of)).unwrap_or_default()
    };
    let title = move || match title.get() {
        Some(title) => title.into_iter().map(piece).collect_view().into_any(),
        None => name().into_any(),
    };
    // As it was drawn last.
    let drawn =
        Memo::new(move |_| attached.get().and_then(|one| vault.with_record(one, |record| (one, record.rev))));
    let picture = move || {
        let (one, _) = drawn.get()?;
        untrack(|| vault.with_record(one, |record| record.attachment().and_then(small))).flatten()
    };
    let facts = Memo::new(move |_| {
        let place = beside.and_then(|beside| vault.with_record(beside, |found| place(vault, found)));
        let (place, partly) = (place.flatten(), partly.get());
        vault.with_record(id, |record| facts(record, place.as_deref(), partly)).unwrap_or_default()
    });
    let inside = view! {
        <span class="row-title">{title}</span>
        <span class="quiet">{time} {move || format!(" · {}", facts.get())}</span>
        {picture}
    };
    match way {
        Some(way) => view! { <li><A href=way attr:class="row-link">{inside}</A></li> }.into_any(),
        None => view! { <li class="row-plain">{inside}</li> }.into_any(),
    }
}

fn piece(piece: Piece) -> AnyView {
    if piece.hit { view! { <mark>{piece.text}</mark> }.into_any() } else { piece.text.into_any() }
}

/// Where it is read.
fn way(record: &Opened) -> Option<String> {
    way_of(record.id, &record.body)
}

/// The first words, or those around what is searched for.
fn title(record: &Opened, query: &Query) -> Vec<Piece> {
    passage(record, query).unwrap_or_else(|| query.marked(&first_words(record)))
}

/// The words around what is searched for.
fn passage(record: &Opened, query: &Query) -> Option<Vec<Piece>> {
    if query.is_empty() { None } else { query.passage(record.body.words(), AROUND) }
}

fn first_words(record: &Opened) -> String {
    match &record.body {
        Body::Entry(entry) => names::first_words(entry.first_words(FIRST), &entry.feelings),
        Body::CheckIn(check_in) => check_in_line(check_in),
        Body::Intention(intention) => intention.text.clone(),
        Body::Insight(insight) => insight.text.clone(),
        Body::Step(step) => step.text.clone(),
        Body::Agenda(agenda) => {
            let items: Vec<&str> = agenda.items.iter().map(|item| item.text.as_str()).collect();
            items.join(" · ")
        }
        Body::Measure(measure) => find(&measure.instrument).map(|one| one.title.clone()).unwrap_or_default(),
        Body::SafetyPlan(plan) => {
            let first = PARTS.iter().map(|part| plan.text(*part).trim()).find(|text| !text.is_empty());
            shortened(first.unwrap_or_default(), FIRST)
        }
        _ => String::new(),
    }
}

/// "Mood light, sleep well, “a line”".
pub fn check_in_line(check_in: &CheckIn) -> String {
    let note = Some(check_in.note.trim()).filter(|note| !note.is_empty()).map(|note| format!("“{note}”"));
    let parts = [levels_line(check_in), names::feelings(&check_in.feelings), note.unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// "Mood light, sleep well".
pub fn levels_line(check_in: &CheckIn) -> String {
    let levels = SCALES.iter().filter_map(|scale| {
        let step = usize::from(check_in.level(*scale)?.step());
        let words = names::scale(*scale);
        words.steps.get(step - 1).map(|word| format!("{} {word}", words.name.to_lowercase()))
    });
    levels.collect::<Vec<_>>().join(", ")
}

/// What it is.
pub fn name_of(record: &Opened) -> &'static str {
    match &record.body {
        Body::Entry(entry) => names::moment(entry.moment),
        Body::CheckIn(_) => sharing::check_in_title(),
        Body::Intention(_) => threads::intention(),
        Body::Insight(_) => threads::insight(),
        Body::Step(_) => threads::step(),
        Body::Agenda(_) => said::agenda(),
        Body::Measure(_) => measures::one(),
        Body::SafetyPlan(_) => safety::title(),
        _ => "",
    }
}

/// What something beside a page is.
fn beside_name(record: &Opened) -> Option<&'static str> {
    record.attachment().map(|attachment| names::beside(attachment.what))
}

/// Where the words are that were found, when they are not in the record itself.
fn place(vault: Vault, found: &Opened) -> Option<String> {
    match &found.body {
        Body::Attachment(_) => beside_name(found).map(str::to_owned),
        Body::Acknowledgement(Acknowledgement { passed: Some(passed), .. }) => {
            Some(answers::from(&passed.name))
        }
        Body::Reply(_) | Body::Acknowledgement(_) => Some(answers::from(&called(vault, found.owner))),
        _ => None,
    }
}

/// Where something was found in it, what it is, and who can read it.
fn facts(record: &Opened, place: Option<&str>, partly: bool) -> String {
    let draft = record.entry().is_some_and(|entry| entry.finished.is_none()).then(said::draft);
    let seen = match record.recipients.is_empty() {
        true if partly => sharing::partly(),
        true => said::private(),
        false => said::shared(),
    };
    let parts = [place, Some(name_of(record)), draft, Some(seen)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
