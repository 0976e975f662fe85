//! A therapist asks to let a colleague read: who, what, how long; and the client's answer.

use std::collections::BTreeMap;

use journal::{
    cover::{self, Stage},
    record::{Body, Consent, Introduction, Opened, Purpose, Said},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    components::A,
    hooks::{use_navigate, use_params_map},
};
use wire::ids::{AccountId, RecordId};

use super::{not_live::NotLive, own::called, today::put_off};
use crate::{
    screens::parts::{Action, Busy, Still, SyncLine, Troubled, whole_day},
    text::{
        client::today,
        cover::{self as words, Kind},
    },
    vault::{Invited, Vault, use_vault},
};

/// What is asked, by whom.
type Asked = (AccountId, Introduction);

/// The one in the address.
#[component]
pub fn IntroductionPage() -> impl IntoView {
    let vault = use_vault();
    let id =
        use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let asked = Memo::new(move |_| {
        let record = vault.record(id?)?;
        Some((record.owner, record.introduction()?.clone()))
    });
    let answer = Memo::new(move |_| {
        let (me, today) = (vault.who()?.account, vault.now.get().date_naive());
        vault.records.with(|records| {
            let (there, consent) = cover::answer(records, me, id?)?;
            let all = cover::consents(records, me, today);
            let stage = all.into_iter().find(|(one, _, _)| *one == there).map(|(_, _, stage)| stage);
            Some((consent.clone(), stage))
        })
    });
    view! {
        <Still back="/app".to_owned() back_label=words::back()>
            {move || match (id, answer.get(), asked.get()) {
                (_, Some((consent, stage)), _) => answered(&consent, stage),
                (Some(id), None, Some(asked)) => view! { <Question id asked /> }.into_any(),
                _ => view! {
                    <h1>{words::gone()}</h1>
                    <p>{words::gone_why()}</p>
                }
                    .into_any(),
            }}
            <SyncLine />
        </Still>
    }
}

fn answered(consent: &Consent, stage: Option<Stage>) -> AnyView {
    let peer = consent.peer_name.as_str();
    let says = match (consent.said, stage) {
        (Said::Declined, _) => words::declined().to_owned(),
        (Said::Lapsed, _) => words::lapsed().to_owned(),
        (Said::Agreed, Some(Stage::Unpaired)) => words::unpaired().to_owned(),
        (Said::Agreed, Some(Stage::Waiting)) => {
            words::begins(peer, &consent.from.map(whole_day).unwrap_or_default())
        }
        (Said::Agreed, Some(Stage::Active)) => words::runs(peer),
        (Said::Agreed, _) => words::ended().to_owned(),
    };
    let running = matches!(stage, Some(Stage::Active | Stage::Waiting)) && consent.said == Said::Agreed;
    view! {
        <h1>{words::question(&consent.by_name, peer, consent.purpose == Purpose::HandOver)}</h1>
        <p role="status">{says}</p>
        {running
            .then(|| {
                view! {
                    <p>{how_long(consent.from.zip(consent.until))}</p>
                    <p class="quiet">{words::take_back()}</p>
                }
            })}
    }
    .into_any()
}

fn how_long(days: Option<(chrono::NaiveDate, chrono::NaiveDate)>) -> String {
    days.map_or_else(
        || words::for_good().to_owned(),
        |(from, until)| words::lasts(&whole_day(from), &whole_day(until)),
    )
}

#[component]
fn Question(id: RecordId, asked: Asked) -> impl IntoView {
    let vault = use_vault();
    let (by, asks) = asked;
    let invited = RwSignal::new(None::<Invited>);
    let (looking, busy) = (Busy::new(), Busy::new());
    let asks = StoredValue::new(asks);
    looking.start(async move {
        let asks = asks.get_value();
        invited.set(Some(vault.look_at_introduction(&asks).await?));
        Ok(())
    });
    let by_name = Memo::new(move |_| called(vault, by));
    let hands_over = asks.with_value(|asks| asks.purpose == Purpose::HandOver);
    // Who it is says their own card; until it was opened, the name is the asking therapist's word.
    let peer = move || {
        let card =
            invited.with(|invited| invited.as_ref()?.card.as_ref().map(|card| card.display_name.clone()));
        card.unwrap_or_else(|| asks.with_value(|asks| asks.name.clone()))
    };
    let practice = move || invited.with(|invited| invited.as_ref()?.card.as_ref()?.practice.clone());
    let days = asks.with_value(|asks| asks.from.zip(asks.until));
    let own_words = asks.with_value(|asks| asks.words.trim().to_owned());
    let agree = Callback::new(move |()| busy.start(async move { vault.agree(id).await }));
    let decline = move |_| busy.start(async move { vault.decline(id) });
    let go = use_navigate();
    let not_now = move |_| {
        let go = go.clone();
        busy.start(async move {
            put_off(vault, format!("introduction {id}"))?;
            go("/app", NavigateOptions { replace: true, ..NavigateOptions::default() });
            Ok(())
        });
    };
    view! {
        <h1>{move || words::question(&by_name.get(), &peer(), hands_over)}</h1>
        {(!own_words.is_empty()).then(|| view! { <p class="leaf words">{own_words}</p> })}
        {move || {
            invited
                .with(Option::is_some)
                .then(|| {
                    let who = [Some(peer()), practice()].into_iter().flatten().collect::<Vec<_>>().join(", ");
                    view! {
                        <p class="lead">{who}</p>
                        <p class="quiet">{words::checked()}</p>
                    }
                })
        }}
        <h2>{words::sees()}</h2>
        {move || seen(vault, by, &by_name.get())}
        <h2>{words::sees_not()}</h2>
        <p>{move || words::not_this(&by_name.get())}</p>
        <h2>{words::how_long()}</h2>
        <p>{how_long(days)} {move || hands_over.then(|| format!(" {}", words::lets_go(&by_name.get(), &peer())))}</p>
        <p class="quiet">{words::take_back()}</p>
        <Troubled trouble=looking.trouble />
        <Troubled trouble=busy.trouble />
        <div class="actions">
            {move || {
                invited
                    .with(Option::is_some)
                    .then(|| {
                        view! {
                            <Action
                                label=words::agree()
                                waiting=words::agreeing()
                                busy=busy.now
                                kind="button"
                                on_press=agree
                            />
                        }
                    })
            }}
            <button type="button" class="text" on:click=not_now>{today::not_now()}</button>
            <button type="button" class="second" on:click=decline>{words::decline()}</button>
        </div>
        <NotLive />
    }
}

/// What they would see, counted: exactly what is granted on agreeing.
fn seen(vault: Vault, by: AccountId, by_name: &str) -> AnyView {
    let counts = vault.with_given(by, |given| {
        let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
        for record in given {
            *counts.entry(kind(record)).or_default() += 1;
        }
        counts
    });
    let counts = counts.unwrap_or_default();
    let is_empty = counts.is_empty();
    let rows = counts.into_iter().map(|(kind, many)| view! { <li>{words::count(kind, many)}</li> });
    let rows = rows.collect_view();
    view! {
        <p>{words::all_that(by_name)}</p>
        <ul>
            {rows}
            <li>{words::sees_plan()}</li>
        </ul>
        {if is_empty {
            view! { <p class="quiet">{words::sees_nothing()}</p> }.into_any()
        } else {
            view! { <p><A href="/app/privacy/shared" attr:class="text">{words::sees_list()}</A></p> }.into_any()
        }}
    }
    .into_any()
}

const fn kind(record: &Opened) -> Kind {
    match &record.body {
        Body::Entry(_) => Kind::Pages,
        Body::Excerpt(_) => Kind::Passages,
        Body::CheckIn(_) | Body::Numbers(_) => Kind::CheckIns,
        Body::Measure(_) => Kind::Measures,
        Body::Attachment(_) => Kind::Attachments,
        Body::Intention(_) | Body::Insight(_) | Body::Step(_) => Kind::Threads,
        _ => Kind::Rest,
    }
}
