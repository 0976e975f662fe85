//! What the client chose to bring.

use journal::brief::{Brief, Shared};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::AccountId;

use crate::text::when::since_hours;
use crate::{
    screens::parts::{names, short_day},
    text::{sharing, therapist as words, therapist::brief as text},
};

/// How many fit on the printed page; `therapist.css` hides the rest there.
const PRINTED: usize = 10;

/// Shared entries, newest first.
#[component]
pub fn SharedOf(account: AccountId, brief: Memo<Brief>) -> impl IntoView {
    let is_empty = Memo::new(move |_| brief.with(|brief| brief.shared.is_empty()));
    let more = move || brief.with(|brief| brief.shared.len().saturating_sub(PRINTED));
    let list = move || {
        view! {
            <ul class="rows shared">
                <For
                    each=move || brief.with(|brief| brief.shared.clone())
                    // What is shown of an entry never changes in place: it becomes another row.
                    key=|entry| (entry.id, entry.unread, entry.changed, entry.first_words.clone(), entry.feelings.clone(), entry.session)
                    let(entry)
                >
                    <Row account entry />
                </For>
            </ul>
            {move || (more() > 0).then(|| view! { <p class="print-only">{text::not_printed(more())}</p> })}
        }
    };
    view! {
        <section>
            <h2>
                {text::shared_heading()} " " <span class="quiet">{move || brief.with(|brief| text::unread(brief.unread()))}</span>
            </h2>
            {move || {
                if is_empty.get() { view! { <p>{text::nothing()}</p> }.into_any() } else { list().into_any() }
            }}
        </section>
    }
}

#[component]
fn Row(account: AccountId, entry: Shared) -> impl IntoView {
    let after = entry.hours_after.map(|hours| match entry.session {
        Some(number) => words::after_session(&since_hours(hours), number),
        None => words::after_a_session(&since_hours(hours)),
    });
    let passage = entry.passage.then(|| sharing::passage_title().to_owned());
    let when =
        [passage, Some(short_day(entry.changed)), after].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let first = names::first_words(entry.first_words, &entry.feelings);
    let first = if first.is_empty() { text::no_words().to_owned() } else { format!("“{first}”") };
    view! {
        <li class:unread=entry.unread>
            <A href=format!("/app/client/{account}/entry/{}", entry.id) attr:class="row-link">
                <span class="row-title">{first}</span>
                <span class="quiet">
                    {when} {entry.unread.then(|| view! { " " <strong class="fresh">{text::new()}</strong> })}
                </span>
            </A>
        </li>
    }
}
