//! The journal: what was written, day by day, with the dosing sessions between.

use chrono::{DateTime, FixedOffset, NaiveDate};
use journal::record::{CheckIn, Entry, Opened, SCALES};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::RecordId;

use super::own::course;
use crate::{
    screens::parts::{Frame, SyncLine, clock_time, names, whole_day},
    text::client::journal as said,
    vault::use_vault,
};

/// One line of the journal.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    at: DateTime<FixedOffset>,
    day: NaiveDate,
    what: What,
}

#[derive(Clone, Debug, PartialEq)]
enum What {
    Entry { id: RecordId, first_words: String, line: String },
    CheckIn { line: String, shared: bool },
    Dosing(usize),
}

/// The list.
#[component]
pub fn Journal() -> impl IntoView {
    let vault = use_vault();
    let search = RwSignal::new(String::new());
    let lines = Memo::new(move |_| {
        let (me, wanted) = (vault.me(), search.get().trim().to_lowercase());
        let course = course(vault);
        let mut lines: Vec<Line> = vault.records.with(|records| {
            let own = records.iter().filter(|record| Some(record.owner) == me);
            own.filter_map(line).filter(|(_, words)| words.contains(&wanted)).map(|(line, _)| line).collect()
        });
        if wanted.is_empty() {
            let offset = *vault.now.get().offset();
            lines.extend(course.dosings().enumerate().map(|(place, dosing)| Line {
                at: dosing.at,
                day: dosing.at.with_timezone(&offset).date_naive(),
                what: What::Dosing(place + 1),
            }));
        }
        lines.sort_by_key(|line| std::cmp::Reverse((line.day, line.at)));
        lines
    });
    let days = Memo::new(move |_| {
        let mut days: Vec<NaiveDate> = lines.with(|lines| lines.iter().map(|line| line.day).collect());
        days.dedup();
        days
    });
    let of_day = move |day: NaiveDate| lines.get().into_iter().filter(move |line| line.day == day);
    view! {
        <Frame>
            <h1>{said::title()}</h1>
            <search class="field">
                <label for="search">{said::search()}</label>
                <input
                    id="search"
                    type="search"
                    autocomplete="off"
                    on:input:target=move |event| search.set(event.target().value())
                />
            </search>
            {move || {
                days.get()
                    .is_empty()
                    .then(|| {
                        let text = if search.with(String::is_empty) { said::empty() } else { said::none() };
                        view! { <p role="status">{text}</p> }
                    })
            }}
            <For
                each=move || days.get()
                key=|day| *day
                children=move |day| {
                    view! {
                        <section class="day">
                            <h2>{whole_day(day)}</h2>
                            <ul class="rows">
                                {move || of_day(day).map(|line| view! { <Row line /> }).collect_view()}
                            </ul>
                        </section>
                    }
                }
            />
            <SyncLine />
        </Frame>
    }
}

#[component]
fn Row(line: Line) -> impl IntoView {
    let time = clock_time(line.at);
    match line.what {
        What::Entry { id, first_words, line } => view! {
            <li>
                <A href=format!("/app/entry/{id}") attr:class="row-link">
                    <span class="row-title">{first_words}</span>
                    <span class="quiet">{time} " · " {line}</span>
                </A>
            </li>
        }
        .into_any(),
        What::CheckIn { line, shared } => view! {
            <li class="row-plain">
                <span>{line}</span>
                <span class="quiet">
                    {time} " · " {said::check_in()} " · " {if shared { said::shared() } else { said::private() }}
                </span>
            </li>
        }
        .into_any(),
        What::Dosing(number) => {
            view! { <li class="row-plain dosing">{said::session(number)}</li> }.into_any()
        }
    }
}

/// A record as a line, and the words to search in.
fn line(record: &Opened) -> Option<(Line, String)> {
    if let Some(entry) = record.entry() {
        return Some(entry_line(record, entry));
    }
    record.check_in().map(|check_in| check_in_line(record, check_in))
}

fn entry_line(record: &Opened, entry: &Entry) -> (Line, String) {
    let state = match (entry.finished, record.recipients.is_empty()) {
        (None, _) => said::draft(),
        (_, true) => said::private(),
        (_, false) => said::shared(),
    };
    let mut words: Vec<&str> = entry.answers.iter().map(|answer| answer.text.as_str()).collect();
    words.push(&entry.free);
    words.extend(entry.feelings.iter().map(|id| names::feeling(id)));
    let first_words = names::first_words(entry.first_words(110), &entry.feelings);
    let what = What::Entry {
        id: record.id,
        first_words,
        line: format!("{} · {state}", names::moment(entry.moment)),
    };
    (Line { at: entry.started, day: entry.started.date_naive(), what }, words.join(" ").to_lowercase())
}

fn check_in_line(record: &Opened, check_in: &CheckIn) -> (Line, String) {
    let mut parts: Vec<String> = SCALES
        .iter()
        .filter_map(|scale| {
            let step = usize::from(check_in.level(*scale)?.step());
            let words = names::scale(*scale);
            words.steps.get(step - 1).map(|word| format!("{} {word}", words.name.to_lowercase()))
        })
        .collect();
    parts.extend((!check_in.note.trim().is_empty()).then(|| format!("“{}”", check_in.note.trim())));
    let line = parts.join(", ");
    let words = format!("{line} {}", names::feelings(&check_in.feelings)).to_lowercase();
    let what = What::CheckIn { line, shared: !record.recipients.is_empty() };
    (Line { at: check_in.at, day: check_in.day, what }, words)
}
