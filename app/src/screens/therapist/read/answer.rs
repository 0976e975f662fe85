//! A few words back, beside what they are about.

use journal::record::{Body, Opened, Reply};
use leptos::prelude::*;
use wire::ids::{AccountId, RecordId};

use super::super::client::{called, use_person};
use crate::{
    device::{clock, focus},
    screens::{
        draft::{Draft, Shape},
        parts::{Busy, Troubled, UNREMEMBERED, day_and_time},
    },
    text::answers::{self as text, desk as words},
    vault::{Vault, use_vault},
};

/// What was answered, and where to write.
#[component]
pub fn Answers(account: AccountId, to: RecordId) -> impl IntoView {
    let vault = use_vault();
    let sent = Memo::new(move |_| sent_to(vault, to));
    let more = RwSignal::new(draft_of(vault, to, None).is_some());
    let editing = RwSignal::new(None::<RecordId>);
    let sending = Memo::new(move |_| vault.is_sending_for(to));
    let writes = Memo::new(move |_| !sending.get() && (more.get() || sent.with(Vec::is_empty)));
    Effect::new(move |_| {
        // Taken back before it went: there it is again.
        if !sending.get() && draft_of(vault, to, None).is_some() {
            more.set(true);
        }
    });
    let over = Callback::new(move |()| {
        more.set(false);
        editing.set(None);
    });
    view! {
        <section class="answers-of no-print">
            <h2>{words::title()}</h2>
            <For
                each=move || sent.get()
                key=Clone::clone
                children=move |id| {
                    view! {
                        {move || {
                            if editing.get() == Some(id) {
                                view! { <Form account to instead=Some(id) over /> }.into_any()
                            } else {
                                view! { <Sent vault account id editing /> }.into_any()
                            }
                        }}
                    }
                }
            />
            {move || {
                if editing.with(Option::is_some) {
                    ().into_any()
                } else if writes.get() {
                    view! { <Form account to instead=None over /> }.into_any()
                } else if sending.get() {
                    ().into_any()
                } else {
                    view! {
                        <button type="button" class="text" on:click=move |_| more.set(true)>{words::another()}</button>
                    }
                    .into_any()
                }
            }}
        </section>
    }
    .into_any()
}

/// One that was sent: its words, whether they were read, and the ways to change or delete them.
#[component]
fn Sent(
    vault: Vault,
    account: AccountId,
    id: RecordId,
    editing: RwSignal<Option<RecordId>>,
) -> impl IntoView {
    let reply = Memo::new(move |_| vault.record(id).as_ref().and_then(Opened::reply).cloned());
    let facts = move || {
        let read = vault.records.with(|records| {
            let theirs = records.iter().filter(|one| one.owner == account).filter_map(Opened::receipt);
            theirs.filter(|one| one.covers(id).is_some()).map(|one| one.opened).max()
        });
        let parts = reply.with(|reply| {
            let reply = reply.as_ref()?;
            Some([Some(day_and_time(reply.made)), reply.edited.map(|_| text::edited().to_owned())])
        });
        let read = read.map_or_else(|| words::unread().to_owned(), |at| words::read(&day_and_time(at)));
        parts.into_iter().flatten().flatten().chain([read]).collect::<Vec<_>>().join(" · ")
    };
    view! {
        <div class="leaf told-answer">
            <p class="words">{move || reply.with(|reply| reply.as_ref().map(|reply| reply.text.clone()))}</p>
            <p class="quiet">{facts}</p>
        </div>
        <p class="row-actions">
            <button type="button" class="text" on:click=move |_| editing.set(Some(id))>{words::edit()}</button>
            <button type="button" class="text" on:click=move |_| vault.delete_with_undo(id, words::deleted())>
                {words::delete()}
            </button>
        </p>
    }
    .into_any()
}

/// Kept while it is typed; nobody else's until it is sent. `instead` is the sent one whose words these will be.
#[component]
fn Form(account: AccountId, to: RecordId, instead: Option<RecordId>, over: Callback<()>) -> impl IntoView {
    let vault = use_vault();
    let person = use_person(account);
    let busy = Busy::new();
    let shape = Shape {
        to: |reply: &Reply| Body::Reply(reply.clone()),
        from: |body| if let Body::Reply(reply) = body { Some(reply.clone()) } else { None },
    };
    let (id, begun) =
        draft_of(vault, to, instead).unwrap_or_else(|| (Vault::new_id(), fresh(vault, to, instead)));
    let draft = Draft::begin(vault, id, begun, shape);
    let typed = move |text: String| draft.edit(|reply| reply.text = text);
    let send = move |_| {
        let is_empty = draft.value.with_untracked(|reply| reply.text.trim().is_empty());
        if is_empty {
            return;
        }
        if let Some(sent) = instead {
            busy.start(async move { change(vault, draft, sent).map(|()| over.run(())) });
            return;
        }
        draft.edit(|reply| {
            reply.text = reply.text.trim().to_owned();
            reply.made = clock::now();
        });
        draft.keep_now();
        if draft.trouble().get_untracked().is_none() {
            vault.share_with_undo(id, vec![account], words::sent());
            over.run(());
        }
    };
    let leave = move |_| {
        draft.discard();
        over.run(());
    };
    let field = format!("answer-{id}");
    if instead.is_some() {
        focus::soon(&field);
    }
    let help = format!("{field}-help");
    let ready = instead.is_none().then(|| ready(draft));
    view! {
        <div class="acknowledge">
            <div class="field">
                <label for=field.clone()>{words::words()}</label>
                <textarea
                    form=UNREMEMBERED
                    id=field
                    class="words"
                    rows="3"
                    aria-describedby=help.clone()
                    autocapitalize="sentences"
                    prop:value=move || draft.value.with(|reply| reply.text.clone())
                    on:input:target=move |event| typed(event.target().value())
                ></textarea>
                <p class="quiet" id=help>{move || words::read_by(&called(person))}</p>
            </div>
            {ready}
            <Troubled trouble=draft.trouble() />
            <Troubled trouble=busy.trouble />
            <div class="actions">
                <button type="button" class="main" on:click=send>
                    {if instead.is_some() { words::save() } else { words::send() }}
                </button>
                {instead
                    .is_some()
                    .then(|| view! { <button type="button" class="text" on:click=leave>{words::leave()}</button> })}
            </div>
        </div>
    }
    .into_any()
}

/// Short ones, put into the field by a tap.
fn ready(draft: Draft<Reply>) -> AnyView {
    let choices = [words::thanks(), words::talk(), words::glad()].map(|line| {
        let put = move |_| {
            draft.edit(|reply| {
                let before = reply.text.trim_end();
                reply.text = if before.is_empty() { line.to_owned() } else { format!("{before} {line}") };
            });
        };
        view! { <button type="button" class="chip" on:click=put>{line}</button> }
    });
    view! {
        <fieldset class="feelings">
            <legend>{words::ready()}</legend>
            {choices.into_iter().collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Gives the sent one these words, with a way back; the draft has done its work.
fn change(vault: Vault, draft: Draft<Reply>, sent: RecordId) -> Result<(), crate::vault::Trouble> {
    if let Some(before) = vault.freshest(sent) {
        let text = draft.value.with_untracked(|reply| reply.text.clone());
        if let Some(reply) = before.reply().map(|reply| reply.edit(&text, clock::now())) {
            vault.write(sent, Body::Reply(reply))?;
            vault.flush();
            vault.undo_to(before, words::changed());
        }
    }
    draft.discard();
    Ok(())
}

fn fresh(vault: Vault, to: RecordId, instead: Option<RecordId>) -> Reply {
    let before = instead.and_then(|sent| vault.record_now(sent)).and_then(|record| record.reply().cloned());
    let text = before.map(|reply| reply.text).unwrap_or_default();
    Reply { instead, text, ..Reply::new(to, clock::now()) }
}

/// What was begun and not sent.
fn draft_of(vault: Vault, to: RecordId, instead: Option<RecordId>) -> Option<(RecordId, Reply)> {
    let me = vault.me();
    vault.records.with_untracked(|records| {
        let own = records.iter().filter(|one| Some(one.owner) == me && one.recipients.is_empty());
        own.filter_map(|one| Some((one.id, one.reply()?)))
            .find(|(_, reply)| reply.to == to && reply.instead == instead)
            .map(|(id, reply)| (id, reply.clone()))
    })
}

/// What was sent to it, the oldest first; tracked.
fn sent_to(vault: Vault, to: RecordId) -> Vec<RecordId> {
    let me = vault.me();
    let mut all: Vec<_> = vault.records.with(|records| {
        let own = records.iter().filter(|one| Some(one.owner) == me && !one.recipients.is_empty());
        let replies = own
            .filter_map(|one| one.reply().filter(|reply| reply.to == to).map(|reply| (reply.made, one.id)));
        replies.collect()
    });
    all.sort_unstable();
    all.into_iter().map(|(_, id)| id).collect()
}
