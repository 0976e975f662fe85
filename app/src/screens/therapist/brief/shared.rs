//! What the client chose to bring: passages first, then pages by phase, what is unread on top.

use journal::{
    brief::{Brief, Phase, Range, Shared},
    record::Body,
};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::AccountId;

use super::printed::{PAGES, PAGES_ABOVE_THREADS};
use crate::text::when::since_hours;
use crate::{
    screens::parts::{names, short_day},
    text::{therapist as words, therapist::brief as text, therapist::figures},
    vault::use_vault,
};

/// How many stand there before all are asked for; passages and pages together.
const FIRST: usize = 9;

/// How many more have room on the screen, before all are asked for, and on paper.
#[derive(Clone, Copy)]
struct Room {
    screen: usize,
    paper: usize,
}

/// Shared pages and passages.
#[component]
pub fn SharedOf(account: AccountId, brief: Memo<Brief>, range: RwSignal<Range>) -> impl IntoView {
    let all = RwSignal::new(false);
    let vault = use_vault();
    let has_threads = Memo::new(move |_| {
        vault.records.with(|records| {
            let mut theirs = records.iter().filter(|record| record.owner == account);
            theirs.any(|record| matches!(record.body, Body::Intention(_) | Body::Insight(_) | Body::Step(_)))
        })
    });
    let list = move || {
        brief.with(|brief| {
            if brief.shared.is_empty() {
                return view! { <p>{text::nothing()}</p> }.into_any();
            }
            let paper = if has_threads.get() { PAGES_ABOVE_THREADS } else { PAGES };
            let mut left = Room { screen: FIRST, paper };
            let chosen = brief.highlights();
            let chosen = (!chosen.is_empty())
                .then(|| group(account, figures::highlights().to_owned(), &chosen, &mut left));
            let phases: Vec<_> = brief
                .phases()
                .into_iter()
                .map(|(phase, pages)| group(account, phase_words(phase), &pages, &mut left))
                .collect();
            let more = brief.shared.len().saturating_sub(FIRST);
            let unprinted = brief.shared.len().saturating_sub(paper);
            view! {
                {chosen}
                {phases}
                {(unprinted > 0).then(|| view! { <p class="print-only">{text::not_printed(unprinted)}</p> })}
                {(more > 0)
                    .then(|| {
                        view! {
                            {move || {
                                (!all.get())
                                    .then(|| {
                                        view! {
                                            <button type="button" class="text no-print" on:click=move |_| all.set(true)>
                                                {text::show_more(more)}
                                            </button>
                                        }
                                    })
                            }}
                        }
                    })}
            }
            .into_any()
        })
    };
    let earlier = move || brief.with(|brief| brief.earlier.len());
    view! {
        <section class="shared-of" class:all=move || all.get()>
            <h2>
                {text::shared_heading()} " "
                <span class="quiet">{move || brief.with(|brief| text::unread(brief.unread().len()))}</span>
            </h2>
            {list}
            {move || {
                (earlier() > 0)
                    .then(|| {
                        view! {
                            <p class="quiet no-print">
                                {figures::earlier(earlier())} " "
                                <button type="button" class="text" on:click=move |_| range.set(Range::Everything)>
                                    {figures::show_earlier()}
                                </button>
                            </p>
                        }
                    })
            }}
        </section>
    }
}

fn phase_words(phase: Phase) -> String {
    match phase {
        Phase::Before => figures::before().into(),
        Phase::AfterOne => figures::after_one().into(),
        Phase::After(number) => figures::after(number),
    }
}

/// One heading with its entries; of those only as many stand there at first, and on paper, as have room.
fn group(account: AccountId, heading: String, entries: &[&Shared], left: &mut Room) -> AnyView {
    let shown = Room { screen: entries.len().min(left.screen), paper: entries.len().min(left.paper) };
    left.screen -= shown.screen;
    left.paper -= shown.paper;
    let rows = entries.iter().enumerate().map(|(place, entry)| row(account, entry, place, shown));
    view! {
        <div class:no-print=shown.paper == 0 class:beyond=shown.screen == 0>
            <h3>{heading}</h3>
            <ul class="rows shared">{rows.collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn row(account: AccountId, entry: &Shared, place: usize, shown: Room) -> AnyView {
    let (unprinted, beyond) = (place >= shown.paper, place >= shown.screen);
    let (unread, passage, id) = (entry.unread, entry.passage, entry.id);
    let after = entry.hours_after.map(|hours| match entry.session() {
        Some(number) => words::after_session(&since_hours(hours), number),
        None => words::after_a_session(&since_hours(hours)),
    });
    let when = [Some(short_day(entry.changed)), after].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let first = names::first_words(entry.first_words.clone(), &entry.feelings);
    let first = if first.is_empty() { text::no_words().to_owned() } else { format!("“{first}”") };
    view! {
        <li class:unread=unread class:no-print=unprinted class:beyond=beyond class:highlight=passage>
            <A href=format!("/app/client/{account}/entry/{id}") attr:class="row-link">
                <span class="row-title">{first}</span>
                <span class="quiet">
                    {when} {unread.then(|| view! { " " <strong class="fresh">{text::new()}</strong> })}
                </span>
            </A>
        </li>
    }
    .into_any()
}
