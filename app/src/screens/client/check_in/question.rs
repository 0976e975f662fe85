//! One question: five named steps, a tap moves on.

use journal::record::{CheckIn as Record, Level, SCALES, Scale};
use leptos::prelude::*;

use super::{super::draft::Draft, change, which_day::WhichDay};
use crate::{
    screens::parts::{names, once, whole_day},
    text::{check_ins, client::check_in},
};

#[component]
pub fn Question(
    draft: Draft<Record>,
    scale: Scale,
    at: usize,
    asks_day: bool,
    turn: Callback<usize>,
    done: Callback<()>,
) -> impl IntoView {
    let words = names::scale(scale);
    let chosen = move || draft.value.with(|record| record.level(scale).map(Level::step));
    let answer = move |step: Option<u8>| {
        let level = step.and_then(Level::new);
        if draft.value.with_untracked(|record| record.level(scale) != level) {
            change(draft, |record| record.set_level(scale, level));
        }
        turn.run(at + 1);
    };
    let place = move || {
        let place = check_in::place(at + 1, SCALES.len());
        let back_dated =
            draft.value.with(|record| (record.day != record.at.date_naive()).then(|| whole_day(record.day)));
        back_dated.map_or_else(|| place.clone(), |day| format!("{place} · {}", check_ins::for_day(&day)))
    };
    let steps = (1..=5u8).zip(words.steps).map(|(step, word)| {
        view! {
            <button
                type="button"
                class="step"
                aria-pressed=move || (chosen() == Some(step)).to_string()
                on:click=once(move || answer(Some(step)))
            >
                {word}
            </button>
        }
    });
    view! {
        <div class="turn">
            <p class="quiet">{place}</p>
            <h1 class="asked" id="asked">{words.question}</h1>
            <div class="steps" role="group" aria-labelledby="asked">{steps.collect_view()}</div>
            {asks_day.then(|| view! { <WhichDay draft /> })}
            <div class="actions">
                {move || {
                    draft
                        .value
                        .with(|record| !record.is_empty())
                        .then(|| {
                            view! {
                                <button type="button" class="second" on:click=once(move || done.run(()))>
                                    {check_ins::enough()}
                                </button>
                            }
                        })
                }}
                <button type="button" class="text" on:click=once(move || answer(chosen()))>{check_in::skip()}</button>
                {(at > 0)
                    .then(|| {
                        view! {
                            <button type="button" class="text" on:click=once(move || turn.run(at - 1))>{check_in::before()}</button>
                        }
                    })}
            </div>
        </div>
    }
    .into_any()
}
