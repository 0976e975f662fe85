//! For the next session: when it is, and everything the therapist can read, each with a way back.

use journal::record::Opened;
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::RecordId;

use super::own::{course, name_of, opened_by, therapist};
use crate::{
    screens::parts::{Busy, Frame, Notice, SyncLine, Troubled, day_and_time, names},
    text::client::{entry, session, your_therapist},
    vault::{Vault, use_vault},
};

/// The screen.
#[component]
pub fn ForSession() -> impl IntoView {
    let vault = use_vault();
    let person = Memo::new(move |_| therapist(vault));
    let name = move || person.get().as_ref().map_or_else(|| your_therapist().into(), name_of);
    let next = Memo::new(move |_| course(vault).next().map(|next| day_and_time(next.at)));
    let unverified = move || person.get().is_some_and(|person| !person.verified);
    view! {
        <Frame>
            <h1>{session::title()}</h1>
            <p class="lead">{move || next.get().unwrap_or_else(|| session::no_date().into())}</p>
            <p class="quiet">{move || session::lead(&name())}</p>
            {move || unverified().then(|| view! { <Notice><p>{session::unverified()}</p></Notice> })}
            <h2>{session::shared()}</h2>
            <Entries vault />
            <CheckIns vault />
            <Dates vault />
            <SyncLine />
        </Frame>
    }
}

fn shared(vault: Vault) -> Vec<Opened> {
    let me = vault.me();
    vault.records.with(|records| {
        records
            .iter()
            .filter(|record| Some(record.owner) == me && !record.recipients.is_empty())
            .cloned()
            .collect()
    })
}

#[component]
fn Entries(vault: Vault) -> impl IntoView {
    let entries = Memo::new(move |_| {
        let mut entries: Vec<_> = shared(vault)
            .into_iter()
            .filter_map(|record| record.entry().cloned().map(|entry| (record.id, entry)))
            .collect();
        entries.sort_by_key(|(_, entry)| std::cmp::Reverse(entry.changed));
        entries
    });
    let read =
        move |id: RecordId| match therapist(vault).and_then(|person| opened_by(vault, person.account, id)) {
            Some((at, _)) => entry::read_at(&day_and_time(at)),
            None => entry::unread().into(),
        };
    move || {
        let entries = entries.get();
        if entries.is_empty() {
            return view! { <p>{session::nothing()}</p> }.into_any();
        }
        let rows = entries
            .into_iter()
            .map(|(id, entry)| {
                view! {
                    <li>
                        <A href=format!("/app/entry/{id}") attr:class="row-link">
                            <span class="row-title">{names::first_words(entry.first_words(90), &entry.feelings)}</span>
                            <span class="quiet">{names::moment(entry.moment)} " · " {move || read(id)}</span>
                        </A>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    }
}

#[component]
fn CheckIns(vault: Vault) -> impl IntoView {
    let ids = Memo::new(move |_| {
        shared(vault)
            .into_iter()
            .filter(|record| record.check_in().is_some())
            .map(|record| record.id)
            .collect::<Vec<_>>()
    });
    let busy = Busy::new();
    let take_back = move |_| {
        busy.start(async move { ids.get_untracked().into_iter().try_for_each(|id| vault.take_back(id)) });
    };
    move || {
        let count = ids.with(Vec::len);
        (count > 0).then(|| {
            view! {
                <h3>{session::check_ins_heading()}</h3>
                <p>{session::check_ins(count)}</p>
                <button type="button" class="text" on:click=take_back>{session::take_all()}</button>
                <Troubled trouble=busy.trouble />
            }
        })
    }
}

#[component]
fn Dates(vault: Vault) -> impl IntoView {
    let dates = Memo::new(move |_| {
        let now = vault.now.get();
        let course = course(vault);
        course
            .appointments()
            .iter()
            .filter(|appointment| appointment.at > now)
            .map(|appointment| {
                (day_and_time(appointment.at), names::kind(appointment.kind), appointment.note.clone())
            })
            .collect::<Vec<_>>()
    });
    move || {
        let dates = dates.get();
        (!dates.is_empty()).then(|| {
            let rows = dates
                .into_iter()
                .map(|(when, kind, note)| {
                    view! {
                        <li class="row-plain">
                            <span>{when}</span>
                            <span class="quiet">{kind} {note.map(|note| format!(" · {note}"))}</span>
                        </li>
                    }
                })
                .collect_view();
            view! { <h2>{session::dates()}</h2> <ul class="rows">{rows}</ul> }
        })
    }
}
