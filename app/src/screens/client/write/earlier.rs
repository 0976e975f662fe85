//! For reading back: the client's earlier pages, beside the prompt.

use journal::record::{Entry, Opened};
use leptos::prelude::*;
use wire::ids::RecordId;

use crate::{
    screens::parts::{names, short_day},
    text::writing::earlier,
    vault::Vault,
};

/// What was written, the oldest first, each to be opened.
#[component]
pub fn Earlier(
    /// The vault.
    vault: Vault,
    /// The entry that is being written now.
    id: RecordId,
) -> impl IntoView {
    let pages = Memo::new(move |_| {
        let me = vault.me();
        let mut pages: Vec<Entry> = vault.records.with(|records| {
            let own = records.iter().filter(|record| Some(record.owner) == me && record.id != id);
            own.filter_map(Opened::entry).filter(|entry| !entry.is_empty()).cloned().collect()
        });
        pages.sort_by_key(|entry| entry.started);
        pages
    });
    view! {
        <aside class="earlier" aria-labelledby="earlier">
            <h2 id="earlier">{earlier::title()}</h2>
            {move || {
                let pages = pages.get();
                if pages.is_empty() {
                    return view! { <p class="quiet">{earlier::none()}</p> }.into_any();
                }
                pages.iter().map(one).collect_view().into_any()
            }}
        </aside>
    }
}

fn one(entry: &Entry) -> impl IntoView + use<> {
    let answers = entry.answers.iter().map(|answer| (answer.question.clone(), answer.text.clone()));
    let words: Vec<_> = answers
        .chain([(String::new(), entry.free.clone())])
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(question, text)| {
            view! {
                {(!question.is_empty()).then(|| view! { <p class="question">{question}</p> })}
                <p class="words">{text}</p>
            }
        })
        .collect();
    let felt = (!entry.feelings.is_empty())
        .then(|| view! { <p class="felt">{names::feelings(&entry.feelings)}</p> });
    view! {
        <details>
            <summary>
                <span>
                    {short_day(entry.started)} <span class="quiet">" · " {names::moment(entry.moment)}</span>
                </span>
            </summary>
            {words}
            {felt}
        </details>
    }
}
