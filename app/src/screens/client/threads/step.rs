//! One small step: what to try, when to look back, and what became of it.

use chrono::{Days, NaiveDate};
use journal::record::{Body, Opened, Outcome, Step};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::RecordId;

use super::{
    super::{
        draft::{Draft, Shape},
        one_line::{Asked, one_line},
        share::Sharing,
    },
    actions, gone, id_here, is_editing, named,
};
use crate::{
    device::clock,
    screens::parts::{Busy, Frame, SyncLine, Troubled, grown, once},
    text::threads as words,
    vault::{Trouble, Vault, use_vault},
};

/// "In a week", in days.
const WEEK: u64 = 7;
/// "In a month", in days.
const MONTH: u64 = 30;

/// The one in the address: read, or written.
#[component]
pub fn StepPage() -> impl IntoView {
    let vault = use_vault();
    let (id, editing) = (id_here(), is_editing());
    move || match id.get() {
        Some(id) if editing.get() => edit(vault, id),
        Some(id) => view! { <Frame><Read vault id /> <SyncLine /></Frame> }.into_any(),
        None => view! { <Frame>{gone()}</Frame> }.into_any(),
    }
}

fn edit(vault: Vault, id: RecordId) -> AnyView {
    let there = vault.record_now(id).as_ref().and_then(Opened::step).cloned();
    let value = there.unwrap_or_else(|| {
        let mut fresh = Step::new(String::new(), clock::now());
        fresh.insight = named("s");
        let insight = fresh.insight.and_then(|id| vault.record_now(id));
        fresh.intention = insight.as_ref().and_then(Opened::insight).and_then(|insight| insight.intention);
        fresh.back_on = in_days(WEEK);
        fresh
    });
    let asked = Asked {
        question: words::ask_step(),
        help: words::ask_step_line(),
        shape: Shape {
            to: |step: &Step| Body::Step(step.clone()),
            from: |body| if let Body::Step(step) = body { Some(step.clone()) } else { None },
        },
        read: |step| &step.text,
        write: |step, text| {
            step.text = text;
            step.changed = clock::now();
        },
        home: "step",
    };
    one_line(vault, id, value, &asked, look_back)
}

fn in_days(days: u64) -> Option<NaiveDate> {
    clock::now().date_naive().checked_add_days(Days::new(days))
}

/// When to look back at it.
fn look_back(draft: Draft<Step>) -> AnyView {
    let day = move || draft.value.with(|step| step.back_on);
    let choices = [(in_days(WEEK), words::week()), (in_days(MONTH), words::month()), (None, words::no_day())];
    let picking =
        RwSignal::new(untrack(day).is_some_and(|day| choices.iter().all(|(choice, _)| *choice != Some(day))));
    let choose = move |day: Option<NaiveDate>| {
        // A day alone is nothing to keep.
        if draft.value.with_untracked(|step| step.text.trim().is_empty()) {
            draft.value.update(|step| step.back_on = day);
            return;
        }
        draft.edit(|step| {
            step.back_on = day;
            step.changed = clock::now();
        });
    };
    let rows = choices.into_iter().map(|(choice, label)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="back"
                    prop:checked=move || !picking.get() && day() == choice
                    on:change=move |_| {
                        picking.set(false);
                        choose(choice);
                    }
                />
                {label}
            </label>
        }
    });
    let picked = move |text: String| {
        if let Ok(day) = text.parse::<NaiveDate>() {
            choose(Some(day));
        }
    };
    view! {
        <fieldset class="plain">
            <legend>{words::look_back()}</legend>
            {rows.collect_view()}
            <label class="choice">
                <input type="radio" name="back" prop:checked=move || picking.get() on:change=move |_| picking.set(true) />
                {words::some_day()}
            </label>
        </fieldset>
        {move || {
            picking
                .get()
                .then(|| {
                    let value = untrack(day).map(|day| day.to_string());
                    view! {
                        <div class="field">
                            <label for="day">{words::day()}</label>
                            <input
                                id="day"
                                type="date"
                                prop:value=value
                                on:change:target=move |event| picked(event.target().value())
                            />
                        </div>
                    }
                })
        }}
    }
    .into_any()
}

/// What it says is made anew when it changes; how it is shared, and what was just taken back, stays.
#[component]
fn Read(vault: Vault, id: RecordId) -> impl IntoView {
    let step = Memo::new(move |_| vault.own(id)?.step().cloned());
    let is_there = Memo::new(move |_| step.with(Option::is_some));
    let is_open = Memo::new(move |_| step.with(|step| step.as_ref().is_some_and(Step::is_open)));
    let insight = move || {
        let insight = step.with(|step| step.as_ref()?.insight);
        insight.and_then(|insight| vault.record_now(insight)).map(|record| {
            view! { <p class="ways"><A href=format!("/app/insight/{}", record.id) attr:class="text">{words::insight()}</A></p> }
        })
    };
    move || {
        if !is_there.get() {
            return gone();
        }
        view! {
            {move || step.get().map(|step| grown::step(&step, vault.now.get()))}
            {insight}
            {move || answers(vault, id, is_open.get())}
            <Sharing vault id />
            {actions(vault, "step", id)}
        }
        .into_any()
    }
}

/// "Did this find a place?" Not now, as long as it has ended.
fn answers(vault: Vault, id: RecordId, is_open: bool) -> AnyView {
    let busy = Busy::new();
    let look = move |outcome: Outcome, again: Option<NaiveDate>| {
        busy.start(async move { look_at(vault, id, outcome, again) });
    };
    if !is_open {
        return view! {
            <p>
                <button type="button" class="text" on:click=once(move || look(Outcome::NotYet, in_days(WEEK)))>
                    {words::again()}
                </button>
            </p>
            <Troubled trouble=busy.trouble />
        }
        .into_any();
    }
    view! {
        <section class="look-back">
            <h2>{words::ask_place()}</h2>
            <p class="quiet">{words::any_answer()}</p>
            <div class="steps">
                <button type="button" class="step" on:click=once(move || look(Outcome::Done, None))>{words::done()}</button>
                <button type="button" class="step" on:click=once(move || look(Outcome::NotYet, in_days(WEEK)))>
                    {words::not_yet()}
                </button>
                <button type="button" class="step" on:click=once(move || look(Outcome::LetGo, None))>{words::let_go()}</button>
            </div>
            <Troubled trouble=busy.trouble />
        </section>
    }
    .into_any()
}

fn look_at(vault: Vault, id: RecordId, outcome: Outcome, again: Option<NaiveDate>) -> Result<(), Trouble> {
    let record = vault.freshest(id).ok_or(Trouble::Unexpected)?;
    let mut step = record.step().cloned().ok_or(Trouble::Unexpected)?;
    step.look(clock::now(), outcome, again);
    vault.write(id, Body::Step(step))?;
    vault.flush();
    Ok(())
}
