//! Words, if there are any, and done.

use journal::{
    hard_words::may_offer_help,
    record::{Body, CheckIn as Record, Form, SCALES},
};
use leptos::prelude::*;
use wire::ids::RecordId;

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
    text::client::check_in,
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

/// The check-in's own control: shared or not.
#[component]
fn ShareIt(vault: Vault, id: RecordId, draft: Draft<Record>) -> impl IntoView {
    let busy = Busy::new();
    let shared = Memo::new(move |_| !vault.standing(id).is_private());
    // A rule shares it once it is done: the box must not say otherwise, and taking it away is a decision.
    let by_rule = Memo::new(move |_| {
        let body = draft.value.with(|record| Body::CheckIn(record.clone()));
        vault.is_meant_by_rule(id, &body)
    });
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
                                prop:checked=move || shared.get() || by_rule.get()
                                on:change:target=move |event| {
                                    let wanted = event.target().checked();
                                    let body = draft.value.with_untracked(|record| Body::CheckIn(record.clone()));
                                    busy.start(async move {
                                        vault.write(id, body)?;
                                        if wanted {
                                            vault.share_as(id, Form::All, None, &[account], false)
                                        } else {
                                            vault.take_back(id)
                                        }
                                    });
                                }
                            />
                            {label}
                        </label>
                    }
                })
        }}
        {move || by_rule.get().then(by_rule_line)}
        <Troubled trouble=busy.trouble />
    }
}
