//! What the therapist wrote back, beside what it is about, and quietly on Today until it was read.

use chrono::{DateTime, FixedOffset};
use journal::{
    record::{Opened, Receipt},
    sharing::Shares,
};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::{AccountId, RecordId};

use super::own::{name_of, way_of};
use crate::{
    device::watch,
    screens::parts::{Rows, day_and_time},
    text::answers as words,
    vault::{Vault, use_vault},
};

/// One answer.
#[derive(Clone, Debug, PartialEq)]
struct Answer {
    id: RecordId,
    from: AccountId,
    text: String,
    made: DateTime<FixedOffset>,
    edited: bool,
}

/// Every answer to a record or to a part of it that was shared. Seeing them is told to whoever wrote them.
#[component]
pub fn AnswersTo(id: RecordId) -> impl IntoView {
    let vault = use_vault();
    let answers = Memo::new(move |_| answers_to(vault, id));
    Effect::new(move |_| {
        // Coming back to the app moves the clock: what came in the background is seen then.
        vault.now.track();
        if watch::is_visible() {
            for one in answers.get() {
                // What could not be told now is told at the next look.
                let _later = vault.mark_read(one.id);
            }
        }
    });
    move || {
        let rows = answers.get().into_iter().map(|one| {
            let facts = [Some(day_and_time(one.made)), one.edited.then(|| words::edited().to_owned())];
            view! {
                <div class="leaf told-answer">
                    <h2>{heading(vault, one.from)}</h2>
                    <p class="words">{one.text}</p>
                    <p class="quiet">{facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
                </div>
            }
        });
        rows.collect_view()
    }
}

fn answers_to(vault: Vault, id: RecordId) -> Vec<Answer> {
    let Some(who) = vault.who() else { return Vec::new() };
    let mut all: Vec<_> = vault.records.with(|records| {
        let others = records.iter().filter(|one| one.owner != who.account);
        let mut replies = others.filter_map(|one| Some((one, one.reply()?))).peekable();
        if replies.peek().is_none() {
            return Vec::new();
        }
        let shares = Shares::new(records, who.account);
        let is_about = |to: RecordId| to == id || shares.part_of(to).is_some_and(|(_, source)| source == id);
        let about = replies.filter(|(_, reply)| is_about(reply.to));
        about
            .map(|(one, reply)| Answer {
                id: one.id,
                from: one.owner,
                text: reply.text.clone(),
                made: reply.made,
                edited: reply.edited.is_some(),
            })
            .collect()
    });
    all.sort_by_key(|one| (one.made, one.id));
    all
}

fn heading(vault: Vault, from: AccountId) -> String {
    let people = untrack(|| vault.people());
    let person = people.iter().find(|person| person.account == from);
    person.map_or_else(|| words::from_therapist().to_owned(), |person| words::from(&name_of(person)))
}

/// On Today: answers that were not seen yet, each with the way to what it is about.
#[component]
pub fn AnswerLines(vault: Vault) -> impl IntoView {
    let unseen = Memo::new(move |_| unseen(vault));
    let row = move |(from, way): (AccountId, String)| {
        let name = vault.people().iter().find(|person| person.account == from).map(name_of);
        let title = name.map_or_else(|| words::from_therapist().to_owned(), |name| words::wrote(&name));
        view! {
            <li>
                <A href=way attr:class="row-link">
                    <span>{title}</span>
                    <span class="quiet">{words::new_line()}</span>
                </A>
            </li>
        }
        .into_any()
    };
    view! { <Rows each=move || unseen.get() key=Clone::clone row /> }
}

fn unseen(vault: Vault) -> Vec<(AccountId, String)> {
    let Some(who) = vault.who() else { return Vec::new() };
    vault.records.with(|records| {
        let mut others =
            records.iter().filter(|one| one.owner != who.account && one.reply().is_some()).peekable();
        if others.peek().is_none() {
            return Vec::new();
        }
        let own: Vec<&Receipt> =
            records.iter().filter(|one| one.owner == who.account).filter_map(Opened::receipt).collect();
        let shares = Shares::new(records, who.account);
        let mut ways: Vec<_> = others
            .filter(|one| {
                !own.iter().any(|receipt| receipt.covers(one.id).is_some_and(|seen| seen >= one.rev))
            })
            .filter_map(|one| {
                let to = one.reply()?.to;
                let home = shares.part_of(to).map_or(to, |(_, source)| source);
                let source =
                    records.iter().find(|record| record.id == home && record.owner == who.account)?;
                Some((one.owner, way_of(home, &source.body)?))
            })
            .collect();
        ways.sort();
        ways.dedup();
        ways
    })
}
