//! The lines as a table: for who cannot see them, and for who wants to know exactly.

use chrono::{DateTime, FixedOffset, NaiveDate};
use journal::levels::Day;
use leptos::prelude::*;
use wire::ids::RecordId;

use super::noon;
use crate::{
    screens::parts::{names::band, short_day},
    text::{chart as text, scales::Words},
};

/// What the table says, in a line.
const CAPTION: &str = "course-caption";

/// All days, the newest first.
///
/// `drawn` is each scale with its days, oldest first; `marks` the dosing sessions: day and number; `to` the address of
/// a check-in; `is_open` whether somebody opened it.
pub fn table(
    drawn: &[(&'static Words, Vec<Day>)],
    marks: &[(NaiveDate, usize)],
    now: DateTime<FixedOffset>,
    to: &dyn Fn(RecordId) -> String,
    is_open: RwSignal<bool>,
) -> impl IntoView + use<> {
    let names = drawn.iter().map(|(words, _)| view! { <th scope="col">{words.name}</th> }).collect_view();
    let count = drawn.first().map_or(0, |(_, days)| days.len());
    let rows = (0..count).rev().filter_map(|place| {
        let day = drawn.first()?.1.get(place)?.day;
        let sessions: Vec<_> =
            marks.iter().filter(|(on, _)| *on == day).map(|(_, number)| text::session(*number)).collect();
        let cells = drawn
            .iter()
            .filter_map(|(words, days)| days.get(place).map(|day| view! { <td>{cell(words, day, to)}</td> }))
            .collect_view();
        Some(view! {
            <tr>
                <th scope="row">{short_day(noon(day, now))}</th>
                {cells}
                <td>{sessions.join(", ")}</td>
            </tr>
        })
    });
    view! {
        <details class="course-table" open=is_open.get_untracked()>
            <summary on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)>{text::table()}</summary>
            // Above what scrolls sideways, so that it is read whole.
            <p class="quiet" id=CAPTION>{text::caption()}</p>
            <div class="sideways" tabindex="0" role="region" aria-label=text::table() aria-describedby=CAPTION>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{text::day()}</th>
                            {names}
                            <th scope="col">{text::session_column()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}

/// The word of a day leads to the check-in that it is from; of several each has a number that does.
pub fn cell(words: &Words, day: &Day, to: &dyn Fn(RecordId) -> String) -> AnyView {
    let Some(level) = day.level else {
        return view! {
            <span aria-hidden="true">"–"</span>
            <span class="hidden-text">{text::gap()}</span>
        }
        .into_any();
    };
    if let [only] = day.from.as_slice() {
        return view! { <a href=to(*only)>{band(words, level)}</a> }.into_any();
    }
    let each = day.from.iter().enumerate().map(|(place, id)| {
        let number = place + 1;
        view! { " " <a href=to(*id) aria-label=text::number(number)>{number}</a> }
    });
    view! { {band(words, level)} <span class="no-print">{each.collect_view()}</span> }.into_any()
}
