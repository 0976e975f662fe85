//! All clients, by when they come next.

mod before;
mod line;
mod waiting;

use std::{collections::HashMap, sync::Arc};

use journal::{
    brief::{Line, Soon, caseload},
    search::Query,
};
use leptos::prelude::*;
use leptos_router::components::A;

use self::{
    before::Before,
    line::{Case, case_line},
    waiting::Waiting,
};
use super::invitations::{Invitations, use_invitations};
use crate::{
    screens::parts::{Alarms, Frame, NewVersion, Rows, SyncLine, short_day},
    text::{
        begun,
        therapist::{caseload as text, invite},
    },
    vault::use_vault,
};

/// From how many clients on one is looked for by name.
const SEARCHED: usize = 7;
/// How many lines are made for the first frame: more than a screen shows. The others come right after it.
const FIRST: usize = 30;
/// How high one that is still to come is taken to be, in rem, so that back finds the place it was at.
const HEIGHT: usize = 5;

fn groups() -> [(Soon, &'static str); 4] {
    [
        (Soon::Today, text::today()),
        (Soon::ThisWeek, text::this_week()),
        (Soon::Later, text::later()),
        (Soon::NoDate, text::no_date()),
    ]
}

/// The first screen of a therapist.
#[component]
pub fn Caseload() -> impl IntoView {
    let vault = use_vault();
    let invitations = use_invitations();
    let people = Memo::new(move |_| vault.people());
    // Everything that is said of somebody, in one go: with two hundred of them nothing may look for itself.
    let cases = Memo::new(move |_| {
        let (Some(who), people) = (vault.who(), people.get()) else { return Vec::new() };
        let clients: Vec<_> = people.iter().map(|person| person.account).collect();
        let now = vault.now.get();
        let lines = vault.records.with(|records| caseload(records, &clients, who.account, now));
        let people: HashMap<_, _> = people.into_iter().map(|person| (person.account, person)).collect();
        let case = |line: Line| {
            let unnamed = line.name.is_none().then(|| invitations.called(line.client)).flatten();
            let verified = people.get(&line.client).is_some_and(|person| person.verified);
            Arc::new(Case { line, called: unnamed, verified })
        };
        lines.into_iter().map(case).collect()
    });
    let sought = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let query = Query::parse(&sought.get());
        let fits = |case: &&Arc<Case>| {
            let called = case.line.name.as_deref().or(case.called.as_deref());
            query.is_empty() || query.fits_words(called)
        };
        cases.with(|cases| cases.iter().filter(fits).cloned().collect::<Vec<_>>())
    });
    let most = RwSignal::new(FIRST);
    // What the first of them calls is still before the frame is painted.
    request_animation_frame(move || {
        request_animation_frame(move || {
            let _gone = most.try_set(usize::MAX);
        });
    });
    let listed =
        Memo::new(move |_| found.with(|cases| cases.iter().take(most.get()).cloned().collect::<Vec<_>>()));
    let to_come = Memo::new(move |_| found.with(Vec::len).saturating_sub(most.get()));
    let groups = groups().map(|(soon, heading)| view! { <Group soon heading listed /> });
    let is_empty = Memo::new(move |_| cases.with(Vec::is_empty));
    view! {
        <Frame>
            <div class="caseload">
                <h1>{text::title()}</h1>
                <Alarms />
                <Waiting cases />
                {move || (cases.with(Vec::len) > SEARCHED).then(|| view! { <Search sought /> })}
                {groups}
                {move || {
                    Some(to_come.get() * HEIGHT)
                        .filter(|room| *room > 0)
                        .map(|room| view! { <div style:block-size=format!("{room}rem")></div> })
                }}
                {move || (!is_empty.get() && found.with(Vec::is_empty)).then(|| view! { <p role="status">{text::nobody()}</p> })}
                {move || is_empty.get().then(|| view! { <Empty invitations /> })}
                <Invited invitations />
                <Before />
                <SyncLine />
                <NewVersion />
            </div>
        </Frame>
    }
}

#[component]
fn Search(sought: RwSignal<String>) -> impl IntoView {
    view! {
        <div class="field case-search">
            <label for="find">{text::search()}</label>
            <input
                id="find"
                type="search"
                autocomplete="off"
                prop:value=move || sought.get()
                on:input:target=move |event| sought.set(event.target().value())
            />
        </div>
    }
}

/// Those who come as soon as that, under one heading; nothing where there is nobody.
#[component]
fn Group(soon: Soon, heading: &'static str, listed: Memo<Vec<Arc<Case>>>) -> impl IntoView {
    let vault = use_vault();
    let of_group = Memo::new(move |_| {
        let now = vault.now.get();
        let is_of_group = |case: &&Arc<Case>| case.line.soon(now) == soon;
        listed.with(|cases| cases.iter().filter(is_of_group).cloned().collect::<Vec<_>>())
    });
    let is_any = Memo::new(move |_| !of_group.with(Vec::is_empty));
    let row = move |case: Arc<Case>| case_line(&case, vault.now.get());
    move || {
        is_any.get().then(|| {
            view! {
                <section>
                    <h2>{heading}</h2>
                    <ul class="rows">
                        <Rows each=move || of_group.get() key=|case| case.line.client row />
                    </ul>
                </section>
            }
        })
    }
}

#[component]
fn Empty(invitations: Invitations) -> impl IntoView {
    move || {
        if invitations.waiting.with(Vec::is_empty) {
            view! {
                <p class="lead">{text::empty()}</p>
                <p>{text::empty_lead()}</p>
                <div class="actions">
                    <A href="/app/invite" attr:class="main">
                        {text::empty_do()}
                    </A>
                </div>
            }
            .into_any()
        } else {
            view! { <p class="lead">{text::waiting()}</p> }.into_any()
        }
    }
}

#[component]
fn Invited(invitations: Invitations) -> impl IntoView {
    let vault = use_vault();
    let rows = move || {
        let now = vault.now.get();
        invitations.waiting.with(|waiting| {
            waiting
                .iter()
                .map(|one| {
                    let until = if one.until > now {
                        invite::works_until(&short_day(one.until))
                    } else {
                        invite::expired().into()
                    };
                    view! {
                        <li class="case">
                            <span class="row-title">{one.called.clone()}</span>
                            <span class="quiet">{begun(&until)}</span>
                        </li>
                    }
                })
                .collect_view()
        })
    };
    // Who has accepted meanwhile is not shown as invited for a moment.
    let is_there = Memo::new(move |_| !invitations.is_asking() && !invitations.waiting.with(Vec::is_empty));
    move || {
        is_there.get().then(|| {
            view! {
                <section>
                    <h2>{text::invited()}</h2>
                    {move || invitations.is_unreached().then(|| view! { <p class="quiet">{invite::not_asked()}</p> })}
                    <ul class="rows">{rows}</ul>
                    <p>
                        <A href="/app/invite">{text::see_invited()}</A>
                    </p>
                </section>
            }
        })
    }
}
