//! One quiet line wherever words are typed or shared: when they are read, and what to do if that is too late.

use leptos::prelude::*;

use super::own::{next_session, therapist};
use crate::{
    text::{client::live, public},
    vault::use_vault,
};

/// The practice's own sentence, where it has one.
#[component]
pub fn NotLive() -> impl IntoView {
    let vault = use_vault();
    let line = move || {
        let own = therapist(vault).and_then(|person| person.reading);
        let next = next_session(vault);
        live::line(own.as_deref(), next.as_ref().map(|(session, when)| (*session, when.as_str())))
    };
    view! {
        <p class="quiet">
            {line} " " {live::cannot_wait()} " " <a href="/help" rel="external">{public::help_now()}</a>
        </p>
    }
}
