//! Which form is open, what was done last, and the way back.

use journal::record::{Appointment, Plan};
use leptos::prelude::*;
use uuid::Uuid;
use wire::ids::RecordId;

use super::{
    super::names,
    keep::{Changed, Keeper},
};
use crate::{
    device::focus,
    screens::parts::{Notice, once},
    text::therapist::plan as text,
};

/// Where the reader is put when something was done.
const TOLD_ID: &str = "told";

/// Which form is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// None.
    Nothing,
    /// For a new appointment.
    New,
    /// For this one.
    Change(Uuid),
    /// For this prompt.
    Prompt(RecordId),
}

/// What was done last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    said: String,
    changed: Changed,
}

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub struct Plans {
    /// The record behind it.
    pub keeper: Keeper,
    /// Which form is open.
    pub open: RwSignal<Open>,
    /// What was done last, if anything.
    pub told: RwSignal<Option<Told>>,
}

impl Plans {
    /// Opens one form, and nothing is said any more of what was done before.
    pub fn open(self, what: Open) {
        self.told.set(None);
        self.open.set(what);
    }

    /// Keeps a new or changed appointment, closes the form and says so. False when it was not kept.
    pub fn save(self, appointment: Appointment) -> bool {
        let said = text::saved(&names::appointment(&appointment));
        self.apply(said, move |plan| {
            plan.appointments.retain(|one| one.id != appointment.id);
            plan.appointments.push(appointment);
        })
    }

    /// Cancels one; it can be put back.
    pub fn remove(self, appointment: &Appointment) {
        let id = appointment.id;
        let said = text::removed(&names::appointment(appointment));
        self.apply(said, move |plan| plan.appointments.retain(|one| one.id != id));
    }

    /// Changes the plan, closes the form, says what was done and offers the way back.
    pub fn apply(self, said: String, change: impl FnOnce(&mut Plan)) -> bool {
        let Some(changed) = self.keeper.change(change) else { return false };
        self.open.set(Open::Nothing);
        self.told.set(Some(Told { said, changed }));
        focus::on(TOLD_ID);
        true
    }

    fn undo(self, changed: &Changed) {
        let Changed { before, after } = changed;
        if self.keeper.change(|plan| *plan = plan.without(before, after)).is_some() {
            self.told.set(None);
            focus::on_title();
        }
    }
}

/// What was done, with a way back.
#[component]
pub fn ToldOf(plans: Plans) -> impl IntoView {
    view! {
        // Not said as it comes: it gets the focus, and is said with that.
        <div class="told">
            {move || {
                let Told { said, changed } = plans.told.get()?;
                Some(
                    view! {
                        <Notice>
                            <p id=TOLD_ID tabindex="-1">
                                {said}
                            </p>
                            <button type="button" class="text" on:click=once(move || plans.undo(&changed))>
                                {text::undo()}
                            </button>
                        </Notice>
                    },
                )
            }}
        </div>
    }
}
