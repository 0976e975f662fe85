//! One intention: its words, and everything that grew from it.

use chrono::{DateTime, FixedOffset};
use journal::{
    record::{Body, Intention, Opened},
    threads::{Thread, intention_at},
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
    vault::{Vault, use_vault},
};

/// The one in the address: read, or written.
#[component]
pub fn IntentionPage() -> impl IntoView {
    let vault = use_vault();
    let (id, editing) = (id_here(), is_editing());
    move || match id.get() {
        Some(id) if editing.get() => edit(vault, id),
        Some(id) => view! { <Frame><Read vault id /> <SyncLine /></Frame> }.into_any(),
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

/// What it says is made anew when it changes; how it is shared, and what was just taken back, stays.
#[component]
fn Read(vault: Vault, id: RecordId) -> impl IntoView {
    let thread = Memo::new(move |_| {
        let is_it = |thread: &Thread| thread.intention.as_ref().is_some_and(|(there, _)| *there == id);
        of(vault).into_iter().find(is_it)
    });
    let is_there = Memo::new(move |_| thread.with(Option::is_some));
    move || {
        if !is_there.get() {
            return gone();
        }
        view! {
            {move || thread.get().map(|thread| grown_from(vault, &thread))}
            <p>
                <A href=format!("/app/insight/{}?edit&i={id}", Vault::new_id()) attr:class="second">{words::add_insight()}</A>
            </p>
            <Sharing vault id />
            {actions(vault, "intention", id)}
        }
        .into_any()
    }
}

fn grown_from(vault: Vault, thread: &Thread) -> AnyView {
    let grown = if thread.knots.is_empty() {
        view! { <p class="quiet">{words::nothing_yet()}</p> }.into_any()
    } else {
        grown::thread(thread, Some(way), vault.now.get_untracked(), None)
    };
    let intention = thread.intention.as_ref().map(|(_, intention)| grown::intention(intention));
    view! {
        {intention}
        {grown}
    }
    .into_any()
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
