//! The first question of the check-in on Today: an answer begins it, and leads to the second question.

use journal::record::{Body, CheckIn, Level, SCALES};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    device::clock,
    screens::parts::{Busy, names, once},
    vault::Vault,
};

/// Five words. Whoever touches one has it kept.
#[component]
pub fn First(vault: Vault, busy: Busy) -> impl IntoView {
    let [scale, ..] = SCALES;
    let words = names::scale(scale);
    // The same one, however often it is touched.
    let id = Vault::new_id();
    let go = use_navigate();
    let answer = Callback::new(move |step: u8| {
        let go = go.clone();
        busy.start(async move {
            let mut record = CheckIn::new(clock::now());
            record.set_level(scale, Level::new(step));
            vault.write(id, Body::CheckIn(record))?;
            // For which day is asked there, because it could not be here.
            go(&format!("/app/check-in/{id}?p=2&day"), NavigateOptions::default());
            Ok(())
        });
    });
    let steps = (1..=5u8).zip(words.steps).map(|(step, word)| {
        view! {
            <button type="button" class="step" on:click=once(move || answer.run(step))>
                {word}
            </button>
        }
    });
    view! {
        <p id="first">{words.question}</p>
        <div class="steps" role="group" aria-labelledby="first">{steps.collect_view()}</div>
    }
}
