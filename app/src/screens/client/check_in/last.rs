//! Words, if there are any, and done.

use journal::{
    hard_words::may_offer_help,
    record::{Body, CheckIn as Record, Form, SCALES},
    sharing::{Standing, forms},
};
use leptos::prelude::*;
use wire::ids::{AccountId, RecordId};

use super::{
    super::{
        draft::Draft,
        feelings::{Feelings, touch},
        not_live::NotLive,
        offer::Offer,
        own::{name_of, therapist},
        share::by_rule_line,
    },
    change,
};
use crate::{
    screens::parts::{Busy, Troubled, UNREMEMBERED, once},
    text::{client::check_in, sharing::several},
    vault::{Vault, use_vault},
};

#[component]
pub fn Last(id: RecordId, draft: Draft<Record>, turn: Callback<usize>, done: Callback<()>) -> impl IntoView {
    let vault = use_vault();
    draft.keep_now();
    vault.flush();
    let chosen = Memo::new(move |_| draft.value.with(|record| record.feelings.clone()));
    let is_hard = Signal::derive(move || draft.value.with(|record| may_offer_help(&record.note)));
    let on_touch = Callback::new(move |word| change(draft, |record| touch(&mut record.feelings, word)));
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
                    form=UNREMEMBERED
                    id="note"
                    rows="2"
                    prop:value=move || draft.value.with(|record| record.note.clone())
                    on:input:target=move |event| {
                        let text = event.target().value();
                        change(draft, |record| record.note = text);
                    }
                ></textarea>
            </div>
            <Offer id is_hard />
            <ShareIt vault id draft />
            <NotLive />
            <Troubled trouble=draft.trouble() />
            <div class="actions bottom">
                <button type="button" class="main" on:click=once(move || done.run(()))>{check_in::done()}</button>
                <button type="button" class="text" on:click=once(move || turn.run(SCALES.len() - 1))>{check_in::before()}</button>
            </div>
        </div>
    }
}

/// The check-in's own control: shared or not, and how much of it.
#[component]
fn ShareIt(vault: Vault, id: RecordId, draft: Draft<Record>) -> impl IntoView {
    let busy = Busy::new();
    let standing = Memo::new(move |_| vault.standing(id));
    let shared = Memo::new(move |_| standing.with(|standing| !standing.is_private()));
    let body = move || draft.value.with(|record| Body::CheckIn(record.clone()));
    // A rule shares it once it is done: the box must not say otherwise, and taking it away is a decision.
    let by_rule = Memo::new(move |_| vault.is_meant_by_rule(id, &body()));
    let form = Memo::new(move |_| standing.with(|standing| how_much(vault, standing, &body())));
    let person = move || therapist(vault).filter(|person| person.verified);
    let share = move |wanted: bool, account: AccountId| {
        let form = form.get_untracked();
        busy.start(async move {
            // What is decided is decided about something that is there.
            draft.edit(|_| ());
            draft.keep_now();
            if !wanted {
                return vault.take_back(id);
            }
            if untrack(|| vault.is_kept_from_rule(id, &body())) {
                return vault.leave_to_rule(id);
            }
            vault.share_as(id, form, None, &[account], false)
        });
    };
    view! {
        {move || {
            person()
                .map(|person| {
                    let (label, account) = (check_in::share(&name_of(&person)), person.account);
                    view! {
                        <label class="choice">
                            <input
                                type="checkbox"
                                prop:checked=move || shared.get() || by_rule.get()
                                on:change:target=move |event| share(event.target().checked(), account)
                            />
                            <span>
                                {label}
                                {move || {
                                    (form.get() == Form::Numbers)
                                        .then(|| view! { ", " <strong>{several::numbers()}</strong> })
                                }}
                            </span>
                        </label>
                    }
                })
        }}
        {move || by_rule.get().then(by_rule_line)}
        <Troubled trouble=busy.trouble />
    }
}

/// How much of it goes: what is shared already, or what the rule for check-ins says, where it has that; tracked.
fn how_much(vault: Vault, standing: &Standing, body: &Body) -> Form {
    if !standing.readers.is_empty() {
        return Form::All;
    }
    if standing.parts.iter().any(|part| part.form == Form::Numbers) {
        return Form::Numbers;
    }
    let rule = vault.rules().of("check_in").map(|rule| rule.form);
    rule.filter(|form| forms(body).contains(form)).unwrap_or(Form::All)
}
