//! What became of what the therapist was told: sent, opened, answered.

use chrono::{DateTime, Duration, FixedOffset};
use journal::{alerts::Told, record::Acknowledgement};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::{AccountId, RecordId};

use super::{not_live::NotLive, own::name_of};
use crate::{
    screens::parts::{Rows, day_and_time, names},
    text::{
        alerts::{self as words, today},
        frame,
    },
    vault::{Kept, Vault},
};

/// For how long an answer stands on Today.
const SHOWN: Duration = Duration::days(3);

/// One alert, as its author sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Became {
    /// Which record.
    pub id: RecordId,
    measure: RecordId,
    sent: DateTime<FixedOffset>,
    opened: Option<DateTime<FixedOffset>>,
    answered: Option<(AccountId, Acknowledgement)>,
}

impl Became {
    fn new(told: &Told) -> Self {
        Self {
            id: told.record.id,
            measure: told.alert.measure,
            sent: told.alert.sent,
            opened: told.opened,
            answered: told.acknowledged.map(|(by, one)| (by, one.clone())),
        }
    }

    /// In sentences.
    pub fn view(&self, vault: Vault) -> AnyView {
        let sent = words::sent(&day_and_time(self.sent));
        let opened =
            self.opened.map_or_else(|| words::unopened().to_owned(), |at| words::opened(&day_and_time(at)));
        let answer = self.answered.as_ref().map(|(by, one)| {
            let done = names::done(&one.done);
            let note = one.note.trim().to_owned();
            view! {
                <div class="leaf told-answer">
                    <p class="quiet">{words::answered(&called(vault, *by, one), &day_and_time(one.at))}</p>
                    {(!done.is_empty()).then(|| view! { <p>{done}</p> })}
                    {(!note.is_empty()).then(|| view! { <p class="words">{note}</p> })}
                </div>
            }
        });
        view! {
            <p class="quiet">{sent} " " {opened}</p>
            {answer}
        }
        .into_any()
    }

    /// In two or three words.
    fn short(&self, vault: Vault) -> &'static str {
        if self.answered.is_some() {
            today::answered()
        } else if self.opened.is_some() {
            today::opened()
        } else if vault.kept(self.id) == Kept::Everywhere {
            today::sent()
        } else {
            today::waits()
        }
    }
}

/// The newest alert about a measure, if one was told; tracked.
pub fn told_of(vault: Vault, measure: RecordId) -> Option<Became> {
    let newest = |all: Vec<Told<'_>>| {
        let of_it = all.iter().filter(|told| told.alert.measure == measure);
        of_it.max_by_key(|told| told.alert.sent).map(Became::new)
    };
    vault.with_alerts(newest).flatten()
}

/// Whom an alert reaches, by name, and whether it can reach somebody at all; tracked.
pub fn names_of(vault: Vault) -> (String, bool) {
    let verified: Vec<_> = vault.who_reads_now().iter().map(name_of).collect();
    let is_any = !verified.is_empty();
    let all = if is_any { verified } else { vault.people().iter().map(name_of).collect() };
    (all.join(frame::and()), is_any)
}

/// Who it was; by the client's own copy also when they are not connected any more.
fn called(vault: Vault, account: AccountId, said: &Acknowledgement) -> String {
    let people = untrack(|| vault.people());
    let person = people.iter().find(|person| person.account == account).map(name_of);
    let kept = || said.passed.as_ref().map(|passed| passed.name.clone());
    person.or_else(kept).unwrap_or_else(|| words::your_therapist().to_owned())
}

/// On Today, quietly: a question that was left open, and how it stands with what was told.
#[component]
pub fn ToldLines(vault: Vault) -> impl IntoView {
    let open = Memo::new(move |_| vault.untold().into_iter().map(|(measure, _)| measure).collect::<Vec<_>>());
    let told = Memo::new(move |_| {
        let now = vault.now.get();
        let lately = |one: &Became| one.answered.as_ref().is_none_or(|(_, answer)| now - answer.at < SHOWN);
        let all = vault.with_alerts(|all| all.iter().map(Became::new).filter(lately).collect::<Vec<_>>());
        all.unwrap_or_default()
    });
    let is_told = Memo::new(move |_| told.with(|told| !told.is_empty()));
    let asked = move |id: RecordId| {
        row(format!("/app/measured/{id}?care"), words::open().to_owned(), words::open_line().to_owned())
    };
    let became = move |one: Became| {
        let way = format!("/app/measured/{}", one.measure);
        row(way, today::title(&names_of(vault).0), one.short(vault).to_owned())
    };
    view! {
        <Rows each=move || open.get() key=|id| *id row=asked />
        <Rows each=move || told.get() key=|one| one.id row=became />
        {move || is_told.get().then(|| view! { <li class="row-plain"><NotLive /></li> })}
    }
}

fn row(way: String, title: String, line: String) -> AnyView {
    view! {
        <li>
            <A href=way attr:class="row-link">
                <span>{title}</span>
                <span class="quiet">{line}</span>
            </A>
        </li>
    }
    .into_any()
}
