//! A long list comes by and by.

use leptos::prelude::*;

use crate::text::keeping::shared;

/// How many rows come at a time.
const STEP: usize = 50;

/// How much of a list is there.
#[derive(Clone, Copy)]
pub struct ByAndBy(RwSignal<usize>);

impl ByAndBy {
    /// Its beginning.
    #[must_use]
    pub fn new() -> Self {
        Self(RwSignal::new(STEP))
    }

    /// How many rows; tracked.
    #[must_use]
    pub fn many(self) -> usize {
        self.0.get()
    }
}

/// Under the list: more of it, where there is more.
#[component]
pub fn More(
    /// How much of it is there.
    shown: ByAndBy,
    /// How long it is; tracked.
    of: impl Fn() -> usize + Send + Sync + 'static,
) -> impl IntoView {
    let is_more = Memo::new(move |_| of() > shown.many());
    move || {
        is_more.get().then(|| {
            view! {
                <button type="button" class="second" on:click=move |_| shown.0.update(|many| *many += STEP)>
                    {shared::more()}
                </button>
            }
        })
    }
}
