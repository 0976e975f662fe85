//! What was agreed for an answer that asks for care.

use journal::record::Telling;
use leptos::prelude::*;

use super::told::Plans;
use crate::text::therapist::asking as text;

/// Ask each time, or tell each time.
#[component]
pub fn TellingOf(plans: Plans) -> impl IntoView {
    let agreed = Memo::new(move |_| plans.keeper.with(|plan| plan.telling));
    let choice = move |telling: Telling, label: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="telling"
                    prop:checked=move || agreed.get() == telling
                    on:change=move |_| {
                        plans.keeper.change(|plan| plan.telling = telling);
                    }
                />
                {label}
            </label>
        }
    };
    view! {
        <section>
            <fieldset class="plain">
                <legend>
                    <h2>{text::telling()}</h2>
                </legend>
                <p>{text::telling_lead()}</p>
                {choice(Telling::Ask, text::telling_ask())}
                {choice(Telling::Always, text::telling_always())}
                <p class="quiet">{text::telling_flag()}</p>
            </fieldset>
        </section>
    }
    .into_any()
}
