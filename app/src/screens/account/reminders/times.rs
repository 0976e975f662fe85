//! The times of day, the days of the week, and the hours in which nothing comes.

use chrono::{NaiveTime, Weekday};
use journal::record::{ReminderTime, Reminders as Wishes};
use leptos::prelude::*;

use super::{super::settings::pick::Choice, Now};
use crate::{
    screens::parts::{Framed, once, weekday},
    text::reminders as text,
};

/// From Monday on.
const DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// How a time field writes it.
const FIELD: &str = "%H:%M";

/// The times, each with its days, and the appointment.
#[component]
pub fn Times(now: Now) -> impl IntoView {
    let rows = Memo::new(move |before: Option<&Vec<(usize, ReminderTime)>>| {
        let before = before.map_or(&[][..], Vec::as_slice);
        now.wishes.with(|wishes| ReminderTime::in_rows(before, &wishes.times))
    });
    let numbers = move || rows.with(|rows| rows.iter().map(|(row, _)| *row).collect());
    let frame = |rows| view! { <ul class="rows reminders">{rows}</ul> }.into_any();
    view! {
        <section class="settings">
            <h2>{text::when()}</h2>
            <Framed
                each=numbers
                key=|row| *row
                row=move |row| view! { <Time now rows row /> }.into_any()
                frame
                none=|| view! { <p class="quiet">{text::no_times()}</p> }
            />
            <p>
                <button type="button" class="text" on:click=move |_| now.set(|wishes| wishes.times.push(Wishes::first()))>
                    {text::add()}
                </button>
            </p>
            <Choice
                label=text::before()
                help=text::before_help()
                on=Signal::derive(move || now.wishes.with(|wishes| wishes.before_appointment))
                on_change=Callback::new(move |on| now.set(|wishes| wishes.before_appointment = on))
            />
        </section>
    }
}

#[component]
fn Time(now: Now, rows: Memo<Vec<(usize, ReminderTime)>>, row: usize) -> impl IntoView {
    let place = move || rows.with_untracked(|rows| rows.iter().position(|(one, _)| *one == row));
    // One that was taken away on another device shows the last that it was until its row goes.
    let time = Memo::new(move |before: Option<&ReminderTime>| {
        let found = rows.with(|rows| rows.iter().find(|(one, _)| *one == row).map(|(_, time)| time.clone()));
        found.or_else(|| before.cloned()).unwrap_or_else(Wishes::first)
    });
    let shown = move || time.with(|time| time.at.format(FIELD).to_string());
    let is_quiet = move || now.wishes.with(|wishes| wishes.quiet.covers(time.with(|time| time.at)));
    let change = move |change: &dyn Fn(&mut ReminderTime)| {
        let place = place();
        now.set(|wishes| {
            if let Some(time) = place.and_then(|place| wishes.times.get_mut(place)) {
                change(time);
            }
        });
    };
    let days = DAYS
        .map(|day| {
            view! {
                <label class="pick">
                    <input
                        type="checkbox"
                        prop:checked=move || time.with(|time| time.days.contains(&day))
                        on:change:target=move |event| {
                            let on = event.target().checked();
                            change(&|time| {
                                time.days.retain(|one| *one != day);
                                if on {
                                    time.days.push(day);
                                    time.days.sort_by_key(Weekday::num_days_from_monday);
                                }
                            });
                        }
                    />
                    <span>{weekday(day)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <li class="reminder">
            <TimeField
                id=format!("time-{row}")
                label=text::at()
                time=Signal::derive(move || time.with(|time| time.at))
                on_change=Callback::new(move |at| change(&|time| time.at = at))
            />
            {move || is_quiet().then(|| view! { <p class="quiet">{text::in_quiet()}</p> })}
            <fieldset class="picks">
                <legend>{text::days()}</legend>
                <div>{days}</div>
                {move || {
                    time.with(|time| time.days.is_empty()).then(|| view! { <p class="quiet">{text::each_day()}</p> })
                }}
            </fieldset>
            <button
                type="button"
                class="text"
                on:click=once(move || {
                    let place = place();
                    now.set(|wishes| {
                        if let Some(place) = place.filter(|place| *place < wishes.times.len()) {
                            wishes.times.remove(place);
                        }
                    });
                })
            >
                {move || text::remove(&shown())}
            </button>
        </li>
    }
}

/// The hours in which nothing comes.
#[component]
pub fn Quiet(now: Now) -> impl IntoView {
    view! {
        <section class="settings">
            <h2>{text::quiet()}</h2>
            <p class="quiet">{text::quiet_help()}</p>
            <div class="from-until">
                <TimeField
                    id="quiet-from".to_owned()
                    label=text::from()
                    time=Signal::derive(move || now.wishes.with(|wishes| wishes.quiet.from))
                    on_change=Callback::new(move |at| now.set(|wishes| wishes.quiet.from = at))
                />
                <TimeField
                    id="quiet-until".to_owned()
                    label=text::until()
                    time=Signal::derive(move || now.wishes.with(|wishes| wishes.quiet.until))
                    on_change=Callback::new(move |at| now.set(|wishes| wishes.quiet.until = at))
                />
            </div>
        </section>
    }
}

/// A time of day. Half a time is none: it stays as it was until the rest is typed.
#[component]
fn TimeField(
    id: String,
    label: &'static str,
    time: Signal<NaiveTime>,
    on_change: Callback<NaiveTime>,
) -> impl IntoView {
    let own = id.clone();
    view! {
        <div class="field short">
            <label for=own>{label}</label>
            <input
                id=id
                type="time"
                required
                prop:value=move || time.get().format(FIELD).to_string()
                on:change:target=move |event| {
                    if let Ok(at) = NaiveTime::parse_from_str(&event.target().value(), FIELD) {
                        on_change.run(at);
                    }
                }
            />
        </div>
    }
}
