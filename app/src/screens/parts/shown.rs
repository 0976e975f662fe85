//! What a record looks like to whoever may read it: the author before it goes and the reader see this same part.

use journal::{
    course::Moment,
    measures::find,
    record::{Body, CheckIn, Excerpt, Measure, SCALES},
};
use leptos::prelude::*;

use super::{
    dates::{day_and_time, whole_day},
    grown, names, page, safety_plan,
};
use crate::text::{
    check_ins, language, page as text, safety, sharing as words, therapist, therapist::figures,
    when::since_hours,
};

/// A record, exactly as its reader has it. Kinds that nobody reads as a page are nothing.
pub fn shown(body: &Body) -> AnyView {
    match body {
        Body::Entry(entry) => page(entry).into_any(),
        Body::Excerpt(excerpt) => passage(excerpt).into_any(),
        Body::CheckIn(record) => check_in(record).into_any(),
        Body::Numbers(numbers) => check_in(&numbers.as_check_in()).into_any(),
        Body::Intention(intention) => grown::intention(intention),
        Body::Insight(insight) => grown::insight(insight),
        Body::Step(step) => grown::step(step, step.changed),
        Body::Agenda(agenda) => grown::list(agenda),
        Body::Measure(measure) => answered(measure).into_any(),
        Body::SafetyPlan(plan) => view! {
            <h1>{safety::theirs()}</h1>
            {safety_plan(plan)}
        }
        .into_any(),
        _ => ().into_any(),
    }
}

/// Every question with its answer, as it was read, and what it comes to.
fn answered(measure: &Measure) -> Option<AnyView> {
    let instrument = find(&measure.instrument)?;
    let (_, own) = instrument.wording(&measure.language)?;
    let read = if own { measure.language.as_str() } else { "en" };
    // What counts for the total has its number beside it; the question after those does not.
    let counts = |id: u8| instrument.items.iter().any(|item| item.id == id);
    let answers = instrument.questions(read).into_iter().map(|question| {
        let given = measure.answers.get(&question.id);
        let answer = question.choices.into_iter().find(|(value, _)| Some(value) == given);
        let answer = match answer {
            Some((value, answer)) if counts(question.id) => {
                view! { <dd lang=read.to_owned()>{format!("{answer} ({value})")}</dd> }.into_any()
            }
            Some((_, answer)) => view! { <dd lang=read.to_owned()>{answer}</dd> }.into_any(),
            None => view! { <dd>{figures::skipped()}</dd> }.into_any(),
        };
        view! {
            <div>
                <dt lang=read.to_owned()>{question.text}</dt>
                {answer}
            </div>
        }
    });
    let total = measure.score().map_or_else(
        || figures::no_total().to_owned(),
        |score| {
            let band = instrument.band(score.total).map(|band| band.name(language().tag()).to_owned());
            let prorated = score.prorated.then(|| figures::prorated().to_owned());
            [Some(score.total.to_string()), band, prorated]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ")
        },
    );
    let facts =
        [Some(day_and_time(measure.changed)), measure.corrected.map(|_| figures::corrected().to_owned())];
    Some(
        view! {
            <article class="page">
                <h1>{instrument.title.clone()}</h1>
                <p class="quiet">{facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
                <p class="lead">{total}</p>
                <dl class="answers">{answers.collect_view()}</dl>
            </article>
        }
        .into_any(),
    )
}

fn passage(excerpt: &Excerpt) -> impl IntoView + use<> {
    let after = excerpt.dosing_at.map(|dosing| (excerpt.started - dosing).num_hours());
    let facts = [
        (excerpt.moment != Moment::Free).then(|| names::moment(excerpt.moment).to_owned()),
        Some(day_and_time(excerpt.started)),
        after.map(|hours| therapist::after_a_session(&since_hours(hours))),
    ];
    view! {
        <article class="page">
            <h1>{words::passage_title()}</h1>
            <p class="quiet">{facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
            {excerpt.passage.question.clone().map(|question| view! { <h2>{question}</h2> })}
            <p class="words">{excerpt.passage.text.clone()}</p>
        </article>
    }
}

fn check_in(record: &CheckIn) -> impl IntoView + use<> {
    let steps = SCALES.into_iter().filter_map(|scale| {
        let step = usize::from(record.level(scale)?.step());
        let words = names::scale(scale);
        let word = words.steps.get(step - 1).copied()?;
        Some(view! {
            <div>
                <dt>{words.name}</dt>
                <dd>{word}</dd>
            </div>
        })
    });
    let steps = steps.collect_view();
    let feelings = (!record.feelings.is_empty()).then(|| {
        view! {
            <h2>{text::touched()}</h2>
            <p class="words">{names::feelings(&record.feelings)}</p>
        }
    });
    // Where it counts for another day than that on which it was made.
    let day = (record.day != record.at.date_naive()).then(|| check_ins::for_day(&whole_day(record.day)));
    let facts = [
        Some(day_and_time(record.at)),
        day,
        record.corrected.map(|at| check_ins::corrected(&day_and_time(at))),
    ];
    let note = record.note.trim().to_owned();
    let note = (!note.is_empty()).then(|| view! { <p class="words">{note}</p> });
    view! {
        <article class="page">
            <h1>{words::check_in_title()}</h1>
            <p class="quiet">{facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
            <dl class="scales">{steps}</dl>
            {feelings}
            {note}
        </article>
    }
}
