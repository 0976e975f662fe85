//! For the next session: when it is, and everything the therapist can read, each with a way back.

use leptos::prelude::*;

use super::{
    agenda::ToBring,
    not_live::NotLive,
    own::{course, therapist},
    share::SharedList,
};
use crate::{
    screens::parts::{Frame, NotVerified, SyncLine, day_and_time, names},
    text::client::session,
    vault::{Vault, use_vault},
};

/// The screen.
#[component]
pub fn ForSession() -> impl IntoView {
    let vault = use_vault();
    let person = Memo::new(move |_| therapist(vault));
    let next = Memo::new(move |_| course(vault).next().map(|next| day_and_time(next.at)));
    let unverified = move || person.get().filter(|person| !person.verified);
    view! {
        <Frame>
            <h1>{session::title()}</h1>
            <p class="lead">{move || next.get().unwrap_or_else(|| session::no_date().into())}</p>
            <NotLive />
            {move || unverified().map(|person| view! { <NotVerified account=person.account>{session::unverified()}</NotVerified> })}
            <ToBring vault />
            <SharedList vault />
            <Dates vault />
            <SyncLine />
        </Frame>
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
                let dose = appointment.dose.as_ref().map(names::dose);
                let said = [dose, appointment.note.clone()].into_iter().flatten().collect::<Vec<_>>();
                (day_and_time(appointment.at), names::kind(appointment.kind), said)
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
