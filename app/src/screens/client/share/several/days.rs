//! Of which days.

use chrono::{Duration, NaiveDate};
use leptos::prelude::*;

use crate::{screens::client::own::lived_course, text::sharing::several as words, vault::Vault};

/// A choice of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    SinceSession,
    Week,
    Month,
    Picked,
}

/// The chosen days.
#[derive(Clone, Copy)]
pub struct Days {
    vault: Vault,
    which: RwSignal<Which>,
    first: RwSignal<String>,
    last: RwSignal<String>,
}

impl Days {
    /// Since the last session, or the last week when there was none.
    pub fn new(vault: Vault) -> Self {
        let since = untrack(|| last_together(vault)).is_some();
        let which = if since { Which::SinceSession } else { Which::Week };
        let now = vault.now.get_untracked().date_naive();
        let text = |back| (now - Duration::days(back)).to_string();
        Self {
            vault,
            which: RwSignal::new(which),
            first: RwSignal::new(text(7)),
            last: RwSignal::new(text(0)),
        }
    }

    /// The first and the last day; `None` while what is typed is no day. Tracked.
    pub fn range(self) -> Option<(NaiveDate, NaiveDate)> {
        let today = self.vault.now.get().date_naive();
        match self.which.get() {
            Which::SinceSession => Some((last_together(self.vault)?, today)),
            Which::Week => Some((today - Duration::days(6), today)),
            Which::Month => Some((today - Duration::days(27), today)),
            Which::Picked => {
                Some((self.first.with(|day| day.parse().ok())?, self.last.with(|day| day.parse().ok())?))
            }
        }
    }
}

fn last_together(vault: Vault) -> Option<NaiveDate> {
    let course = lived_course(vault);
    course.last_together().map(|hour| course.local_day(hour.at))
}

/// The choice.
pub fn choose_days(days: Days) -> impl IntoView {
    let since = untrack(|| last_together(days.vault)).is_some();
    let all = [
        (Which::SinceSession, words::since_session()),
        (Which::Week, words::week()),
        (Which::Month, words::month()),
        (Which::Picked, words::days()),
    ];
    let choices = all.into_iter().filter(|(which, _)| since || *which != Which::SinceSession);
    let choices = choices.map(|(which, label)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="days"
                    prop:checked=move || days.which.get() == which
                    on:change=move |_| days.which.set(which)
                />
                {label}
            </label>
        }
    });
    view! {
        <fieldset class="plain">
            <legend>{words::from_when()}</legend>
            {choices.collect_view()}
            {move || {
                (days.which.get() == Which::Picked)
                    .then(|| {
                        view! {
                            <div class="day-range">
                                {day("first-day", words::first_day(), days.first)}
                                {day("last-day", words::last_day(), days.last)}
                            </div>
                        }
                    })
            }}
        </fieldset>
    }
}

fn day(id: &'static str, label: &'static str, value: RwSignal<String>) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                type="date"
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
            />
        </div>
    }
}
