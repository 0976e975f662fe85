//! One intention: its words, and everything that grew from it.

use chrono::{DateTime, FixedOffset};
use journal::{
    record::{Body, Intention, Opened},
    threads::{intention_at, intention_of_entry},
};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::RecordId;

use super::{
    super::{
        draft::Shape,
        one_line::{Asked, one_line},
        share::Sharing,
    },
    actions, gone, id_here, is_editing, of, way,
};
use crate::{
    device::clock,
    screens::parts::{Frame, SyncLine, grown},
    text::threads as words,
    vault::{Trouble, Vault, use_vault},
};

/// The one in the address: read, or written.
#[component]
pub fn IntentionPage() -> impl IntoView {
    let vault = use_vault();
    let (id, editing) = (id_here(), is_editing());
    move || match id.get() {
        Some(id) if editing.get() => edit(vault, id),
        Some(id) => view! { <Frame>{move || read(vault, id)} <SyncLine /></Frame> }.into_any(),
        None => view! { <Frame>{gone()}</Frame> }.into_any(),
    }
}

fn edit(vault: Vault, id: RecordId) -> AnyView {
    let there = vault.record_now(id).as_ref().and_then(Opened::intention).cloned();
    let value = there.unwrap_or_else(|| Intention::new(String::new(), clock::now()));
    let asked = Asked {
        question: words::ask_intention(),
        help: words::ask_intention_line(),
        shape: Shape {
            to: |intention: &Intention| Body::Intention(intention.clone()),
            from: |body| if let Body::Intention(intention) = body { Some(intention.clone()) } else { None },
        },
        read: |intention| &intention.text,
        write: |intention, text| {
            intention.text = text;
            intention.changed = clock::now();
        },
        home: "intention",
    };
    one_line(vault, id, value, &asked, |_| ().into_any())
}

fn read(vault: Vault, id: RecordId) -> AnyView {
    let threads = of(vault);
    let thread =
        threads.into_iter().find(|thread| thread.intention.as_ref().is_some_and(|(there, _)| *there == id));
    let Some((thread, intention)) =
        thread.and_then(|thread| thread.intention.clone().map(|(_, one)| (thread, one)))
    else {
        return gone();
    };
    let now = vault.now.get_untracked();
    let grown = if thread.knots.is_empty() {
        view! { <p class="quiet">{words::nothing_yet()}</p> }.into_any()
    } else {
        grown::thread(&thread, Some(way), now, None)
    };
    view! {
        {grown::intention(&intention)}
        {grown}
        <p>
            <A href=format!("/app/insight/{}?edit&i={id}", Vault::new_id()) attr:class="second">{words::add_insight()}</A>
        </p>
        <Sharing vault id />
        {actions(vault, "intention", id)}
    }
    .into_any()
}

/// An answer to an intention prompt becomes an intention of its own.
pub fn keep_intention(vault: Vault, entry: RecordId) -> Result<(), Trouble> {
    let me = vault.me().ok_or(Trouble::Locked)?;
    let kept = vault.records.with_untracked(|records| {
        let record = records.iter().find(|record| record.id == entry)?;
        intention_of_entry(records, me, (entry, record.entry()?), clock::now(), Vault::new_id())
    });
    if let Some((id, intention)) = kept {
        vault.write(id, Body::Intention(intention))?;
        vault.flush();
    }
    Ok(())
}

/// After a session, quietly: what somebody wanted to turn toward before it.
#[component]
pub fn TurnedToward(
    /// The vault.
    vault: Vault,
    /// When the session began.
    at: Option<DateTime<FixedOffset>>,
) -> impl IntoView {
    let intention = Memo::new(move |_| {
        let (me, at) = (vault.me()?, at?);
        vault.records.with(|records| intention_at(records, me, at).map(|(id, one)| (id, one.text.clone())))
    });
    move || {
        intention.get().map(|(id, text)| {
            view! {
                <aside class="turned-toward">
                    <span class="quiet">{words::turned_toward()}</span>
                    <A href=format!("/app/intention/{id}")><span class="words">{text}</span></A>
                </aside>
            }
        })
    }
}
