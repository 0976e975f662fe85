//! Who somebody is to the server and to this device.

use leptos::prelude::*;

/// Join.
#[component]
pub fn Join() -> impl IntoView {
    view! { <h1>"Join"</h1> }
}

/// Recover.
#[component]
pub fn Recover() -> impl IntoView {
    view! { <h1>"Recover"</h1> }
}

/// Setup.
#[component]
pub fn Setup() -> impl IntoView {
    view! { <h1>"Setup"</h1> }
}

/// SignIn.
#[component]
pub fn SignIn() -> impl IntoView {
    view! { <h1>"SignIn"</h1> }
}

/// You.
#[component]
pub fn You() -> impl IntoView {
    view! { <h1>"You"</h1> }
}
