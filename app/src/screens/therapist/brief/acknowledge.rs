//! "I saw it, and this is what I did." Kept while it is typed; nobody else's until it is sent.

use journal::record::{Acknowledgement, Body, Done, Opened};
use leptos::prelude::*;
use wire::ids::{AccountId, RecordId};

use super::super::client::{called, use_person};
use crate::{
    device::clock,
    screens::{
        draft::{Draft, Shape},
        parts::{Troubled, UNREMEMBERED, names},
    },
    text::alerts::desk as words,
    vault::{Vault, use_vault},
};

/// What was done, by a tap or in a line, and the way to say it.
#[component]
pub fn Acknowledge(account: AccountId, alert: RecordId) -> impl IntoView {
    let vault = use_vault();
    let person = use_person(account);
    let shape = Shape {
        to: |one: &Acknowledgement| Body::Acknowledgement(one.clone()),
        from: |body| if let Body::Acknowledgement(one) = body { Some(one.clone()) } else { None },
    };
    let (id, begun) =
        begun(vault, alert).unwrap_or_else(|| (Vault::new_id(), Acknowledgement::new(alert, clock::now())));
    let draft = Draft::begin(vault, id, begun, shape);
    let incomplete = RwSignal::new(false);
    let send = move |_| {
        if !draft.value.with_untracked(Acknowledgement::says_something) {
            incomplete.set(true);
            return;
        }
        draft.edit(|one| one.at = clock::now());
        draft.keep_now();
        if draft.trouble().get_untracked().is_none() {
            vault.share_with_undo(id, vec![account], words::acknowledged());
        }
    };
    let line = format!("ack-{alert}");
    let help = format!("{line}-help");
    view! {
        <div class="acknowledge no-print">
            <fieldset class="feelings">
                <legend>{words::what()}</legend>
                {Done::ALL.map(|what| choice(draft, what, incomplete)).into_iter().collect_view()}
            </fieldset>
            <div class="field">
                <label for=line.clone()>{words::note()}</label>
                <textarea
                    form=UNREMEMBERED
                    id=line
                    rows="2"
                    aria-describedby=help.clone()
                    autocapitalize="sentences"
                    prop:value=move || draft.value.with(|one| one.note.clone())
                    on:input:target=move |event| {
                        incomplete.set(false);
                        let typed = event.target().value();
                        draft.edit(|one| one.note = typed);
                    }
                ></textarea>
                <p class="quiet" id=help>{move || words::read_by(&called(person))}</p>
            </div>
            <p role="status">{move || incomplete.get().then(words::say_something)}</p>
            <Troubled trouble=draft.trouble() />
            <button type="button" class="main" on:click=send>{words::acknowledge()}</button>
        </div>
    }
    .into_any()
}

fn choice(draft: Draft<Acknowledgement>, what: Done, incomplete: RwSignal<bool>) -> AnyView {
    let chosen = move || draft.value.with(|one| one.done.contains(&what)).to_string();
    let touch = move |_| {
        incomplete.set(false);
        draft.edit(|one| one.touch(what));
    };
    view! {
        <button type="button" class="chip" aria-pressed=chosen on:click=touch>{names::done_one(what)}</button>
    }
    .into_any()
}

/// What was begun and not sent.
fn begun(vault: Vault, alert: RecordId) -> Option<(RecordId, Acknowledgement)> {
    let me = vault.me();
    vault.records.with_untracked(|records| {
        let own = records.iter().filter(|one| Some(one.owner) == me && one.recipients.is_empty());
        own.filter_map(|one| Opened::acknowledgement(one).map(|begun| (one.id, begun.clone())))
            .find(|(_, begun)| begun.alert == alert)
    })
}
