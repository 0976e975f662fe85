//! Sign-in name, password, and whether this device is one's own.

use leptos::prelude::*;
use zeroize::Zeroizing;

use super::{Field, Kind};
use crate::{
    text::{account::fields, trouble as said},
    vault::{Credentials, Trouble, use_vault},
};

/// What is being typed.
#[derive(Clone, Copy)]
pub struct Typed {
    /// The sign-in name.
    pub name: RwSignal<String>,
    /// The password.
    pub password: RwSignal<String>,
    keep: RwSignal<bool>,
}

impl Typed {
    /// Nothing yet; one's own device is what most people hold.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: RwSignal::new(String::new()),
            password: RwSignal::new(String::new()),
            keep: RwSignal::new(true),
        }
    }

    /// As typed now.
    #[must_use]
    pub fn credentials(self) -> Credentials {
        Credentials {
            name: self.name.get_untracked().trim().to_owned(),
            password: Zeroizing::new(self.password.get_untracked()),
            keep: self.keep.get_untracked(),
        }
    }
}

/// The three fields. Before anything is typed into them it is said that nothing can be kept here, where that is so; not
/// once more where that was the trouble with it.
#[component]
pub fn Credential(
    /// What is being typed.
    typed: Typed,
    /// What went wrong with what was typed.
    trouble: RwSignal<Option<Trouble>>,
    /// Whether the password is being chosen.
    #[prop(default = false)]
    new: bool,
) -> impl IntoView {
    let vault = use_vault();
    let is_told = Memo::new(move |_| vault.is_unsafe() && trouble.get() != Some(Trouble::Storage));
    view! {
        <div role="status">
            {move || is_told.get().then(|| view! { <p class="sync warning">{said::storage()}</p> })}
        </div>
        {if new {
            view! {
                <Field id="name" label=fields::name() value=typed.name kind=Kind::Name help=fields::name_help() least=3 />
                <Field
                    id="password"
                    label=fields::new_password()
                    value=typed.password
                    kind=Kind::NewPassword
                    help=fields::new_password_help()
                    least=fields::LEAST
                />
            }
                .into_any()
        } else {
            view! {
                <Field id="name" label=fields::name() value=typed.name kind=Kind::Name />
                <Field id="password" label=fields::password() value=typed.password kind=Kind::Password />
            }
                .into_any()
        }}
        <label class="choice">
            <input
                id="keep"
                type="checkbox"
                prop:checked=move || typed.keep.get()
                on:change:target=move |event| typed.keep.set(event.target().checked())
            />
            <span>{fields::keep()} <br /> <span class="quiet">{fields::keep_help()}</span></span>
        </label>
    }
}
