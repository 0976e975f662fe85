//! The one control of sharing, for every kind of record: who can read it, whether they did, and the way back.

mod list;
mod part;
mod rules;
mod several;
mod sheet;

use journal::{
    passage::Passage,
    record::{Body, Form, Opened},
};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::{AccountId, RecordId};

use self::part::PartShared;
pub use self::{list::SharedList, rules::RulesPage, several::SeveralPage, sheet::SharePage};
use super::{
    not_live::NotLive,
    own::{name_of, opened_by, therapist, way_of},
};
use crate::{
    device::focus,
    screens::parts::{Busy, NotVerified, Troubled, day_and_time, once},
    text::{
        client::session,
        sharing::{self as words, What},
    },
    vault::{Person, Vault},
};

/// What says how it stands; it gets the focus when that changed by a button that is gone then.
const STATE: &str = "sharing-state";

/// What was taken back a moment ago.
type Undone = (Form, Option<Passage>);

/// Who can read this, and what to do about it.
#[component]
pub fn Sharing(
    /// The vault.
    vault: Vault,
    /// Which record.
    id: RecordId,
) -> impl IntoView {
    let person = Memo::new(move |_| therapist(vault));
    move || match person.get() {
        None => view! { <p class="quiet">{move || private(vault, id)}</p> }.into_any(),
        Some(person) if !person.verified => {
            view! { <NotVerified account=person.account>{session::unverified()}</NotVerified> }.into_any()
        }
        Some(person) => view! { <Standing vault id person /> }.into_any(),
    }
}

#[component]
fn Standing(vault: Vault, id: RecordId, person: Person) -> impl IntoView {
    let (name, reader) = (StoredValue::new(name_of(&person)), person.account);
    let standing = Memo::new(move |_| vault.standing(id));
    let undone = RwSignal::new(None::<Undone>);
    let busy = Busy::new();
    let whole = Memo::new(move |_| standing.with(|standing| standing.readers.contains(&reader)));
    let is_private = Memo::new(move |_| standing.with(journal::sharing::Standing::is_private));
    let parts = Memo::new(move |_| standing.with(|standing| standing.parts.clone()));
    let by_rule = move || standing.with(|standing| standing.by_rule);
    let back = Callback::new(move |(record, what): (RecordId, Undone)| {
        busy.start(async move {
            vault.take_back(record)?;
            undone.set(Some(what));
            focus::on(STATE);
            Ok(())
        });
    });
    let undo = move |()| {
        let Some((form, passage)) = undone.get_untracked() else { return };
        busy.start(async move {
            vault.share_as(id, form, passage.as_ref(), &[reader], false)?;
            undone.set(None);
            focus::on(STATE);
            Ok(())
        });
    };
    let private_view = move || {
        let share = format!("{}…", name.with_value(|name| words::share(name)));
        let kept = standing.with(|standing| standing.kept);
        view! {
            <p class="quiet">{private(vault, id)} {kept.then(|| format!(" {}", words::kept()))}</p>
            <p>
                <A href=format!("/app/share/{id}") attr:class="second">
                    {share}
                </A>
            </p>
        }
    };
    view! {
        <section class="sharing">
            <div id=STATE tabindex="-1" role="status">
                {move || undone.with(Option::is_some).then(|| view! { <TakenBack undo /> })}
            </div>
            {move || {
                whole
                    .get()
                    .then(|| {
                        view! {
                            <Whole vault id name=name.get_value() reader back />
                            {by_rule().then(by_rule_line)}
                        }
                    })
            }}
            <For
                each=move || parts.get()
                key=|part| (part.share, part.edited, part.at)
                children=move |part| view! { <PartShared vault source=id part name reader back /> }
            />
            {move || {
                if is_private.get() {
                    private_view().into_any()
                } else if !whole.get() {
                    let href = format!("/app/share/{id}?more");
                    view! { <p><A href=href attr:class="text">{words::more()}</A></p> }.into_any()
                } else {
                    ().into_any()
                }
            }}
            <Troubled trouble=busy.trouble />
        </section>
    }
}

#[component]
fn TakenBack(#[prop(into)] undo: Callback<()>) -> impl IntoView {
    view! {
        <p class="taken-back">
            {words::taken_back()} " "
            <button type="button" class="text" on:click=once(move || undo.run(()))>{words::undo()}</button>
        </p>
    }
}

/// All of it is shared.
#[component]
fn Whole(
    vault: Vault,
    id: RecordId,
    name: String,
    reader: AccountId,
    back: Callback<(RecordId, Undone)>,
) -> impl IntoView {
    let what = if is_page(vault, id) { What::Page } else { What::Whole };
    view! {
        <p><strong>{words::shared_with(&name, what)}</strong></p>
        <Read vault id reader />
        <NotLive />
        <TakeBack on_press=move |()| back.run((id, (Form::All, None))) />
    }
}

/// Whether it was read.
#[component]
fn Read(vault: Vault, id: RecordId, reader: AccountId) -> impl IntoView {
    let read = move || match opened_by(vault, reader, id) {
        Some((at, false)) => words::read_at(&day_and_time(at)),
        Some((at, true)) => words::read_before_change(&day_and_time(at)),
        None => words::unread().into(),
    };
    view! { <p class="quiet" role="status">{read}</p> }
}

#[component]
fn TakeBack(#[prop(into)] on_press: Callback<()>) -> impl IntoView {
    view! {
        <div class="actions">
            <button type="button" class="second" on:click=once(move || on_press.run(()))>
                {words::take_back()}
            </button>
        </div>
        <p class="quiet">{words::take_back_line()}</p>
    }
}

/// While something is written on: who reads along.
#[component]
pub fn ReadAlong(
    /// The vault.
    vault: Vault,
    /// Which record.
    id: RecordId,
) -> impl IntoView {
    let is_read = Memo::new(move |_| vault.with_record(id, |record| !record.recipients.is_empty()));
    move || {
        let person = therapist(vault).filter(|_| is_read.get() == Some(true))?;
        Some(view! { <p class="quiet">{words::shared_with(&name_of(&person), What::Whole)}</p> })
    }
}

/// A rule did it.
pub fn by_rule_line() -> impl IntoView {
    view! {
        <p class="quiet">
            {words::by_rule()} " " <A href="/app/sharing">{words::rules_go()}</A>
        </p>
    }
}

/// Nobody else can read it.
fn private(vault: Vault, id: RecordId) -> &'static str {
    if is_page(vault, id) { words::private_page() } else { words::private() }
}

fn is_page(vault: Vault, id: RecordId) -> bool {
    vault.record_now(id).as_ref().and_then(Opened::entry).is_some()
}

/// Where a record is read by its author.
fn home_of(id: RecordId, body: &Body) -> String {
    way_of(id, body).unwrap_or_else(|| format!("/app/share/{id}"))
}
