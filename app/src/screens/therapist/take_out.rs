//! What a client shared, as files: made on this device, with or without a network.

mod files;
mod words;

use journal::takeout::SharedRecord;
use leptos::{prelude::*, task::spawn_local};
use wire::ids::AccountId;

use self::files::File;
use super::client::{OfClient, called, use_person};
use crate::{
    device::clock,
    screens::parts::{Notice, Still},
    text::{
        export,
        therapist::{self as text, figures, take_out as said},
    },
    vault::use_vault,
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

    fn words(self) -> String {
        match self {
            Self::Idle => String::new(),
            Self::Gathering(at, of) => export::gathering(at, of),
            Self::Writing => export::making().into(),
            Self::Done(0) => export::done().into(),
            Self::Done(missing) => format!("{} {}", export::done(), export::missing(missing)),
            Self::TooLarge => export::too_large().into(),
        }
    }
}

/// The screen for the client in the address.
#[component]
pub fn TakeOut() -> impl IntoView {
    view! { <OfClient screen=|account| view! { <TakeOutOf account /> }.into_any() /> }
}

#[component]
fn TakeOutOf(account: AccountId) -> impl IntoView {
    let vault = use_vault();
    let person = use_person(account);
    let record = move || {
        let me = vault.who_now().map_or(account, |who| who.account);
        vault.records.with(|records| SharedRecord::new(records, account, me, called(person), clock::now()))
    };
    let counts = Memo::new(move |_| {
        let record = record();
        (!record.is_empty()).then(|| (record.pages(), record.check_ins().len(), record.measures().len()))
    });
    // How far a file is stays said, and its button where it was, whatever comes in meanwhile.
    let state = RwSignal::new((None, State::Idle));
    let is_any = Memo::new(move |_| counts.with(Option::is_some));
    let choices = move || {
        if is_any.get() {
            view! { <Choices counts state record=Callback::new(move |()| untrack(record)) /> }.into_any()
        } else {
            view! { <p>{said::empty()}</p> }.into_any()
        }
    };
    view! {
        <Still back=format!("/app/client/{account}") back_label=text::brief()>
            <h1>{said::title()}</h1>
            <p class="lead">{move || said::lead(&called(person))}</p>
            <Notice>
                <p>
                    <strong>{said::care()}</strong>
                    " "
                    {move || said::care_why(&called(person))}
                </p>
            </Notice>
            {choices}
        </Still>
    }
}

/// What is in it, and the three ways to have it.
#[component]
fn Choices(
    /// Pages, check-ins and questionnaires.
    counts: Memo<Option<(usize, usize, usize)>>,
    /// How far which file is.
    state: RwSignal<(Option<File>, State)>,
    /// The record of the moment.
    record: Callback<(), SharedRecord>,
) -> impl IntoView {
    let vault = use_vault();
    let make = move |file: File| {
        if state.get_untracked().1.is_busy() {
            return;
        }
        state.set((Some(file), State::Writing));
        spawn_local(async move {
            // The line that says so is painted first.
            clock::sleep(50).await;
            // The screen may be left by now; the file comes all the same.
            let told = move |at, of| {
                let _gone = state.try_set((Some(file), State::Gathering(at, of)));
            };
            let made = file.write(vault, &record.run(()), told).await;
            let _gone = state.try_set((Some(file), made.map_or(State::TooLarge, State::Done)));
        });
    };
    let inside = move || {
        let (pages, check_ins, measures) = counts.get().unwrap_or_default();
        let inside = [
            (pages > 0).then(|| figures::pages(pages)),
            (check_ins > 0).then(|| figures::check_ins(check_ins, None)),
            (measures > 0).then(|| said::measures(measures)),
        ];
        inside.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let rows = File::ALL
        .map(|file| {
            let (title, line, button) = file.words();
            let status = move || {
                let (which, state) = state.get();
                if which == Some(file) { state.words() } else { String::new() }
            };
            view! {
                <li>
                    <h2>{title}</h2>
                    <p>{line}</p>
                    <button
                        type="button"
                        class="second"
                        aria-disabled=move || state.get().1.is_busy().then_some("true")
                        on:click=move |_| make(file)
                    >
                        {button}
                    </button>
                    <p role="status" class="quiet">{status}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <p>{inside}</p>
        <ul class="rows take-out">{rows}</ul>
        <p class="quiet">{said::here()}</p>
    }
}
