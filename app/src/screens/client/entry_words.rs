//! The words of an entry, as its author and its readers see them.

use journal::record::Entry;
use leptos::prelude::*;

/// Questions small, words large.
#[component]
pub fn EntryWords(
    /// Which entry.
    entry: Entry,
) -> impl IntoView {
    let answers = entry
        .answers
        .iter()
        .filter(|answer| !answer.text.trim().is_empty())
        .map(|answer| {
            view! {
                <section class="answer">
                    <h2 class="question">{answer.question.clone()}</h2>
                    <p class="words">{answer.text.clone()}</p>
                </section>
            }
        })
        .collect_view();
    let free = (!entry.free.trim().is_empty()).then(|| view! { <p class="words">{entry.free.clone()}</p> });
    let feelings =
        (!entry.feelings.is_empty()).then(|| view! { <p class="felt">{entry.feelings.join(" · ")}</p> });
    view! {
        {answers}
        {free}
        {feelings}
    }
}
