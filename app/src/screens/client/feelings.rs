//! Words to touch.

use journal::prompts::FEELINGS;
use leptos::prelude::*;

use crate::{screens::parts::names, text::client::write};

/// How many words there are at first: one screen row or two.
const FEW: usize = 8;

/// Words for feelings; touched ones are pressed.
#[component]
pub fn Feelings(
    /// The touched ones.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// One was touched.
    on_touch: Callback<String>,
) -> impl IntoView {
    let all = RwSignal::new(false);
    let words = move || {
        let every = every_word();
        let chosen = chosen.get_untracked();
        every
            .into_iter()
            .enumerate()
            .filter(|(place, word)| all.get() || *place < FEW || chosen.iter().any(|one| one == word))
            .map(|(_, word)| word)
            .collect::<Vec<_>>()
    };
    view! {
        <fieldset class="feelings">
            <legend>{write::feelings()}</legend>
            <For
                each=words
                key=|word| *word
                children=move |word| {
                    let pressed = move || chosen.with(|chosen| chosen.iter().any(|one| one == word));
                    view! {
                        <button
                            type="button"
                            class="chip"
                            aria-pressed=move || pressed().to_string()
                            on:click=move |_| on_touch.run(word.to_owned())
                        >
                            {names::feeling(word)}
                        </button>
                    }
                }
            />
            <button
                type="button"
                class="text"
                aria-expanded=move || all.get().to_string()
                on:click=move |_| all.update(|all| *all = !*all)
            >
                {move || if all.get() { write::fewer() } else { write::more() }}
            </button>
        </fieldset>
    }
}

/// Touches a word: in if it was out, out if it was in.
pub fn touch(feelings: &mut Vec<String>, word: String) {
    match feelings.iter().position(|one| *one == word) {
        Some(place) => drop(feelings.remove(place)),
        None => feelings.push(word),
    }
}

/// One of each group in turn, so that the first few are of every colour.
fn every_word() -> Vec<&'static str> {
    let longest = FEELINGS.iter().map(|(_, words)| words.len()).max().unwrap_or(0);
    (0..longest)
        .flat_map(|place| {
            FEELINGS.iter().filter_map(move |(_, words)| words.get(place).map(|feeling| feeling.id))
        })
        .collect()
}
