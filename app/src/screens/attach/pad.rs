//! A drawing while it is drawn: kept within half a second, also in the middle of a stroke.

use chrono::{DateTime, Duration, FixedOffset};
use journal::{
    record::{Attachment, Body, What},
    sketch::{HEIGHT, Ink, Pad, Stroke, WIDTH},
};
use leptos::{ev::PointerEvent, prelude::*, svg::Svg};
use wire::ids::RecordId;

use super::picture::{class, line, view_box};
use crate::{
    device::clock,
    screens::draft::kept_words,
    text::attach::sketch as words,
    vault::{Kept, Trouble, Vault},
};

/// How long a stroke may go on before it is kept as far as it has come.
const KEEP: Duration = Duration::milliseconds(300);

/// The pen in the hand.
#[derive(Clone, Copy)]
pub struct Tools {
    /// Its colour.
    pub ink: RwSignal<Ink>,
    /// Its thickness, units of the sheet.
    pub width: RwSignal<u16>,
}

/// One drawing, new or gone on with.
#[derive(Clone, Copy)]
pub struct Drawing {
    /// What it shows, in words.
    pub about: RwSignal<String>,
    /// What keeps it from being kept.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Whether the sheet takes no more.
    pub full: RwSignal<bool>,
    /// Behind a handle, which is smaller to pass on.
    vault: StoredValue<Vault>,
    id: RecordId,
    entry: RecordId,
    /// Called before the first stroke is kept, so that the entry itself is there.
    on_begin: Option<Callback<()>>,
    pad: StoredValue<Pad>,
    /// Counts finished strokes, undos and clearings.
    changes: RwSignal<u32>,
    /// The stroke under the pen.
    live: RwSignal<Option<(Ink, u16, String)>>,
    dirty: RwSignal<bool>,
    last_kept: StoredValue<DateTime<FixedOffset>>,
}

impl Drawing {
    /// Begins, or goes on. What is drawn is kept however the screen goes.
    pub fn begin(vault: Vault, entry: RecordId, id: RecordId, on_begin: Option<Callback<()>>) -> Self {
        let before = vault.attachment_now(id);
        let about = before.as_ref().map(|drawing| drawing.about.clone()).unwrap_or_default();
        let sketch = before.and_then(|drawing| drawing.sketch).unwrap_or_default();
        let drawing = Self {
            about: RwSignal::new(about),
            trouble: RwSignal::new(None),
            full: RwSignal::new(false),
            vault: StoredValue::new(vault),
            id,
            entry,
            on_begin,
            pad: StoredValue::new(Pad::of(sketch)),
            changes: RwSignal::new(0),
            live: RwSignal::new(None),
            dirty: RwSignal::new(false),
            last_kept: StoredValue::new(clock::now()),
        };
        let keep = move |_| {
            drawing.keep();
            vault.hasten();
        };
        let hidden = window_event_listener_untyped("visibilitychange", keep);
        let leaving = window_event_listener_untyped("pagehide", keep);
        on_cleanup(move || {
            hidden.remove();
            leaving.remove();
            drawing.leave();
        });
        drawing
    }

    /// Other words for it.
    pub fn say(self, about: String) {
        self.about.set(about);
        self.changed();
    }

    /// Whether there is something to undo; tracked.
    pub fn can_undo(self) -> bool {
        self.changes.track();
        self.pad.with_value(Pad::can_undo)
    }

    /// Takes the last thing back.
    pub fn undo(self) {
        self.pad.update_value(Pad::undo);
        self.full.set(false);
        self.changed();
    }

    /// Empties the sheet, which can be undone.
    pub fn clear(self) {
        self.pad.update_value(Pad::clear);
        self.full.set(false);
        self.changed();
    }

    /// Where it is, in words; tracked.
    pub fn state(self) -> &'static str {
        let (vault, failed) = (self.vault.get_value(), self.trouble.get().is_some());
        let fails = failed || vault.is_unsafe();
        if self.dirty.get() || failed {
            return kept_words(Kept::Not, fails);
        }
        // A sheet with nothing on it is nowhere yet, and nothing needs to be said.
        self.changes.track();
        if self.pad.with_value(|pad| pad.sketch().is_empty()) && self.about.with(String::is_empty) {
            return "";
        }
        kept_words(vault.kept(self.id), fails)
    }

    /// Kept, sent; a sheet on which nothing is left goes.
    pub fn leave(self) {
        self.pad.update_value(Pad::up);
        let empty = self.pad.with_value(|pad| pad.sketch().is_empty());
        if empty && self.about.with_untracked(|about| about.trim().is_empty()) {
            self.dirty.set(false);
            self.trouble.set(self.vault.get_value().delete(self.id).err());
        } else {
            self.keep();
            self.vault.get_value().flush();
        }
    }

    fn down(self, tools: Tools, pressure: f32, at: (i16, i16)) {
        let stroke = Stroke::begin(tools.ink.get_untracked(), tools.width.get_untracked(), pressure, at);
        let taken = self.pad.try_update_value(|pad| pad.down(stroke)).unwrap_or(false);
        self.full.set(!taken);
        self.show_live();
    }

    fn go_to(self, points: &[(i16, i16)]) {
        let before = self.pad.with_value(|pad| pad.live().cloned());
        self.pad.update_value(|pad| {
            for point in points {
                pad.go_to(*point);
            }
        });
        if self.pad.with_value(|pad| pad.live() != before.as_ref()) {
            self.dirty.set(true);
            self.show_live();
            if clock::now() - self.last_kept.get_value() > KEEP {
                self.keep();
            }
        }
    }

    fn up(self) {
        if self.pad.with_value(|pad| pad.live().is_some()) {
            self.pad.update_value(Pad::up);
            self.changed();
        }
    }

    fn show_live(self) {
        let live =
            self.pad.with_value(|pad| pad.live().map(|stroke| (stroke.ink, stroke.width, stroke.path())));
        self.live.set(live);
    }

    fn changed(self) {
        self.dirty.set(true);
        self.keep();
        self.show_live();
        self.changes.update(|count| *count += 1);
    }

    fn keep(self) {
        if !self.dirty.get_untracked() {
            return;
        }
        let before = self.vault.get_value().attachment_now(self.id);
        if let Some(on_begin) = self.on_begin.filter(|_| before.is_none()) {
            // Where the page has gone meanwhile, it was kept with all that is on it.
            let _gone = on_begin.try_run(());
        }
        let before = before.unwrap_or_else(|| Attachment::new(self.entry, What::Sketch, clock::now()));
        let (sketch, about) = (self.pad.with_value(Pad::sketch), self.about.get_untracked());
        let body = Body::Attachment(Attachment { sketch: Some(sketch), about, ..before });
        self.last_kept.set_value(clock::now());
        match self.vault.get_value().write(self.id, body) {
            Ok(()) => {
                self.dirty.set(false);
                self.trouble.set(None);
            }
            // The strokes stay on the sheet, and the line says that they are not kept.
            Err(trouble) => self.trouble.set(Some(trouble)),
        }
    }
}

/// The sheet. Two layers, so that a long drawing is not painted anew for each step of the pen.
#[component]
pub fn Sheet(drawing: Drawing, tools: Tools) -> impl IntoView {
    let sheet = NodeRef::<Svg>::new();
    let place = move |event: &PointerEvent| {
        let bounds = sheet.get_untracked()?.get_bounding_client_rect();
        let along = |at: i32, from: f64, size: f64, units: i16| {
            let part = (f64::from(at) - from) / size.max(1.0);
            #[expect(clippy::cast_possible_truncation, reason = "clamped to the sheet")]
            let units = (part * f64::from(units)).clamp(0.0, f64::from(units)).round() as i16;
            units
        };
        let x = along(event.client_x(), bounds.left(), bounds.width(), WIDTH);
        let y = along(event.client_y(), bounds.top(), bounds.height(), HEIGHT);
        Some((x, y))
    };
    let down = move |event: PointerEvent| {
        if !event.is_primary() || event.button() != 0 {
            return;
        }
        event.prevent_default();
        if let Some(sheet) = sheet.get_untracked() {
            // Where it cannot be held, a stroke ends at the edge of the sheet.
            drop(sheet.set_pointer_capture(event.pointer_id()));
        }
        if let Some(at) = place(&event) {
            drawing.down(tools, event.pressure(), at);
        }
    };
    let moved = move |event: PointerEvent| {
        if event.is_primary() {
            let between = event.get_coalesced_events();
            let steps = between.iter().filter_map(|step| place(&PointerEvent::from(step)));
            let mut points: Vec<_> = steps.collect();
            points.extend(place(&event));
            drawing.go_to(&points);
        }
    };
    let lifted = move |event: PointerEvent| {
        if event.is_primary() {
            drawing.up();
        }
    };
    let strokes = Memo::new(move |_| {
        drawing.changes.track();
        drawing.pad.with_value(|pad| pad.finished().to_vec())
    });
    view! {
        <div class="sheet">
            <svg viewBox=view_box() aria-hidden="true">
                <For
                    each=move || strokes.get().into_iter().enumerate()
                    key=|(place, stroke)| (*place, stroke.path())
                    children=|(_, stroke)| line(&stroke)
                />
            </svg>
            <svg
                node_ref=sheet
                viewBox=view_box()
                role="img"
                aria-label=words::sheet()
                on:pointerdown=down
                on:pointermove=moved
                on:pointerup=lifted
                on:pointercancel=lifted
            >
                {move || {
                    drawing
                        .live
                        .get()
                        .map(|(ink, width, path)| view! { <path class=class(ink) stroke-width=width d=path></path> })
                }}
            </svg>
        </div>
    }
}
