//! The end of the account: asked for with the password, and thought over when somebody signs in again.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::login::Role;
use zeroize::Zeroizing;

use crate::{
    device::clock,
    screens::parts::{Action, Busy, Field, Kind, Still, Troubled, long_day},
    text::{
        account::you,
        keeping::{deletion, goes_on, goes_unless, privacy},
        trouble,
    },
    vault::use_vault,
};

/// What happens, the password, the button.
#[component]
pub fn Delete() -> impl IntoView {
    let vault = use_vault();
    let is_therapist = vault.who_now().is_some_and(|who| who.role == Role::Therapist);
    let password = RwSignal::new(String::new());
    let busy = Busy::new();
    let due = RwSignal::new(None::<DateTime<Utc>>);
    let unsent = vault.waiting();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = Zeroizing::new(password.get_untracked());
        busy.start(async move {
            due.set(Some(vault.ask_deletion(typed).await?.due));
            Ok(())
        });
    };
    let question = move || {
        view! {
            <h1>{deletion::title()}</h1>
            <p>{deletion::now()}</p>
            <p>{deletion::week()}</p>
            <p>{deletion::after()}</p>
            {is_therapist.then(|| view! { <p>{deletion::clients()}</p> })}
            {(unsent > 0).then(|| view! { <p><strong>{you::unsent(unsent)}</strong></p> })}
            <form on:submit=submit>
                <Field id="password" label=deletion::password() value=password kind=Kind::Password />
                <Troubled trouble=busy.trouble wrong=trouble::wrong_password() />
                <div class="actions">
                    <A href="/app/privacy" attr:class="main">{deletion::stay()}</A>
                    <button type="submit" class="second" aria-busy=move || busy.now.get().then_some("true")>
                        {move || if busy.now.get() { deletion::going() } else { deletion::go() }}
                    </button>
                </div>
            </form>
        }
    };
    move || match due.get() {
        None => {
            view! { <Still back="/app/privacy".to_owned() back_label=privacy::title()>{question()}</Still> }
                .into_any()
        }
        Some(due) => view! {
            <Still>
                <h1>{deletion::done()}</h1>
                <p role="status">{goes_on(&day(due))}</p>
                <p>{deletion::done_here()}</p>
                <p><a href="/" rel="external">{deletion::start()}</a></p>
            </Still>
        }
        .into_any(),
    }
}

/// Somebody signed in to an account that is to go: the first thing they are asked.
#[component]
pub fn Undo() -> impl IntoView {
    let vault = use_vault();
    let due = vault.deletion().get_untracked();
    let busy = Busy::new();
    let leaving = Busy::new();
    let keep = Callback::new(move |()| busy.start(async move { vault.keep_account().await }));
    let leave = move |_| leaving.start(async move { vault.sign_out().await });
    view! {
        <Still>
            <h1>{deletion::undo()}</h1>
            {due.map(|due| view! { <p>{goes_unless(&day(due))}</p> })}
            <Troubled trouble=busy.trouble />
            <Troubled trouble=leaving.trouble />
            <div class="actions">
                <Action label=deletion::stay() kind="button" busy=busy.now on_press=keep />
                <button type="button" class="text" on:click=leave>{deletion::leave()}</button>
            </div>
        </Still>
    }
}

/// The day, where the person is.
fn day(due: DateTime<Utc>) -> String {
    long_day(due.with_timezone(clock::now().offset()))
}
