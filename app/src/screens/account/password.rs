//! A new password.

use leptos::prelude::*;
use zeroize::Zeroizing;

use crate::{
    screens::parts::{Action, Busy, Field, Kind, Still, Troubled},
    text::{
        account::fields,
        keeping::{password, privacy},
        trouble,
    },
    vault::use_vault,
};

/// The old one, the new one.
#[component]
pub fn Password() -> impl IntoView {
    let vault = use_vault();
    let (old, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let busy = Busy::new();
    let done = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (typed, wanted) = (Zeroizing::new(old.get_untracked()), Zeroizing::new(new.get_untracked()));
        busy.start(async move {
            vault.change_password(typed, wanted).await?;
            old.set(String::new());
            new.set(String::new());
            done.set(true);
            Ok(())
        });
    };
    let name = vault.who_now().map(|who| who.name).unwrap_or_default();
    view! {
        <Still back="/app/privacy".to_owned() back_label=privacy::title()>
            <h1>{password::title()}</h1>
            <p>{password::lead()}</p>
            <p role="status">{move || done.get().then(|| view! { <strong>{password::done()}</strong> })}</p>
            {move || {
                let (name, submit) = (name.clone(), submit);
                (!done.get())
                    .then(|| {
                        view! {
                            <form on:submit=submit>
                                // Password managers look for the name beside the password.
                                <input type="text" autocomplete="username" value=name hidden readonly />
                                <Field id="old" label=password::old() value=old kind=Kind::Password />
                                <Field
                                    id="new"
                                    label=password::new()
                                    value=new
                                    kind=Kind::NewPassword
                                    help=fields::new_password_help()
                                    least=fields::LEAST
                                />
                                <Troubled trouble=busy.trouble wrong=trouble::wrong_password() />
                                <Action label=password::go() waiting=password::going() busy=busy.now />
                            </form>
                        }
                    })
            }}
            <p class="quiet">{password::old_copies()}</p>
        </Still>
    }
}
