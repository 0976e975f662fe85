//! Guided writing: one prompt a screen, every one can be skipped, free writing one tap away.

mod earlier;
mod page;

use std::cmp::Ordering;

use journal::{
    course::Moment,
    prompts::{self, Page, Round},
    record::{Body, Entry, Opened},
    today,
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    components::A,
    hooks::{use_navigate, use_params_map, use_query_map},
};
use wire::ids::RecordId;

pub use self::page::{Paper, answer};
use self::{earlier::Earlier, page::OnePage};
use super::{
    draft::{Draft, Shape},
    not_live::NotLive,
    offer::Offer,
    own::{course, ground_from},
    soft::Soft,
    threads::keep_intention,
};
use crate::{
    device::clock,
    screens::{
        attach::{Add, Attachments},
        parts::{Still, Troubled, names},
    },
    text::{client::write, said, sharing, writing},
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

/// Where in the entry one is, and how to get elsewhere.
#[derive(Clone, Copy)]
struct Place {
    id: RecordId,
    draft: Draft<Entry>,
    pages: StoredValue<Vec<Page>>,
    /// The number of the page that is open.
    at: Memo<usize>,
    /// How many pages come one after the other; the lenses lie behind them.
    row: usize,
    turn: Callback<usize>,
    done: Callback<()>,
}

impl Place {
    fn page(self) -> Page {
        self.pages.with_value(|pages| pages.get(self.at.get()).cloned()).unwrap_or(Page::Free)
    }
}

#[component]
fn Pages(id: RecordId, draft: Draft<Entry>, dim: Option<RwSignal<bool>>) -> impl IntoView {
    let vault = use_vault();
    let place = place(vault, id, draft);
    let moment = draft.value.with_untracked(|entry| entry.moment);
    let reads_back = moment == Moment::LookingBack;
    let shared = move || vault.record(id).is_some_and(|record| !record.recipients.is_empty());
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
                    <Offer id draft />
                    <Adding place />
                    <Lenses place />
                    <p class="quiet">
                        {move || {
                            if shared() {
                                write::shared()
                            } else if vault.has_part(id) {
                                sharing::part_while_writing()
                            } else {
                                write::private()
                            }
                        }}
                    </p>
                    <NotLive />
                    <Ways place dim />
                </div>
                {reads_back.then(|| view! { <Earlier vault id /> })}
            </div>
            <Turning place />
        </Still>
    }
}

fn place(vault: Vault, id: RecordId, draft: Draft<Entry>) -> Place {
    let moment = draft.value.with_untracked(|entry| entry.moment);
    let pages = draft.value.with_untracked(|entry| pages_of(vault, id, entry));
    let last = pages.len() - 1;
    let row = prompts::row(&pages);
    let start = draft
        .value
        .with_untracked(|entry| if entry.finished.is_some() { 0 } else { prompts::resume(entry, &pages) });
    let pages = StoredValue::new(pages);
    let query = use_query_map();
    // The page is in the address: the phone's own back button turns one page back.
    let at = Memo::new(move |_| {
        let asked = query.with(|query| query.get("p").and_then(|page| page.parse::<usize>().ok()));
        asked.map_or(start, |page| page.saturating_sub(1)).min(last)
    });
    let go = use_navigate();
    let turn = Callback::new({
        let go = go.clone();
        move |page: usize| {
            let name = pages.with_value(|pages| pages.get(page).map(|page| page.id().into_owned()));
            draft.move_to(|entry| {
                entry.position = page;
                entry.page = name;
            });
            draft.keep_now();
            let number = Moment::ALL.iter().position(|one| *one == moment).unwrap_or_default();
            go(&format!("/app/write/{id}?m={number}&p={}", page + 1), NavigateOptions::default());
        }
    });
    let done = Callback::new(move |()| {
        if draft.value.with_untracked(Entry::is_empty) && !vault.has_attachments(id) {
            // Nothing was written, so nobody needs to be asked.
            draft.discard();
            go("/app", NavigateOptions::default());
            return;
        }
        draft.edit(|entry| {
            pages.with_value(|pages| say_what_was_asked(entry, pages));
            entry.finished = entry.finished.or(Some(clock::now()));
            entry.position = 0;
            entry.page = None;
        });
        draft.keep_now();
        // The entry is kept; an intention that could not be is made anew when the page is changed.
        let _kept = keep_intention(vault, id);
        vault.finished(id);
        go(&format!("/app/entry/{id}"), NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
    Place { id, draft, pages, at, row, turn, done }
}

/// The pages as they are when the entry is opened: what the therapist asks meanwhile waits for the next one.
fn pages_of(vault: Vault, id: RecordId, entry: &Entry) -> Vec<Page> {
    let Some(me) = vault.me() else { return prompts::pages(entry, &[], Round::First) };
    vault.records.with_untracked(|records| {
        let own = prompts::open(records, me, entry.moment);
        let others = records.iter().filter(|record| record.owner == me && record.id != id);
        let mut done = others.filter_map(Opened::entry).filter(|other| other.finished.is_some());
        let is_again = done.any(|other| other.moment == entry.moment && other.dosing == entry.dosing);
        prompts::pages(entry, &own, if is_again && !own.is_empty() { Round::Own } else { Round::First })
    })
}

/// What the therapist asked is not asked again, also where it was passed by.
fn say_what_was_asked(entry: &mut Entry, pages: &[Page]) {
    for page in pages {
        if let Page::Own(own) = page
            && entry.answers.iter().all(|answer| answer.prompt != own.id)
        {
            entry.set_answer(&own.id, &own.question, String::new());
        }
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
                    <button type="button" class="chip" class:written=is_written aria-label=label on:click=move |_| place.turn.run(number)>
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
                            <button type="button" class="text" on:click=move |_| place.turn.run(place.row - 1)>
                                {write::to_free()}
                            </button>
                        }
                    })
            }}
            {dim
                .map(|dim| {
                    view! {
                        <button type="button" class="text" on:click=move |_| dim.set(true)>
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
                <button type="button" class="main" on:click=move |_| turn.run(page + 1)>{write::next()}</button>
                <button type="button" class="text" on:click=move |_| turn.run(page + 1)>{write::skip()}</button>
            }
            .into_any(),
            Ordering::Equal => view! { <button type="button" class="main" on:click=move |_| done.run(())>{write::done()}</button> }
                .into_any(),
            Ordering::Greater => view! {
                <button type="button" class="main" on:click=move |_| turn.run(row - 1)>{writing::lens::back()}</button>
            }
            .into_any(),
        };
        let before = (0 < page && page < row).then(|| {
            view! {
                <button type="button" class="text" on:click=move |_| turn.run(page - 1)>{write::before()}</button>
            }
        });
        view! { <div class="actions bottom">{main} {before}</div> }
    }
}
