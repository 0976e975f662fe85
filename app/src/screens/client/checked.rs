//! One check-in that was made: what it says, who can read it, and the way to put it right.

use journal::record::{CheckIn, Opened, SCALES};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    components::A,
    hooks::{use_navigate, use_params_map},
};
use wire::ids::RecordId;

use super::{answers::AnswersTo, share::Sharing};
use crate::{
    screens::parts::{Frame, clock_time, day_and_time, names, whole_day},
    text::{check_ins as words, page as text},
    vault::{Vault, use_vault},
};

/// The one in the address.
#[component]
pub fn Checked() -> impl IntoView {
    let vault = use_vault();
    let id =
        use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let found = Memo::new(move |_| {
        let record = vault.record(id?).filter(|record| Some(record.owner) == vault.me());
        record.as_ref().and_then(Opened::check_in).cloned()
    });
    view! {
        <Frame>
            {move || match (id, found.get()) {
                (Some(id), Some(check_in)) => {
                    view! {
                        {kept(&check_in)}
                        <AnswersTo id />
                        <Sharing vault id />
                        <div class="actions">
                            <A href=format!("/app/check-in/{id}") attr:class="text">{words::change()}</A>
                            <Delete vault id />
                        </div>
                        <ul class="rows under">
                            <li>
                                <A href="/app/course" attr:class="row-link">
                                    <span>{words::to_course()}</span>
                                    <span class="quiet">{words::course_line()}</span>
                                </A>
                            </li>
                        </ul>
                    }
                        .into_any()
                }
                _ => view! { <h1>{words::gone()}</h1> <p><A href="/app">{words::back()}</A></p> }.into_any(),
            }}
        </Frame>
    }
}

/// What it says, in words.
fn kept(check_in: &CheckIn) -> AnyView {
    let steps = SCALES.into_iter().filter_map(|scale| {
        let level = check_in.level(scale)?;
        let words = names::scale(scale);
        Some(view! {
            <div>
                <dt>{words.name}</dt>
                <dd>{names::band(words, f32::from(level.step()))}</dd>
            </div>
        })
    });
    let facts = [
        Some(format!("{}, {}", whole_day(check_in.day), clock_time(check_in.at))),
        check_in.corrected.map(|at| words::corrected(&day_and_time(at))),
    ];
    let note = check_in.note.trim().to_owned();
    view! {
        <article class="page">
            <h1>{words::kept()}</h1>
            <p class="quiet">{facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
            {check_in.is_empty().then(|| view! { <p>{words::empty()}</p> })}
            <dl class="levels">{steps.collect_view()}</dl>
            {(!check_in.feelings.is_empty())
                .then(|| {
                    view! {
                        <h2>{text::touched()}</h2>
                        <p class="words">{names::feelings(&check_in.feelings)}</p>
                    }
                })}
            {(!note.is_empty()).then(|| view! { <p class="words">{note}</p> })}
        </article>
    }
    .into_any()
}

#[component]
fn Delete(vault: Vault, id: RecordId) -> impl IntoView {
    let go = use_navigate();
    let delete = move |_| {
        vault.delete_with_undo(id, words::deleted());
        go("/app", NavigateOptions { replace: true, ..NavigateOptions::default() });
    };
    view! { <button type="button" class="text" on:click=delete>{words::delete()}</button> }
}
