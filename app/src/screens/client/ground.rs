//! "Stop here and ground."

use leptos::{html::Dialog, prelude::*};
use leptos_router::components::A;

use crate::text::{client::ground, public, safety};

/// A dialog with four steps and a way to people. Opens when `open` is set.
#[component]
pub fn Ground(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Leaves the page for today.
    on_leave: Callback<()>,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if open.get() && !dialog.open() {
            // An already open dialog is the only thing that can go wrong here.
            drop(dialog.show_modal());
        }
        if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog node_ref=dialog aria-labelledby="ground" on:close=move |_| open.set(false)>
            <h2 id="ground">{ground::title()}</h2>
            <ol>{ground::steps().map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
            <p><A href="/app/you/plan">{safety::own()}</A></p>
            <p class="quiet">
                {ground::help()} " " <a href="/help" rel="external">{public::help_now()}</a>
            </p>
            <div class="actions">
                <button type="button" class="main" on:click=move |_| on_leave.run(())>
                    {ground::leave()}
                </button>
                <button type="button" class="text" on:click=move |_| open.set(false)>
                    {ground::go_on()}
                </button>
            </div>
        </dialog>
    }
}
