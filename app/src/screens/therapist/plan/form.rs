//! Adding and changing one appointment.

use chrono::Local;
use journal::record::{Appointment, AppointmentKind, Pencilled, Route};
use leptos::prelude::*;

use super::{
    super::names,
    pencil,
    told::{Open, Plans},
    typed::Typed,
};
use crate::{
    device::clock,
    screens::{
        client::draft::Draft,
        parts::{Action, Field, Kind, Troubled},
    },
    text::therapist::plan as text,
    vault::use_vault,
};

/// The first field.
pub const FIRST_ID: &str = "kind";

const KINDS: [AppointmentKind; 3] =
    [AppointmentKind::Preparation, AppointmentKind::Dosing, AppointmentKind::Integration];

/// The fields as they are now.
#[derive(Clone, Copy)]
struct Fields {
    kind: RwSignal<AppointmentKind>,
    when: RwSignal<String>,
    minutes: RwSignal<String>,
    note: RwSignal<String>,
    route: RwSignal<Option<Route>>,
    amount: RwSignal<String>,
}

impl Fields {
    fn new(typed: Typed) -> Self {
        let Typed { kind, when, minutes, note, route, amount } = typed;
        Self {
            kind: RwSignal::new(kind),
            when: RwSignal::new(when),
            minutes: RwSignal::new(minutes),
            note: RwSignal::new(note),
            route: RwSignal::new(route),
            amount: RwSignal::new(amount),
        }
    }

    /// Tracked.
    fn typed(self) -> Typed {
        Typed {
            kind: self.kind.get(),
            when: self.when.get(),
            minutes: self.minutes.get(),
            note: self.note.get(),
            route: self.route.get(),
            amount: self.amount.get(),
        }
    }

    fn choose(self, kind: AppointmentKind) {
        let mut typed = untrack(|| self.typed());
        typed.choose(kind);
        self.kind.set(typed.kind);
        self.minutes.set(typed.minutes);
    }

    /// Every change is kept, with the pencil.
    fn keep_in(self, draft: Draft<Pencilled>) {
        Effect::new(move |before: Option<Typed>| {
            let typed = self.typed();
            if before.is_some_and(|before| before != typed) {
                let typed = typed.clone();
                draft.edit(|left| {
                    *left = Pencilled {
                        rest: left.rest.clone(),
                        changed: clock::now(),
                        ..typed.pencilled(left.client, left.appointment)
                    };
                });
            }
            typed
        });
    }
}

/// One form at a time.
#[component]
pub fn Form(
    plans: Plans,
    /// What is changed; nothing for a new one.
    before: Option<Appointment>,
) -> impl IntoView {
    let title = if before.is_some() { text::change_title() } else { text::add() };
    let (draft, typed) = pencil::begin(use_vault(), plans.keeper.client, before);
    let id = draft.value.with_untracked(|left| left.appointment);
    let fields = Fields::new(typed);
    fields.keep_in(draft);
    let slip = RwSignal::new("");
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match untrack(|| fields.typed()).appointment(id, &Local, clock::zone()) {
            Ok(appointment) => {
                // Only what is in the plan needs no pencil any more.
                if plans.save(appointment) {
                    draft.discard();
                }
            }
            Err(found) => slip.set(found.words()),
        }
    };
    let cancel = move |_| {
        draft.discard();
        plans.open.set(Open::Nothing);
    };
    view! {
        <form class="leaf" on:submit=submit aria-label=title>
            <div class="write-line">
                <h3>{title}</h3>
                <span role="status" class="kept">{move || draft.was_touched().then(|| draft.state())}</span>
            </div>
            <Kinds fields />
            <Field id="when" label=text::when() value=fields.when kind=Kind::When />
            <div class="field short">
                <label for="minutes">{text::minutes_label()}</label>
                <input
                    id="minutes"
                    type="text"
                    autocomplete="off"
                    inputmode="numeric"
                    required
                    prop:value=move || fields.minutes.get()
                    on:input:target=move |event| fields.minutes.set(event.target().value())
                />
            </div>
            {move || (fields.kind.get() == AppointmentKind::Dosing).then(|| view! { <Given fields /> })}
            <Field id="note" label=text::note() value=fields.note help=text::note_help() optional=true />
            <div role="alert" class="trouble">
                {move || (!slip.get().is_empty()).then(|| view! { <p>{slip.get()}</p> })}
            </div>
            <Troubled trouble=draft.trouble() />
            <div class="actions">
                <Action label=text::save() />
                <button type="button" class="text" on:click=cancel>
                    {text::cancel()}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// Which way and how much, as far as it is to be said.
#[component]
fn Given(fields: Fields) -> impl IntoView {
    let options = Route::ALL
        .iter()
        .enumerate()
        .map(|(place, one)| {
            view! {
                <option value=place + 1 selected=move || fields.route.get() == Some(*one)>
                    {names::route(*one)}
                </option>
            }
        })
        .collect_view();
    let chosen = move |value: String| {
        let place = value.parse().ok().and_then(|place: usize| place.checked_sub(1));
        fields.route.set(place.and_then(|place| Route::ALL.get(place)).copied());
    };
    view! {
        <div class="field">
            <label for="route">{text::route()}</label>
            <select id="route" on:change:target=move |event| chosen(event.target().value())>
                <option value="0" selected=move || fields.route.get().is_none()>
                    {text::not_said()}
                </option>
                {options}
            </select>
        </div>
        <Field id="amount" label=text::amount() value=fields.amount help=text::amount_help() optional=true />
    }
    .into_any()
}

#[component]
fn Kinds(fields: Fields) -> impl IntoView {
    let options = KINDS
        .iter()
        .enumerate()
        .map(|(place, one)| {
            view! {
                <option value=place selected=move || fields.kind.get() == *one>
                    {names::kind(*one)}
                </option>
            }
        })
        .collect_view();
    let chosen = move |value: String| {
        if let Some(kind) = value.parse().ok().and_then(|place: usize| KINDS.get(place)) {
            fields.choose(*kind);
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
