//! For reading back: the client's earlier pages, beside the prompt.

use journal::record::Entry;
use leptos::prelude::*;
use wire::ids::RecordId;

use crate::{
    screens::parts::{Rows, names, short_day},
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
        let mut pages: Vec<(RecordId, Entry)> = vault.records.with(|records| {
            let own = records.iter().filter(|record| Some(record.owner) == me && record.id != id);
            let pages = own.filter_map(|record| Some((record.id, record.entry()?)));
            pages.filter(|(_, entry)| !entry.is_empty()).map(|(id, entry)| (id, entry.clone())).collect()
        });
        pages.sort_by_key(|(id, entry)| (entry.started, *id));
        pages
    });
    let is_any = Memo::new(move |_| !pages.with(Vec::is_empty));
    view! {
        <aside class="earlier" aria-labelledby="earlier">
            <h2 id="earlier">{earlier::title()}</h2>
            {move || {
                if !is_any.get() {
                    return view! { <p class="quiet">{earlier::none()}</p> }.into_any();
                }
                view! { <Rows each=move || pages.get() key=|(id, _)| *id row=|(_, entry)| one(&entry) /> }.into_any()
            }}
        </aside>
    }
}

fn one(entry: &Entry) -> AnyView {
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
    .into_any()
}
