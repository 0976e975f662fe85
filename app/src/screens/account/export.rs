//! Everything, to take away: made on this device, with or without a network.

mod said;

use std::collections::BTreeMap;

use journal::{
    export::{Archive, Everything, document, file_name},
    record::Attachment,
};
use leptos::{prelude::*, task::spawn_local};
use wire::ids::RecordId;

use self::said::Said;
use crate::{
    device::{clock, files::Growing},
    screens::{client::course, parts::Still},
    text::{export as words, keeping::privacy},
    vault::{Vault, use_vault},
};

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Idle,
    /// Which recording or photo of how many.
    Gathering(usize, usize),
    Writing,
    /// So many recordings or photos are not in it.
    Done(usize),
    TooLarge,
}

impl State {
    const fn is_busy(self) -> bool {
        matches!(self, Self::Gathering(..) | Self::Writing)
    }
}

/// The screen.
#[component]
pub fn Export() -> impl IntoView {
    let vault = use_vault();
    let state = RwSignal::new(State::Idle);
    let make = move |_| {
        if state.get_untracked().is_busy() {
            return;
        }
        state.set(State::Writing);
        spawn_local(async move {
            let made = write_out(vault, state).await;
            // The screen may be left by now; the file comes all the same.
            let _gone = state.try_set(made.map_or(State::TooLarge, State::Done));
        });
    };
    let line = move || match state.get() {
        State::Idle => String::new(),
        State::Gathering(at, of) => words::gathering(at, of),
        State::Writing => words::making().into(),
        State::Done(0) => words::done().into(),
        State::Done(missing) => format!("{} {}", words::done(), words::missing(missing)),
        State::TooLarge => words::too_large().into(),
    };
    view! {
        <Still back="/app/privacy".to_owned() back_label=privacy::title()>
            <h1>{words::title()}</h1>
            <p class="lead">{words::lead()}</p>
            <p>{words::here()}</p>
            <p>
                <strong>{words::care()}</strong>
            </p>
            <div class="actions">
                <button
                    type="button"
                    class="main"
                    aria-disabled=move || state.get().is_busy().then_some("true")
                    on:click=make
                >
                    {words::make()}
                </button>
            </div>
            <p role="status">{line}</p>
        </Still>
    }
}

/// Makes the archive and hands it over. Gives how many recordings and photos are not in it; `None` when it does not
/// fit.
async fn write_out(vault: Vault, state: RwSignal<State>) -> Option<usize> {
    // The line that says so is painted first.
    clock::sleep(50).await;
    let who = vault.who_now()?;
    let made = clock::now();
    let (records, unopenable) = (vault.records.get_untracked(), vault.unopenable.get_untracked());
    let course = untrack(|| course(vault));
    let folder = format!("interleaf-{}", made.date_naive());
    let (mut archive, file) = (Archive::new(made), Growing::default());
    let mut add = |name: &str, bytes: &[u8]| {
        let head = archive.file(&format!("{folder}/{name}"), bytes).ok()?;
        (file.add(&head) && file.add(bytes)).then_some(())
    };
    let attachments: Vec<(RecordId, &Attachment)> = records
        .iter()
        .filter_map(|record| Some((record.id, record.attachment()?)))
        .filter(|(_, attachment)| attachment.blob.is_some())
        .collect();
    let (many, mut names) = (attachments.len(), BTreeMap::new());
    for (at, (id, attachment)) in attachments.into_iter().enumerate() {
        let _gone = state.try_set(State::Gathering(at + 1, many));
        let Some(name) = file_name(id, attachment) else { continue };
        // What is neither here nor to be had is told at the end.
        if let Ok((_, bytes)) = vault.bytes_of(id, |_, _| {}).await {
            add(&name, &bytes)?;
            names.insert(id, name);
        }
    }
    let _gone = state.try_set(State::Writing);
    clock::sleep(0).await;
    let everything = Everything::new(who.account, &who.name, made, &records, &unopenable).with_files(&names);
    add("journal.html", document(&everything, &course, &Said).as_bytes())?;
    clock::sleep(0).await;
    add("journal.json", &everything.to_json())?;
    let end = archive.finish().ok()?;
    (file.add(&end) && file.save(&format!("{folder}.zip"), "application/zip")).then(|| many - names.len())
}
