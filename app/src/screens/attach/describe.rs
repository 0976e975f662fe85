//! Words for a photo or a voice note, for whoever does not see or hear it, and to find it by.

use journal::record::{Attachment, Body, What};
use leptos::prelude::*;
use wire::ids::RecordId;

use crate::{
    screens::{
        draft::{Draft, Shape},
        parts::{Troubled, once},
    },
    text::attach::describe as words,
    vault::Vault,
};

/// The way to the field, and out of it.
#[component]
pub fn ToDescribe(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="text"
            aria-expanded=move || open.get().to_string()
            on:click=once(move || open.update(|open| *open = !*open))
        >
            {move || if open.get() { words::done() } else { words::describe() }}
        </button>
    }
}

/// The field. What is typed is kept as it is typed.
#[component]
pub fn Describe(vault: Vault, id: RecordId) -> impl IntoView {
    let there = vault.attachment_now(id)?;
    let (what, text) = (there.what, there.about.clone());
    let shape = Shape {
        to: |one: &Attachment| Body::Attachment(one.clone()),
        from: |body| if let Body::Attachment(one) = body { Some(one.clone()) } else { None },
    };
    let draft = Draft::begin(vault, id, there, shape);
    let field = format!("about-{id}");
    let label = if what == What::Voice { words::voice() } else { words::photo() };
    Some(view! {
        <div class="field">
            <label for=field.clone()>{label}</label>
            <input
                id=field
                autocomplete="off"
                autocapitalize="sentences"
                prop:value=text
                on:input:target=move |event| draft.edit(|one| one.about = event.target().value())
            />
            <p role="status" class="kept quiet">{move || draft.was_touched().then(|| draft.state())}</p>
            <Troubled trouble=draft.trouble() />
        </div>
    })
}
