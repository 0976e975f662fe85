//! Totals over time between the ranges that they are read by, with the sessions between, and the same as a table.

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

/// The sheet is stretched to its place, so everything on it is in hundredths of it.
const SHEET: f64 = 100.0;
/// Room for a dot on either side.
const EDGE: f64 = 2.0;

/// Nothing for a single total.
pub fn over_time(instrument: &'static Instrument, points: &[Point], course: &Course) -> AnyView {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return ().into_any() };
    if points.len() < 2 {
        return ().into_any();
    }
    let across = |at: DateTime<FixedOffset>| {
        let (all, here) = ((last.at - first.at).as_seconds_f64().max(1.0), (at - first.at).as_seconds_f64());
        EDGE + here / all * (SHEET - 2.0 * EDGE)
    };
    let [lowest, highest] = instrument.total.range;
    let down = |level: f64| (f64::from(highest) - level) / f64::from(highest - lowest) * SHEET;
    let places: Vec<_> =
        points.iter().map(|point| (across(point.at), down(f64::from(point.score.total)))).collect();
    let line: Vec<_> = places.iter().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
    // A line of no length with round ends: on a sheet that is stretched, a circle would not be round.
    let dots: Vec<_> = places.iter().map(|(x, y)| format!("M{x:.1} {y:.1}h0")).collect();
    let sessions = course.dosings().enumerate().filter(|(_, one)| (first.at..=last.at).contains(&one.at));
    let sessions: Vec<_> = sessions.map(|(place, one)| (across(one.at), place + 1)).collect();
    let rules: Vec<_> = sessions.iter().map(|(x, _)| format!("M{x:.1} 0V{SHEET}")).collect();
    let marks = sessions.into_iter().map(|(x, number)| {
        view! { <span style:inset-inline-start=format!("{x:.1}%")>{number}</span> }
    });
    let between = instrument.bands.iter().filter(|band| band.from > lowest);
    let ranges: Vec<_> =
        between.map(|band| format!("M0 {:.1}H{SHEET}", down(f64::from(band.from) - 0.5))).collect();
    let label = words::spoken(
        &instrument.title,
        points.len(),
        (first.score.total, &short_day(first.at)),
        (last.score.total, &short_day(last.at)),
    );
    view! {
        <section class="over-time">
            <h2>{words::course()}</h2>
            <div class="scores">
                <div class="scores-marks" aria-hidden="true">{marks.collect_view()}</div>
                <div class="scores-range" aria-hidden="true">
                    <span>{highest}</span>
                    <span>{lowest}</span>
                </div>
                <svg
                    class="scores-sheet"
                    viewBox=format!("0 0 {SHEET} {SHEET}")
                    preserveAspectRatio="none"
                    role="img"
                    aria-label=label
                >
                    <path class="grid" d=format!("M0 0H{SHEET}M0 {SHEET}H{SHEET}{}", ranges.concat()) />
                    <path class="dosing" d=rules.concat() />
                    <path class="line" d=format!("M{}", line.join("L")) />
                    <path class="dots" d=dots.concat() />
                </svg>
                {names(instrument)}
                <p class="scores-days" aria-hidden="true">
                    <span>{short_day(first.at)}</span>
                    <span>{short_day(last.at)}</span>
                </p>
            </div>
            {table(instrument, points)}
        </section>
    }
    .into_any()
}

/// The ranges by name, the highest on top, each as high as it is on the sheet.
fn names(instrument: &'static Instrument) -> AnyView {
    let [lowest, highest] = instrument.total.range.map(f64::from);
    let bands = || instrument.bands.iter().rev();
    let heights: Vec<_> = bands()
        .map(|band| {
            let (from, to) = (f64::from(band.from) - 0.5, f64::from(band.to) + 0.5);
            format!("minmax(0, {:.1}fr)", to.min(highest) - from.max(lowest))
        })
        .collect();
    let named = bands().map(|band| view! { <span>{band.name(language().tag()).to_owned()}</span> });
    view! {
        <div class="scores-names" aria-hidden="true" style:grid-template-rows=heights.join(" ")>
            {named.collect_view()}
        </div>
    }
    .into_any()
}

fn table(instrument: &'static Instrument, points: &[Point]) -> AnyView {
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
    view! {
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
    }
    .into_any()
}
