//! One link: to copy, to scan, and what it is.

use leptos::{html::Input, prelude::*, task::spawn_local};

use crate::{
    device::clipboard,
    screens::parts::{Action, Qr},
    text::en::therapist::invite as text,
};

/// Where the reader is put when a link appears.
pub const TITLE_ID: &str = "link-title";

/// The link as text, as a button and as a code.
#[component]
pub fn LinkLeaf(
    /// Its heading: for whom.
    title: String,
    /// The whole link.
    link: String,
    /// It was handed over.
    done: Callback<()>,
) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let copied = RwSignal::new(None::<bool>);
    let to_copy = StoredValue::new(link.clone());
    let copy = Callback::new(move |()| {
        spawn_local(async move {
            let done = clipboard::copy(&to_copy.get_value()).await;
            if !done && let Some(field) = field.get_untracked() {
                clipboard::select(&field);
            }
            // The screen may be gone by now; then nobody needs to know.
            let _ = copied.try_set(Some(done));
        });
    });
    let outcome = move || match copied.get() {
        Some(true) => text::COPIED,
        Some(false) => text::SELECTED,
        None => "",
    };
    view! {
        <section class="leaf link-leaf" aria-labelledby=TITLE_ID>
            <h2 id=TITLE_ID tabindex="-1">
                {title}
            </h2>
            <div class="link-and-code">
                <div>
                    <p>{text::WHAT} " " {text::HOW_LONG}</p>
                    <p>{text::WHOLE}</p>
                    <p>{text::HOW}</p>
                </div>
                <Qr text=link.clone() label=text::QR />
            </div>
            <div class="field link-field">
                <label for="link">{text::LINK}</label>
                <input
                    id="link"
                    node_ref=field
                    type="text"
                    readonly
                    spellcheck="false"
                    value=link
                    on:focus:target=|event| event.target().select()
                />
            </div>
            <div class="actions">
                <Action label=text::COPY kind="button" on_press=copy />
                <button type="button" class="text" on:click=move |_| done.run(())>
                    {text::HIDE}
                </button>
            </div>
            <p role="status">{outcome}</p>
        </section>
    }
}
