//! Choosing a passage of an entry: its words as they were written, each sentence to be tapped.

use journal::passage::{Mark, Passage, Text, find, marked, touch};
use leptos::prelude::*;

use crate::{device::focus, text::sharing::passage as words};

/// The sentences of an entry. What is marked is in `chosen`, and what is put there is marked.
///
/// Each sentence is a checkbox: it is reached by touch, by the arrow keys and by a screen reader. In a group the Tab
/// key stops once, so that a long page is left as fast as a short one.
#[component]
pub fn ChoosePassage(
    /// The words, as `journal::passage::texts` has them.
    texts: Vec<Text>,
    /// What is marked, with its question.
    chosen: RwSignal<Option<Passage>>,
) -> impl IntoView {
    if texts.is_empty() {
        return view! { <p class="quiet">{words::none()}</p> }.into_any();
    }
    let texts = StoredValue::new(texts);
    let begin = chosen.with_untracked(|chosen| {
        chosen.as_ref().and_then(|passage| texts.with_value(|texts| find(texts, passage)))
    });
    let mark = RwSignal::new(begin);
    let set = Callback::new(move |now: Option<Mark>| {
        mark.set(now);
        chosen.set(now.and_then(|mark| texts.with_value(|texts| marked(texts, mark))));
    });
    let count = move || mark.get().map_or(0, |mark| mark.last - mark.first + 1);
    let several = texts.with_value(|texts| texts.len() > 1);
    let groups = texts.with_value(|texts| {
        let groups = texts.iter().enumerate();
        groups.map(|(place, text)| group(place, text, several, mark, set).into_any()).collect_view()
    });
    view! {
        <div class="choose-passage">
            <p class="quiet" id="choose-passage">
                {words::choose()} " " <span class="hidden-text">{words::keys()}</span>
            </p>
            {groups}
            <p class="quiet marked-line">
                <span role="status">{move || words::marked(count())}</span>
                <button
                    type="button"
                    class="text"
                    class:unseen=move || count() == 0
                    on:click=move |_| {
                        if let Some(mark) = mark.get_untracked() {
                            focus::on_element(&id_of(mark.text, mark.first));
                        }
                        set.run(None);
                    }
                >
                    {words::clear()}
                </button>
            </p>
        </div>
    }
    .into_any()
}

/// One text: its question and its sentences, with the line breaks that were typed.
fn group(
    place: usize,
    text: &Text,
    several: bool,
    mark: RwSignal<Option<Mark>>,
    set: Callback<Option<Mark>>,
) -> impl IntoView + use<> {
    let question = match &text.whole.question {
        Some(question) => Some(question.clone()),
        None => several.then(|| words::free().to_owned()),
    };
    let last = text.sentences.len() - 1;
    let at = RwSignal::new(
        mark.with_untracked(|mark| mark.filter(|mark| mark.text == place).map_or(0, |mark| mark.first)),
    );
    let sentences = (0..=last).map(|number| {
        let words = text.sentence(number).to_owned();
        let between = text.after(number).to_owned();
        let is_marked = move || mark.with(|mark| mark.is_some_and(|mark| mark.covers(place, number)));
        let go = move |to: usize| {
            at.set(to);
            focus::on_element(&id_of(place, to));
        };
        view! {
            <label class="sentence">
                <input
                    type="checkbox"
                    class="hidden-text"
                    id=id_of(place, number)
                    tabindex=move || if at.get() == number { "0" } else { "-1" }
                    prop:checked=is_marked
                    on:focus=move |_| at.set(number)
                    on:change=move |_| set.run(touch(mark.get_untracked(), place, number))
                    on:keydown=move |event| {
                        let to = match event.key().as_str() {
                            "ArrowDown" | "ArrowRight" => (number + 1).min(last),
                            "ArrowUp" | "ArrowLeft" => number.saturating_sub(1),
                            "Home" => 0,
                            "End" => last,
                            _ => return,
                        };
                        event.prevent_default();
                        go(to);
                    }
                />
                {words}
            </label>
            {between}
        }
    });
    view! {
        <fieldset class="plain" aria-describedby="choose-passage">
            {question.map(|question| view! { <legend>{question}</legend> })}
            <p class="words">{sentences.collect_view()}</p>
        </fieldset>
    }
}

fn id_of(text: usize, sentence: usize) -> String {
    format!("sentence-{text}-{sentence}")
}
