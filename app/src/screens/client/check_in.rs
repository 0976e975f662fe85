//! The check-in: five taps, words if there are any. Under half a minute, one thumb.

use chrono::Timelike;
use journal::record::{Body, CheckIn as Record, Level, SCALES, Scale};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};
use wire::ids::RecordId;

use super::{
    draft::{Draft, Shape},
    feelings::{Feelings, touch},
    not_live::NotLive,
    own::{name_of, therapist},
};
use crate::{
    device::clock,
    screens::parts::{Busy, Still, Troubled, names},
    text::client::check_in,
    vault::{Vault, use_vault},
};

/// Until this hour a check-in may count for the evening before.
const NIGHT: u32 = 4;

/// Five questions, then words.
#[component]
pub fn CheckIn() -> impl IntoView {
    let vault = use_vault();
    let id = Vault::new_id();
    let shape = Shape {
        to: |record: &Record| Body::CheckIn(record.clone()),
        from: |body| if let Body::CheckIn(record) = body { Some(record.clone()) } else { None },
    };
    let draft = Draft::begin(vault, id, Record::new(clock::now()), shape);
    let query = use_query_map();
    // The phone's own back button goes one question back.
    let at = Memo::new(move |_| {
        query
            .with(|query| query.get("p").and_then(|page| page.parse::<usize>().ok()))
            .unwrap_or(1)
            .saturating_sub(1)
    });
    let go = use_navigate();
    let turn = Callback::new(move |page: usize| {
        go(&format!("/app/check-in?p={}", page + 1), NavigateOptions::default());
    });
    view! {
        <Still back="/app".into() back_label=crate::text::frame::today()>
            {move || match SCALES.get(at.get()) {
                Some(scale) => view! { <Question draft scale=*scale at=at.get() turn /> }.into_any(),
                None => view! { <Last id draft turn /> }.into_any(),
            }}
        </Still>
    }
}

#[component]
fn Question(draft: Draft<Record>, scale: Scale, at: usize, turn: Callback<usize>) -> impl IntoView {
    let words = names::scale(scale);
    let chosen = move || draft.value.with(|record| record.level(scale).map(Level::step));
    let answer = move |step: Option<u8>| {
        draft.edit(|record| record.set_level(scale, step.and_then(Level::new)));
        turn.run(at + 1);
    };
    view! {
        <div class="turn">
            <p class="quiet">{check_in::place(at + 1, SCALES.len())}</p>
            <h1 class="asked" id="asked">{words.question}</h1>
            <div class="steps" role="group" aria-labelledby="asked">
                {(1..=5u8)
                    .zip(words.steps)
                    .map(|(step, word)| {
                        view! {
                            <button
                                type="button"
                                class="step"
                                aria-pressed=move || (chosen() == Some(step)).to_string()
                                on:click=move |_| answer(Some(step))
                            >
                                {word}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
            <div class="actions">
                <button type="button" class="text" on:click=move |_| answer(None)>{check_in::skip()}</button>
                {(at > 0)
                    .then(|| {
                        view! {
                            <button type="button" class="text" on:click=move |_| turn.run(at - 1)>{check_in::before()}</button>
                        }
                    })}
            </div>
        </div>
    }
}

#[component]
fn Last(id: RecordId, draft: Draft<Record>, turn: Callback<usize>) -> impl IntoView {
    let vault = use_vault();
    draft.keep_now();
    vault.flush();
    let chosen = Memo::new(move |_| draft.value.with(|record| record.feelings.clone()));
    let on_touch = Callback::new(move |word| draft.edit(|record| touch(&mut record.feelings, word)));
    let note = draft.value.with_untracked(|record| record.note.clone());
    let at_night = clock::now().hour() < NIGHT;
    let go = use_navigate();
    let done = move |_| {
        draft.keep_now();
        vault.finished(id);
        go("/app", NavigateOptions { replace: true, ..NavigateOptions::default() });
    };
    view! {
        <div class="turn">
            <p class="write-line">
                <span>{check_in::title()}</span>
                <span role="status" class="kept">{move || draft.state()}</span>
            </p>
            <h1 class="asked">{check_in::more()}</h1>
            <Feelings chosen on_touch />
            <div class="field">
                <label for="note">{check_in::note()}</label>
                <textarea
                    id="note"
                    rows="2"
                    prop:value=note
                    on:input:target=move |event| {
                        let text = event.target().value();
                        draft.edit(|record| record.note = text);
                    }
                ></textarea>
            </div>
            {at_night.then(|| view! { <CountsFor draft /> })}
            <ShareIt vault id draft />
            <NotLive />
            <Troubled trouble=draft.trouble() />
            <div class="actions bottom">
                <button type="button" class="main" on:click=done>{check_in::done()}</button>
                <button type="button" class="text" on:click=move |_| turn.run(SCALES.len() - 1)>{check_in::before()}</button>
            </div>
        </div>
    }
}

/// After midnight: today, or the evening before.
#[component]
fn CountsFor(draft: Draft<Record>) -> impl IntoView {
    let made = draft.value.with_untracked(|record| record.at.date_naive());
    let choices = [(Some(made), check_in::today()), (made.pred_opt(), check_in::yesterday())];
    view! {
        <fieldset class="plain">
            <legend>{check_in::for_()}</legend>
            {choices
                .into_iter()
                .filter_map(|(day, label)| day.map(|day| (day, label)))
                .map(|(day, label)| {
                    view! {
                        <label class="choice">
                            <input
                                type="radio"
                                name="day"
                                prop:checked=move || draft.value.with(|record| record.day == day)
                                on:change=move |_| draft.edit(|record| record.day = day)
                            />
                            {label}
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}

/// The check-in's own control: shared or not.
#[component]
fn ShareIt(vault: Vault, id: RecordId, draft: Draft<Record>) -> impl IntoView {
    let busy = Busy::new();
    let shared = move || vault.record(id).is_some_and(|record| !record.recipients.is_empty());
    let person = move || therapist(vault).filter(|person| person.verified);
    view! {
        {move || {
            person()
                .map(|person| {
                    let (label, account) = (check_in::share(&name_of(&person)), person.account);
                    view! {
                        <label class="choice">
                            <input
                                type="checkbox"
                                prop:checked=shared
                                on:change:target=move |event| {
                                    let readers = if event.target().checked() { vec![account] } else { Vec::new() };
                                    let body = draft.value.with_untracked(|record| Body::CheckIn(record.clone()));
                                    busy.start(async move { vault.share(id, body, &readers) });
                                }
                            />
                            {label}
                        </label>
                    }
                })
        }}
        <Troubled trouble=busy.trouble />
    }
}
