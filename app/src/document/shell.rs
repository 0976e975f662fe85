//! The document that the app starts in: the same bytes for every path and every person.

use leptos::prelude::*;

use super::{Links, early::SigningIn};
use crate::{
    parts::{Top, each},
    text::{Language, in_language, public, shell},
};

/// The addresses that the shell names.
#[derive(Clone, Debug)]
pub struct Shell {
    /// What every page names.
    pub links: Links,
    /// Blocks, so that the first paint has the right colours.
    pub theme: String,
    /// Blocks, so that nothing comes before it.
    pub trusted_types: String,
    /// Starts the app.
    pub start: String,
    /// What `start` imports.
    pub glue: String,
    /// What `start` runs.
    pub wasm: String,
    /// The app asks for it when a password is typed.
    pub worker: String,
    /// For the phone's home screen.
    pub manifest: String,
    /// For the phone's home screen, elsewhere.
    pub touch_icon: String,
    /// Changes when anything of the app changes.
    pub build: String,
}

/// The paper of `style/tokens.css`: a browser's own frame cannot read it there.
const PAPER: [(&str, &str); 2] =
    [("(prefers-color-scheme: light)", "#fbf8f3"), ("(prefers-color-scheme: dark)", "#1a1815")];

/// The shell as a whole document.
#[must_use]
pub fn html(shell: &Shell) -> String {
    let (shell, first) = (shell.clone(), Language::default());
    let body = Owner::new().with(move || {
        let colours = PAPER.map(|(media, colour)| {
            leptos::html::meta().name("theme-color").content(colour).attr("media", media)
        });
        view! {
            <html lang=first.tag() dir=first.direction()>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                    <meta name="color-scheme" content="light dark" />
                    {colours}
                    <title>{public::name()}</title>
                    <script src=shell.trusted_types></script>
                    <script src=shell.theme></script>
                    <link rel="stylesheet" href=shell.links.styles />
                    <link rel="modulepreload" href=shell.glue />
                    <link rel="preload" r#as="fetch" type="application/wasm" crossorigin="anonymous" href=shell.wasm />
                    <script type="module" src=shell.start></script>
                    <link rel="icon" href=shell.links.icon type="image/svg+xml" />
                    <link rel="apple-touch-icon" href=shell.touch_icon />
                    // With the cookie that says which language was chosen.
                    <link rel="manifest" crossorigin="use-credentials" href=shell.manifest />
                    <meta name="signin-worker" content=shell.worker />
                    <meta name="build" content=shell.build />
                </head>
                <body>
                    <div id="app">
                        <Skeleton />
                        <SigningIn />
                    </div>
                </body>
            </html>
        }
        .to_html()
    });
    format!("<!doctype html>{body}")
}

/// What is seen until the app has started; help can be reached from here already.
#[component]
fn Skeleton() -> impl IntoView {
    view! {
        <div class="column opening">
            <Top path="/app" everywhere=true />
            <main id="text">
                <div class="waits">
                    <p class="quiet">{each(shell::opening)}</p>
                    <div class="lines" aria-hidden="true">
                        <span></span>
                        <span></span>
                        <span></span>
                    </div>
                </div>
                // The script puts Help now under it, from the network or from this phone.
                <div class="failed">
                    <p class="lead unable">{each(shell::unable)}</p>
                    <p class="lead broken">{each(shell::failed)}</p>
                    <p><a href="/app">{each(shell::again)}</a></p>
                    <div id="help"></div>
                </div>
                <noscript>{Language::ALL.map(without_script).into_iter().collect_view()}</noscript>
            </main>
        </div>
    }
}

/// Without script nothing can choose a language, so each says it.
fn without_script(language: Language) -> impl IntoView {
    in_language(language, || {
        view! {
            <div lang=language.tag()>
                <p class="lead">{shell::no_script()}</p>
                <p>{shell::help_works()} " " <a href="/help">{public::help_now()}</a></p>
            </div>
        }
    })
}
