//! Two versions of one page that met: both are here until the author has chosen, place by place.

use journal::record::{Body, Choice, Difference, Entry};
use leptos::prelude::*;
use wire::ids::RecordId;

use crate::{
    screens::parts::{Busy, Troubled},
    text::{page as words, writing::versions},
    vault::{Trouble, Vault},
};

/// The first other version beside what stands in the entry, and what to do about it.
#[component]
pub fn Versions(
    /// The vault.
    vault: Vault,
    /// Which entry.
    id: RecordId,
    /// As it is now.
    entry: Entry,
) -> impl IntoView {
    let busy = Busy::new();
    let differences = entry.others.first().map(|other| entry.differences(other)).unwrap_or_default();
    let differences: Vec<_> = differences.into_iter().map(|one| view! { <Differs one /> }).collect();
    let entry = StoredValue::new(entry);
    let choose = move |choice: Choice| {
        busy.start(async move { keep(vault, id, entry.with_value(|entry| entry.chosen(choice))) });
    };
    view! {
        <section class="versions" aria-labelledby="versions">
            <h1 id="versions">{versions::title()}</h1>
            <p>{versions::lead()}</p>
            {differences}
            <Troubled trouble=busy.trouble />
            <div class="actions">
                <button type="button" class="main" on:click=move |_| choose(Choice::Both)>{versions::both()}</button>
                <button type="button" class="text" on:click=move |_| choose(Choice::First)>{versions::first_only()}</button>
                <button type="button" class="text" on:click=move |_| choose(Choice::Second)>
                    {versions::second_only()}
                </button>
            </div>
        </section>
    }
}

/// One place: what was asked, and both.
#[component]
fn Differs(one: Difference) -> impl IntoView {
    let Difference { question, first, second } = one;
    let leaves = [(versions::first(), first), (versions::second(), second)].map(|(name, text)| {
        let text = if text.trim().is_empty() { versions::empty().into() } else { text };
        view! {
            <div class="leaf">
                <h3>{name}</h3>
                <p class="words">{text}</p>
            </div>
        }
    });
    view! {
        <h2 class="question">{question.unwrap_or_else(|| words::free().into())}</h2>
        <div class="side-by-side">{leaves.into_iter().collect_view()}</div>
    }
}

/// Writes what was chosen; the way back brings both versions again.
fn keep(vault: Vault, id: RecordId, chosen: Entry) -> Result<(), Trouble> {
    let before = vault.freshest(id).ok_or(Trouble::Unexpected)?;
    vault.write(id, Body::Entry(chosen))?;
    vault.flush();
    vault.undo_to(before, versions::chosen());
    Ok(())
}
