//! Questionnaires: the course, the last total with its band, and what the change is called.

use chrono::{DateTime, FixedOffset};
use journal::{
    brief::{Brief, Measured},
    measures::{Change, Instrument, Score},
};
use leptos::prelude::*;
use wire::ids::AccountId;

use super::{
    super::pattern,
    figure::{Figure, Totals},
    printed::left_out_of_measures,
};
use crate::{
    screens::parts::{Rows, short_day},
    text::{language, therapist::figures as text},
};

const WIDTH: f32 = 96.0;
const HEIGHT: f32 = 28.0;
const EDGE: f32 = 4.0;
/// How many totals before the last one are said; all are drawn.
const EARLIER: usize = 3;

/// One line an instrument; nothing where nothing was shared.
#[component]
pub fn MeasuresOf(account: AccountId, brief: Memo<Brief>) -> impl IntoView {
    let measured = Memo::new(move |_| brief.with(|brief| brief.measured.clone()));
    let is_any = Memo::new(move |_| !measured.with(Vec::is_empty));
    // What is open under a figure stays open while something else comes in.
    let dosings = Memo::new(move |_| brief.with(|brief| brief.dosings.clone()));
    let row = move |one: Measured| dosings.with(|dosings| line(account, &one, dosings));
    move || {
        is_any.get().then(|| {
            view! {
                <section class="measures">
                    <h2>{text::measures()} {move || left_out_of_measures(measured.with(Vec::len))}</h2>
                    <ul class="rows">
                        <Rows each=move || measured.get() key=|one| one.instrument.id.as_str() row />
                    </ul>
                    <Totals account measured />
                </section>
            }
        })
    }
}

/// "PHQ-9  21 → 14 → 9, mild   response (−57 %, from 21 on 1 Sep)".
fn line(account: AccountId, measured: &Measured, dosings: &[DateTime<FixedOffset>]) -> AnyView {
    let ids: Vec<_> = measured.given.iter().map(|given| given.id).collect();
    let course: Vec<_> = measured.totals().map(|(given, score)| (given.at, score.total)).collect();
    let last = measured.last().map(|(given, score)| {
        let corrected = given.corrected.then(|| text::corrected().to_owned());
        let said = [Some(total(measured.instrument, score)), corrected];
        (said.into_iter().flatten().collect::<Vec<_>>().join(", "), short_day(given.at))
    });
    let (last, day) = last.unwrap_or_else(|| (text::no_total().into(), String::new()));
    let earlier: Vec<_> =
        course.iter().rev().skip(1).take(EARLIER).map(|(_, total)| format!("{total} → ")).collect();
    let earlier: String = earlier.into_iter().rev().collect();
    let step = measured.before().zip(measured.last()).map(|((earlier, before), (later, last))| {
        let difference = i32::from(last.total) - i32::from(before.total);
        let words = format!("{}: {}", text::from_last(), text::signed(difference));
        view! {
            <span class="measure-step">
                " · " <Figure account from=vec![earlier.id, later.id]>{words}</Figure>
            </span>
        }
    });
    let change = measured.change.as_ref().map(|(word, baseline)| {
        let from = baseline.score.map_or(0, |score| score.total);
        let how = text::percent(measured.percent(), from, &short_day(baseline.at));
        // It is about the latest complete total; where an estimated one stands before it, it says which that is.
        let about = measured.complete().filter(|_| measured.last().is_some_and(|(_, last)| last.prorated));
        let about =
            about.map(|(given, score)| text::to(score.total, &short_day(given.at))).unwrap_or_default();
        let word = change_word(*word);
        view! {
            <span class="measure-change">
                <Figure account from=measured.compared()>
                    <strong>{word}</strong>
                    " "
                    <span class="quiet">{format!("({how}{about})")}</span>
                </Figure>
            </span>
        }
    });
    let pattern = measured.last().and_then(|(given, _)| {
        let said = pattern::said(measured.instrument, given.pattern.as_ref()?)?;
        Some(view! {
            <span class="measure-change quiet">
                <Figure account from=vec![given.id]>{said}</Figure>
            </span>
        })
    });
    let sessions = between(&course, dosings);
    let spoken = text::spoken(
        &measured.instrument.title,
        &course.iter().map(|(_, total)| total.to_string()).collect::<Vec<_>>(),
        sessions.len(),
    );
    view! {
        <li class="measure">
            <span class="measure-name">{measured.instrument.title.clone()}</span>
            {drawn(measured.instrument, &course, &sessions, spoken)}
            <span class="measure-last">
                <Figure account from=ids>
                    <span class="quiet">{earlier}</span>
                    {last}
                </Figure>
                " "
                <span class="quiet">{day} {step}</span>
            </span>
            {change}
            {pattern}
        </li>
    }
    .into_any()
}

/// "9, mild", and whether answers are missing in it.
pub fn total(instrument: &Instrument, score: Score) -> String {
    let band = instrument.band(score.total).map(|band| band.name(language().tag()).to_owned());
    let prorated = score.prorated.then(|| text::prorated().to_owned());
    [Some(score.total.to_string()), band, prorated].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The word as clinicians have it.
fn change_word(change: Change) -> &'static str {
    match change {
        Change::Remission => text::remission(),
        Change::Response => text::response(),
        Change::ReliableImprovement => text::improvement(),
        Change::ReliableDeterioration => text::deterioration(),
        Change::NoReliableChange => text::no_change(),
    }
}

/// The dosing sessions between the first total and the last.
fn between(
    course: &[(DateTime<FixedOffset>, u16)],
    dosings: &[DateTime<FixedOffset>],
) -> Vec<DateTime<FixedOffset>> {
    let (Some((first, _)), Some((last, _))) = (course.first(), course.last()) else { return Vec::new() };
    dosings.iter().copied().filter(|at| first <= at && at <= last).collect()
}

/// Each total as a dot at its day, the last one larger; the highest possible total is at the top.
/// A thin rule is a dosing session.
fn drawn(
    instrument: &Instrument,
    course: &[(DateTime<FixedOffset>, u16)],
    sessions: &[DateTime<FixedOffset>],
    spoken: String,
) -> AnyView {
    let [lowest, highest] = instrument.total.range.map(f32::from);
    let first = course.first().map(|(at, _)| *at).unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "hours of some years")]
    let hours = |at: DateTime<FixedOffset>| (at - first).num_hours() as f32;
    let whole = course.last().map_or(1.0, |(at, _)| hours(*at)).max(1.0);
    let across = |at: DateTime<FixedOffset>| EDGE + hours(at) / whole * (WIDTH - 2.0 * EDGE);
    let down = |total: u16| {
        HEIGHT - EDGE - (f32::from(total) - lowest) / (highest - lowest).max(1.0) * (HEIGHT - 2.0 * EDGE)
    };
    let points: Vec<_> = course.iter().map(|(at, total)| (across(*at), down(*total))).collect();
    let steps: Vec<String> = points
        .iter()
        .enumerate()
        .map(|(place, (x, y))| format!("{}{x:.1} {y:.1}", if place == 0 { 'M' } else { 'L' }))
        .collect();
    let path = steps.concat();
    let end = points.len().saturating_sub(1);
    let dots = points
        .iter()
        .enumerate()
        .map(|(place, (x, y))| view! { <circle cx=*x cy=*y r=if place == end { "3" } else { "1.8" } /> })
        .collect_view();
    let rules: Vec<_> = sessions.iter().map(|at| format!("M{:.1} 0V{HEIGHT}", across(*at))).collect();
    view! {
        <svg class="measure-course" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=spoken>
            <path class="dosing-rule" d=rules.concat() />
            <path class="line" d=path />
            {dots}
        </svg>
    }
    .into_any()
}
