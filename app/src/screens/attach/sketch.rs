//! The sketch pad: a sheet, four inks, three lines, undo. Every stroke is kept as words are.

use journal::sketch::Ink;
use leptos::{html::Dialog, prelude::*};
use wire::ids::RecordId;

use super::{
    pad::{Drawing, Sheet, Tools},
    picture::class,
};
use crate::{
    screens::{
        client::NotLive,
        parts::{Icon, Shape, Troubled},
    },
    text::attach::{draw, sketch as words},
    vault::{Vault, use_vault},
};

/// A button that opens a fresh sheet for an entry.
#[component]
pub fn Sketch(
    /// The entry it belongs to.
    entry: RecordId,
    /// Called before anything is kept, so that the entry itself is there.
    on_begin: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(None::<RecordId>);
    let begin = move |_| open.set(Some(Vault::new_id()));
    view! {
        <button type="button" class="chip" on:click=begin>
            <Icon shape=Shape::Pen />
            {draw()}
        </button>
        <SketchPad entry open on_begin />
    }
}

/// The sheet over the whole screen, while one is open.
#[component]
pub fn SketchPad(
    /// The entry it belongs to.
    entry: RecordId,
    /// Which drawing is open, new or not.
    open: RwSignal<Option<RecordId>>,
    /// Called before the first stroke of a new one is kept.
    #[prop(optional)]
    on_begin: Option<Callback<()>>,
) -> impl IntoView {
    move || open.get().map(|id| view! { <Over entry id open on_begin /> })
}

#[component]
fn Over(
    entry: RecordId,
    id: RecordId,
    open: RwSignal<Option<RecordId>>,
    on_begin: Option<Callback<()>>,
) -> impl IntoView {
    let drawing = Drawing::begin(use_vault(), entry, id, on_begin);
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            drop(dialog.show_modal());
        }
    });
    // However it is closed, by the button, the escape key or the phone: it is kept.
    let close = move |_| {
        if let Some(dialog) = dialog.get() {
            dialog.close();
        }
    };
    let closed = move |_| {
        drawing.leave();
        open.set(None);
    };
    let tools = Tools { ink: RwSignal::new(Ink::Ink), width: RwSignal::new(MIDDLE) };
    view! {
        <dialog node_ref=dialog class="pad" aria-labelledby="pad-title" on:close=closed>
            <div class="pad-top">
                <h2 id="pad-title">{words::title()}</h2>
                <p role="status" class="kept quiet">{move || drawing.state()}</p>
                <button type="button" class="main" on:click=close>{words::done()}</button>
            </div>
            <Sheet drawing tools />
            <div role="status">
                {move || drawing.full.get().then(|| view! { <p class="quiet">{words::full()}</p> })}
            </div>
            <Troubled trouble=drawing.trouble />
            <Pens drawing tools />
            <div class="field">
                <label for="pad-about">{words::about()}</label>
                <input
                    id="pad-about"
                    autocomplete="off"
                    autocapitalize="sentences"
                    aria-describedby="pad-about-help"
                    prop:value=drawing.about.get_untracked()
                    on:input:target=move |event| drawing.say(event.target().value())
                />
                <p class="quiet" id="pad-about-help">{words::about_help()}</p>
            </div>
            <NotLive />
        </dialog>
    }
}

/// Units of the sheet.
const THIN: u16 = 10;
const MIDDLE: u16 = 24;
const THICK: u16 = 64;

#[component]
fn Pens(drawing: Drawing, tools: Tools) -> impl IntoView {
    let inks = Ink::ALL
        .map(|ink| {
            let pressed = move || (tools.ink.get() == ink).to_string();
            view! {
                <button
                    type="button"
                    class="pen"
                    aria-label=name(ink)
                    aria-pressed=pressed
                    on:click=move |_| tools.ink.set(ink)
                >
                    <svg viewBox="0 0 24 24" aria-hidden="true"><path class=class(ink) stroke-width="16" d="M12 12L12 12"></path></svg>
                </button>
            }
        })
        .collect_view();
    let widths = [THIN, MIDDLE, THICK]
        .map(|width| {
            let pressed = move || (tools.width.get() == width).to_string();
            let shown = (width / 6).to_string();
            view! {
                <button
                    type="button"
                    class="pen"
                    aria-label=thickness(width)
                    aria-pressed=pressed
                    on:click=move |_| tools.width.set(width)
                >
                    <svg viewBox="0 0 24 24" aria-hidden="true"><path class="ink" stroke-width=shown d="M6 18L18 6"></path></svg>
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="pens">
            <div role="group" aria-label=words::inks()>{inks}</div>
            <div role="group" aria-label=words::widths()>{widths}</div>
            <div>
                <button
                    type="button"
                    class="text"
                    aria-disabled=move || (!drawing.can_undo()).then_some("true")
                    on:click=move |_| drawing.undo()
                >
                    {words::undo()}
                </button>
                <button type="button" class="text" on:click=move |_| drawing.clear()>{words::clear()}</button>
            </div>
        </div>
    }
}

fn name(ink: Ink) -> &'static str {
    match ink {
        Ink::Ink => words::ink(),
        Ink::Pine => words::pine(),
        Ink::Plum => words::plum(),
        Ink::Ochre => words::ochre(),
    }
}

fn thickness(width: u16) -> &'static str {
    match width {
        THIN => words::thin(),
        MIDDLE => words::middle(),
        _ => words::thick(),
    }
}
