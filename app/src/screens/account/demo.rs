//! The demo's sign-ins, where the server offers them.

use leptos::{prelude::*, task::spawn_local};

use crate::{screens::parts::Typed, text::account::sign_in, vault::use_vault};

/// Buttons that fill in the fields.
#[component]
pub fn Demo(
    /// The fields.
    typed: Typed,
) -> impl IntoView {
    let vault = use_vault();
    let offered = RwSignal::new(Vec::new());
    spawn_local(async move {
        let found = vault.demo().await;
        drop(offered.try_set(found));
    });
    move || {
        let offered = offered.get();
        (!offered.is_empty()).then(|| {
            let rows = offered
                .into_iter()
                .map(|(label, name, password)| {
                    let fill = move |_| {
                        typed.name.set(name.clone());
                        typed.password.set(password.clone());
                    };
                    view! { <li><button type="button" class="text" on:click=fill>{label}</button></li> }
                })
                .collect_view();
            view! {
                <section class="demo">
                    <h2>{sign_in::demo()}</h2>
                    <p>{sign_in::demo_line()}</p>
                    <ul class="rows">{rows}</ul>
                </section>
            }
        })
    }
}
