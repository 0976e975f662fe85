//! Who can read the page that is being written, now and once it is finished.

use journal::record::{Body, Entry};
use leptos::prelude::*;
use wire::ids::RecordId;

use super::begins;
use crate::{
    screens::{
        client::own::therapist,
        draft::Draft,
        parts::{Busy, Troubled},
    },
    text::{client::write, sharing},
    vault::use_vault,
};

/// One line; where a rule is going to share the page, a box beside it that keeps this one private.
#[component]
pub fn Stands(
    /// Which entry.
    id: RecordId,
    /// The entry.
    draft: Draft<Entry>,
) -> impl IntoView {
    let vault = use_vault();
    let busy = Busy::new();
    let standing = Memo::new(move |_| vault.standing(id));
    // Nothing that is typed changes what a rule is meant to do with it.
    let body = move || draft.value.with_untracked(|entry| Body::Entry(entry.clone()));
    let by_rule = Memo::new(move |_| {
        therapist(vault).is_some_and(|person| person.verified) && vault.is_meant_by_rule(id, &body())
    });
    let kept =
        Memo::new(move |_| standing.with(|standing| standing.kept) && vault.is_kept_from_rule(id, &body()));
    let offered = Memo::new(move |_| by_rule.get() || kept.get());
    let begin = begins(draft);
    let keep = move |wanted: bool| {
        busy.start(async move {
            if !wanted {
                return vault.leave_to_rule(id);
            }
            // What is decided is decided about something that is there.
            begin.run(());
            vault.take_back(id)
        });
    };
    let line = move || {
        standing.with(|standing| {
            if !standing.readers.is_empty() {
                write::shared()
            } else if !standing.parts.is_empty() {
                sharing::part_while_writing()
            } else if by_rule.get() {
                write::by_rule()
            } else {
                write::private()
            }
        })
    };
    view! {
        <p class="quiet">{line}</p>
        {move || {
            offered
                .get()
                .then(|| {
                    view! {
                        <label class="choice">
                            <input
                                type="checkbox"
                                prop:checked=move || kept.get()
                                on:change:target=move |event| keep(event.target().checked())
                            />
                            {write::keep_private()}
                        </label>
                        <Troubled trouble=busy.trouble />
                    }
                })
        }}
    }
}
