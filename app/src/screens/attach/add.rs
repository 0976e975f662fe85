//! The row of things to add to an entry.

use leptos::prelude::*;
use wire::ids::RecordId;

use super::{photo::Photo, sketch::Sketch, voice::Voice};
use crate::text::attach;

/// Draw, speak, add a photo.
#[component]
pub fn Add(
    /// The entry it belongs to.
    entry: RecordId,
    /// Called before anything is kept, so that the entry itself is there.
    on_begin: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="adding" role="group" aria-label=attach::add()>
            <Sketch entry on_begin />
            <Voice entry on_begin />
            <Photo entry on_begin />
        </div>
    }
}
