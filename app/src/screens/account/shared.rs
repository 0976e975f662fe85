//! Everything of one's own that somebody else can read, with who opened it and when, each with the way back.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};
use leptos::prelude::*;
use wire::ids::{AccountId, RecordId};

use crate::{
    screens::parts::{Busy, ByAndBy, Framed, More, Still, SyncLine, Troubled, day_and_time, named, once},
    text::keeping::{opened, opened_by, privacy, readable_by, shared},
    vault::{Vault, use_vault},
};

/// One thing that somebody else can read, or could.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    id: RecordId,
    title: String,
    at: Option<DateTime<FixedOffset>>,
    /// Who can read it now, by name.
    readers: Vec<String>,
    /// Who opened it, and when, the latest first.
    opened: Vec<(String, DateTime<FixedOffset>)>,
}

impl Shared {
    /// Who can read it now, by name.
    pub fn readers(&self) -> &[String] {
        &self.readers
    }
}

/// What somebody else can read now, the newest first.
pub fn use_shared() -> Memo<Vec<Shared>> {
    let vault = use_vault();
    Memo::new(move |_| list(vault, |one| !one.readers.is_empty()))
}

/// The list.
#[component]
pub fn SharedList() -> impl IntoView {
    let vault = use_vault();
    let now = use_shared();
    let before = Memo::new(move |_| list(vault, |one| one.readers.is_empty() && !one.opened.is_empty()));
    let shown = ByAndBy::new();
    let busy = Busy::new();
    let first = move || now.with(|list| list.iter().take(shown.many()).cloned().collect());
    let row = move |one| view! { <Row one busy /> }.into_any();
    let is_any = Memo::new(move |_| !now.with(Vec::is_empty));
    let earlier = |one: Shared| {
        view! {
            <li class="row-plain">
                <span class="row-title">{one.title.clone()}</span>
                <Openings one />
            </li>
        }
        .into_any()
    };
    let rows = |rows| view! { <ul class="rows">{rows}</ul> }.into_any();
    let rows_before = |rows| view! { <h2>{shared::before()}</h2> <ul class="rows">{rows}</ul> }.into_any();
    view! {
        <Still back="/app/privacy".to_owned() back_label=privacy::title()>
            <h1>{shared::title()}</h1>
            {move || {
                let text = if is_any.get() { shared::lead() } else { shared::none() };
                view! { <p role="status">{text}</p> }
            }}
            <Troubled trouble=busy.trouble />
            <Framed each=first key=|one: &Shared| one.id row frame=rows />
            <More shown of=move || now.with(Vec::len) />
            <Framed each=move || before.get() key=|one: &Shared| one.id row=earlier frame=rows_before />
            <SyncLine />
        </Still>
    }
}

#[component]
fn Row(one: Shared, busy: Busy) -> impl IntoView {
    let vault = use_vault();
    let id = one.id;
    let facts = [one.at.map(day_and_time), Some(readable_by(&one.readers.join(", ")))];
    view! {
        <li class="row-plain">
            <span class="row-title">{one.title.clone()}</span>
            <span class="quiet">{facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</span>
            <Openings one />
            <button
                type="button"
                class="text"
                on:click=once(move || busy.start(async move { vault.take_back(id) }))
            >
                {shared::take_back()}
            </button>
        </li>
    }
}

/// Each time somebody opened it; by name only where more than one could.
#[component]
fn Openings(one: Shared) -> impl IntoView {
    if one.at.is_none() && one.opened.is_empty() {
        // A name or appointments are not opened like a page, and nobody says so.
        return ().into_any();
    }
    if one.opened.is_empty() {
        return view! { <span class="quiet">{shared::unread()}</span> }.into_any();
    }
    let alone = one.readers.len() == 1;
    one.opened
        .into_iter()
        .map(|(name, at)| {
            let when = day_and_time(at);
            let line = if alone { opened(&when) } else { opened_by(&name, &when) };
            view! { <span class="quiet">{line}</span> }
        })
        .collect_view()
        .into_any()
}

fn list(vault: Vault, wanted: impl Fn(&Shared) -> bool) -> Vec<Shared> {
    let Some(me) = vault.who().map(|who| who.account) else { return Vec::new() };
    let people = vault.people();
    let called = |account: AccountId| {
        let person = people.iter().find(|person| person.account == account);
        person.and_then(|person| person.name.clone()).unwrap_or_else(|| shared::somebody().into())
    };
    vault.records.with(|records| {
        let mut openings: HashMap<RecordId, Vec<_>> = HashMap::new();
        for reader in records.iter().filter(|record| record.owner != me) {
            let Some(receipt) = reader.receipt() else { continue };
            for (record, _) in receipt.all() {
                openings.entry(record).or_default().push((called(reader.owner), receipt.opened));
            }
        }
        let mut list: Vec<_> = records
            .iter()
            .filter(|record| record.owner == me)
            .filter_map(|record| {
                let (title, at) = named(record)?;
                let mut opened = openings.remove(&record.id).unwrap_or_default();
                opened.sort_by_key(|(_, at)| std::cmp::Reverse(*at));
                let readers = record.recipients.iter().map(|account| called(*account)).collect();
                Some(Shared { id: record.id, title, at, readers, opened })
            })
            .filter(wanted)
            .collect();
        list.sort_by_key(|one| std::cmp::Reverse(one.at));
        list
    })
}
