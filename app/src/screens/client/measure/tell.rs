//! Whether the therapist is told of an answer that asks for care, and what became of it.

use journal::{
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
    let told = Memo::new(move |_| told_of(vault, id));
    let agreed = Memo::new(move |_| vault.untold().contains(&(id, Telling::Always)));
    vault.ask_about(Some(id));
    on_cleanup(move || {
        vault.ask_about(None);
        // What does not work now is told when the journal is opened the next time.
        let _later = vault.tell_agreed();
    });
    let tell = Callback::new(move |()| {
        busy.start(async move {
            vault.tell_alert(id)?;
            said_no.set(false);
            focus::on(TITLE);
            Ok(())
        });
    });
    let keep = Callback::new(move |()| {
        busy.start(async move {
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
            _ => question(vault, id, &people, agreed.get(), said_no.get(), tell, keep),
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
    said_no: bool,
    tell: Callback<()>,
    keep: Callback<()>,
) -> AnyView {
    let (title, line) = if agreed {
        (words::agreed(names), Some(words::agreed_line(names)))
    } else {
        (words::ask(names), None)
    };
    let no = if agreed { words::not_this_time() } else { not_now() };
    view! {
        <h2 id=TITLE tabindex="-1">{title}</h2>
        {line.map(|line| view! { <p>{line}</p> })}
        {(!said_no).then(|| what_goes(vault, id))}
        <p class="quiet" role="status">{said_no.then(words::not_told)}</p>
        <div class="actions">
            <button type="button" class="main" on:click=move |_| tell.run(())>{words::tell(names)}</button>
            {(!said_no).then(|| view! {
                <button type="button" class="text" on:click=move |_| keep.run(())>{no}</button>
            })}
        </div>
    }
    .into_any()
}

/// Exactly what the reader gets.
fn what_goes(vault: Vault, id: RecordId) -> AnyView {
    let measure = vault.record_now(id).as_ref().and_then(Opened::measure).cloned();
    let lines = measure.map(|measure| answers(id, &measure)).unwrap_or_default();
    let lines = lines.into_iter().map(|line| view! { <p class="words">{line}</p> }).collect_view();
    view! {
        <p class="quiet">{words::what_goes()}</p>
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
