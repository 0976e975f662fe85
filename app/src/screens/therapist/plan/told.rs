//! Which form is open, what was done last, and the way back.

use journal::record::Appointment;
use leptos::prelude::*;
use uuid::Uuid;

use super::{super::names, keep::Keeper};
use crate::{device::focus, screens::parts::Notice, text::therapist::plan as text};

/// Where the reader is put when something was done.
const TOLD_ID: &str = "told";
const UNDO_ID: &str = "undo";

/// Which form is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// None.
    Nothing,
    /// For a new appointment.
    New,
    /// For this one.
    Change(Uuid),
}

/// What was done last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nothing yet.
    Nothing,
    /// This was added or changed.
    Saved(Appointment),
    /// This was removed.
    Removed(Appointment),
}

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub struct Plans {
    /// The record behind it.
    pub keeper: Keeper,
    /// Which form is open.
    pub open: RwSignal<Open>,
    /// What was done last.
    pub told: RwSignal<Told>,
}

impl Plans {
    /// Keeps a new or changed appointment, closes the form and says so.
    pub fn save(self, appointment: Appointment) {
        let saved = appointment.clone();
        if self.keeper.change(move |all| {
            all.retain(|one| one.id != appointment.id);
            all.push(appointment);
        }) {
            self.open.set(Open::Nothing);
            self.told.set(Told::Saved(saved));
            focus::on(TOLD_ID);
        }
    }

    /// Removes one; it can be put back.
    pub fn remove(self, appointment: Appointment) {
        let id = appointment.id;
        if self.keeper.change(move |all| all.retain(|one| one.id != id)) {
            self.open.set(Open::Nothing);
            self.told.set(Told::Removed(appointment));
            focus::on(UNDO_ID);
        }
    }
}

/// What was done, with a way back.
#[component]
pub fn ToldOf(plans: Plans) -> impl IntoView {
    view! {
        <div role="status">
            {move || match plans.told.get() {
                Told::Nothing => ().into_any(),
                Told::Saved(appointment) => {
                    view! {
                        <Notice>
                            <p id=TOLD_ID tabindex="-1">
                                {text::saved(&names::appointment(&appointment))}
                            </p>
                        </Notice>
                    }
                        .into_any()
                }
                Told::Removed(appointment) => {
                    let what = text::removed(&names::appointment(&appointment));
                    view! {
                        <Notice>
                            <p>
                                {what} " "
                                <button
                                    type="button"
                                    id=UNDO_ID
                                    class="text"
                                    on:click=move |_| plans.save(appointment.clone())
                                >
                                    {text::undo()}
                                </button>
                            </p>
                        </Notice>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}
