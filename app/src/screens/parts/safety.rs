//! A safety plan as it is read, by whoever may read it. Numbers in it can be called.

use journal::{
    contacts::{Piece, link, pieces},
    record::{PARTS, SafetyPlan},
};
use leptos::prelude::*;

use super::names;

/// Every heading that has words under it.
pub fn safety_plan(plan: &SafetyPlan) -> impl IntoView + use<> {
    let written = PARTS.into_iter().filter(|part| !plan.text(*part).trim().is_empty());
    let parts = written.map(|part| {
        view! {
            <section>
                <h2>{names::safety(part)}</h2>
                <p class="words">{callable(plan.text(part).trim())}</p>
            </section>
        }
    });
    view! { <div class="safety-plan">{parts.collect_view()}</div> }
}

fn callable(text: &str) -> impl IntoView + use<> {
    let piece = |piece| match piece {
        Piece::Words(words) => words.to_owned().into_any(),
        Piece::Number(number) => view! { <a href=link(number)>{number.to_owned()}</a> }.into_any(),
    };
    pieces(text).into_iter().map(piece).collect_view()
}
