//! The privacy centre: what others can read, the ways in, what the server sees, the ways out.

use leptos::prelude::*;
use leptos_router::components::A;
use wire::login::Role;

use super::{
    kept::Kept,
    shared::{Shared, use_shared},
    you::Row,
};
use crate::{
    screens::parts::{Still, full_day},
    text::{
        account::you,
        compare, export, frame,
        keeping::{part, privacy, shared, with_whom},
    },
    vault::use_vault,
};

/// The screen.
#[component]
pub fn Privacy() -> impl IntoView {
    let vault = use_vault();
    let is_shared = use_shared();
    let is_client = vault.who_now().is_some_and(|who| who.role == Role::Client);
    let shared_line = Signal::derive(move || {
        let mut names: Vec<String> =
            is_shared.with(|list| list.iter().flat_map(Shared::readers).cloned().collect());
        names.sort();
        names.dedup();
        match is_shared.with(Vec::len) {
            0 => privacy::shared_none().to_owned(),
            many => with_whom(many, &names.join(", ")),
        }
    });
    let passcode_line = Signal::derive(move || match vault.passcode() {
        Some(true) => privacy::passcode_on().to_owned(),
        _ => privacy::passcode_off().to_owned(),
    });
    view! {
        <Still back="/app/you".to_owned() back_label=frame::you()>
            <h1>{privacy::title()}</h1>
            <p class="lead">{privacy::lead()}</p>
            <h2>{privacy::shared()}</h2>
            <ul class="rows">
                <Row to="/app/privacy/shared" title=privacy::shared_go() line=shared_line />
            </ul>
            <People />
            <h2>{privacy::ways_in()}</h2>
            <ul class="rows">
                <Row to="/app/privacy/devices" title=privacy::devices() line=privacy::devices_line() />
                <Row to="/app/privacy/password" title=privacy::password() line=privacy::password_line() />
                <Row to="/app/privacy/passcode" title=privacy::passcode() line=passcode_line />
                <Row to="/app/privacy/kit" title=privacy::kit() line=privacy::kit_line() />
            </ul>
            <Kept />
            <h2>{privacy::server()}</h2>
            <p>{privacy::sees()}</p>
            <p>{privacy::sees_reminders()}</p>
            <p>{privacy::sees_not()}</p>
            <p>{privacy::honest()}</p>
            <p><a href="/privacy" rel="external">{privacy::server_go()}</a></p>
            <h2>{privacy::leaving()}</h2>
            <ul class="rows">
                {is_client.then(|| view! { <Row to="/app/privacy/export" title=export::title() line=export::line() /> })}
                <Row to="/app/privacy/delete" title=privacy::delete() line=privacy::delete_line() />
            </ul>
        </Still>
    }
}

/// A client's therapists, each with the way out. A therapist has theirs among the clients.
#[component]
fn People() -> impl IntoView {
    let vault = use_vault();
    let people = Memo::new(move |_| {
        let people = vault.people().into_iter();
        people.map(|person| (vault.came_back(person.account), person)).collect::<Vec<_>>()
    });
    let is_client = vault.who_now().is_some_and(|who| who.role == Role::Client);
    move || {
        let people = people.get();
        (is_client && !people.is_empty()).then(|| {
            let rows = people
                .into_iter()
                .map(|(came_back, person)| {
                    let name = person.name.unwrap_or_else(|| shared::somebody().into());
                    let name = person
                        .practice
                        .map_or_else(|| name.clone(), |practice| format!("{name}, {practice}"));
                    let how = if person.verified { you::verified() } else { you::unverified() };
                    view! {
                        <li class="row-plain">
                            <span class="row-title">{name}</span>
                            <span class="quiet">{how}</span>
                            {came_back.map(|at| view! { <span>{you::came_back(&full_day(at.date_naive()))}</span> })}
                            {(!person.verified)
                                .then(|| {
                                    view! { <A href=format!("/app/compare/{}", person.account) attr:class="text">{compare::title()}</A> }
                                })}
                            <A href=format!("/app/part/{}", person.account) attr:class="text">{part::row()}</A>
                        </li>
                    }
                })
                .collect_view();
            view! {
                <h2>{you::people()}</h2>
                <ul class="rows">{rows}</ul>
            }
        })
    }
}
