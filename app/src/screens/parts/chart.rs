//! Scales over the days: dots for days, lines between neighbours, gaps left open.

mod table;

use chrono::{DateTime, FixedOffset, NaiveDate};
use journal::levels::Day;
use leptos::prelude::*;
use wire::ids::RecordId;

use super::{names::band, short_day};
use crate::text::{chart as text, scales::Words};

const WIDTH: f32 = 320.0;
const HEIGHT: f32 = 76.0;
/// Room for the numbers of the sessions.
const TOP: f32 = 20.0;
const BOTTOM: f32 = 70.0;

/// Where things are drawn.
#[derive(Clone, Debug, PartialEq)]
struct Plot {
    dots: Vec<(f32, f32)>,
    /// A path through days that follow each other.
    line: String,
}

/// Scales with their days, oldest first, one chart under the other, and the same as a table.
///
/// `marks` are the dosing sessions: day and number; `to` gives the address of a check-in.
pub fn charts(
    drawn: &[(&'static Words, Vec<Day>)],
    marks: &[(NaiveDate, usize)],
    now: DateTime<FixedOffset>,
    to: &dyn Fn(RecordId) -> String,
) -> impl IntoView + use<> {
    charts_beside(drawn, marks, now, to, RwSignal::new(false))
}

/// The same where it is drawn anew while somebody reads the table: `is_open` keeps whether that is open.
pub fn charts_beside(
    drawn: &[(&'static Words, Vec<Day>)],
    marks: &[(NaiveDate, usize)],
    now: DateTime<FixedOffset>,
    to: &dyn Fn(RecordId) -> String,
    is_open: RwSignal<bool>,
) -> impl IntoView + use<> {
    let lines = drawn.iter().map(|(words, days)| chart(words, days, marks, now, to)).collect_view();
    view! {
        <p class="quiet">{text::help()}</p>
        {lines}
        {table::table(drawn, marks, now, to, is_open)}
    }
}

/// One chart with its name on the left and the latest band as a word on the right, which leads to what it is from.
///
/// `days` are its days, oldest first; `marks` the dosing sessions: day and number; `to` the address of a check-in.
fn chart(
    words: &'static Words,
    days: &[Day],
    marks: &[(NaiveDate, usize)],
    now: DateTime<FixedOffset>,
    to: &dyn Fn(RecordId) -> String,
) -> impl IntoView + use<> {
    let last = days.iter().rev().find_map(|day| day.level.map(|level| (day, level)));
    let day_of = |day: NaiveDate| short_day(noon(day, now));
    let label = label(words, days, last.map(|(day, level)| (band(words, level), day_of(day.day))).as_ref());
    let Plot { dots, line } = plot(days);
    let dots = dots.into_iter().map(|(x, y)| view! { <circle cx=x cy=y r="2.6" /> }).collect_view();
    let rules = marks
        .iter()
        .filter_map(|(day, number)| {
            let x = across(days.iter().position(|one| one.day == *day)?, days.len());
            Some(view! {
                <line class="dosing" x1=x x2=x y1=TOP - 4.0 y2=BOTTOM />
                <text class="dosing" x=x y=TOP - 7.0 text-anchor="middle">
                    {*number}
                </text>
            })
        })
        .collect_view();
    // A word from long ago must not look like today's.
    let recent = |day: NaiveDate| (now.date_naive() - day).num_days() <= 1;
    view! {
        <div class="chart">
            <span class="chart-name">{words.name}</span>
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=label>
                <path class="grid" d=format!("M0 {TOP}H{WIDTH}M0 {BOTTOM}H{WIDTH}") />
                {rules}
                <path class="line" d=line />
                {dots}
            </svg>
            <span class="chart-band">
                {last.map(|(day, _)| table::cell(words, day, to))}
                {last
                    .filter(|(day, _)| !recent(day.day))
                    .map(|(day, _)| view! { <span class="quiet">{day_of(day.day)}</span> })}
            </span>
        </div>
    }
}

fn label(words: &Words, days: &[Day], last: Option<&(&str, String)>) -> String {
    let levels: Vec<f32> = days.iter().filter_map(|day| day.level).collect();
    let lowest = levels.iter().copied().reduce(f32::min).map(|level| band(words, level));
    let highest = levels.iter().copied().reduce(f32::max).map(|level| band(words, level));
    let last = last.map(|(word, day)| (*word, day.as_str()));
    text::spoken(words.name, levels.len(), days.len(), lowest.zip(highest), last)
}

fn plot(days: &[Day]) -> Plot {
    let mut dots = Vec::new();
    let mut line = Vec::new();
    let mut neighbour = false;
    for (place, day) in days.iter().enumerate() {
        let Some(level) = day.level else {
            neighbour = false;
            continue;
        };
        let (x, y) = (across(place, days.len()), down(level));
        let pen = if neighbour { 'L' } else { 'M' };
        line.push(format!("{pen}{x:.1} {y:.1}"));
        dots.push((x, y));
        neighbour = true;
    }
    Plot { dots, line: line.concat() }
}

#[expect(clippy::cast_precision_loss, reason = "weeks of days")]
fn across(place: usize, days: usize) -> f32 {
    (place as f32 + 0.5) * WIDTH / days as f32
}

/// 5 on top, 1 at the bottom.
fn down(level: f32) -> f32 {
    BOTTOM - (level - 1.0) / 4.0 * (BOTTOM - TOP)
}

/// The middle of a day where the reader is.
pub fn noon(day: NaiveDate, now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    day.and_hms_opt(12, 0, 0).and_then(|noon| noon.and_local_timezone(*now.offset()).single()).unwrap_or(now)
}

#[cfg(test)]
mod tests;
