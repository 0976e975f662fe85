//! The recovery kit: nothing goes on before one group of the code was typed back.

use journal::seal::{Entropy, SystemEntropy};
use leptos::prelude::*;

use crate::{
    device::{clipboard, clock, watch},
    screens::parts::{Action, Qr, full_day},
    text::account::kit,
};

/// Shows the code, and calls `on_done` when it was typed back.
#[component]
pub fn Kit(
    /// The code, group by group.
    groups: Vec<String>,
    /// The sign-in name.
    name: String,
    /// Goes on.
    on_done: Callback<()>,
) -> impl IntoView {
    let [pick, ..] = SystemEntropy.bytes16();
    let asked = usize::from(pick) % groups.len();
    let wanted = groups.get(asked).cloned().unwrap_or_default();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let copied = RwSignal::new(false);
    let made = clock::now();
    let text = groups.join("-");
    let copy = {
        let text = text.clone();
        move |_| {
            let text = text.clone();
            leptos::task::spawn_local(async move { copied.set(clipboard::copy(&text).await) });
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let same = forgiving(&typed.get_untracked()) == wanted;
        wrong.set(!same);
        if same {
            on_done.run(());
        }
    };
    let label: &'static str = kit::qr();
    view! {
        <h1>{kit::title()}</h1>
        <p>{kit::lead()}</p>
        <div class="leaf kit">
            <p class="quiet">{kit::code()}</p>
            <ol class="groups">{groups.into_iter().map(|group| view! { <li>{group}</li> }).collect_view()}</ol>
            <Qr text=text label />
            <dl>
                <dt>{kit::site()}</dt><dd>{watch::origin()}</dd>
                <dt>{kit::name()}</dt><dd>{name}</dd>
                <dt>{kit::made()}</dt><dd>{full_day(made.date_naive())}</dd>
            </dl>
        </div>
        <div class="actions">
            <button type="button" class="text" on:click=|_| watch::print()>{kit::print()}</button>
            <button type="button" class="text" on:click=copy>
                {move || if copied.get() { kit::copied() } else { kit::copy() }}
            </button>
        </div>
        <form class="no-print" on:submit=submit>
            <AskGroup number={asked + 1} typed />
            <div role="alert" class="trouble">{move || wrong.get().then(|| view! { <p>{kit::wrong()}</p> })}</div>
            <Action label=kit::go() />
        </form>
    }
}

#[component]
fn AskGroup(number: usize, typed: RwSignal<String>) -> impl IntoView {
    view! {
        <div class="field">
            <label for="group">{kit::ask(number)}</label>
            <input
                id="group"
                class="code"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                required
                on:input:target=move |event| typed.set(event.target().value())
            />
        </div>
    }
}

/// As the code itself forgives: any case, spaces, O for 0, I and L for 1.
fn forgiving(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}
