//! Everything, to take away: made on this device, with or without a network.

use chrono::{DateTime, FixedOffset, NaiveDate};
use journal::{
    course::Moment,
    export::{Archive, Everything, Label, Words, document},
    record::{AppointmentKind, CheckIn},
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    device::{clock, files},
    screens::{
        client::{course, levels_line},
        parts::{clock_time, day_and_time, full_day, month, names},
    },
    text::{export as said, language, page, timeline},
    vault::{Vault, use_vault},
};

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Idle,
    Making,
    Done,
    TooLarge,
}

/// The section.
#[component]
pub fn Export() -> impl IntoView {
    let vault = use_vault();
    let state = RwSignal::new(State::Idle);
    let make = move |_| {
        if state.get_untracked() == State::Making {
            return;
        }
        state.set(State::Making);
        spawn_local(async move {
            // The line that says so is painted first.
            clock::sleep(50).await;
            let made = write_out(vault).await;
            let _gone = state.try_set(if made { State::Done } else { State::TooLarge });
        });
    };
    let line = move || match state.get() {
        State::Idle => "",
        State::Making => said::making(),
        State::Done => said::done(),
        State::TooLarge => said::too_large(),
    };
    view! {
        <section>
            <h2>{said::title()}</h2>
            <p>{said::lead()}</p>
            <p class="quiet">{said::care()} " " {said::without()}</p>
            <button
                type="button"
                class="second"
                aria-busy=move || (state.get() == State::Making).then_some("true")
                on:click=make
            >
                {said::make()}
            </button>
            <p class="quiet" role="status">{line}</p>
        </section>
    }
}

async fn write_out(vault: Vault) -> bool {
    let Some(who) = vault.who_now() else { return false };
    let made = clock::now();
    let (records, unopenable) = (vault.records.get_untracked(), vault.unopenable.get_untracked());
    let course = untrack(|| course(vault));
    let everything = Everything::new(who.account, &who.name, made, &records, &unopenable);
    let html = document(&everything, &course, &Said).into_bytes();
    clock::sleep(0).await;
    let json = everything.to_json();
    clock::sleep(0).await;
    let folder = format!("interleaf-{}", made.date_naive());
    let mut archive = Archive::new(made);
    let mut parts = Vec::new();
    for (name, bytes) in [("journal.html", html), ("journal.json", json)] {
        let Ok(head) = archive.file(&format!("{folder}/{name}"), &bytes) else { return false };
        parts.extend([head, bytes]);
    }
    let Ok(end) = archive.finish() else { return false };
    parts.push(end);
    files::save(&format!("{folder}.zip"), "application/zip", &parts)
}

/// As the app says it, in the person's language.
struct Said;

impl Words for Said {
    fn language(&self) -> &'static str {
        language().tag()
    }
    fn title(&self, name: &str) -> String {
        said::of(name)
    }
    fn made(&self, at: DateTime<FixedOffset>) -> String {
        said::made(&day_and_time(at))
    }
    fn month(&self, day: NaiveDate) -> String {
        month(day)
    }
    fn day(&self, day: NaiveDate) -> String {
        full_day(day)
    }
    fn time(&self, at: DateTime<FixedOffset>) -> String {
        clock_time(at)
    }
    fn moment(&self, moment: Moment) -> &'static str {
        names::moment(moment)
    }
    fn dosing(&self, number: usize) -> String {
        timeline::session(number)
    }
    fn appointment(&self, kind: AppointmentKind) -> &'static str {
        names::kind(kind)
    }
    fn levels(&self, check_in: &CheckIn) -> String {
        levels_line(check_in)
    }
    fn feeling<'a>(&self, id: &'a str) -> &'a str {
        names::feeling(id)
    }
    fn label(&self, label: Label) -> &'static str {
        match label {
            Label::Lead => said::document_lead(),
            Label::Months => said::months(),
            Label::Draft => timeline::draft(),
            Label::Shared => timeline::shared(),
            Label::Feelings => page::touched(),
            Label::Free => page::free(),
            Label::Other => said::other(),
            Label::CheckIn => timeline::check_in(),
            Label::Intention => timeline::intention(),
            Label::Insight => timeline::insight(),
            Label::Step => timeline::step(),
            Label::Agenda => timeline::agenda(),
            Label::Attachment => said::beside(),
            Label::Rest => said::rest(),
            Label::Unopenable => said::unopenable(),
        }
    }
}
