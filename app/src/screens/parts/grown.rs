//! What somebody turns toward and what grew from it, as its author and its readers see it.

use chrono::{DateTime, FixedOffset};
use journal::{
    record::{Agenda, Insight, Intention, Outcome, Step},
    threads::{Knot, Thread},
};
use leptos::prelude::*;
use wire::ids::RecordId;

use super::{day_and_time, noon, short_day};
use crate::text::{agenda, threads as words};

/// Where something of a thread is read; a reader of the brief has it in front of them.
pub type Way = fn(&'static str, RecordId) -> String;

/// An intention for itself.
pub fn intention(intention: &Intention) -> AnyView {
    leaf(words::intention(), &[words::kept(&short_day(intention.made))], &intention.text)
}

/// An insight for itself.
pub fn insight(insight: &Insight) -> AnyView {
    let question = insight.question.clone().map(|question| view! { <h2>{question}</h2> });
    let kept = words::kept(&short_day(insight.made));
    let text = insight.text.clone();
    view! {
        <article class="page">
            <h1>{words::insight()}</h1>
            <p class="quiet">{kept}</p>
            {question}
            <p class="words">{text}</p>
        </article>
    }
    .into_any()
}

/// A step for itself.
pub fn step(step: &Step, now: DateTime<FixedOffset>) -> AnyView {
    leaf(words::step(), &stands(step, now), &step.text)
}

/// A list for the next hour.
pub fn list(list: &Agenda) -> AnyView {
    view! {
        <article class="page">
            <h1>{agenda::shown_title()}</h1>
            <p class="quiet">{day_and_time(list.changed)}</p>
            {lines(list, None)}
        </article>
    }
    .into_any()
}

/// The lines of a list; on paper only the first so many of them.
pub fn lines(list: &Agenda, printed: Option<usize>) -> AnyView {
    let lines = list.items.iter().enumerate().map(|(place, item)| {
        let beyond = printed.is_some_and(|printed| place >= printed);
        let text = if item.entry.is_some() { format!("“{}”", item.text) } else { item.text.clone() };
        let question = item.question.clone().map(|question| view! { <span class="quiet">{question}</span> });
        view! {
            <li class:no-print=beyond>
                {question}
                <p class="words">{text}</p>
            </li>
        }
    });
    view! { <ol class="rows brought">{lines.collect_view()}</ol> }.into_any()
}

fn leaf(title: &'static str, facts: &[String], text: &str) -> AnyView {
    let text = text.to_owned();
    view! {
        <article class="page">
            <h1>{title}</h1>
            <p class="quiet">{facts.join(" · ")}</p>
            <p class="words">{text}</p>
        </article>
    }
    .into_any()
}

/// How a step stands, in words.
pub fn stands(step: &Step, now: DateTime<FixedOffset>) -> Vec<String> {
    let looks = step.looks.iter().map(|look| words::looked(outcome(look.outcome), &short_day(look.at)));
    let back =
        step.back_on.filter(|_| step.is_open()).map(|day| words::looks_back(&short_day(noon(day, now))));
    looks.chain(back).collect()
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => words::was_done(),
        Outcome::NotYet => words::was_not_yet(),
        Outcome::LetGo => words::was_let_go(),
    }
}

/// One thread from its intention to its steps, with the sessions between; on paper only what is `printed` of it.
pub fn thread(
    thread: &Thread,
    way: Option<Way>,
    now: DateTime<FixedOffset>,
    printed: Option<&Thread>,
) -> AnyView {
    let records = printed.map(Thread::records);
    let beyond = |id: &RecordId| records.as_ref().is_some_and(|records| !records.contains(id));
    let knots = thread.knots.iter().map(|knot| match knot {
        Knot::Session { number, at } => {
            let beyond = printed.is_some_and(|printed| !printed.knots.contains(knot));
            view! { <li class="dosing" class:no-print=beyond>{words::session(*number, &short_day(*at))}</li> }
                .into_any()
        }
        Knot::Insight { id, insight, steps } => {
            let steps = steps
                .iter()
                .map(|(id, step)| view! { <li class:no-print=beyond(id)>{a_step(*id, step, way, now)}</li> })
                .collect_view();
            let words = line("insight", *id, &insight.text, words::insight().into(), way);
            view! { <li class:no-print=beyond(id)>{words} <ul class="grown">{steps}</ul></li> }.into_any()
        }
        Knot::Step { id, step } => {
            view! { <li class:no-print=beyond(id)>{a_step(*id, step, way, now)}</li> }.into_any()
        }
    });
    view! { <ol class="thread">{knots.collect_view()}</ol> }.into_any()
}

fn a_step(id: RecordId, step: &Step, way: Option<Way>, now: DateTime<FixedOffset>) -> AnyView {
    let stands = [vec![words::step().to_owned()], stands(step, now)].concat().join(" · ");
    line("step", id, &step.text, stands, way)
}

/// Its words, and under them what it is.
pub fn line(kind: &'static str, id: RecordId, text: &str, what: String, way: Option<Way>) -> AnyView {
    let text = text.to_owned();
    let inner = view! {
        <span class="row-title">{text}</span>
        <span class="quiet">{what}</span>
    };
    match way {
        Some(way) => view! { <a href=way(kind, id) class="row-link">{inner}</a> }.into_any(),
        None => view! { <span class="row-link">{inner}</span> }.into_any(),
    }
}
