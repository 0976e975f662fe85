//! One labelled field.

use leptos::{html::Input, prelude::*};

use crate::text::account::fields;

/// What a field is for; phones and password managers act on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain words.
    Text,
    /// The sign-in name.
    Name,
    /// A password that exists.
    Password,
    /// A password being chosen.
    NewPassword,
    /// A recovery code.
    Code,
    /// Day and time.
    When,
    /// A passcode of this device.
    Passcode,
    /// One of digits only.
    Digits,
    /// A passcode being chosen.
    NewPasscode,
}

impl Kind {
    const fn input(self) -> &'static str {
        match self {
            Self::Password | Self::NewPassword | Self::Passcode | Self::Digits | Self::NewPasscode => {
                "password"
            }
            Self::When => "datetime-local",
            Self::Text | Self::Name | Self::Code => "text",
        }
    }

    const fn autocomplete(self) -> &'static str {
        match self {
            Self::Name => "username",
            Self::Password => "current-password",
            Self::NewPassword => "new-password",
            // Of this device only: a password manager would fill in the password.
            Self::Passcode | Self::Digits | Self::NewPasscode => "one-time-code",
            Self::Text | Self::Code | Self::When => "off",
        }
    }
}

/// A label, a field, one quiet line under it.
#[component]
pub fn Field(
    /// Unique on the screen.
    id: &'static str,
    /// What goes in.
    label: &'static str,
    /// What is in.
    value: RwSignal<String>,
    /// What kind of thing it is.
    #[prop(default = Kind::Text)]
    kind: Kind,
    /// One quiet line.
    #[prop(optional)]
    help: Option<&'static str>,
    /// Whether it may stay empty.
    #[prop(default = false)]
    optional: bool,
    /// The fewest characters.
    #[prop(optional)]
    least: Option<u32>,
) -> impl IntoView {
    let seen = RwSignal::new(false);
    let is_password = kind.input() == "password";
    let help_id = format!("{id}-help");
    let described = help.map(|_| help_id.clone());
    let plain = matches!(kind, Kind::Name | Kind::Code);
    let field = NodeRef::<Input>::new();
    Effect::new(move |_| {
        let value = value.get();
        // Set only what a person did not type: a value that was set by script is never "too short".
        if let Some(field) = field.get().filter(|field| field.value() != value) {
            field.set_value(&value);
        }
    });
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <div class="with-eye">
                <input
                    id=id
                    node_ref=field
                    type=move || if is_password && seen.get() { "text" } else { kind.input() }
                    class:code=kind == Kind::Code
                    autocomplete=kind.autocomplete()
                    autocapitalize=plain.then_some("none")
                    inputmode=(kind == Kind::Digits).then_some("numeric")
                    spellcheck=(plain || is_password).then_some("false")
                    required=!optional
                    minlength=least
                    aria-describedby=described
                    on:input:target=move |event| value.set(event.target().value())
                />
                {is_password
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="text eye"
                                aria-pressed=move || seen.get().to_string()
                                on:click=move |_| seen.update(|seen| *seen = !*seen)
                            >
                                {move || if seen.get() { fields::hide() } else { fields::show() }}
                            </button>
                        }
                    })}
            </div>
            {help.map(|help| view! { <p class="quiet" id=help_id>{help}</p> })}
        </div>
    }
}
