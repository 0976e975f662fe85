//! The therapist's own notes about the hours with a client: sealed for her alone, granted to nobody, ever.

use journal::{
    course::Course,
    former::has_words,
    record::{Body, Note, Opened, first_words},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    components::A,
    hooks::{use_navigate, use_params_map, use_query_map},
};
use uuid::Uuid;
use wire::ids::{AccountId, RecordId};

use super::{
    brief::course_of,
    client::{OfWhoever, called, called_before, use_former, use_person},
    names,
};
use crate::{
    device::{clock, watch},
    screens::{
        draft::{Draft, Shape},
        parts::{Rows, Still, Troubled, UNREMEMBERED, day_and_time},
    },
    text::{answers::notes as words, therapist},
    vault::{Vault, use_vault},
};

/// How many characters of a note stand in the list.
const FIRST_WORDS: usize = 90;

/// Every hour with its note, the latest first.
#[component]
pub fn Notes() -> impl IntoView {
    view! { <OfWhoever screen=|account| view! { <NotesOf account /> }.into_any() /> }
}

#[component]
fn NotesOf(account: AccountId) -> impl IntoView {
    let vault = use_vault();
    let (person, former) = (use_person(account), use_former(account));
    let is_former = Memo::new(move |_| former.with(Option::is_some));
    let written = Memo::new(move |_| {
        let mut notes = notes_of(vault, account);
        notes.retain(|(_, note)| has_words(note));
        notes
    });
    let lines = Memo::new(move |_| {
        let (course, notes) = (course_of(vault, account), notes_of(vault, account));
        let first_of = |hour: Uuid| notes.iter().find(|(_, note)| note.appointment == Some(hour));
        let hours = hours(&course);
        // Two devices without a network may both have begun one about the same hour: no word of it is hidden.
        let shown: Vec<RecordId> = hours.iter().filter_map(|(id, _)| Some(first_of(*id)?.0)).collect();
        let hours =
            hours.into_iter().map(|(id, title)| Line { about: Some(id), title, note: first_of(id).cloned() });
        let free = notes.iter().filter(|(id, _)| !shown.contains(id));
        let free =
            free.map(|one| Line { about: None, title: day_and_time(one.1.about), note: Some(one.clone()) });
        // With somebody of before there are no more hours to write about.
        let stands = |line: &Line| line.note.is_some() || !is_former.get();
        hours.chain(free).filter(stands).collect::<Vec<_>>()
    });
    let whose =
        move || former.with(|former| former.as_ref().map(called_before)).unwrap_or_else(|| called(person));
    let lead = move || if is_former.get() { words::lead_before() } else { words::lead() };
    let is_any = Memo::new(move |_| !written.with(Vec::is_empty));
    let (back, back_label) = if is_former.get_untracked() {
        ("/app".to_owned(), therapist::to_clients())
    } else {
        (format!("/app/client/{account}"), therapist::brief())
    };
    view! {
        <Still back back_label>
            <h1>{words::title()}</h1>
            <p class="quiet">{whose} ". " {lead}</p>
            <ul class="rows no-print">
                <Rows each=move || lines.get() key=Line::key row=move |line| row(account, line) />
            </ul>
            <p class="no-print">
                <A href=way(account, Vault::new_id(), None) attr:class="text">{words::free()}</A>
            </p>
            {move || {
                is_any
                    .get()
                    .then(|| {
                        view! {
                            <p class="no-print">
                                <button type="button" class="text" on:click=|_| watch::print()>
                                    {words::print()}
                                </button>
                            </p>
                            <div class="print-only">
                                <Rows each=move || written.get() key=|(id, _)| *id row=on_paper />
                            </div>
                        }
                    })
            }}
        </Still>
    }
    .into_any()
}

/// A note in full, to take along on paper.
fn on_paper((_, note): (RecordId, Note)) -> AnyView {
    view! {
        <section>
            <h2>{day_and_time(note.about)}</h2>
            <p class="words">{note.text}</p>
        </section>
    }
    .into_any()
}

/// An hour with the note about it, if there is one yet; or a note about no hour.
#[derive(Clone, PartialEq)]
struct Line {
    about: Option<Uuid>,
    title: String,
    note: Option<(RecordId, Note)>,
}

impl Line {
    /// The hour, or else the note.
    fn key(&self) -> (Option<Uuid>, Option<RecordId>) {
        let note = self.note.as_ref().map(|(id, _)| *id);
        (self.about, note.filter(|_| self.about.is_none()))
    }
}

/// The hours that have begun and the next one, the latest first: which, and what it is called.
fn hours(course: &Course) -> Vec<(Uuid, String)> {
    let next = course.next().filter(|next| next.at > course.now());
    let begun = course.begun().rev();
    next.into_iter().chain(begun).map(|one| (one.id, names::appointment(one))).collect()
}

fn row(account: AccountId, Line { about, title, note }: Line) -> AnyView {
    let id = note.as_ref().map_or_else(Vault::new_id, |(id, _)| *id);
    let line = note.map(|(_, note)| first_words(&note.text, FIRST_WORDS)).filter(|line| !line.is_empty());
    view! {
        <li>
            <A href=way(account, id, about) attr:class="row-link">
                <span>{title}</span>
                <span class="quiet">{line.unwrap_or_else(|| words::none().to_owned())}</span>
            </A>
        </li>
    }
    .into_any()
}

fn way(account: AccountId, id: RecordId, about: Option<Uuid>) -> String {
    let about = about.map(|about| format!("?a={about}")).unwrap_or_default();
    format!("/app/client/{account}/note/{id}{about}")
}

fn notes_of(vault: Vault, client: AccountId) -> Vec<(RecordId, Note)> {
    let me = vault.me();
    let mut notes: Vec<_> = vault.records.with(|records| {
        let own = records.iter().filter(|record| Some(record.owner) == me);
        let notes = own.filter_map(|record| Some((record.id, record.note()?)));
        notes.filter(|(_, note)| note.client == client).map(|(id, note)| (id, note.clone())).collect()
    });
    notes.sort_by_key(|(id, note)| (std::cmp::Reverse(note.about), *id));
    notes
}

/// Where one is written.
#[component]
pub fn NotePage() -> impl IntoView {
    view! { <OfWhoever screen=|account| view! { <Writing account /> }.into_any() /> }
}

#[component]
fn Writing(account: AccountId) -> impl IntoView {
    let vault = use_vault();
    let (person, former) = (use_person(account), use_former(account));
    let whose =
        move || former.with(|former| former.as_ref().map(called_before)).unwrap_or_else(|| called(person));
    let back = format!("/app/client/{account}/notes");
    let id =
        use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let Some(id) = id else { return view! { <Still back=back>""</Still> }.into_any() };
    let shape = Shape {
        to: |note: &Note| Body::Note(note.clone()),
        from: |body| if let Body::Note(note) = body { Some(note.clone()) } else { None },
    };
    let draft = Draft::begin(vault, id, begin(vault, account, id), shape);
    let title = draft.value.with_untracked(|note| {
        let course = untrack(|| course_of(vault, account));
        let hour = course.appointments().iter().find(|one| Some(one.id) == note.appointment);
        hour.map_or_else(|| day_and_time(note.about), names::appointment)
    });
    let go = use_navigate();
    let there = back.clone();
    let delete = move |_| {
        draft.keep_now();
        vault.delete_with_undo(id, words::deleted());
        go(&there, NavigateOptions { replace: true, ..NavigateOptions::default() });
    };
    view! {
        <Still back=back back_label=words::title()>
            <p class="write-line">
                <span>{whose}</span>
                <span role="status" class="kept">{move || draft.state()}</span>
            </p>
            <h1 id="note-title">{title}</h1>
            <Troubled trouble=draft.trouble() />
            <textarea
                form=UNREMEMBERED
                class="paper words"
                rows="8"
                aria-label=words::field()
                aria-describedby="note-lead"
                autocapitalize="sentences"
                prop:value=move || draft.value.with(|note| note.text.clone())
                on:input:target=move |event| {
                    let typed = event.target().value();
                    draft.edit(|note| {
                        note.text = typed;
                        note.changed = clock::now();
                    });
                }
            ></textarea>
            <p class="quiet" id="note-lead">{words::lead()}</p>
            {move || {
                vault
                    .record(id)
                    .map(|_| view! {
                        <button type="button" class="text" on:click=delete.clone()>{words::delete()}</button>
                    })
            }}
        </Still>
    }
    .into_any()
}

/// The note that is there, or an empty one about the hour in the address.
fn begin(vault: Vault, client: AccountId, id: RecordId) -> Note {
    if let Some(note) = vault.record_now(id).as_ref().and_then(Opened::note).cloned() {
        return note;
    }
    let now = clock::now();
    let asked = use_query_map().with_untracked(|query| query.get("a").and_then(|id| id.parse::<Uuid>().ok()));
    let course = untrack(|| course_of(vault, client));
    let hour = course.appointments().iter().find(|one| Some(one.id) == asked);
    Note::new(client, hour.map(|one| one.id), hour.map_or(now, |one| one.at), now)
}
