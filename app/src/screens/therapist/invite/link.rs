//! One link: to copy, to scan, and what it is.

use leptos::{html::Input, prelude::*, task::spawn_local};

use crate::{
    device::clipboard,
    screens::parts::{Action, Qr},
    text::therapist::invite as text,
};

/// Where the reader is put when a link appears.
pub const TITLE_ID: &str = "link-title";

/// The link as text, as a button and as a code.
#[component]
pub fn LinkLeaf(
    /// Its heading: for whom.
    title: String,
    /// What it is, and how to pass it on.
    lines: Vec<String>,
    /// The whole link.
    link: String,
    /// It was handed over.
    done: Callback<()>,
    /// Whether copying it is not the main action of the screen.
    #[prop(optional)]
    second: bool,
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
        Some(true) => text::copied(),
        Some(false) => text::selected(),
        None => "",
    };
    view! {
        <section class="leaf link-leaf" aria-labelledby=TITLE_ID>
            <h2 id=TITLE_ID tabindex="-1">
                {title}
            </h2>
            <div class="link-and-code">
                <div>
                    {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                </div>
                <Qr text=link.clone() label=text::qr() />
            </div>
            <div class="field link-field">
                <label for="link">{text::link()}</label>
                <input
                    id="link"
                    node_ref=field
                    type="text"
                    autocomplete="off"
                    readonly
                    spellcheck="false"
                    value=link
                    on:focus:target=|event| event.target().select()
                />
            </div>
            <div class="actions">
                <Action label=text::copy() kind="button" on_press=copy second />
                <button type="button" class="text" on:click=move |_| done.run(())>
                    {text::hide()}
                </button>
            </div>
            <p role="status">{outcome}</p>
        </section>
    }
}
