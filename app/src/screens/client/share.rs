//! The sharing of one entry: private, seen before it goes, shared, taken back.

use leptos::prelude::*;
use wire::ids::RecordId;

use super::own::{name_of, next_session, opened_by, therapist};
use crate::{
    device::focus,
    screens::parts::{Busy, Notice, Troubled, day_and_time, page},
    text::client::{entry, session},
    vault::{Person, Vault},
};

/// The heading of the preview.
const PREVIEW: &str = "seen-as";

/// Who can read this, and what to do about it.
#[component]
pub fn Sharing(
    /// The vault.
    vault: Vault,
    /// Which entry.
    id: RecordId,
) -> impl IntoView {
    let person = Memo::new(move |_| therapist(vault));
    let shared = Memo::new(move |_| vault.record(id).is_some_and(|record| !record.recipients.is_empty()));
    move || match person.get() {
        None => view! { <p class="quiet">{entry::private()}</p> }.into_any(),
        Some(person) if !person.verified => {
            view! { <Notice><p>{session::unverified()}</p></Notice> }.into_any()
        }
        Some(person) if shared.get() => view! { <Shared vault id person /> }.into_any(),
        Some(person) => view! { <Private vault id person /> }.into_any(),
    }
}

#[component]
fn Private(vault: Vault, id: RecordId, person: Person) -> impl IntoView {
    let (name, account) = (name_of(&person), person.account);
    let looking = RwSignal::new(false);
    let busy = Busy::new();
    let share = Callback::new(move |()| {
        busy.start(async move {
            let record = vault.freshest(id).ok_or(crate::vault::Trouble::Unexpected)?;
            vault.share(id, record.body, &[account])
        });
    });
    let look = move |_| {
        looking.set(true);
        focus::on(PREVIEW);
    };
    let (title, label) = (entry::preview(&name), entry::share(&name));
    let when = move || entry::when_read(&name, next_session(vault).as_deref());
    let content = move || vault.record(id).and_then(|record| record.entry().cloned());
    view! {
        <section class="sharing" aria-live="polite">
            {move || {
                if looking.get() {
                    view! {
                        <h2 tabindex="-1" id=PREVIEW>{title.clone()}</h2>
                        <div class="leaf seen">
                            {content().map(|entry| page(&entry))}
                        </div>
                        <p class="quiet">{when()}</p>
                        <div class="actions">
                            <button
                                type="button"
                                class="main"
                                aria-busy=move || busy.now.get().then_some("true")
                                on:click=move |_| share.run(())
                            >
                                {label.clone()}
                            </button>
                            <button type="button" class="text" on:click=move |_| looking.set(false)>{entry::keep()}</button>
                        </div>
                    }
                        .into_any()
                } else {
                    view! {
                        <p class="quiet">{entry::private()}</p>
                        <button type="button" class="main" on:click=look>{format!("{label}…")}</button>
                    }
                        .into_any()
                }
            }}
            <Troubled trouble=busy.trouble />
        </section>
    }
}

#[component]
fn Shared(vault: Vault, id: RecordId, person: Person) -> impl IntoView {
    let (name, reader) = (name_of(&person), person.account);
    let busy = Busy::new();
    let read = move || match opened_by(vault, reader, id) {
        Some(at) => entry::read_at(&day_and_time(at)),
        None => entry::unread().into(),
    };
    let when = {
        let name = name.clone();
        move || entry::when_read(&name, next_session(vault).as_deref())
    };
    view! {
        <section class="sharing" aria-live="polite">
            <p><strong>{entry::shared_with(&name)}</strong></p>
            <p class="quiet" role="status">{read}</p>
            <p class="quiet">{when}</p>
            <div class="actions">
                <button
                    type="button"
                    class="second"
                    on:click=move |_| busy.start(async move { vault.take_back(id) })
                >
                    {entry::take_back()}
                </button>
            </div>
            <p class="quiet">{entry::take_back_line()}</p>
            <Troubled trouble=busy.trouble />
        </section>
    }
}
