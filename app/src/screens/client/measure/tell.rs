//! Whether the therapist is told of an answer that asks for care, and what became of it.

use journal::{
    cover,
    measures::find,
    record::{Alert, Measure, Opened, Telling},
};
use leptos::prelude::*;
use wire::ids::RecordId;

use super::super::told::{Became, names_of, told_of};
use crate::{
    device::{clock, focus},
    screens::parts::{Busy, Notice, Troubled, day_and_time},
    text::{alerts as words, client::today::not_now, language},
    vault::{Kept, Vault},
};

/// Gets the focus when what was asked is answered.
const TITLE: &str = "tell";

/// The question, or what was agreed, or how it stands.
#[component]
pub fn Tell(vault: Vault, id: RecordId) -> impl IntoView {
    let busy = Busy::new();
    let said_no = RwSignal::new(false);
    // Whether it was kept from its readers until this is answered.
    let was_held = RwSignal::new(false);
    // What was told before a correction answers nothing that came with it.
    let asks = move || said_no.get() || vault.untold().iter().any(|(untold, _)| *untold == id);
    let told = Memo::new(move |_| if asks() { None } else { told_of(vault, id) });
    let agreed = Memo::new(move |_| vault.untold().contains(&(id, Telling::Always)));
    vault.ask_about(Some(id));
    on_cleanup(move || {
        vault.ask_about(None);
        // What does not work now is told when the journal is opened the next time.
        let _later = vault.tell_agreed();
    });
    let note_held = move || {
        if untrack(|| vault.is_held(id)) {
            was_held.set(true);
        }
    };
    let tell = Callback::new(move |()| {
        busy.start(async move {
            note_held();
            vault.tell_alert(id)?;
            said_no.set(false);
            focus::on(TITLE);
            Ok(())
        });
    });
    let keep = Callback::new(move |()| {
        busy.start(async move {
            note_held();
            if was_held.get_untracked() {
                vault.hold_again(id)?;
            }
            vault.keep_alert(id)?;
            said_no.set(true);
            focus::on(TITLE);
            Ok(())
        });
    });
    let asked = move || {
        let (people, verified) = names_of(vault);
        match (people.is_empty(), verified) {
            (true, _) => view! { <p class="quiet">{words::nobody()}</p> }.into_any(),
            (_, false) => view! { <Notice><p>{words::unverified()}</p></Notice> }.into_any(),
            _ if said_no.get() => declined(vault, id, &people, was_held.get(), tell),
            _ => question(vault, id, &people, agreed.get(), tell, keep),
        }
    };
    view! {
        <section class="tell">
            {move || match told.get() {
                Some(became) => state(vault, became, keep),
                None => asked(),
            }}
            <Troubled trouble=busy.trouble />
        </section>
    }
}

fn question(
    vault: Vault,
    id: RecordId,
    names: &str,
    agreed: bool,
    tell: Callback<()>,
    keep: Callback<()>,
) -> AnyView {
    let (title, line) = if agreed {
        (words::agreed(names), Some(words::agreed_line(names)))
    } else {
        (words::ask(names), asked_each_time(vault).map(str::to_owned))
    };
    let no = if agreed { words::not_this_time() } else { not_now() };
    view! {
        <h2 id=TITLE tabindex="-1">{title}</h2>
        {line.map(|line| view! { <p>{line}</p> })}
        {what_goes(vault, id, names)}
        // A place for what was chosen, so that it is heard.
        <p class="quiet" role="status"></p>
        <div class="actions">
            {tell_them(names, tell)}
            <button type="button" class="text" on:click=move |_| keep.run(())>{no}</button>
        </div>
    }
    .into_any()
}

/// What was agreed, while it is to ask; tracked.
fn asked_each_time(vault: Vault) -> Option<&'static str> {
    let me = vault.me()?;
    let plan = vault.records.with(|records| cover::plan(records, me).map(|plan| plan.telling));
    match plan {
        Some(Telling::Ask) => Some(words::as_agreed()),
        Some(Telling::Always) => None,
        None => Some(words::each_time()),
    }
}

/// Nobody was told; the way to it stays.
fn declined(vault: Vault, id: RecordId, names: &str, was_held: bool, tell: Callback<()>) -> AnyView {
    let line = if is_read(vault, id) { words::nothing_besides(names) } else { words::not_told().to_owned() };
    view! {
        <h2 id=TITLE tabindex="-1">{words::ask(names)}</h2>
        <p class="quiet" role="status">{line}</p>
        {was_held.then(|| view! { <p class="quiet">{words::not_read()}</p> })}
        <div class="actions">{tell_them(names, tell)}</div>
    }
    .into_any()
}

fn tell_them(names: &str, tell: Callback<()>) -> AnyView {
    view! {
        <button type="button" class="main" on:click=move |_| tell.run(())>{words::tell(names)}</button>
    }
    .into_any()
}

/// Whether somebody can read the questionnaire itself; tracked.
fn is_read(vault: Vault, id: RecordId) -> bool {
    vault.with_record(id, |record| !record.recipients.is_empty()).unwrap_or_default()
}

/// Exactly what the reader gets.
fn what_goes(vault: Vault, id: RecordId, names: &str) -> AnyView {
    let measure = vault.record_now(id).as_ref().and_then(Opened::measure).cloned();
    let lines = measure.map(|measure| answers(id, &measure)).unwrap_or_default();
    let lines = lines.into_iter().map(|line| view! { <p class="words">{line}</p> }).collect_view();
    let is_held = vault.is_held(id);
    let besides = if is_held {
        words::goes_again(names)
    } else if is_read(vault, id) {
        words::goes_besides(names)
    } else {
        words::what_goes().to_owned()
    };
    view! {
        {is_held.then(|| view! { <p>{words::held(names)}</p> })}
        <p class="quiet">{besides}</p>
        <div class="leaf">{lines}</div>
    }
    .into_any()
}

fn answers(id: RecordId, measure: &Measure) -> Vec<String> {
    let (Some(alert), Some(instrument)) = (Alert::of(id, measure, clock::now()), find(&measure.instrument))
    else {
        return Vec::new();
    };
    let wording = instrument.wording(language().tag()).map(|(wording, _)| wording);
    let said = |value: u8| {
        let place = instrument.options.iter().position(|option| option.value == value);
        place.and_then(|place| wording?.options.get(place)).cloned().unwrap_or_else(|| value.to_string())
    };
    let when = day_and_time(alert.answered);
    let lines = alert.answers.iter();
    lines.map(|(item, value)| words::told_answer(&instrument.title, *item, &said(*value), &when)).collect()
}

/// Sent, opened, answered; while it has not gone, the way not to send it.
fn state(vault: Vault, became: Became, keep: Callback<()>) -> AnyView {
    let (people, _) = names_of(vault);
    let id = became.id;
    let waits = Memo::new(move |_| vault.kept(id) != Kept::Everywhere);
    view! {
        <h2 id=TITLE tabindex="-1">{words::told(&people)}</h2>
        <div role="status">
            {move || {
                if waits.get() {
                    view! { <p>{words::waits()}</p> }.into_any()
                } else {
                    became.view(vault)
                }
            }}
        </div>
        {move || {
            waits
                .get()
                .then(|| view! {
                    <button type="button" class="text" on:click=move |_| keep.run(())>{words::undo()}</button>
                })
        }}
    }
    .into_any()
}
