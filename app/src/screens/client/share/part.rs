//! A part that is shared: what its reader has, and what to do when its source was edited.

use journal::{
    passage::Passage,
    record::{Body, Form, Opened},
    sharing::{Part, copy, follow},
};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::{AccountId, RecordId};

use super::{Read, TakeBack, Undone, by_rule_line};
use crate::{
    device::clock,
    screens::parts::{Busy, Notice, Troubled, once, shown},
    text::sharing::{self as words, What},
    vault::Vault,
};

/// One shared part.
#[component]
pub fn PartShared(
    /// The vault.
    vault: Vault,
    /// What it is a part of.
    source: RecordId,
    /// Which part.
    part: Part,
    /// Who reads it.
    name: StoredValue<String>,
    /// Whose receipt counts.
    reader: AccountId,
    /// Takes it back.
    back: Callback<(RecordId, Undone)>,
) -> impl IntoView {
    let Part { copy: id, form, by_rule, .. } = part;
    let there = vault.record_now(id);
    let what = if form == Form::Numbers { What::Numbers } else { What::Passage };
    let undone = (form, there.as_ref().and_then(Opened::excerpt).map(|excerpt| excerpt.passage.clone()));
    let seen = there.map(|there| shown(&there.body));
    let edited = part.edited.then(move || view! { <Edited vault source part /> });
    view! {
        <div class="part">
            <p><strong>{name.with_value(|name| words::shared_with(name, what))}</strong></p>
            <div class="leaf seen">{seen}</div>
            <Read vault id reader />
            {by_rule.then(by_rule_line)}
            {edited}
            <TakeBack on_press=move |()| back.run((id, undone.clone())) />
        </div>
    }
}

/// The source says something else by now: bring it up to date, or leave it.
#[component]
fn Edited(vault: Vault, source: RecordId, part: Part) -> impl IntoView {
    let busy = Busy::new();
    let share = part.share;
    let leave = move || busy.start(async move { vault.leave_part(share) });
    let fresh = fresh(vault, source, &part);
    let new = match fresh {
        Some((passage, body)) => view! {
            <p>{words::would_be()}</p>
            <div class="leaf seen">{shown(&body)}</div>
            <div class="actions">
                <button
                    type="button"
                    class="second"
                    on:click=once(move || {
                        let passage = passage.clone();
                        busy.start(async move { vault.update_part(share, passage.as_ref()) });
                    })
                >
                    {words::update()}
                </button>
                <button type="button" class="text" on:click=once(leave)>{words::leave()}</button>
            </div>
        }
        .into_any(),
        None => view! {
            <p>{words::lost()}</p>
            <div class="actions">
                <A href=format!("/app/share/{source}?instead={share}") attr:class="text">
                    {words::choose_again()}
                </A>
                <button type="button" class="text" on:click=once(leave)>{words::leave()}</button>
            </div>
        }
        .into_any(),
    };
    view! {
        <Notice>
            <p><strong>{words::edited()}</strong></p>
            {new}
            <Troubled trouble=busy.trouble />
        </Notice>
    }
}

/// What an update would share.
fn fresh(vault: Vault, source: RecordId, part: &Part) -> Option<(Option<Passage>, Body)> {
    let source = vault.record_now(source)?;
    let passage = match part.form {
        Form::Passage => {
            let note = vault.record_now(part.share)?;
            let shared = vault.record_now(part.copy)?;
            Some(follow(note.share()?, &shared.excerpt()?.passage, source.entry()?)?)
        }
        _ => None,
    };
    let body = copy(&source.body, part.form, passage.as_ref(), clock::now())?;
    Some((passage, body))
}
