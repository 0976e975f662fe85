//! Where in an entry one is: its pages, the one that is open, and how to get elsewhere.

use journal::{
    course::Moment,
    prompts::{self, Page, Round},
    record::{Entry, Opened},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};
use wire::ids::RecordId;

use crate::{device::clock, screens::draft::Draft, vault::Vault};

/// Where in the entry one is, and how to get elsewhere.
#[derive(Clone, Copy)]
pub struct Place {
    /// Which entry.
    pub id: RecordId,
    /// The entry.
    pub draft: Draft<Entry>,
    /// Its pages.
    pub pages: StoredValue<Vec<Page>>,
    /// The number of the page that is open.
    pub at: Memo<usize>,
    /// How many pages come one after the other; the lenses lie behind them.
    pub row: usize,
    /// To the page with this number.
    pub turn: Callback<usize>,
    /// Finishes it, or lets it go where nothing was written.
    pub done: Callback<()>,
}

impl Place {
    /// The page that is open; tracked.
    pub fn page(self) -> Page {
        self.pages.with_value(|pages| pages.get(self.at.get()).cloned()).unwrap_or(Page::Free)
    }
}

/// In this entry, at the page in the address or the one that was left.
pub fn place(vault: Vault, id: RecordId, draft: Draft<Entry>) -> Place {
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
            let _later = vault.keep_intention(id);
            let number = Moment::ALL.iter().position(|one| *one == moment).unwrap_or_default();
            go(&format!("/app/write/{id}?m={number}&p={}", page + 1), NavigateOptions::default());
        }
    });
    let done = Callback::new(move |()| {
        if draft.value.with_untracked(Entry::is_empty) && !vault.has_attachments(id) {
            // Nothing was written, so nobody needs to be asked.
            if vault.record_now(id).is_some() {
                draft.keep_now();
                let _later = vault.keep_intention(id);
            }
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
        let _later = vault.keep_intention(id);
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
