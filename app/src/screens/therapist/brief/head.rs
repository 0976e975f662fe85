//! Who, when, how long after what; and how far back one looks.

use chrono::{DateTime, FixedOffset};
use journal::{
    brief::{Brief, Range},
    record::Appointment,
};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::AccountId;

use super::{
    super::{client::called, names},
    figure::Figure,
};
use crate::text::when::since_hours;
use crate::{
    device::watch,
    screens::parts::{appointed, full_day, short_day},
    text::{
        account::you, answers::notes, therapist as words, therapist::brief as text, therapist::figures,
        therapist::take_out,
    },
    vault::{Person, use_vault},
};

/// The top of the brief; what cannot wait, where there is any, stands between the appointment and all else.
#[component]
pub fn Head(
    account: AccountId,
    person: Memo<Option<Person>>,
    brief: Memo<Brief>,
    children: Children,
) -> impl IntoView {
    let vault = use_vault();
    let next = move || {
        let now = vault.now.get();
        brief.with(|brief| {
            brief.next.as_ref().map_or_else(|| text::no_date().to_owned(), |next| when(next, now))
        })
    };
    let came_back = Memo::new(move |_| vault.came_back(account));
    view! {
        <header class="brief-head">
            <div class="brief-who">
                <h1>{move || called(person)}</h1>
                <div class="actions no-print">
                    <A href=format!("/app/client/{account}/plan")>{text::plan()}</A>
                    <A href=format!("/app/client/{account}/notes")>{notes::title()}</A>
                    <button type="button" class="text" on:click=|_| watch::print()>
                        {text::print()}
                    </button>
                    <A href=format!("/app/client/{account}/take-out")>{take_out::way()}</A>
                </div>
            </div>
            <p class="lead">{next}</p>
            {move || came_back.get().map(|at| view! { <p>{you::came_back(&full_day(at.date_naive()))}</p> })}
            {children()}
            <Stands account brief />
        </header>
    }
}

/// How far back one looks, and how much there is.
#[component]
pub fn Back(account: AccountId, brief: Memo<Brief>, range: RwSignal<Range>) -> impl IntoView {
    view! {
        <Ranges brief range />
        <Figures account brief />
    }
}

/// "Integration, Thu 16 Oct, 14:00, in 12 minutes".
fn when(next: &Appointment, now: DateTime<FixedOffset>) -> String {
    let until = words::until((next.at - now).num_minutes());
    format!("{}, {}, {until}", names::kind(next.kind), appointed(next))
}

/// "34 hours since session 2 (lozenge, 200 mg)", which leads to the plan that says so.
#[component]
fn Stands(account: AccountId, brief: Memo<Brief>) -> impl IntoView {
    let is_dosed = Memo::new(move |_| brief.with(|brief| brief.dosing.is_some()));
    let words = move || {
        brief.with(|brief| {
            let dosing = brief.dosing?;
            let since = text::since_session(&since_hours(dosing.hours), dosing.number);
            Some(match brief.dose.as_ref().map(names::dose) {
                Some(dose) if !dose.is_empty() => format!("{since} ({dose})"),
                _ => since,
            })
        })
    };
    let stands = move || {
        if is_dosed.get() {
            view! { <A href=format!("/app/client/{account}/plan")>{words}</A> }.into_any()
        } else {
            text::before_first().into_any()
        }
    };
    view! { <p class="brief-stand">{stands}</p> }
}

/// "Since we last met (7 Oct): 3 pages, 5 check-ins on 4 of 8 days". What is open under a figure stays open while
/// something comes in, and has it in it.
#[component]
fn Figures(account: AccountId, brief: Memo<Brief>) -> impl IntoView {
    let pages = Memo::new(move |_| brief.with(Brief::fresh));
    let checked = Memo::new(move |_| brief.with(|brief| brief.check_ins.clone()));
    let days = Memo::new(move |_| brief.with(|brief| brief.days_checked));
    let label = move || {
        brief.with(|brief| match brief.since {
            Some(since) => figures::since(range_words(brief.range), &short_day(since)),
            None => figures::so_far().to_owned(),
        })
    };
    let has_pages = Memo::new(move |_| !pages.with(Vec::is_empty));
    let has_checked = Memo::new(move |_| !checked.with(Vec::is_empty));
    view! {
        <p class="brief-figures">
            {label} ": "
            {move || {
                has_pages
                    .get()
                    .then(|| {
                        let words = move || figures::pages(pages.with(Vec::len));
                        view! { <Figure account from=pages>{words}</Figure> }
                    })
            }}
            {move || (has_pages.get() && has_checked.get()).then_some(", ")}
            {move || {
                has_checked
                    .get()
                    .then(|| {
                        let words = move || figures::check_ins(checked.with(Vec::len), days.get());
                        view! { <Figure account from=checked>{words}</Figure> }
                    })
            }} {move || (!has_pages.get() && !has_checked.get()).then(figures::nothing)}
        </p>
    }
}

const fn range_name(range: Range) -> &'static str {
    match range {
        Range::LastHour => "hour",
        Range::LastDosing => "dosing",
        Range::TwoWeeks => "weeks",
        Range::Everything => "all",
    }
}

fn range_words(range: Range) -> &'static str {
    match range {
        Range::LastHour => figures::last_hour(),
        Range::LastDosing => figures::last_dosing(),
        Range::TwoWeeks => figures::two_weeks(),
        Range::Everything => figures::everything(),
    }
}

#[component]
fn Ranges(brief: Memo<Brief>, range: RwSignal<Range>) -> impl IntoView {
    let offered = Memo::new(move |_| brief.with(|brief| brief.ranges.clone()));
    let is_pressed = move |one| brief.with(|brief| brief.range == one);
    view! {
        <div class="ranges no-print" role="group" aria-label=figures::range()>
            <For each=move || offered.get() key=|one| *one let(one)>
                <button
                    type="button"
                    class="chip"
                    data-range=range_name(one)
                    aria-pressed=move || is_pressed(one).to_string()
                    on:click=move |_| range.set(one)
                >
                    {range_words(one)}
                </button>
            </For>
        </div>
    }
}
