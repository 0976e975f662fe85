//! Buttons that say what happens, and that something is happening.

use leptos::{prelude::*, task::spawn_local};

use crate::vault::Trouble;

/// Something that takes a while, at most once at a time, with its trouble.
#[derive(Clone, Copy)]
pub struct Busy {
    /// Whether it is going on.
    pub now: RwSignal<bool>,
    /// What went wrong the last time.
    pub trouble: RwSignal<Option<Trouble>>,
}

impl Busy {
    /// At rest.
    #[must_use]
    pub fn new() -> Self {
        Self { now: RwSignal::new(false), trouble: RwSignal::new(None) }
    }

    /// Starts it, unless it is already going on: a double tap is one tap.
    pub fn start(self, work: impl Future<Output = Result<(), Trouble>> + 'static) {
        if self.now.get_untracked() {
            return;
        }
        self.now.set(true);
        self.trouble.set(None);
        spawn_local(async move {
            let outcome = work.await;
            // The screen may be gone by now; then nobody needs to know.
            let _gone = self.now.try_set(false);
            let _gone = self.trouble.try_set(outcome.err());
        });
    }
}

/// The one main action of a screen; or a second one, quieter.
#[component]
pub fn Action(
    /// What happens.
    label: &'static str,
    /// What it says while it happens.
    #[prop(optional)]
    waiting: Option<&'static str>,
    /// Whether it is happening.
    #[prop(optional, into)]
    busy: Option<Signal<bool>>,
    /// "submit" in a form.
    #[prop(default = "submit")]
    kind: &'static str,
    /// What to do, outside of a form.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// Whether the screen has another main action.
    #[prop(optional)]
    second: bool,
) -> impl IntoView {
    let is_busy = move || busy.is_some_and(|busy| busy.get());
    view! {
        <button
            class=if second { "second" } else { "main" }
            type=kind
            aria-busy=move || is_busy().then_some("true")
            aria-disabled=move || is_busy().then_some("true")
            on:click=move |event| {
                if is_busy() {
                    event.prevent_default();
                } else if let Some(on_press) = on_press {
                    on_press.run(());
                }
            }
        >
            {move || if is_busy() { waiting.unwrap_or(label) } else { label }}
        </button>
    }
}
