//! Adding and changing one appointment.

use chrono::Local;
use journal::record::{Appointment, AppointmentKind};
use leptos::prelude::*;

use super::{
    super::names,
    told::{Open, Plans},
    typed::Typed,
};
use crate::{
    device::focus,
    screens::parts::{Action, Field, Kind},
    text::therapist::plan as text,
    vault::Vault,
};

/// The first field.
pub const FIRST_ID: &str = "kind";

const KINDS: [AppointmentKind; 3] =
    [AppointmentKind::Preparation, AppointmentKind::Dosing, AppointmentKind::Integration];

/// One form at a time.
#[component]
pub fn Form(
    plans: Plans,
    /// What is changed; nothing for a new one.
    before: Option<Appointment>,
) -> impl IntoView {
    let typed = before.as_ref().map_or_else(Typed::new, |before| Typed::from(before, &Local));
    let title = if before.is_some() { text::change_title() } else { text::add() };
    let id = before.map_or_else(|| Vault::new_id().0, |before| before.id);
    let kind = RwSignal::new(typed.kind);
    let when = RwSignal::new(typed.when);
    let minutes = RwSignal::new(typed.minutes);
    let note = RwSignal::new(typed.note);
    let (route, amount) = (RwSignal::new(typed.route), RwSignal::new(typed.amount));
    let slip = RwSignal::new("");
    let now = move || Typed {
        kind: kind.get_untracked(),
        when: when.get_untracked(),
        minutes: minutes.get_untracked(),
        note: note.get_untracked(),
        route: route.get_untracked(),
        amount: amount.get_untracked(),
    };
    let choose = move |chosen: AppointmentKind| {
        let mut typed = now();
        typed.choose(chosen);
        kind.set(typed.kind);
        minutes.set(typed.minutes);
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match now().appointment(id, &Local) {
            Ok(appointment) => plans.save(appointment),
            Err(found) => slip.set(found.words()),
        }
    };
    let cancel = move |_| {
        plans.open.set(Open::Nothing);
        focus::on("text");
    };
    view! {
        <form class="leaf" on:submit=submit aria-label=title>
            <h2>{title}</h2>
            <Kinds kind choose=Callback::new(choose) />
            <Field id="when" label=text::when() value=when kind=Kind::When />
            <div class="field short">
                <label for="minutes">{text::minutes_label()}</label>
                <input
                    id="minutes"
                    type="text"
                    inputmode="numeric"
                    required
                    prop:value=move || minutes.get()
                    on:input:target=move |event| minutes.set(event.target().value())
                />
            </div>
            <Field id="note" label=text::note() value=note help=text::note_help() optional=true />
            <div role="alert" class="trouble">
                {move || (!slip.get().is_empty()).then(|| view! { <p>{slip.get()}</p> })}
            </div>
            <div class="actions">
                <Action label=text::save() />
                <button type="button" class="text" on:click=cancel>
                    {text::cancel()}
                </button>
            </div>
        </form>
    }
}

#[component]
fn Kinds(kind: RwSignal<AppointmentKind>, choose: Callback<AppointmentKind>) -> impl IntoView {
    let options = KINDS
        .iter()
        .enumerate()
        .map(|(place, one)| {
            view! {
                <option value=place selected=move || kind.get() == *one>
                    {names::kind(*one)}
                </option>
            }
        })
        .collect_view();
    let chosen = move |value: String| {
        if let Some(kind) = value.parse().ok().and_then(|place: usize| KINDS.get(place)) {
            choose.run(*kind);
        }
    };
    view! {
        <div class="field">
            <label for=FIRST_ID>{text::kind()}</label>
            <select id=FIRST_ID on:change:target=move |event| chosen(event.target().value())>
                {options}
            </select>
        </div>
    }
}
