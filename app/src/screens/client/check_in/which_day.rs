//! For which day: today, unless it was missed; in the night perhaps the evening before.

use chrono::NaiveDate;
use journal::record::CheckIn as Record;
use leptos::prelude::*;

use super::{super::draft::Draft, change};
use crate::{screens::parts::whole_day, text::check_ins as words};

/// Which day it counts for, in one quiet line that opens; in the night it is open.
#[component]
pub fn WhichDay(draft: Draft<Record>) -> impl IntoView {
    let (made, night) = draft.value.with_untracked(|record| (record.at.date_naive(), record.is_at_night()));
    let yesterday = made.pred_opt();
    let day = move || draft.value.with(|record| record.day);
    let picking = RwSignal::new(day() != made && Some(day()) != yesterday);
    let choose = move |day: NaiveDate| {
        // A day alone is nothing to keep.
        if draft.value.with_untracked(Record::is_empty) {
            draft.value.update(|record| record.day = day);
        } else {
            change(draft, |record| record.day = day);
        }
    };
    let line = move || match day() {
        day if day == made => words::today().to_owned(),
        day if Some(day) == yesterday => words::yesterday().to_owned(),
        day => whole_day(day),
    };
    let before = if night { words::evening_before() } else { words::yesterday() };
    let choices = [(Some(made), words::today()), (yesterday, before)];
    let rows =
        choices.into_iter().filter_map(|(day, label)| day.map(|day| (day, label))).map(|(which, label)| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name="day"
                        prop:checked=move || !picking.get() && day() == which
                        on:change=move |_| {
                            picking.set(false);
                            choose(which);
                        }
                    />
                    {label}
                </label>
            }
        });
    let picked = move |text: String| {
        if let Some(day) = text.parse::<NaiveDate>().ok().filter(|day| *day <= made) {
            choose(day);
        }
    };
    view! {
        <details class="which-day" open=night>
            <summary>
                <span class="quiet">{words::which_day()} " " <strong>{line}</strong></span>
            </summary>
            <fieldset class="plain">
                <legend class="hidden-text">{words::which_day()}</legend>
                {rows.collect_view()}
                <label class="choice">
                    <input
                        type="radio"
                        name="day"
                        prop:checked=move || picking.get()
                        on:change=move |_| picking.set(true)
                    />
                    {words::another()}
                </label>
            </fieldset>
            {move || {
                picking
                    .get()
                    .then(|| {
                        view! {
                            <div class="field">
                                <label for="day">{words::day()}</label>
                                <input
                                    id="day"
                                    type="date"
                                    max=made.to_string()
                                    prop:value=untrack(day).to_string()
                                    on:change:target=move |event| picked(event.target().value())
                                />
                            </div>
                        }
                    })
            }}
        </details>
    }
    .into_any()
}
