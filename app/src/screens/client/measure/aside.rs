//! What was begun so long ago that it starts anew: kept as it is, to look at.

use journal::{
    measures::{Instrument, find, is_aside},
    record::Measure,
};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::RecordId;

use super::{super::own::begun_of, own};
use crate::{
    device::clock,
    screens::parts::{Framed, short_day},
    text::measures as words,
    vault::Vault,
};

/// Every one, under what was answered.
pub fn all(vault: Vault) -> AnyView {
    let each = move || {
        let now = clock::now();
        let known = |(id, measure): (RecordId, Measure)| {
            let instrument = find(&measure.instrument)?;
            is_aside(instrument, &measure, now).then_some((id, instrument, measure.started))
        };
        own(vault).into_iter().filter_map(known).collect()
    };
    let row = |(id, instrument, begun): (RecordId, &'static Instrument, _)| {
        view! {
            <li>
                <A href=format!("/app/measured/{id}") attr:class="row-link">
                    <span class="row-title">{format!("{} · {}", instrument.title, short_day(begun))}</span>
                </A>
            </li>
        }
        .into_any()
    };
    let frame = |rows| view! { <h2>{words::aside()}</h2> <ul class="rows">{rows}</ul> }.into_any();
    view! { <Framed each key=|(id, ..)| *id row frame /> }.into_any()
}

/// Why a questionnaire that was begun starts anew, if one was.
pub fn why(vault: Vault, instrument: &Instrument) -> Option<String> {
    untrack(|| begun_of(vault, instrument)).aside.map(|begun| words::anew(&short_day(begun)))
}

/// One of them: what was answered then.
pub fn set_aside(instrument: &'static Instrument, measure: &Measure) -> AnyView {
    let (_, own) = instrument.wording(&measure.language).unzip();
    let read = if own == Some(true) { measure.language.clone() } else { "en".into() };
    let answers = instrument.questions(&read).into_iter().filter_map(|question| {
        let given = measure.answers.get(&question.id)?;
        let (_, answer) = question.choices.into_iter().find(|(value, _)| value == given)?;
        let read = read.clone();
        Some(view! {
            <div>
                <dt lang=read.clone()>{question.text}</dt>
                <dd lang=read>{answer}</dd>
            </div>
        })
    });
    view! {
        <h1>{format!("{} · {}", instrument.title, short_day(measure.started))}</h1>
        <p class="quiet">{words::aside_line()}</p>
        <dl class="answers">{answers.collect_view()}</dl>
        <p><A href="/app/measures">{words::title()}</A></p>
    }
    .into_any()
}
