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
    screens::parts::{Rows, names, short_day},
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
    let paper = move || if has_threads.get() { PAGES_ABOVE_THREADS } else { PAGES };
    let groups = Memo::new(move |_| {
        let mut left = Room { screen: FIRST, paper: paper() };
        brief.with(|brief| groups(brief, &mut left))
    });
    // What stands neither on the screen nor on paper is not made before all of it is asked for.
    let stands = move |unprinted: bool, beyond: bool| all.get() || !(unprinted && beyond);
    let heads = move || {
        groups.with(|groups| {
            let heads = groups.iter().map(|group| &group.head);
            heads.filter(|head| stands(head.unprinted, head.beyond)).cloned().collect()
        })
    };
    let group = move |head: Head| {
        let Head { heading, unprinted, beyond } = head.clone();
        let entries = move || {
            groups.with(|groups| {
                let this = groups.iter().find(|group| group.head == head);
                let entries = this.into_iter().flat_map(|group| &group.entries);
                entries.filter(|one| stands(one.unprinted, one.beyond)).cloned().collect()
            })
        };
        view! {
            <div class:no-print=unprinted class:beyond=beyond>
                <h3>{heading}</h3>
                <ul class="rows shared">
                    <Rows each=entries key=|one| one.entry.id row=move |one| row(account, one) />
                </ul>
            </div>
        }
        .into_any()
    };
    let count = Memo::new(move |_| brief.with(|brief| brief.shared.len()));
    let unprinted = move || Some(count.get().saturating_sub(paper())).filter(|more| *more > 0);
    let more = move || Some(count.get().saturating_sub(FIRST)).filter(|more| *more > 0 && !all.get());
    let earlier = move || brief.with(|brief| brief.earlier.len());
    view! {
        <section class="shared-of" class:all=move || all.get()>
            <h2>
                {text::shared_heading()} " "
                <span class="quiet">{move || brief.with(|brief| text::unread(brief.unread().len()))}</span>
            </h2>
            {move || (count.get() == 0).then(|| view! { <p>{text::nothing()}</p> })}
            <Rows each=heads key=|head| head.heading.clone() row=group />
            {move || unprinted().map(|more| view! { <p class="print-only">{text::not_printed(more)}</p> })}
            {move || {
                more()
                    .map(|more| {
                        view! {
                            <button type="button" class="text no-print" on:click=move |_| all.set(true)>
                                {text::show_more(more)}
                            </button>
                        }
                    })
            }}
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

/// One heading, and whether anything under it stands on paper and on the screen before all are asked for.
#[derive(Clone, PartialEq)]
struct Head {
    heading: String,
    unprinted: bool,
    beyond: bool,
}

/// One page or passage, and whether it stands on paper and on the screen before all are asked for.
#[derive(Clone, PartialEq)]
struct Placed {
    entry: Shared,
    unprinted: bool,
    beyond: bool,
}

#[derive(Clone, PartialEq)]
struct Group {
    head: Head,
    entries: Vec<Placed>,
}

/// Passages that were chosen, then the phases.
fn groups(brief: &Brief, left: &mut Room) -> Vec<Group> {
    let chosen = brief.highlights();
    let chosen = (!chosen.is_empty()).then(|| (figures::highlights().to_owned(), chosen));
    let phases = brief.phases().into_iter().map(|(phase, pages)| (phase_words(phase), pages));
    chosen.into_iter().chain(phases).map(|(heading, entries)| group(heading, &entries, left)).collect()
}

/// One heading with its entries; of those only as many stand there at first, and on paper, as have room.
fn group(heading: String, entries: &[&Shared], left: &mut Room) -> Group {
    let shown = Room { screen: entries.len().min(left.screen), paper: entries.len().min(left.paper) };
    left.screen -= shown.screen;
    left.paper -= shown.paper;
    let placed = entries.iter().enumerate().map(|(place, entry)| Placed {
        entry: (*entry).clone(),
        unprinted: place >= shown.paper,
        beyond: place >= shown.screen,
    });
    let head = Head { heading, unprinted: shown.paper == 0, beyond: shown.screen == 0 };
    Group { head, entries: placed.collect() }
}

fn row(account: AccountId, Placed { entry, unprinted, beyond }: Placed) -> AnyView {
    let (unread, passage, id) = (entry.unread, entry.passage, entry.id);
    let after = entry.hours_after.map(|hours| match entry.session() {
        Some(number) => words::after_session(&since_hours(hours), number),
        None => words::after_a_session(&since_hours(hours)),
    });
    let when = [Some(short_day(entry.changed)), after].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let first = names::first_words(entry.first_words, &entry.feelings);
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
