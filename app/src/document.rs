//! The HTML document around a public page, and the one that the app starts in.

mod early;
mod shell;

use leptos::prelude::*;

use crate::{
    pages::{Nowhere, Privacy, Unbuilt, Welcome, help},
    parts::{Foot, Top},
    text::{Language, crisis::Lines, in_language, public},
};

pub use self::shell::{Shell, html as shell};

/// A page that needs no script and no sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// What this is.
    Welcome,
    /// Crisis lines, the one for this region first.
    Help {
        /// Whom to reach.
        lines: Lines,
        /// ISO 3166 code in capitals, where it is known.
        region: Option<String>,
    },
    /// What the server can and cannot see.
    Privacy,
    /// In the place of the app, where the server was built without it.
    Unbuilt,
    /// Where there is nothing.
    Nowhere,
}

/// The addresses that every page names.
#[derive(Clone, Debug)]
pub struct Links {
    /// The style sheet.
    pub styles: String,
    /// The icon.
    pub icon: String,
    /// Blocks on Help now, so that its first paint has the light and size that were chosen; none where the server has no app.
    pub theme: Option<String>,
    /// What Help now has itself kept with, in the order in which it runs; none where the server has no app to keep.
    pub keeping: Vec<String>,
}

impl Page {
    /// Where it is.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::Welcome => "/",
            Self::Help { .. } => "/help",
            Self::Privacy => "/privacy",
            Self::Unbuilt => "/app",
            Self::Nowhere => "",
        }
    }
}

/// The page as a whole document, in this language.
#[must_use]
pub fn html(page: &Page, links: &Links, language: Language) -> String {
    in_language(language, || document(page, links, language))
}

fn document(page: &Page, links: &Links, language: Language) -> String {
    let (page, Links { styles, icon, theme, keeping }) = (page.clone(), links.clone());
    let body = Owner::new().with(move || {
        let path = page.path();
        let is_help = matches!(page, Page::Help { .. });
        let theme = theme.filter(|_| is_help).map(|theme| view! { <script src=theme></script> });
        let scripts = is_help.then_some(keeping).into_iter().flatten();
        // They run when the page is there: nobody waits for them.
        let scripts =
            scripts.map(|script| view! { <script type="module" src=script></script> }).collect_view();
        let content = match page {
            Page::Welcome => view! { <Welcome /> }.into_any(),
            Page::Help { lines, region } => help(&lines, region.as_deref()).into_any(),
            Page::Privacy => view! { <Privacy /> }.into_any(),
            Page::Unbuilt => view! { <Unbuilt /> }.into_any(),
            Page::Nowhere => view! { <Nowhere /> }.into_any(),
        };
        // The title says nothing that a glance at somebody's screen should not tell.
        view! {
            <html lang=language.tag() dir=language.direction()>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                    <meta name="color-scheme" content="light dark" />
                    <title>{public::name()}</title>
                    {theme}
                    <link rel="icon" href=icon type="image/svg+xml" />
                    <link rel="stylesheet" href=styles />
                    {scripts}
                </head>
                <body>
                    <a class="skip" href="#text">{public::skip()}</a>
                    <div class="column">
                        <Top path />
                        <main id="text">{content}</main>
                        <Foot path />
                    </div>
                </body>
            </html>
        }
        .to_html()
    });
    format!("<!doctype html>{body}")
}

#[cfg(test)]
mod tests;
