//! Totals over time, with the sessions between, and the same as a table.

use chrono::{DateTime, FixedOffset};
use journal::{
    course::Course,
    measures::{Instrument, Point},
};
use leptos::prelude::*;

use crate::{
    screens::parts::short_day,
    text::{language, measures as words},
};

const WIDTH: f64 = 320.0;
/// Room for the numbers of the sessions.
const TOP: f64 = 20.0;
const BOTTOM: f64 = 70.0;

/// Nothing for a single total.
pub fn over_time(instrument: &'static Instrument, points: &[Point], course: &Course) -> AnyView {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return ().into_any() };
    if points.len() < 2 {
        return ().into_any();
    }
    let across = |at: DateTime<FixedOffset>| {
        let (all, here) = ((last.at - first.at).as_seconds_f64().max(1.0), (at - first.at).as_seconds_f64());
        10.0 + here / all * (WIDTH - 20.0)
    };
    let [lowest, highest] = instrument.total.range.map(f64::from);
    let down = |total: u16| BOTTOM - (f64::from(total) - lowest) / (highest - lowest) * (BOTTOM - TOP);
    let places: Vec<_> = points.iter().map(|point| (across(point.at), down(point.score.total))).collect();
    let line: Vec<_> = places.iter().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
    let dots = places.into_iter().map(|(x, y)| view! { <circle cx=x cy=y r="2.6" /> }).collect_view();
    let sessions = course.dosings().enumerate().filter(|(_, one)| (first.at..=last.at).contains(&one.at));
    let rules = sessions.map(|(place, one)| {
        let x = across(one.at);
        view! {
            <line class="dosing" x1=x x2=x y1=TOP - 4.0 y2=BOTTOM />
            <text class="dosing" x=x y=TOP - 7.0 text-anchor="middle">
                {place + 1}
            </text>
        }
    });
    let rows = points.iter().map(|point| {
        let band = instrument.band(point.score.total).map(|band| band.name(language().tag()).to_owned());
        let mark = point.score.prorated.then(|| format!(" ({})", words::is_estimated()));
        view! {
            <tr>
                <th scope="row">{short_day(point.at)}</th>
                <td>{point.score.total} {mark}</td>
                <td>{band}</td>
            </tr>
        }
    });
    let label = words::spoken(&instrument.title, points.len(), first.score.total, last.score.total);
    view! {
        <section class="over-time">
            <h2>{words::course()}</h2>
            <div class="chart">
                <svg viewBox=format!("0 0 {WIDTH} 76") role="img" aria-label=label>
                    <path class="grid" d=format!("M0 {TOP}H{WIDTH}M0 {BOTTOM}H{WIDTH}") />
                    {rules.collect_view()}
                    <path class="line" d=format!("M{}", line.join("L")) />
                    {dots}
                </svg>
            </div>
            <details class="course-table">
                <summary>{words::table()}</summary>
                <div class="sideways" tabindex="0" role="region" aria-label=words::table()>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{words::day()}</th>
                                <th scope="col">{words::score()}</th>
                                <th scope="col">{words::range()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                </div>
            </details>
        </section>
    }
    .into_any()
}
