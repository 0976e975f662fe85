//! A few calm colours, each with its name: what is kept is the name.

use journal::{language, prompts::Prompt, record::Entry};
use leptos::prelude::*;

use super::super::{draft::Draft, write::answer};
use crate::{screens::parts::once, text::said};

/// The name of the class that has the colour, and the name of the colour.
const COLOURS: [(&str, language::Words); 6] = [
    ("swatch red", language::Words::new(["dark red", "rojo oscuro"])),
    ("swatch amber", language::Words::new(["amber", "ámbar"])),
    ("swatch green", language::Words::new(["moss green", "verde musgo"])),
    ("swatch blue", language::Words::new(["deep blue", "azul profundo"])),
    ("swatch violet", language::Words::new(["violet", "violeta"])),
    ("swatch grey", language::Words::new(["grey", "gris"])),
];

/// Six colours to touch; a second touch takes it back.
#[component]
pub fn Colours(
    /// The entry.
    draft: Draft<Entry>,
    /// What the colour answers.
    prompt: Option<&'static Prompt>,
) -> impl IntoView {
    prompt.map(|prompt| {
        let colours = COLOURS.map(|(class, name)| {
            // Touched in whichever language.
            let is_it = move |kept: &str| kept == name.english || kept == name.spanish;
            let pressed = move || draft.value.with(|entry| is_it(entry.answer(prompt.id)));
            let on_touch = once(move || {
                let text = if untrack(pressed) { String::new() } else { said(name).to_owned() };
                answer(draft, prompt, text);
            });
            view! {
                <button type="button" class="chip" aria-pressed=move || pressed().to_string() on:click=on_touch>
                    <span class=class aria-hidden="true"></span>
                    {said(name)}
                </button>
            }
        });
        view! {
            <div class="soft-grid" role="group" aria-label=said(prompt.question)>
                {colours.into_iter().collect_view()}
            </div>
        }
    })
}
