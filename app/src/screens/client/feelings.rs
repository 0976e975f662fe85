//! Words to touch, and words of one's own.

use journal::{
    feelings::{LONGEST, own_word, own_words},
    prompts::{FEELINGS, feeling_of},
};
use leptos::{html::Input, prelude::*};

use crate::{
    screens::parts::{names, once},
    text::{check_ins as words, client::write},
    vault::use_vault,
};

/// How many words there are at first: one screen row or two.
const FEW: usize = 8;

/// Words for feelings; touched ones are pressed. At first a few of every kind, then all in their groups.
#[component]
pub fn Feelings(
    /// The touched ones.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// One was touched.
    on_touch: Callback<String>,
) -> impl IntoView {
    let vault = use_vault();
    let all = RwSignal::new(false);
    // What is offered does not move while words are touched.
    let offered = vault
        .me()
        .map(|me| vault.records.with_untracked(|records| own_words(records, me)))
        .unwrap_or_default();
    let own = Memo::new(move |_| {
        let mut own = offered.clone();
        let typed = chosen.get().into_iter().filter(|word| feeling_of(word).is_none());
        for word in typed {
            if !own.contains(&word) {
                own.push(word);
            }
        }
        own
    });
    let chip = move |word: String| {
        let shown = names::feeling(&word).to_owned();
        let pressed = {
            let word = word.clone();
            move || chosen.with(|chosen| chosen.contains(&word)).to_string()
        };
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=once(move || on_touch.run(word.clone()))>
                {shown}
            </button>
        }
        .into_any()
    };
    let group = move |name: &'static str, ids: Vec<String>| {
        view! {
            <div class="group" role="group" aria-label=name>
                <span class="quiet" aria-hidden="true">{name}</span>
                {ids.into_iter().map(chip).collect_view()}
            </div>
        }
        .into_any()
    };
    let shown = move || {
        if all.get() {
            let groups = FEELINGS.iter().zip(group_names());
            let ids = |ids: &[journal::prompts::Feeling]| ids.iter().map(|one| one.id.to_owned()).collect();
            let mut groups: Vec<_> = groups.map(|((_, feelings), name)| group(name, ids(feelings))).collect();
            let own = own.get();
            if !own.is_empty() {
                groups.push(group(words::own(), own));
            }
            groups.push(view! { <OwnWord chosen on_touch /> }.into_any());
            return groups;
        }
        let touched = chosen.get_untracked();
        let few = every_word().into_iter().enumerate();
        let few = few.filter(|(place, word)| *place < FEW || touched.iter().any(|one| one == word));
        few.map(|(_, word)| word.to_owned()).chain(own.get()).map(chip).collect()
    };
    view! {
        <fieldset class="feelings" class:grouped=move || all.get()>
            <legend>{write::feelings()}</legend>
            {shown}
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

/// A field for a word that is not there.
#[component]
fn OwnWord(chosen: Signal<Vec<String>>, on_touch: Callback<String>) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let add = move || {
        // The field is left, too, when the page goes: by then it is not there any more.
        let Some(field) = field.try_get_untracked().flatten() else { return };
        let Some(word) = own_word(&field.value()) else { return };
        field.set_value("");
        if !chosen.with_untracked(|chosen| chosen.contains(&word)) {
            on_touch.run(word);
        }
    };
    view! {
        <div class="field own-word">
            <label for="own-word">{words::own_word()}</label>
            <div class="with-eye">
                <input
                    id="own-word"
                    type="text"
                    autocomplete="off"
                    autocapitalize="none"
                    maxlength=LONGEST.to_string()
                    node_ref=field
                    // A word that is left in the field is meant.
                    on:blur=move |_| add()
                    on:keydown=move |event| {
                        if event.key() == "Enter" {
                            event.prevent_default();
                            add();
                        }
                    }
                />
                <button type="button" class="second" on:click=move |_| add()>{words::add()}</button>
            </div>
        </div>
    }
}

/// Touches a word: in if it was out, out if it was in.
pub fn touch(feelings: &mut Vec<String>, word: String) {
    match feelings.iter().position(|one| *one == word) {
        Some(place) => drop(feelings.remove(place)),
        None => feelings.push(word),
    }
}

/// What the groups are called, in their order.
fn group_names() -> [&'static str; 5] {
    [words::soft(), words::open(), words::low(), words::tense(), words::body()]
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
