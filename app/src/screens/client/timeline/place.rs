//! Where somebody was in the list, kept with the browser's own entry of it, so that back comes there again, after a
//! reload too. It has a day and a distance, and nobody's words.

use chrono::NaiveDate;
use js_sys::{Object, Reflect};

const DAY: &str = "day";
const BELOW: &str = "below";

/// A day, and how many pixels of it are above the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Which day.
    pub day: NaiveDate,
    /// How much of it is above.
    pub below: f64,
}

impl Place {
    /// Where somebody was when they left this entry; `None` on a first visit.
    pub fn here() -> Option<Self> {
        let state = history()?.state().ok()?;
        let field = |name: &str| Reflect::get(&state, &name.into()).ok();
        let day = field(DAY)?.as_string()?.parse().ok()?;
        Some(Self { day, below: field(BELOW)?.as_f64()? })
    }

    /// Keeps it with this entry.
    pub fn keep(self) {
        let state = Object::new();
        let day = Reflect::set(&state, &DAY.into(), &self.day.to_string().into());
        let below = Reflect::set(&state, &BELOW.into(), &self.below.into());
        if let (Ok(_), Ok(_), Some(history)) = (day, below, history()) {
            // A browser that counts such calls may refuse one; then back comes to where it was before.
            drop(history.replace_state(&state, ""));
        }
    }
}

fn history() -> Option<web_sys::History> {
    web_sys::window()?.history().ok()
}
