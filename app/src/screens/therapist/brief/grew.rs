//! Intention, insight, step: what was shared of what the client turns toward.

use journal::threads::{Knot, Thread, threads};
use leptos::prelude::*;
use wire::ids::{AccountId, RecordId};

use super::bring::{course_of, told};
use crate::{
    screens::parts::{grown, short_day},
    text::threads as words,
    vault::use_vault,
};

/// The threads that she can see.
#[component]
pub fn Grew(account: AccountId) -> impl IntoView {
    let vault = use_vault();
    let all: Memo<Vec<Thread>> = Memo::new(move |_| {
        let course = course_of(vault, account);
        vault.records.with(|records| threads(records, account, &course))
    });
    told(vault, move || all.with(|all| all.iter().flat_map(records_of).collect()));
    move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            let now = vault.now.get_untracked();
            let threads = all.iter().map(|thread| {
                let head = match &thread.intention {
                    Some((id, intention)) => grown::line(
                        "intention",
                        *id,
                        &intention.text,
                        format!("{} · {}", words::intention(), short_day(intention.made)),
                        None,
                    ),
                    None => view! { <p class="quiet">{words::loose()}</p> }.into_any(),
                };
                view! { <div class="thread-of">{head} {grown::thread(thread, None, now)}</div> }
            });
            view! {
                <section>
                    <h2>{words::title()}</h2>
                    {threads.collect_view()}
                </section>
            }
        })
    }
}

fn records_of(thread: &Thread) -> Vec<RecordId> {
    let mut all: Vec<_> = thread.intention.iter().map(|(id, _)| *id).collect();
    for knot in &thread.knots {
        match knot {
            Knot::Session { .. } => {}
            Knot::Insight { id, steps, .. } => {
                all.push(*id);
                all.extend(steps.iter().map(|(id, _)| *id));
            }
            Knot::Step { id, .. } => all.push(*id),
        }
    }
    all
}
