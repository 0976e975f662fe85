//! Another language, at once: everything is drawn anew and the journal stays open.

use leptos::prelude::*;

use crate::{
    device::{focus, language},
    text::{self, Language, languages as words},
};

/// What is spoken. A change draws every screen anew.
#[derive(Clone, Copy)]
pub struct Spoken(pub RwSignal<Language>);

/// Once, around everything.
pub fn provide_spoken() -> Spoken {
    let spoken = Spoken(RwSignal::new(text::language()));
    provide_context(spoken);
    spoken
}

/// The heading of the choice, where the focus goes after it.
const CHOICE_ID: &str = "languages";

/// The choice, among other settings.
#[component]
pub fn Languages() -> impl IntoView {
    let spoken = expect_context::<Spoken>().0;
    let choices = Language::ALL.map(|one| {
        view! {
            <label class="choice" lang=one.tag()>
                <input
                    type="radio"
                    name="language"
                    prop:checked=move || spoken.get() == one
                    on:change=move |_| {
                        choose(spoken, one);
                        focus::on(CHOICE_ID);
                    }
                />
                {one.own_name()}
            </label>
        }
    });
    view! {
        <fieldset class="plain">
            <legend>
                <h2 id=CHOICE_ID tabindex="-1">{words::title()}</h2>
            </legend>
            {choices.collect_view()}
            <p class="quiet">{words::line()}</p>
        </fieldset>
    }
}

/// One quiet line for somebody who has no settings yet.
#[component]
pub fn OtherLanguage() -> impl IntoView {
    let spoken = expect_context::<Spoken>().0;
    let others = Language::ALL.into_iter().filter(|one| *one != spoken.get_untracked()).map(|one| {
        view! {
            <button type="button" class="text" lang=one.tag() on:click=move |_| choose(spoken, one)>
                {one.own_name()}
            </button>
        }
    });
    view! { <p class="ways">{others.collect_view()}</p> }
}

fn choose(spoken: RwSignal<Language>, language: Language) {
    language::choose(language);
    spoken.set(language);
}
