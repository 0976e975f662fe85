//! What the client's own device shares without asking again. At first: nothing.

use journal::record::Form;
use leptos::prelude::*;

use crate::{
    screens::{
        client::{
            not_live::NotLive,
            own::{name_of, therapist},
        },
        parts::{Busy, Still, SyncLine, Troubled, day_and_time},
    },
    text::{client::your_therapist, frame, measures, sharing::rules as words},
    vault::{Vault, use_vault},
};

/// What a rule can say, and its words.
type Choice = (Option<Form>, fn() -> &'static str);

/// Something that a rule can be about.
#[derive(Clone, Copy)]
struct Kind {
    /// As records have it.
    name: &'static str,
    title: fn() -> &'static str,
    choices: &'static [Choice],
    /// What no rule reaches.
    but: Option<fn() -> &'static str>,
}

/// In the order in which they are asked about.
const KINDS: [Kind; 3] = [
    Kind {
        name: "check_in",
        title: words::check_ins,
        choices: &[
            (None, words::ask),
            (Some(Form::Numbers), words::numbers),
            (Some(Form::All), words::check_in_all),
        ],
        but: None,
    },
    Kind {
        name: "entry",
        title: words::pages,
        choices: &[(None, words::ask), (Some(Form::All), words::page_all)],
        but: None,
    },
    Kind {
        name: "measure",
        title: measures::title,
        choices: &[(None, words::ask), (Some(Form::All), words::measure_all)],
        but: Some(words::measure_care),
    },
];

/// The screen.
#[component]
pub fn RulesPage() -> impl IntoView {
    let vault = use_vault();
    let nobody = move || !therapist(vault).is_some_and(|person| person.verified);
    view! {
        <Still back="/app/session".to_owned() back_label=frame::session()>
            <h1>{words::title()}</h1>
            <p>{words::lead()}</p>
            <p class="quiet">{words::back()}</p>
            {move || {
                if nobody() {
                    view! { <p>{words::nobody()}</p> }.into_any()
                } else {
                    view! {
                        {KINDS.map(|kind| view! { <One vault kind /> }).collect_view()}
                        <p class="quiet">{words::others()}</p>
                    }
                        .into_any()
                }
            }}
            <NotLive />
            <SyncLine />
        </Still>
    }
}

/// One kind and its choices.
#[component]
fn One(vault: Vault, kind: Kind) -> impl IntoView {
    let Kind { name: kind, title, choices, but } = kind;
    let busy = Busy::new();
    let rule = Memo::new(move |_| vault.rules().of(kind));
    let since = move || {
        rule.get().map(|rule| {
            let name = therapist(vault).as_ref().map_or_else(|| your_therapist().into(), name_of);
            words::since(&name, &day_and_time(rule.from))
        })
    };
    let choices = choices.iter().map(|(form, label)| {
        let (form, label) = (*form, label());
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=kind
                    prop:checked=move || rule.get().map(|rule| rule.form) == form
                    on:change=move |_| busy.start(async move { vault.set_rule(kind, form) })
                />
                {label}
            </label>
        }
    });
    view! {
        <fieldset class="plain rule">
            <legend><h2>{title()}</h2></legend>
            {choices.collect_view()}
            {but.map(|but| view! { <p class="quiet">{but()}</p> })}
            <p class="quiet" role="status">{since}</p>
            <Troubled trouble=busy.trouble />
        </fieldset>
    }
}
