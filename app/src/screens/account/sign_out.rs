//! Signing out, asked once, with what would be lost.

use leptos::{html::Dialog, prelude::*};

use crate::{
    screens::parts::{Busy, Troubled},
    text::account::you,
    vault::use_vault,
};

/// A quiet button and its dialog.
#[component]
pub fn SignOut() -> impl IntoView {
    let vault = use_vault();
    let dialog = NodeRef::<Dialog>::new();
    let busy = Busy::new();
    let unsent = RwSignal::new(0);
    let ask = move |_| {
        unsent.set(vault.waiting());
        if let Some(dialog) = dialog.get() {
            drop(dialog.show_modal());
        }
    };
    let stay = move |_| {
        if let Some(dialog) = dialog.get() {
            dialog.close();
        }
    };
    view! {
        <button type="button" class="text" on:click=ask>{you::sign_out()}</button>
        <dialog node_ref=dialog aria-labelledby="sign-out">
            <h2 id="sign-out">{you::sign_out_sure()}</h2>
            <p>{you::sign_out_line()}</p>
            {move || (unsent.get() > 0).then(|| view! { <p><strong>{you::unsent(unsent.get())}</strong></p> })}
            <Troubled trouble=busy.trouble />
            <div class="actions">
                <button type="button" class="main" on:click=stay>{you::stay()}</button>
                <button
                    type="button"
                    class="text"
                    on:click=move |_| busy.start(async move { vault.sign_out().await })
                >
                    {you::sign_out()}
                </button>
            </div>
        </dialog>
    }
}
