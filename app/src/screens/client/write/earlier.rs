//! For reading back: the client's earlier pages, beside the prompt.

use journal::record::Entry;
use leptos::prelude::*;
use wire::ids::RecordId;

use crate::{
    screens::parts::{ByAndBy, Framed, More, names, short_day},
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
    let shown = ByAndBy::new();
    // Of years there are many; only what is on the screen is copied.
    let pages = Memo::new(move |_| {
        let me = vault.me();
        vault.records.with(|records| {
            let own = records.iter().filter(|record| Some(record.owner) == me && record.id != id);
            let pages = own.filter_map(|record| Some((record.id, record.entry()?)));
            let mut pages: Vec<_> = pages.filter(|(_, entry)| !entry.is_empty()).collect();
            pages.sort_by_key(|(id, entry)| (entry.started, *id));
            let first = pages.iter().take(shown.many()).map(|(id, entry)| (*id, (*entry).clone()));
            (first.collect::<Vec<_>>(), pages.len())
        })
    });
    view! {
        <aside class="earlier" aria-labelledby="earlier">
            <h2 id="earlier">{earlier::title()}</h2>
            <Framed
                each=move || pages.with(|(first, _)| first.clone())
                key=|(id, _): &(RecordId, Entry)| *id
                row=|(_, entry)| one(&entry)
                frame=|rows| rows
                none=|| view! { <p class="quiet">{earlier::none()}</p> }
            />
            <More shown of=move || pages.with(|(_, of)| *of) />
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
