//! Intention, insight, step: what was shared of what the client turns toward.

use journal::threads::{Thread, newest, threads};
use leptos::prelude::*;
use wire::ids::AccountId;

use super::{
    bring::{course_of, told},
    printed::{THREADS, left_out},
};
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
    told(vault, move || all.with(|all| all.iter().flat_map(Thread::records).collect()));
    move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            let now = vault.now.get_untracked();
            let printed = newest(&all, THREADS);
            let count =
                |threads: &[Thread]| threads.iter().map(|thread| thread.records().len()).sum::<usize>();
            let more = count(&all) - count(&printed);
            let nothing = Thread { intention: None, knots: Vec::new() };
            let threads = all.iter().enumerate().map(|(place, thread)| {
                let kept = printed.get(place);
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
                let knots = grown::thread(thread, None, now, Some(kept.unwrap_or(&nothing)));
                view! { <div class="thread-of" class:no-print=kept.is_none()>{head} {knots}</div> }
            });
            view! {
                <section>
                    <h2>{words::title()}</h2>
                    {threads.collect_view()}
                    {left_out(more)}
                </section>
            }
        })
    }
}
