//! Everything, to take away: made on this device, with or without a network.

mod pack;
mod said;

use journal::export::{Everything, document};
use leptos::{prelude::*, task::spawn_local};

pub use self::{
    pack::{Pack, recorded},
    said::Said,
};
use crate::{
    device::clock,
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
    let (mut records, over) = (vault.records.get_untracked(), vault.over());
    records.retain(|record| !over.contains(&record.owner));
    let unopenable: Vec<_> =
        vault.unopenable.with_untracked(|list| list.iter().map(|one| one.record).collect());
    let course = untrack(|| course(vault));
    let mut pack = Pack::new(format!("interleaf-{}", made.date_naive()), made);
    let told = |at, of| {
        let _gone = state.try_set(State::Gathering(at, of));
    };
    let (names, missing) = pack.attachments(vault, &records, told).await?;
    let _gone = state.try_set(State::Writing);
    clock::sleep(0).await;
    let everything = Everything::new(who.account, &who.name, made, &records, &unopenable).with_files(&names);
    pack.add("journal.html", document(&everything, &course, &Said::Own).as_bytes())?;
    clock::sleep(0).await;
    pack.add("journal.json", &everything.to_json())?;
    pack.save()?;
    Some(missing)
}
