//! What pages are arranged from.

use leptos::prelude::*;

use crate::text::public;

/// A link that says whether it leads here.
#[component]
fn Way(path: &'static str, to: &'static str, children: Children) -> impl IntoView {
    view! {
        <a href=to aria-current=(path == to).then_some("page")>
            {children()}
        </a>
    }
}

/// The top of every page: help first.
#[component]
pub fn Top(path: &'static str) -> impl IntoView {
    view! {
        <nav class="top" aria-label="Top">
            <Way path to="/help">
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
                    <circle cx="12" cy="12" r="9" />
                    <circle cx="12" cy="12" r="3.5" />
                    <path d="m5.6 5.6 3.9 3.9m5 5 3.9 3.9m0-12.8-3.9 3.9m-5 5-3.9 3.9" />
                </svg>
                {public::help_now()}
            </Way>
            <Way path to="/">{public::name()}</Way>
        </nav>
    }
}

/// The foot of every page.
#[component]
pub fn Foot(path: &'static str) -> impl IntoView {
    view! {
        <footer>
            <nav class="foot" aria-label="Foot">
                <Way path to="/privacy">{public::privacy()}</Way>
            </nav>
        </footer>
    }
}

/// Headings with their paragraphs.
#[component]
pub fn Parts(parts: &'static [public::Part]) -> impl IntoView {
    parts
        .iter()
        .map(|part| {
            let paragraphs = part.paragraphs.iter().map(|text| view! { <p>{*text}</p> }).collect_view();
            view! {
                <section>
                    <h2>{part.heading}</h2>
                    {paragraphs}
                </section>
            }
        })
        .collect_view()
}
