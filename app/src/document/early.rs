//! Signing in as it is painted before the app has started, so that nobody who only wants to type a password looks at an
//! empty page meanwhile. The app takes over what was typed (`device/early`) and looks the same.

use leptos::prelude::*;

use crate::{
    parts::{Ring, each},
    text::{
        Language,
        account::{fields, sign_in},
        frame, public,
    },
};

/// `style/shell.css` shows it where `theme.js` found the address of signing in.
#[component]
pub fn SigningIn() -> impl IntoView {
    // The app does what these are for; until then they keep their places.
    let languages = Language::ALL.map(|spoken| {
        let others = Language::ALL.into_iter().filter(|one| *one != spoken).map(|one| {
            view! { <button type="button" class="text" lang=one.tag() disabled>{one.own_name()}</button> }
        });
        view! { <span class="said" lang=spoken.tag()>{others.collect_view()}</span> }
    });
    view! {
        <div class="frame still early">
            <nav class="top" aria-label=frame::top()>
                <a href="/help"><Ring />{each(public::help_now)}</a>
            </nav>
            <main class="column">
                <p class="ways">{languages.into_iter().collect_view()}</p>
                <h1>{each(sign_in::title)}</h1>
                <form autocomplete="on">
                    <div class="field">
                        <label for="name">{each(fields::name)}</label>
                        <div class="with-eye">
                            <input id="name" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" />
                        </div>
                    </div>
                    <div class="field">
                        <label for="password">{each(fields::password)}</label>
                        <div class="with-eye">
                            <input id="password" type="password" autocomplete="current-password" spellcheck="false" />
                            <button type="button" class="text eye" disabled>{each(fields::show)}</button>
                        </div>
                    </div>
                    <label class="choice">
                        <input id="keep" type="checkbox" checked />
                        <span>{each(fields::keep)} <br /> <span class="quiet">{each(fields::keep_help)}</span></span>
                    </label>
                    <button class="main" disabled>{each(sign_in::go)}</button>
                </form>
                <p><a href="/recover">{each(sign_in::recover)}</a></p>
            </main>
        </div>
    }
}
