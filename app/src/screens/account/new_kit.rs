//! A new recovery kit: shown, kept in safety, and only then in force.

use leptos::prelude::*;
use zeroize::Zeroizing;

use super::kit::Kit;
use crate::{
    screens::parts::{Action, Busy, Field, Kind, Still, Troubled},
    text::{
        account::fields,
        keeping::{new_kit, privacy},
        trouble,
    },
    vault::{NewCode, use_vault},
};

/// Where somebody is on the way to a new kit.
#[derive(Clone)]
enum Step {
    Asked,
    Shown(NewCode),
    Kept(NewCode),
    Done,
}

/// The way to a new kit. Left at any point before the last, the old code stays the one that counts.
#[component]
pub fn NewKit() -> impl IntoView {
    let vault = use_vault();
    let step = RwSignal::new(Step::Asked);
    let busy = Busy::new();
    let begin = Callback::new(move |()| {
        busy.start(async move {
            step.set(Step::Shown(vault.make_code()?));
            Ok(())
        });
    });
    let name = vault.who_now().map(|who| who.name).unwrap_or_default();
    view! {
        <Still back="/app/privacy".to_owned() back_label=privacy::title()>
            {move || match step.get() {
                Step::Asked => {
                    view! {
                        <h1>{new_kit::title()}</h1>
                        <p>{new_kit::lead()}</p>
                        <Troubled trouble=busy.trouble />
                        <Action label=new_kit::begin() kind="button" on_press=begin />
                    }
                        .into_any()
                }
                Step::Shown(new) => {
                    let groups = new.code.groups();
                    let kept = Callback::new(move |()| step.set(Step::Kept(new.clone())));
                    view! { <Kit groups name=name.clone() on_done=kept /> }.into_any()
                }
                Step::Kept(new) => {
                    let done = Callback::new(move |()| step.set(Step::Done));
                    view! { <Confirm new on_done=done /> }.into_any()
                }
                Step::Done => {
                    view! {
                        <h1>{new_kit::title()}</h1>
                        <p role="status"><strong>{new_kit::done()}</strong></p>
                    }
                        .into_any()
                }
            }}
        </Still>
    }
}

#[component]
fn Confirm(new: NewCode, on_done: Callback<()>) -> impl IntoView {
    let vault = use_vault();
    let password = RwSignal::new(String::new());
    let busy = Busy::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (new, typed) = (new.clone(), Zeroizing::new(password.get_untracked()));
        busy.start(async move {
            vault.put_code_in_force(&new, typed).await?;
            on_done.run(());
            Ok(())
        });
    };
    view! {
        <h1>{new_kit::confirm()}</h1>
        <p>{new_kit::confirm_lead()}</p>
        <form on:submit=submit>
            <Field id="password" label=fields::password() value=password kind=Kind::Password />
            <Troubled trouble=busy.trouble wrong=trouble::wrong_password() />
            <Action label=new_kit::go() waiting=new_kit::going() busy=busy.now />
        </form>
    }
}
