//! Which questionnaires are asked, and how often.

use journal::{
    measures::{Instrument, NoCadence, all, usual_plan},
    record::{Plan, PlannedMeasure},
};
use leptos::prelude::*;

use super::told::Plans;
use crate::text::therapist::asking as text;

/// Each instrument, on or off, with its times.
#[component]
pub fn Measures(plans: Plans) -> impl IntoView {
    let is_none = Memo::new(move |_| plans.keeper.with(|plan| plan.measures.is_empty()));
    let usual = move |_| {
        plans.apply(text::usual_taken().into(), |plan| plan.measures = usual_plan());
    };
    view! {
        <section class="asked-measures">
            <h2>{text::measures()}</h2>
            <p class="quiet">{text::measures_lead()}</p>
            {move || {
                is_none
                    .get()
                    .then(|| {
                        view! {
                            <div class="actions">
                                <button type="button" class="second" on:click=usual>
                                    {text::usual()}
                                </button>
                            </div>
                        }
                    })
            }}
            {all().iter().map(|instrument| view! { <One plans instrument /> }).collect_view()}
        </section>
    }
    .into_any()
}

/// What is planned of one instrument; tracked.
fn planned(plans: Plans, instrument: &Instrument) -> Option<PlannedMeasure> {
    plans.keeper.with(|plan| plan.measures.iter().find(|one| one.instrument == instrument.id).cloned())
}

fn edit(plan: &mut Plan, instrument: &Instrument, change: impl FnOnce(&mut PlannedMeasure)) {
    if let Some(one) = plan.measures.iter_mut().find(|one| one.instrument == instrument.id) {
        change(one);
    }
}

#[component]
fn One(plans: Plans, instrument: &'static Instrument) -> impl IntoView {
    let is_on = Memo::new(move |_| planned(plans, instrument).is_some());
    let turn = move |on: bool| {
        plans.keeper.change(|plan| {
            plan.measures.retain(|one| one.instrument != instrument.id);
            if on {
                plan.measures.push(instrument.usual());
            }
        });
    };
    view! {
        <fieldset class="plain asked-measure">
            <legend class="hidden-text">{instrument.title.clone()}</legend>
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || is_on.get()
                    on:change:target=move |event| turn(event.target().checked())
                />
                <span>
                    <span class="row-title">{instrument.title.clone()}</span>
                    <br />
                    <span class="quiet" lang="en">{instrument.full_title.clone()}</span>
                </span>
            </label>
            {(!instrument.on)
                .then(|| {
                    view! {
                        <p class="quiet under-choice">
                            {text::licence()} " " <span lang="en">{instrument.licence.clone()}</span>
                        </p>
                    }
                })}
            {move || is_on.get().then(|| view! { <Times plans instrument /> })}
        </fieldset>
    }
    .into_any()
}

/// At the beginning, before integration, every so many days.
#[component]
fn Times(plans: Plans, instrument: &'static Instrument) -> impl IntoView {
    let of = move |read: fn(&PlannedMeasure) -> bool| {
        Memo::new(move |_| planned(plans, instrument).is_some_and(|one| read(&one)))
    };
    let check = move |label: &'static str, is_on: Memo<bool>, write: fn(&mut PlannedMeasure, bool)| {
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || is_on.get()
                    on:change:target=move |event| {
                        let on = event.target().checked();
                        plans.keeper.change(|plan| edit(plan, instrument, |one| write(one, on)));
                    }
                />
                {label}
            </label>
        }
        .into_any()
    };
    view! {
        <div class="under-choice">
            {check(text::baseline(), of(|one| one.baseline), |one, on| one.baseline = on)}
            {check(text::before(), of(|one| one.before_integration), |one, on| one.before_integration = on)}
            <Days plans instrument />
        </div>
    }
    .into_any()
}

/// Every so many days. What the instrument does not allow is not taken, and why is said.
#[component]
fn Days(plans: Plans, instrument: &'static Instrument) -> impl IntoView {
    let days = Memo::new(move |_| planned(plans, instrument).and_then(|one| one.every_days));
    let slip = RwSignal::new(None::<NoCadence>);
    let typed = move |text: String, done: bool| match instrument.cadence(&text) {
        Ok(every) => {
            slip.set(None);
            if days.get_untracked() != every {
                plans.keeper.change(|plan| edit(plan, instrument, |one| one.every_days = every));
            }
        }
        // In the middle of a number nobody is corrected.
        Err(found) => {
            if done {
                slip.set(Some(found));
            }
        }
    };
    let id = format!("days-{}", instrument.id);
    let said = format!("{id}-said");
    view! {
        <div class="field days">
            <label for=id.clone()>{text::every()}</label>
            <input
                id=id
                type="text"
                inputmode="numeric"
                autocomplete="off"
                aria-describedby=said.clone()
                aria-invalid=move || slip.get().is_some().then_some("true")
                value=days.get_untracked().map(|days| days.to_string())
                on:input:target=move |event| typed(event.target().value(), false)
                on:change:target=move |event| typed(event.target().value(), true)
            />
            <p class="quiet" id=said>
                {move || text::how_often(days.get())}
            </p>
            <div role="alert" class="trouble">
                {move || {
                    slip.get()
                        .map(|slip| {
                            let why = match slip {
                                NoCadence::TooOften(least) => {
                                    text::too_often(&instrument.title, instrument.recall_days, least)
                                }
                                NoCadence::TooRare(longest) => text::too_rare(longest),
                                NoCadence::NotDays => text::not_days().to_owned(),
                            };
                            view! { <p>{why} " " {text::stays(days.get())}</p> }
                        })
                }}
            </div>
        </div>
    }
    .into_any()
}
