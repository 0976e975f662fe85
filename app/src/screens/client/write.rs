//! Guided writing: one prompt a screen, every one can be skipped, free writing one tap away.

use journal::{
    course::Moment,
    prompts::{Prompt, for_moment},
    record::{Body, Entry},
};
use leptos::{html::Textarea, prelude::*};
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_params_map, use_query_map},
};
use wire::ids::RecordId;

use super::{
    draft::{Draft, Shape},
    feelings::{Feelings, touch},
    ground::Ground,
    not_live::NotLive,
    own::course,
    soft::Soft,
};
use crate::{
    device::clock,
    screens::{
        attach::{Add, Attachments},
        parts::{Still, Troubled, names},
    },
    text::{client::write, said, sharing},
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
    if draft.value.with_untracked(|entry| entry.moment == Moment::SoftLanding && entry.finished.is_none()) {
        return view! { <Soft draft /> }.into_any();
    }
    view! { <Pages id draft /> }.into_any()
}

/// The draft that is there, or a new one for the moment in the address.
fn begin(vault: Vault, id: RecordId) -> Entry {
    if let Some(entry) = vault.record_now(id).and_then(|record| record.entry().cloned()) {
        return entry;
    }
    let course = untrack(|| course(vault));
    let free = use_query_map().with_untracked(|query| query.get("free").is_some());
    let moment = if free { Moment::Free } else { course.moment() };
    let dosing = course.last_dosing().map(|dosing| (dosing.id, dosing.at));
    Entry::new(moment, dosing, clock::now())
}

#[component]
fn Pages(id: RecordId, draft: Draft<Entry>) -> impl IntoView {
    let vault = use_vault();
    let moment = draft.value.with_untracked(|entry| entry.moment);
    let prompts = for_moment(moment);
    let pages = prompts.len() + 1;
    let start = draft.value.with_untracked(|entry| if entry.finished.is_some() { 0 } else { entry.position });
    let query = use_query_map();
    // The page is in the address: the phone's own back button turns one page back.
    let at = Memo::new(move |_| {
        let asked = query.with(|query| query.get("p").and_then(|page| page.parse::<usize>().ok()));
        asked.map_or(start, |page| page.saturating_sub(1)).min(pages - 1)
    });
    let go = use_navigate();
    let turn = Callback::new({
        let go = go.clone();
        move |page: usize| {
            draft.edit(|entry| entry.position = page);
            draft.keep_now();
            go(&format!("/app/write/{id}?p={}", page + 1), NavigateOptions::default());
        }
    });
    let leave = Callback::new({
        let go = go.clone();
        move |()| {
            draft.keep_now();
            go("/app", NavigateOptions::default());
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
            entry.finished = entry.finished.or(Some(clock::now()));
            entry.position = 0;
        });
        draft.keep_now();
        vault.finished(id);
        go(&format!("/app/entry/{id}"), NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
    // What is drawn or said belongs to a page that is there, even if no word is on it yet.
    let on_begin = Callback::new(move |()| {
        draft.edit(|entry| entry.changed = clock::now());
        draft.keep_now();
    });
    let ground = RwSignal::new(false);
    let shared = move || vault.record(id).is_some_and(|record| !record.recipients.is_empty());
    view! {
        <Still back="/app".into() back_label=write::back()>
            <p class="write-line">
                <span>{move || write::place(at.get() + 1, pages, names::moment(moment))}</span>
                <span role="status" class="kept">{move || draft.state()}</span>
            </p>
            <Troubled trouble=draft.trouble() />
            {move || {
                let page = at.get();
                match prompts.get(page) {
                    Some(prompt) => view! { <Asked draft prompt /> }.into_any(),
                    None => view! { <Free draft alone=prompts.is_empty() /> }.into_any(),
                }
            }}
            <Add entry=id on_begin />
            <Attachments entry=id />
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
            <p class="ways">
                <button type="button" class="text" on:click=move |_| ground.set(true)>
                    {write::ground()}
                </button>
                {move || {
                    (at.get() + 1 < pages)
                        .then(|| {
                            view! {
                                <button type="button" class="text" on:click=move |_| turn.run(pages - 1)>
                                    {write::to_free()}
                                </button>
                            }
                        })
                }}
            </p>
            <div class="actions bottom">
                {move || {
                    let page = at.get();
                    if page + 1 < pages {
                        view! {
                            <button type="button" class="main" on:click=move |_| turn.run(page + 1)>{write::next()}</button>
                            <button type="button" class="text" on:click=move |_| turn.run(page + 1)>{write::skip()}</button>
                        }
                            .into_any()
                    } else {
                        view! { <button type="button" class="main" on:click=move |_| done.run(())>{write::done()}</button> }
                            .into_any()
                    }
                }}
                {move || {
                    let page = at.get();
                    (page > 0)
                        .then(|| {
                            view! {
                                <button type="button" class="text" on:click=move |_| turn.run(page - 1)>
                                    {write::before()}
                                </button>
                            }
                        })
                }}
            </div>
            <Ground open=ground on_leave=leave />
        </Still>
    }
}

#[component]
fn Asked(draft: Draft<Entry>, prompt: &'static Prompt) -> impl IntoView {
    let text = draft.value.with_untracked(|entry| entry.answer(prompt.id).to_owned());
    let typed = Callback::new(move |text: String| {
        draft.edit(|entry| {
            entry.set_answer(prompt.id, said(prompt.question), text);
            entry.changed = clock::now();
        });
    });
    view! {
        <div class="turn">
            <h1 class="asked" id="asked">{said(prompt.question)}</h1>
            <p class="quiet" id="asked-help">{said(prompt.help)}</p>
            <Paper text on_typed=typed />
            <Touched draft />
        </div>
    }
}

#[component]
fn Free(draft: Draft<Entry>, alone: bool) -> impl IntoView {
    let text = draft.value.with_untracked(|entry| entry.free.clone());
    let typed = Callback::new(move |text: String| {
        draft.edit(|entry| {
            entry.free = text;
            entry.changed = clock::now();
        });
    });
    view! {
        <div class="turn">
            <h1 class="asked" id="asked">{if alone { write::free_alone() } else { write::free() }}</h1>
            <p class="quiet" id="asked-help">{write::free_line()}</p>
            <Paper text on_typed=typed />
            <Touched draft />
        </div>
    }
}

#[component]
fn Touched(draft: Draft<Entry>) -> impl IntoView {
    let chosen = Memo::new(move |_| draft.value.with(|entry| entry.feelings.clone()));
    let on_touch = Callback::new(move |word| {
        draft.edit(|entry| {
            touch(&mut entry.feelings, word);
            entry.changed = clock::now();
        });
    });
    view! { <Feelings chosen on_touch /> }
}

/// Where the words go. It grows with them.
#[component]
pub fn Paper(
    /// What is there already.
    text: String,
    /// What is there now.
    on_typed: Callback<String>,
) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot take the focus is typed into after a tap.
            drop(field.focus());
        }
    });
    view! {
        <textarea
            node_ref=field
            class="paper words"
            rows="5"
            aria-labelledby="asked"
            aria-describedby="asked-help"
            autocapitalize="sentences"
            prop:value=text
            on:input:target=move |event| on_typed.run(event.target().value())
        ></textarea>
    }
}
