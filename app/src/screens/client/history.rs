//! How it has been: the check-ins over four weeks, with the sessions between.

use chrono::{Duration, NaiveDate};
use journal::{
    levels::{CHART_DAYS, days_until, line, marks},
    record::{CheckIn, Opened, SCALES},
};
use leptos::prelude::*;
use leptos_router::{components::A, hooks::use_query_map};
use wire::ids::RecordId;

use super::own::course;
use crate::{
    screens::parts::{Frame, Framed, SyncLine, charts, names, noon, short_day},
    text::check_ins as words,
    vault::{Vault, use_vault},
};

/// The lines, the same as a table, and each check-in.
#[component]
pub fn History() -> impl IntoView {
    let vault = use_vault();
    let query = use_query_map();
    let back = Memo::new(move |_| {
        query.with(|query| query.get("w").and_then(|weeks| weeks.parse::<u16>().ok())).unwrap_or(0)
    });
    let weeks = Memo::new(move |_| four_weeks(vault, back.get()));
    let rows = move || weeks.with(|weeks| weeks.as_ref().map_or_else(Vec::new, |weeks| weeks.shown.clone()));
    let row = move |(id, check_in): (RecordId, CheckIn)| {
        let day = short_day(noon(check_in.day, vault.now.get()));
        row(id, &check_in, day)
    };
    let frame = |rows| view! { <h2>{words::list()}</h2> <ul class="rows">{rows}</ul> }.into_any();
    view! {
        <Frame>
            <h1>{words::course()}</h1>
            {move || match weeks.get() {
                Some(weeks) => drawn(vault, &weeks, back.get()),
                None => view! { <p>{words::first()}</p> }.into_any(),
            }}
            <Framed each=rows key=|(id, _): &(RecordId, CheckIn)| *id row frame />
            <SyncLine />
        </Frame>
    }
}

/// Four weeks and what was checked in then.
#[derive(Clone, PartialEq)]
struct Weeks {
    days: Vec<NaiveDate>,
    /// The latest first.
    shown: Vec<(RecordId, CheckIn)>,
    /// The day of the first check-in of all.
    oldest: NaiveDate,
}

/// Four weeks, so many times four weeks back; tracked. Nothing where there is no check-in at all.
fn four_weeks(vault: Vault, back: u16) -> Option<Weeks> {
    let today = vault.now.get().date_naive();
    let days = days_until(today.checked_sub_signed(Duration::days(CHART_DAYS * i64::from(back)))?);
    let all = own(vault);
    let oldest = all.iter().map(|(_, check_in)| check_in.day).min()?;
    let mut shown: Vec<_> = all.into_iter().filter(|(_, check_in)| days.contains(&check_in.day)).collect();
    shown.sort_by_key(|(_, check_in)| std::cmp::Reverse((check_in.day, check_in.at)));
    Some(Weeks { days, shown, oldest })
}

/// Their lines, and the ways to the weeks around; tracked.
fn drawn(vault: Vault, Weeks { days, shown, oldest }: &Weeks, back: u16) -> AnyView {
    let now = vault.now.get();
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return ().into_any() };
    let day = |day| short_day(noon(day, now));
    let lines = if shown.is_empty() {
        view! { <p>{words::none()}</p> }.into_any()
    } else {
        let drawn = SCALES.map(|scale| (names::scale(scale), line(days, shown, scale)));
        let to = |id| format!("/app/checked/{id}");
        charts(&drawn, &marks(&course(vault), days, shown), now, &to).into_any()
    };
    let way = |back: u16, label: &'static str| {
        view! { <A href=format!("/app/course?w={back}") attr:class="text">{label}</A> }
    };
    view! {
        <p class="lead">{words::between(&day(*first), &day(*last))}</p>
        {lines}
        <nav class="actions" aria-label=words::course()>
            {(oldest < first).then(|| way(back + 1, words::earlier()))}
            {(back > 0).then(|| way(back - 1, words::later()))}
        </nav>
    }
    .into_any()
}

fn row(id: RecordId, check_in: &CheckIn, day: String) -> AnyView {
    let said = SCALES.iter().filter_map(|scale| {
        let words = names::scale(*scale);
        let level = check_in.level(*scale)?;
        Some(format!("{} {}", words.name.to_lowercase(), names::band(words, f32::from(level.step()))))
    });
    let said: Vec<_> = said.chain(check_in.feelings.iter().map(|id| names::feeling(id).to_owned())).collect();
    view! {
        <li>
            <A href=format!("/app/checked/{id}") attr:class="row-link">
                <span>{day}</span>
                <span class="quiet">{said.join(", ")}</span>
            </A>
        </li>
    }
    .into_any()
}

/// One's own check-ins; tracked.
fn own(vault: Vault) -> Vec<(RecordId, CheckIn)> {
    let me = vault.me();
    vault.records.with(|records| {
        let own = records.iter().filter(|record| Some(record.owner) == me);
        own.filter_map(|record| Opened::check_in(record).map(|check_in| (record.id, check_in.clone())))
            .collect()
    })
}
