//! How it has been: three lines over four weeks; and what was said along the way.

use journal::{
    brief::{Brief, Said},
    record::Scale,
};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::AccountId;

use super::{super::names, printed::left_out_of_said};
use crate::{
    screens::parts::{Rows, charts_beside, names::feeling, noon, short_day},
    text::therapist::{brief as text, figures},
    vault::use_vault,
};

/// What the brief draws.
pub const DRAWN: [Scale; 3] = [Scale::Mood, Scale::Anxiety, Scale::Sleep];

/// The charts and their table.
#[component]
pub fn CourseOf(account: AccountId, brief: Memo<Brief>) -> impl IntoView {
    let now = use_vault().now;
    // Drawn anew only when a line or a mark is another one; an open table stays open then, too.
    let lines =
        Memo::new(move |_| brief.with(|brief| (DRAWN.map(|scale| brief.line(scale)), brief.marks.clone())));
    let is_open = RwSignal::new(false);
    view! {
        <section class="course">
            <h2>{move || figures::days(brief.with(Brief::chart_days))}</h2>
            {move || {
                let (days, marks) = lines.get();
                if days.iter().flatten().all(|day| day.level.is_none()) {
                    return view! { <p>{text::no_course()}</p> }.into_any();
                }
                let mut days = days.into_iter();
                let drawn = DRAWN.map(|scale| (names::scale(scale), days.next().unwrap_or_default()));
                let to = |id| format!("/app/client/{account}/entry/{id}");
                charts_beside(&drawn, &marks, now.get_untracked(), &to, is_open).into_any()
            }}
        </section>
    }
}

/// What was said along the way.
#[component]
pub fn SaidOf(account: AccountId, brief: Memo<Brief>) -> impl IntoView {
    let now = use_vault().now;
    let row = move |said: Said| {
        let day = short_day(noon(said.day, now.get_untracked()));
        let touched = said.feelings.iter().map(|id| feeling(id)).collect::<Vec<_>>().join(" · ");
        view! {
            <li>
                <p>
                    <A href=format!("/app/client/{account}/entry/{}", said.id)>{day}</A>
                    {(!touched.is_empty()).then(|| format!(" · {touched}"))}
                </p>
                {(!said.note.is_empty()).then(|| view! { <p class="words">{said.note}</p> })}
            </li>
        }
        .into_any()
    };
    let is_any = Memo::new(move |_| brief.with(|brief| !brief.said.is_empty()));
    move || {
        is_any.get().then(|| {
            view! {
                <section>
                    <h2>{text::said()} {move || brief.with(|brief| left_out_of_said(brief.said.len()))}</h2>
                    <ul class="rows said">
                        <Rows each=move || brief.with(|brief| brief.said.clone()) key=|said| said.id row />
                    </ul>
                </section>
            }
        })
    }
}
