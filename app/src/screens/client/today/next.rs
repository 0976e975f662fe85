//! The one next thing in words: what it is, one way to it, and "not now".

use std::mem::discriminant;

use journal::{
    course::Moment,
    prompts::{for_moment, open},
    record::{Opened, Purpose},
    today::Thing,
};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::RecordId;

use super::{
    super::own::{called, measure_way, name_of, therapist, write_about},
    first::First,
};
use crate::{
    screens::parts::{Busy, Rows, names, once},
    text::{
        client::{today, your_therapist},
        cover, measures, planned, said, threads,
        writing::needs,
    },
    vault::{Sync, Vault},
};

/// How many characters of a draft are shown to recognise it by.
const FIRST_WORDS: usize = 90;

/// How a thing is shown.
#[derive(Default)]
struct Shown {
    title: String,
    line: String,
    go: &'static str,
    /// Nowhere for what is answered here.
    way: Option<String>,
    /// The words of a draft.
    words: String,
}

impl Shown {
    fn new(title: &str, line: &str, go: &'static str, way: String) -> Self {
        Self { title: title.into(), line: line.into(), go, way: Some(way), words: String::new() }
    }
}

/// One thing, one way, "not now" where it can wait.
#[component]
pub fn Next(vault: Vault, thing: Memo<Thing>, not_now: Callback<String>, busy: Busy) -> impl IntoView {
    let row = move |thing: Thing| {
        let Shown { title, line, go, way, words } = shown(vault, &thing);
        let way = way.map(|way| view! { <A href=way attr:class="main">{go}</A> });
        view! {
            <section class="thing">
                <h1>{title}</h1>
                {(!line.is_empty()).then(|| view! { <p class="quiet">{line}</p> })}
                {(!words.is_empty()).then(|| view! { <p class="words">{words}</p> })}
                {(thing == Thing::CheckIn).then(|| view! { <First vault busy /> })}
                <div class="actions">
                    {way}
                    {thing
                        .name()
                        .map(|name| {
                            view! {
                                <button type="button" class="text" on:click=once(move || not_now.run(name.clone()))>
                                    {today::not_now()}
                                </button>
                            }
                        })}
                </div>
            </section>
        }
        .into_any()
    };
    // Another thing is another section: it must not come under a finger that was on its way to this one.
    view! { <Rows each=move || vec![thing.get()] key=|thing| (discriminant(thing), thing.name()) row /> }
}

fn shown(vault: Vault, thing: &Thing) -> Shown {
    match thing {
        Thing::Unsaved => {
            Shown::new(needs::unsaved(), needs::unsaved_line(), needs::write_on(), fresh(Moment::Free))
        }
        Thing::Unsent => unsent(vault),
        Thing::TwoVersions(id) => {
            Shown::new(today::two(), today::two_line(), today::look(), format!("/app/entry/{id}"))
        }
        Thing::SoftLanding => {
            Shown::new(today::soft(), today::soft_line(), today::write(), fresh(Moment::SoftLanding))
        }
        Thing::Introduction(id) => introduction(vault, *id),
        Thing::Draft(id) => draft(vault, *id),
        Thing::Write(moment) => {
            if let Some(shown) = asked(vault, *moment) {
                return shown;
            }
            let first = for_moment(*moment).first();
            let title = first.map_or_else(|| names::moment(*moment), |prompt| said(prompt.question));
            let line = first.map_or("", |prompt| said(prompt.help));
            Shown::new(title, line, today::write(), fresh(*moment))
        }
        Thing::Step(id) => {
            let way = format!("/app/step/{id}");
            Shown { words: step(vault, *id), ..Shown::new(threads::ask_place(), "", threads::look(), way) }
        }
        Thing::Measure(instrument) => Shown::new(
            measures::ask(),
            &measures::ask_line(&instrument.title),
            measures::begin(),
            measure_way(vault, instrument),
        ),
        Thing::CheckIn => Shown {
            title: today::check_in_ask().into(),
            line: today::check_in_line().into(),
            ..Shown::default()
        },
        Thing::Appointment(_) => Shown::new(today::bring(), "", today::bring_go(), "/app/session".into()),
        Thing::List(_) => {
            Shown::new(today::list(), today::list_line(), today::list_go(), "/app/session".into())
        }
        Thing::Nothing => {
            Shown::new(today::nothing(), today::nothing_line(), today::freely(), fresh(Moment::Free))
        }
    }
}

/// What the therapist asks in words of her own.
fn asked(vault: Vault, moment: Moment) -> Option<Shown> {
    let me = vault.me()?;
    let first = vault.records.with_untracked(|records| open(records, me, moment)).into_iter().next()?;
    let name =
        untrack(|| therapist(vault)).map_or_else(|| your_therapist().into(), |person| name_of(&person));
    Some(Shown::new(&first.question, &planned::asks(&name), today::write(), fresh(moment)))
}

/// A colleague is named; who asks and who it is.
fn introduction(vault: Vault, id: RecordId) -> Shown {
    let title = untrack(|| {
        let record = vault.record(id)?;
        let one = record.introduction()?;
        Some(cover::question(&called(vault, record.owner), &one.name, one.purpose == Purpose::HandOver))
    });
    let way = format!("/app/introduction/{id}");
    Shown::new(&title.unwrap_or_default(), cover::today_line(), cover::today_go(), way)
}

fn draft(vault: Vault, id: RecordId) -> Shown {
    let words = untrack(|| {
        let record = vault.record(id);
        record.as_ref().and_then(Opened::entry).map(|entry| entry.first_words(FIRST_WORDS))
    });
    let shown = Shown::new(today::draft(), "", today::go_on(), format!("/app/write/{id}"));
    Shown { words: words.unwrap_or_default(), ..shown }
}

fn step(vault: Vault, id: RecordId) -> String {
    let record = untrack(|| vault.record(id));
    record.as_ref().and_then(Opened::step).map(|step| step.text.clone()).unwrap_or_default()
}

fn unsent(vault: Vault) -> Shown {
    if matches!(vault.sync_state(), Sync::SignedOut(_)) {
        return Shown::new(needs::unsent(), needs::unsent_signed_out(), needs::sign_in(), "/signin".into());
    }
    Shown::new(needs::unsent(), needs::unsent_line(), needs::write_on(), fresh(Moment::Free))
}

fn fresh(moment: Moment) -> String {
    write_about(Vault::new_id(), moment)
}
