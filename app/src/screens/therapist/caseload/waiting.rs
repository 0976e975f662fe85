//! Above everything else: who wanted something to be known at once, and nobody has said yet what was done.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::AccountId;

use super::line::Case;
use crate::{
    screens::parts::{Icon, Rows, Shape, day_and_time},
    text::{alerts::desk as words, begun, therapist::figures},
};

/// One line a client, whose newest alert is the newest of all first; nothing on every good day.
#[component]
pub fn Waiting(cases: Memo<Vec<Arc<Case>>>) -> impl IntoView {
    let waiting = Memo::new(move |_| {
        let mut all: Vec<_> = cases.with(|cases| {
            let newest = |case: &Arc<Case>| {
                let (_, sent) = case.line.alerts.first()?;
                Some((case.line.client, *sent, case.name()))
            };
            cases.iter().filter_map(newest).collect()
        });
        all.sort_by_key(|(_, sent, _)| std::cmp::Reverse(*sent));
        all
    });
    let is_any = Memo::new(move |_| !waiting.with(Vec::is_empty));
    move || {
        is_any.get().then(|| {
            view! {
                <section class="urgent waiting">
                    <h2>{words::waiting()}</h2>
                    <ul class="rows">
                        <Rows each=move || waiting.get() key=|(client, ..)| *client row />
                    </ul>
                </section>
            }
        })
    }
}

fn row((client, sent, name): (AccountId, DateTime<FixedOffset>, String)) -> AnyView {
    view! {
        <li>
            <A href=format!("/app/client/{client}") attr:class="case">
                <span class="case-name">
                    <span class="row-title">{name}</span>
                    <strong class="case-safety"><Icon shape=Shape::Flag /> {figures::safety()}</strong>
                </span>
                <span class="case-when">{begun(&words::told(&day_and_time(sent)))}</span>
                <span class="quiet">{begun(words::unacknowledged())}</span>
            </A>
        </li>
    }
    .into_any()
}
