//! What matters for safety, before everything else.

use journal::brief::Brief;
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::AccountId;

use crate::{screens::parts::short_day, text::therapist::figures as text};

/// Answers that ask for care in the range; nothing where there are none.
#[component]
pub fn Care(account: AccountId, brief: Memo<Brief>) -> impl IntoView {
    move || {
        brief.with(|brief| {
            (!brief.asked.is_empty()).then(|| {
                let lines = brief.asked.iter().map(|one| {
                    let words = text::asked(&one.instrument.title, one.item, one.value, &short_day(one.at));
                    view! {
                        <li>
                            <A href=format!("/app/client/{account}/entry/{}", one.id)>{words}</A>
                        </li>
                    }
                });
                view! {
                    <section class="urgent care" aria-label=text::safety_heading()>
                        <ul>{lines.collect_view()}</ul>
                        <p class="quiet">{text::flag()}</p>
                    </section>
                }
            })
        })
    }
}
