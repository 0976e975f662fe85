//! One question of a questionnaire: a tap on a choice moves on.

use journal::measures::Question;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{Place, REVIEWED};
use crate::{device::clock, screens::parts::once, text::measures as words};

/// The question, its choices, and the ways on and back.
pub fn asked(place: &Place, page: usize, question: Question) -> AnyView {
    let Place { draft, turn, .. } = *place;
    let read = place.read.get_value();
    let id = question.id;
    let reviewed = use_query_map().with_untracked(|query| query.get(REVIEWED).is_some());
    let next = if reviewed { place.questions.with_value(Vec::len) } else { page + 1 };
    let is_answered = draft.value.with_untracked(|measure| measure.answers.contains_key(&id));
    let chosen = move || draft.value.with(|measure| measure.answers.get(&id).copied());
    let answer = move |value: Option<u8>| {
        if draft.value.with_untracked(|measure| measure.answers.get(&id).copied()) != value {
            draft.edit(|measure| measure.answer(id, value, clock::now()));
        }
        turn.run(next);
    };
    // What is answered is passed by as it is; only whoever looks all of it over takes an answer back.
    let pass = move || match (is_answered, reviewed) {
        (true, false) => view! {
            <button type="button" class="text" on:click=once(move || turn.run(next))>{words::go_on()}</button>
        }
        .into_any(),
        (true, true) => view! {
            <button type="button" class="text" on:click=once(move || answer(None))>{words::clear()}</button>
        }
        .into_any(),
        (false, _) => view! {
            <button type="button" class="text" on:click=once(move || answer(None))>{words::skip()}</button>
        }
        .into_any(),
    };
    let before = if reviewed { Some(next) } else { page.checked_sub(1) };
    let choice = |(value, text)| {
        view! {
            <button
                type="button"
                class="step"
                lang=read.clone()
                aria-pressed=move || (chosen() == Some(value)).to_string()
                on:click=once(move || answer(Some(value)))
            >
                {text}
            </button>
        }
    };
    let choices = question.choices.into_iter().map(choice).collect_view();
    view! {
        <div class="turn">
            {question.stem.map(|stem| view! { <p class="quiet" id="stem" lang=read.clone()>{stem}</p> })}
            <h1 class="asked" id="asked" lang=read.clone()>{question.text}</h1>
            <div class="steps" role="group" aria-labelledby="stem asked">{choices}</div>
            <div class="actions">
                {pass()}
                {before
                    .map(|before| {
                        view! {
                            <button type="button" class="text" on:click=once(move || turn.run(before))>{words::back()}</button>
                        }
                    })}
            </div>
        </div>
    }
    .into_any()
}
