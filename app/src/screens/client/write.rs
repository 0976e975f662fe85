//! Guided writing: one prompt a screen, every one can be skipped, free writing one tap away.

mod earlier;
mod page;
mod place;
mod stands;

use std::cmp::Ordering;

use journal::{
    course::Moment,
    prompts::Page,
    record::{Body, Entry},
    today,
};
use leptos::prelude::*;
use leptos_router::{
    components::A,
    hooks::{use_params_map, use_query_map},
};
use wire::ids::RecordId;

use self::{
    earlier::Earlier,
    page::OnePage,
    place::{Place, place},
};
pub use self::{
    page::{Paper, answer},
    stands::Stands,
};
use super::{
    draft::{Draft, Shape},
    not_live::NotLive,
    offer::{Offer, on_page},
    own::{course, ground_from},
    soft::Soft,
};
use crate::{
    device::clock,
    screens::{
        attach::{Add, Attachments},
        parts::{Still, Troubled, names, once},
    },
    text::{client::write, said, writing},
    vault::{Vault, use_vault},
};

/// Where an entry is written. The id is in the address, so that a reload goes on where it was.
#[component]
pub fn Write() -> impl IntoView {
    let vault = use_vault();
    let params = use_params_map();
    let id = params.with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let Some(id) = id else { return view! { <Still back="/app".into()>""</Still> }.into_any() };
    let shape = Shape {
        to: |entry: &Entry| Body::Entry(entry.clone()),
        from: |body| if let Body::Entry(entry) = body { Some(entry.clone()) } else { None },
    };
    let draft = Draft::begin(vault, id, begin(vault, id), shape);
    keep_intention(vault, id, draft);
    // Offered for the evening, never forced: the whole page is one tap away, and back.
    let rests = draft.value.with_untracked(|entry| today::rests(entry, vault.now.get_untracked()));
    let dim = RwSignal::new(rests);
    view! {
        {move || {
            if dim.get() {
                view! { <Soft id draft dim /> }.into_any()
            } else {
                view! { <Pages id draft dim=rests.then_some(dim) /> }.into_any()
            }
        }}
    }
    .into_any()
}

/// What is answered to the question for an intention is one when this is left, however it is left, and not only at
/// Done.
fn keep_intention(vault: Vault, id: RecordId, draft: Draft<Entry>) {
    let keep = move || {
        draft.keep_now();
        // The words are kept in the entry; an intention that could not be made is made the next time.
        let _later = vault.keep_intention(id);
    };
    let left = move |_| {
        keep();
        vault.hasten();
    };
    let hidden = window_event_listener_untyped("visibilitychange", left);
    let leaving = window_event_listener_untyped("pagehide", left);
    on_cleanup(move || {
        hidden.remove();
        leaving.remove();
        keep();
    });
}

/// The draft that is there, or a new one for the moment in the address.
fn begin(vault: Vault, id: RecordId) -> Entry {
    if let Some(entry) = vault.record_now(id).and_then(|record| record.entry().cloned()) {
        return entry;
    }
    let course = untrack(|| course(vault));
    let asked = use_query_map().with_untracked(|query| query.get("m").and_then(|place| place.parse().ok()));
    let asked = asked.and_then(|place: usize| Moment::ALL.get(place).copied());
    let moment = asked.unwrap_or_else(|| course.moment());
    let dosing = course.last_dosing().map(|dosing| (dosing.id, dosing.at));
    Entry::new(moment, dosing, clock::now())
}

#[component]
fn Pages(id: RecordId, draft: Draft<Entry>, dim: Option<RwSignal<bool>>) -> impl IntoView {
    let vault = use_vault();
    let place = place(vault, id, draft);
    let moment = draft.value.with_untracked(|entry| entry.moment);
    let reads_back = moment == Moment::LookingBack;
    let line = move || match place.page() {
        Page::Lens(lens) => format!("{} · {}", said(lens.name), names::moment(moment)),
        _ => write::place(place.at.get() + 1, place.row, names::moment(moment)),
    };
    view! {
        <Still back="/app".into() back_label=write::back()>
            <p class="write-line">
                <span>{line}</span>
                <span role="status" class="kept">{move || draft.state()}</span>
            </p>
            <Troubled trouble=draft.trouble() />
            <div class:with-earlier=reads_back>
                <div>
                    {move || view! { <OnePage draft page=place.page() alone=place.row == 1 /> }}
                    <Offer id is_hard=on_page(draft) />
                    <Adding place />
                    <Lenses place />
                    <Stands id draft />
                    <NotLive />
                    <Ways place dim />
                </div>
                {reads_back.then(|| view! { <Earlier vault id /> })}
            </div>
            <Turning place />
        </Still>
    }
}

/// What is drawn or said beside the words.
#[component]
fn Adding(place: Place) -> impl IntoView {
    let Place { id, draft, .. } = place;
    let on_begin = begins(draft);
    view! {
        <Add entry=id on_begin />
        <Attachments entry=id />
    }
}

/// What is drawn or said belongs to a page that is there, even if no word is on it yet.
pub fn begins(draft: Draft<Entry>) -> Callback<()> {
    Callback::new(move |()| {
        draft.edit(|entry| entry.changed = clock::now());
        draft.keep_now();
    })
}

/// On the last page: other ways to look at the same thing. Whoever does not want any sees a word each.
#[component]
fn Lenses(place: Place) -> impl IntoView {
    let lenses = place.pages.with_value(|pages| pages.iter().cloned().enumerate().collect::<Vec<_>>());
    let lenses: Vec<_> = lenses
        .into_iter()
        .filter_map(|(number, page)| if let Page::Lens(lens) = page { Some((number, lens)) } else { None })
        .collect();
    move || {
        if lenses.is_empty() || place.page() != Page::Free {
            return ().into_any();
        }
        let chips: Vec<_> = lenses
            .iter()
            .map(|&(number, lens)| {
                let is_written = place.draft.value.with_untracked(|entry| {
                    !entry.answer(lens.prompt.id).trim().is_empty()
                });
                let name = said(lens.name);
                let label = if is_written { writing::lens::written(name) } else { name.into() };
                view! {
                    <button type="button" class="chip" class:written=is_written aria-label=label on:click=once(move || place.turn.run(number))>
                        {name}
                    </button>
                }
            })
            .collect();
        view! {
            <fieldset class="feelings lenses">
                <legend>{writing::lens::offer()}</legend>
                {chips}
            </fieldset>
        }
        .into_any()
    }
}

/// Out of here, quietly: to the ground, to free writing, to the dim page.
#[component]
fn Ways(place: Place, dim: Option<RwSignal<bool>>) -> impl IntoView {
    view! {
        <p class="ways">
            <A href=move || ground_from(place.id, Some(place.at.get())) attr:class="text">{write::ground()}</A>
            {move || {
                (place.at.get() + 1 < place.row)
                    .then(|| {
                        view! {
                            <button type="button" class="text" on:click=once(move || place.turn.run(place.row - 1))>
                                {write::to_free()}
                            </button>
                        }
                    })
            }}
            {dim
                .map(|dim| {
                    view! {
                        <button type="button" class="text" on:click=once(move || dim.set(true))>
                            {writing::soft::to_dim()}
                        </button>
                    }
                })}
        </p>
    }
}

/// Next, skip, back; done on the last page; from a lens back to it.
#[component]
fn Turning(place: Place) -> impl IntoView {
    let Place { at, row, turn, done, .. } = place;
    move || {
        let page = at.get();
        let main = match (page + 1).cmp(&row) {
            Ordering::Less => view! {
                <button type="button" class="main" on:click=once(move || turn.run(page + 1))>{write::next()}</button>
                <button type="button" class="text" on:click=once(move || turn.run(page + 1))>{write::skip()}</button>
            }
            .into_any(),
            Ordering::Equal => view! { <button type="button" class="main" on:click=once(move || done.run(()))>{write::done()}</button> }
                .into_any(),
            Ordering::Greater => view! {
                <button type="button" class="main" on:click=once(move || turn.run(row - 1))>{writing::lens::back()}</button>
            }
            .into_any(),
        };
        let before = (0 < page && page < row).then(|| {
            view! {
                <button type="button" class="text" on:click=once(move || turn.run(page - 1))>{write::before()}</button>
            }
        });
        view! { <div class="actions bottom">{main} {before}</div> }
    }
}
