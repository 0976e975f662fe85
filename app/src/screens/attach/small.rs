//! A drawing or a photo no larger than a thumb, for a list.

use journal::{
    record::Attachment,
    sketch::{Ink, Sketch, Stroke},
};
use leptos::prelude::*;

use super::picture::{class, view_box};
use crate::{device::media::Address, screens::parts::names};

/// No line is thinner, units of the sheet: what is thinner is not seen.
const THINNEST: u16 = 40;

/// The picture, with its words for whoever does not see it; nothing of what is heard, or was not drawn yet.
pub fn small(attachment: &Attachment) -> Option<AnyView> {
    let about = attachment.about.trim();
    let label = if about.is_empty() { names::beside(attachment.what) } else { about }.to_owned();
    if let Some(sketch) = attachment.sketch.as_ref().filter(|sketch| !sketch.is_empty()) {
        return Some(drawing(sketch, label));
    }
    let preview = attachment.preview.as_ref()?;
    let address = Address::of(&preview.bytes, preview.media.mime())?;
    let source = address.as_str().to_owned();
    // Kept as long as the picture is shown.
    on_cleanup(move || drop(address));
    Some(view! { <img class="row-picture" src=source alt=label decoding="async" /> }.into_any())
}

/// Strokes of one pen that follow each other are one line, so that a long drawing is a few elements.
fn drawing(sketch: &Sketch, label: String) -> AnyView {
    let lines = sketch.strokes.chunk_by(|one, next| pen(one) == pen(next)).filter_map(|strokes| {
        let (ink, width) = pen(strokes.first()?);
        let path: String = strokes.iter().map(Stroke::rough).collect();
        Some(view! { <path class=class(ink) stroke-width=width d=path></path> })
    });
    view! {
        <svg class="row-picture" viewBox=view_box() role="img" aria-label=label>
            {lines.collect_view()}
        </svg>
    }
    .into_any()
}

fn pen(stroke: &Stroke) -> (Ink, u16) {
    (stroke.ink, stroke.width.max(THINNEST))
}
