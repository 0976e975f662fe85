//! Reminders: when, what stands on the lock screen, and whether this device shows them. For a therapist: whether it
//! tells of what cannot wait.

mod here;
mod times;
mod words;

use journal::record::Reminders as Wishes;
use leptos::{prelude::*, task::spawn_local};
use wire::login::Role;

use self::{
    here::Here,
    times::{Quiet, Times},
    words::{LockScreen, OwnWords},
};
use super::settings::pick::Choice;
use crate::{
    device::lock_screen,
    screens::parts::{Still, Troubled},
    text::{reminders as text, settings},
    vault::{Trouble, Vault, use_vault},
};

/// The wishes as they are, and how to change them.
#[derive(Clone, Copy)]
struct Now {
    vault: Vault,
    wishes: Memo<Wishes>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Now {
    fn set(self, change: impl FnOnce(&mut Wishes)) {
        self.trouble.set(self.vault.set(|settings| change(&mut settings.reminders)).err());
    }
}

/// The screen.
#[component]
pub fn Reminders() -> impl IntoView {
    let vault = use_vault();
    if vault.who_now().is_some_and(|who| who.role == Role::Therapist) {
        return view! { <Urgent /> }.into_any();
    }
    let wishes = Memo::new(move |_| vault.settings().reminders);
    let now = Now { vault, wishes, trouble: RwSignal::new(None) };
    let is_on = Memo::new(move |_| wishes.with(|wishes| wishes.on));
    let switch = Callback::new(move |on| {
        now.set(|wishes| {
            wishes.on = on;
            if on && wishes.times.is_empty() {
                wishes.times.push(Wishes::first());
            }
        });
        if !on {
            spawn_local(async move {
                let _off = vault.leave_alone().await;
            });
        }
    });
    view! {
        <Still back="/app/settings".to_owned() back_label=settings::title()>
            <h1>{text::title()}</h1>
            <p>{text::lead()}</p>
            <Troubled trouble=now.trouble />
            <Choice label=text::on() help=text::on_help() on=is_on.into() on_change=switch />
            {move || {
                is_on
                    .get()
                    .then(|| {
                        view! {
                            <Times now />
                            <Quiet now />
                            <Here is_client=true />
                            <OwnWords />
                        }
                    })
            }}
        </Still>
    }
    .into_any()
}

#[component]
fn Urgent() -> impl IntoView {
    view! {
        <Still back="/app/settings".to_owned() back_label=settings::title()>
            <h1>{text::urgent()}</h1>
            <p>{text::urgent_lead()}</p>
            <Here is_client=false />
            <LockScreen words=Signal::stored(lock_screen::words().waiting) />
        </Still>
    }
}
