//! Appointments in order, each with what can be done with it.

use journal::record::Appointment;
use leptos::prelude::*;

use super::{super::names, Open, Plans, form, form::Form};
use crate::{
    device::focus,
    screens::parts::{appointed, once},
    text::therapist::{self as words, plan as text},
    vault::use_vault,
};

/// One group; without a word for "none" an empty one is not shown.
#[component]
pub fn List(
    heading: &'static str,
    #[prop(optional)] none: Option<&'static str>,
    appointments: Signal<Vec<Appointment>>,
    plans: Plans,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| appointments.with(Vec::is_empty));
    move || match (is_empty.get(), none) {
        (true, None) => ().into_any(),
        (true, Some(none)) => view! {
            <section>
                <h3>{heading}</h3>
                <p class="quiet">{none}</p>
            </section>
        }
        .into_any(),
        (false, _) => view! {
            <section>
                <h3>{heading}</h3>
                <ul class="rows">
                    // A changed appointment is another row: nothing of it changes in place.
                    <For
                        each=move || appointments.get()
                        key=Clone::clone
                        let(appointment)
                    >
                        <Row appointment plans />
                    </For>
                </ul>
            </section>
        }
        .into_any(),
    }
}

#[component]
fn Row(appointment: Appointment, plans: Plans) -> impl IntoView {
    let id = appointment.id;
    let is_open = Memo::new(move |_| plans.open.get() == Open::Change(id));
    move || {
        let appointment = appointment.clone();
        view! {
            <li>
                {if is_open.get() {
                    view! { <Form plans before=Some(appointment) /> }.into_any()
                } else {
                    view! { <Planned appointment plans /> }.into_any()
                }}
            </li>
        }
    }
}

#[component]
fn Planned(appointment: Appointment, plans: Plans) -> impl IntoView {
    let now = use_vault().now;
    let what = names::appointment(&appointment);
    let change_label = words::of(text::change(), &what);
    let remove_label = words::of(text::remove(), &what);
    let (id, at) = (appointment.id, appointment.at);
    let dose = appointment.dose.as_ref().map(names::dose);
    let until = move || {
        let minutes = (at - now.get()).num_minutes();
        (minutes > 0).then(|| format!(" · {}", words::until(minutes)))
    };
    let change = move |_| {
        plans.open(Open::Change(id));
        focus::on(form::FIRST_ID);
    };
    let removed = appointment.clone();
    view! {
        <p class="planned">
            <span class="row-title">{appointed(&appointment)}</span>
            <span>{names::kind(appointment.kind)}</span>
            <span class="quiet">{text::minutes(appointment.minutes)} {until}</span>
        </p>
        {dose.map(|dose| view! { <p class="note">{dose}</p> })}
        {appointment.note.clone().map(|note| view! { <p class="note">{note}</p> })}
        <div class="row-actions">
            <button type="button" class="text" aria-label=change_label on:click=change>
                {text::change()}
            </button>
            <button type="button" class="text" aria-label=remove_label on:click=once(move || plans.remove(&removed))>
                {text::remove()}
            </button>
        </div>
    }
}
