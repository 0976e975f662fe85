//! What matters for safety, before everything else: what somebody wanted to be known at once, and other answers that
//! ask for care.

use journal::brief::{Acknowledged, Alerted, Asked, Brief};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::{AccountId, RecordId};

use super::{
    acknowledge::Acknowledge,
    printed::{ALERTS, ANSWERS, left_out},
};
use crate::{
    screens::parts::{Rows, day_and_time, names, short_day},
    text::{alerts::desk, begun, therapist::figures as text},
    vault::{Vault, use_vault},
};

/// Alerts that nobody acknowledged, those of the range that somebody did, and answers in the range; nothing where there
/// are none.
#[component]
pub fn Care(account: AccountId, brief: Memo<Brief>) -> impl IntoView {
    let is_any = Memo::new(move |_| brief.with(|brief| !brief.asked.is_empty() || !brief.alerts.is_empty()));
    let alerts = move || brief.with(|brief| brief.alerts.iter().map(|one| one.id).collect::<Vec<_>>());
    move || {
        is_any.get().then(|| {
            view! {
                <section class="urgent care" aria-label=text::safety_heading()>
                    <For
                        each=alerts
                        key=|id| *id
                        children=move |id| view! { <One account id brief /> }
                    />
                    <Answers account brief />
                    {move || brief.with(|brief| left_out(beyond(brief)))}
                    <p class="quiet">{text::flag()}</p>
                </section>
            }
        })
    }
}

/// How many of both are not printed.
fn beyond(brief: &Brief) -> usize {
    brief.alerts.len().saturating_sub(ALERTS) + brief.asked.len().saturating_sub(ANSWERS)
}

/// Each answer that asks for care leads to the questionnaire that it is from.
#[component]
fn Answers(account: AccountId, brief: Memo<Brief>) -> impl IntoView {
    let lines = Memo::new(move |_| {
        brief.with(|brief| {
            let line = |(place, one): (usize, &Asked)| {
                let words = text::asked(&one.instrument.title, one.item, one.value, &short_day(one.at));
                (one.id, one.item, words, place >= ANSWERS)
            };
            brief.asked.iter().enumerate().map(line).collect::<Vec<_>>()
        })
    });
    let row = move |(id, _, words, beyond): (RecordId, u8, String, bool)| {
        view! {
            <li class:no-print=beyond>
                <A href=format!("/app/client/{account}/entry/{id}")>{words}</A>
            </li>
        }
        .into_any()
    };
    let is_any = Memo::new(move |_| !lines.with(Vec::is_empty));
    move || {
        is_any.get().then(
            || view! { <ul><Rows each=move || lines.get() key=|(id, item, ..)| (*id, *item) row /></ul> },
        )
    }
}

/// One alert: what was answered, when it was told, what was done; while nothing was, the place to say it.
#[component]
fn One(account: AccountId, id: RecordId, brief: Memo<Brief>) -> impl IntoView {
    let vault = use_vault();
    let alert = Memo::new(move |_| brief.with(|brief| brief.alerts.iter().find(|one| one.id == id).cloned()));
    let beyond =
        Memo::new(move |_| brief.with(|brief| brief.alerts.iter().skip(ALERTS).any(|one| one.id == id)));
    let waits = Memo::new(move |_| {
        alert.with(|alert| alert.as_ref().is_some_and(Alerted::waits)) && !vault.is_sending_for(id)
    });
    view! {
        <div class="alerted" class:no-print=move || beyond.get()>
            {move || alert.get().map(|alert| said(vault, account, &alert))}
            {move || waits.get().then(|| view! { <Acknowledge account alert=id /> })}
        </div>
    }
    .into_any()
}

fn said(vault: Vault, account: AccountId, alert: &Alerted) -> AnyView {
    let lines = alert
        .answers
        .iter()
        .map(|(item, value)| text::asked(&alert.title, *item, *value, &short_day(alert.answered)));
    let lines = lines.collect::<Vec<_>>().join("; ");
    let state = [
        Some(desk::told(&day_and_time(alert.sent))),
        Some(
            alert
                .acknowledged
                .as_ref()
                .map_or_else(|| desk::unacknowledged().to_owned(), |one| acknowledged(vault, one)),
        ),
    ];
    // The measure itself may be shared, too: then its answers are one tap away.
    let is_shared = vault.record_now(alert.measure).is_some();
    let way = format!("/app/client/{account}/entry/{}", alert.measure);
    let title = if is_shared {
        view! { <A href=way>{lines}</A> }.into_any()
    } else {
        view! { <strong class="alerted-title">{lines}</strong> }.into_any()
    };
    let done = alert.acknowledged.as_ref().map(|one| {
        let parts = [names::done(&one.done), one.note.clone()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    });
    view! {
        <p>{title}</p>
        <p class="quiet">{begun(&state.into_iter().flatten().collect::<Vec<_>>().join(", "))}</p>
        {done.map(|done| view! { <p>{done}</p> })}
    }
    .into_any()
}

fn acknowledged(vault: Vault, one: &Acknowledged) -> String {
    let when = day_and_time(one.at);
    if Some(one.by) == vault.me() {
        return desk::acknowledged_at(&when);
    }
    one.name.as_ref().map_or_else(|| desk::acknowledged_at(&when), |name| desk::acknowledged_by(name, &when))
}
