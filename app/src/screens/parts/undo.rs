//! "Page deleted. Undo."

use leptos::prelude::*;

use super::{Busy, Troubled};
use crate::{text::writing::undo, vault::use_vault};

/// What was just done and the way back; stays longer while it is touched.
#[component]
pub fn UndoBar() -> impl IntoView {
    let vault = use_vault();
    let said = Memo::new(move |_| vault.may_undo());
    let busy = Busy::new();
    let back = move |_| busy.start(async move { vault.undo() });
    view! {
        <div class="undo" role="status" class:shown=move || said.get().is_some()>
            {move || {
                said.get()
                    .map(|said| {
                        view! {
                            <p>{said}</p>
                            <button
                                type="button"
                                class="text"
                                on:click=back
                                on:focus=move |_| vault.hold_undo(true)
                                on:blur=move |_| vault.hold_undo(false)
                            >
                                {undo::back()}
                            </button>
                        }
                    })
            }}
            <Troubled trouble=busy.trouble />
        </div>
    }
}
