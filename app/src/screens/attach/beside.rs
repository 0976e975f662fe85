//! What is beside the words of an entry, to be looked at and heard where the entry is read again.

use leptos::prelude::*;
use wire::ids::RecordId;

use super::list::{about_of, caption, shown, without_words};
use crate::{
    text::attach as words,
    vault::{Vault, use_vault},
};

/// All attachments of an entry, and nothing to be done with them.
#[component]
pub fn Beside(
    /// The entry.
    entry: RecordId,
) -> impl IntoView {
    let vault = use_vault();
    let ids =
        Memo::new(move |_| vault.attachments(entry).into_iter().map(|record| record.id).collect::<Vec<_>>());
    let any = Memo::new(move |_| !ids.with(Vec::is_empty));
    move || {
        any.get().then(|| {
            view! {
                <ul class="attachments" aria-label=words::list()>
                    <For each=move || ids.get() key=|id| *id let(id)>
                        <One vault id />
                    </For>
                </ul>
            }
        })
    }
}

#[component]
fn One(vault: Vault, id: RecordId) -> impl IntoView {
    let found = Memo::new(move |_| vault.record(id).and_then(|record| record.attachment().cloned()));
    let about = about_of(found);
    // Only what it is: other words for it or another reader must not stop what is playing.
    let content = without_words(found);
    move || {
        content.get().map(|attachment| {
            let made = attachment.made;
            view! {
                <li class="attachment">
                    {shown(vault, id, &attachment, about)}
                    <p class="quiet">{move || caption(&about.get(), made)}</p>
                </li>
            }
        })
    }
}
