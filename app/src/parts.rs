//! What pages are arranged from.

use leptos::prelude::*;

use crate::text::{Language, frame, in_language, language, public};

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
pub fn Top(
    path: &'static str,
    /// In every language, for a page that does not know its reader yet.
    #[prop(optional)]
    everywhere: bool,
) -> impl IntoView {
    let help = if everywhere { each(public::help_now).into_any() } else { public::help_now().into_any() };
    view! {
        <nav class="top" aria-label=frame::top()>
            <Way path to="/help">
                <Ring />
                {help}
            </Way>
            <Way path to="/">{public::name()}</Way>
        </nav>
    }
}

/// Help's icon.
#[component]
pub fn Ring() -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="12" cy="12" r="9" />
            <circle cx="12" cy="12" r="3.5" />
            <path d="m5.6 5.6 3.9 3.9m5 5 3.9 3.9m0-12.8-3.9 3.9m-5 5-3.9 3.9" />
        </svg>
    }
}

/// The foot of every page.
#[component]
pub fn Foot(path: &'static str) -> impl IntoView {
    let others = Language::ALL.into_iter().filter(|one| *one != language()).map(|one| {
        let tag = one.tag();
        view! { <a href=format!("{path}?lang={tag}") lang=tag hreflang=tag>{one.own_name()}</a> }
    });
    view! {
        <footer>
            <nav class="foot" aria-label=public::foot()>
                <Way path to="/privacy">{public::privacy()}</Way>
                {others.collect_view()}
            </nav>
        </footer>
    }
}

/// One word in every language. The shell is the same for everybody; its script and `shell.css` show one of them.
pub fn each(word: fn() -> &'static str) -> impl IntoView {
    let said = |one: Language| view! { <span class="said" lang=one.tag()>{in_language(one, word)}</span> };
    Language::ALL.map(said).into_iter().collect_view()
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
