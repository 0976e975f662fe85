//! For the next session: when it is, and everything the therapist can read, each with a way back.

use journal::agenda::next_hour;
use leptos::prelude::*;

use super::{
    agenda::ToBring,
    not_live::NotLive,
    own::{course, therapist},
    share::SharedList,
};
use crate::{
    screens::parts::{Frame, NotVerified, SyncLine, appointed, names},
    text::client::session,
    vault::{Vault, use_vault},
};

/// The screen.
#[component]
pub fn ForSession() -> impl IntoView {
    let vault = use_vault();
    let person = Memo::new(move |_| therapist(vault));
    let next = Memo::new(move |_| ahead(vault));
    let unverified = move || person.get().filter(|person| !person.verified);
    view! {
        <Frame>
            <h1>{session::title()}</h1>
            {move || {
                let next = next.get();
                if next.is_empty() {
                    return view! { <p class="lead">{session::no_date()}</p> }.into_any();
                }
                next.into_iter().map(|line| view! { <p class="lead">{line}</p> }).collect_view().into_any()
            }}
            <NotLive />
            {move || unverified().map(|person| view! { <NotVerified account=person.account>{session::unverified()}</NotVerified> })}
            <ToBring vault />
            <SharedList vault />
            <Dates vault />
            <SyncLine />
        </Frame>
    }
}

/// What comes next, and the next hour together where that is something else: the list below is for it; tracked.
fn ahead(vault: Vault) -> Vec<String> {
    let (course, now) = (course(vault), vault.now.get());
    let mut ahead: Vec<_> = course.next().into_iter().chain(next_hour(&course, now)).collect();
    ahead.dedup_by_key(|one| one.id);
    ahead.into_iter().map(|one| format!("{} · {}", appointed(one), names::kind(one.kind))).collect()
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
                let dose = appointment.dose.as_ref().map(names::dose);
                let said = [dose, appointment.note.clone()].into_iter().flatten().collect::<Vec<_>>();
                (appointed(appointment), names::kind(appointment.kind), said)
            })
            .collect::<Vec<_>>()
    });
    move || {
        let dates = dates.get();
        (!dates.is_empty()).then(|| {
            let rows = dates
                .into_iter()
                .map(|(when, kind, said)| {
                    let line = [kind.to_owned()].into_iter().chain(said).collect::<Vec<_>>().join(" · ");
                    view! {
                        <li class="row-plain">
                            <span>{when}</span>
                            <span class="quiet">{line}</span>
                        </li>
                    }
                })
                .collect_view();
            view! { <h2>{session::dates()}</h2> <ul class="rows">{rows}</ul> }
        })
    }
}
