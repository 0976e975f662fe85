//! Screens that are fetched when they are opened, in parts. To add one: a line here, and a `Route` in `screens`.

use std::{
    cell::Cell,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use leptos::{
    prelude::*,
    task::spawn_local,
    wasm_split::{SplitLoaderError, wasm_split},
};
use wire::login::Role;

use super::{
    account, client,
    parts::{Action, OnItsWay, Still},
    therapist,
};
use crate::{
    text::later as text,
    vault::{Door, Vault, Who, opening_comes},
};

type Page = fn() -> AnyView;
type Coming = Pin<Box<dyn Future<Output = Result<Page, SplitLoaderError>>>>;

/// `part { Screen = path::to::Component; }`: all screens of a part travel together.
macro_rules! later {
    ($($part:ident { $($screen:ident = $page:path;)* })*) => {
        /// Each gives its screen once its part is here.
        #[expect(non_snake_case, reason = "each is named after its screen")]
        mod coming {
            use super::*;
            $($(
                #[wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible)]
                pub fn $screen() -> Result<Page, SplitLoaderError> {
                    Ok(|| $page().into_any())
                }
            )*)*
        }
        $($(
            #[expect(non_snake_case, reason = "a component")]
            pub fn $screen() -> AnyView {
                shown(|| Box::pin(coming::$screen()))
            }
        )*)*
    };
}

later! {
    today {
        Today = client::Today;
    }
    writing {
        CheckIn = client::CheckIn;
        Choose = client::Choose;
        Grounding = client::Grounding;
        NewCheckIn = client::NewCheckIn;
        Write = client::Write;
    }
    journal {
        Checked = client::Checked;
        EntryPage = client::EntryPage;
        ForSession = client::ForSession;
        Journal = client::Journal;
        Reread = client::Reread;
        Safety = client::Safety;
    }
    threads {
        History = client::History;
        InsightPage = client::InsightPage;
        IntentionPage = client::IntentionPage;
        KeepPassage = client::KeepPassage;
        StepPage = client::StepPage;
        Threads = client::Threads;
    }
    measures {
        Answering = client::Answering;
        Measured = client::Measured;
        Measures = client::Measures;
    }
    sharing {
        IntroductionPage = client::IntroductionPage;
        RulesPage = client::RulesPage;
        SeveralPage = client::SeveralPage;
        SharePage = client::SharePage;
    }
    therapist {
        BriefPage = therapist::BriefPage;
        Caseload = therapist::Caseload;
        CoverPage = therapist::CoverPage;
        InvitePage = therapist::InvitePage;
        NotePage = therapist::NotePage;
        Notes = therapist::Notes;
        PlanPage = therapist::PlanPage;
        Read = therapist::Read;
    }
    take_out {
        TakeOut = therapist::TakeOut;
    }
    sign_in {
        SignIn = account::SignIn;
    }
    account {
        Join = account::Join;
        Recover = account::Recover;
        Setup = account::Setup;
    }
    keeping {
        Compare = account::Compare;
        Delete = account::Delete;
        Devices = account::Devices;
        Export = account::Export;
        NewKit = account::NewKit;
        Part = account::Part;
        PasscodePage = account::PasscodePage;
        Password = account::Password;
        Privacy = account::Privacy;
        Reminders = account::Reminders;
        Settings = account::Settings;
        SharedList = account::SharedList;
        Undo = account::Undo;
        You = account::You;
    }
}

/// Fetches what is likely to be opened next, so that nobody waits for it: while somebody types what opens the journal and
/// its first screen, and once it is open the others that its owner has.
pub fn warm(vault: Vault) {
    Effect::new(move |_| {
        let door = vault.door.get();
        let next: &'static [fn() -> Coming] = match &door {
            Door::Locked { role: Role::Therapist, .. } => &[|| Box::pin(coming::Caseload())],
            Door::Locked { .. } | Door::Nobody => &[|| Box::pin(coming::Today())],
            Door::Open(Who { role: Role::Client, .. }) => {
                &[|| Box::pin(coming::Write()), || Box::pin(coming::Journal())]
            }
            Door::Open(Who { role: Role::Therapist, .. }) => &[|| Box::pin(coming::Caseload())],
            _ => &[],
        };
        match door {
            Door::Nobody => {
                // Not before the first key: until then it would only hold up what somebody is looking at.
                let is_waiting = Cell::new(true);
                let typed = window_event_listener_untyped("input", move |_| {
                    if is_waiting.replace(false) {
                        fetch(true, next);
                    }
                });
                on_cleanup(move || typed.remove());
            }
            Door::Locked { .. } => fetch(true, next),
            _ => fetch(false, next),
        }
    });
}

/// What does not come now is asked for again when it is needed.
fn fetch(opens: bool, next: &'static [fn() -> Coming]) {
    spawn_local(async move {
        if opens {
            opening_comes().await;
        }
        for load in next {
            let _later = load().await;
        }
    });
}

/// Fetches what somebody needs to sign in. Where that does not come, the screen says so itself.
pub async fn sign_in_is_here() {
    let _later = coming::SignIn().await;
}

#[derive(Clone, Copy)]
enum State {
    Coming,
    Here(Page),
    Missing,
}

/// The screen at once if its part is here; else once it has come. Where it does not come: that, and a way to try again.
fn shown(load: fn() -> Coming) -> AnyView {
    let mut coming = load();
    let is_here = coming.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    if let Poll::Ready(Ok(page)) = is_here {
        return page();
    }
    let state = RwSignal::new(State::Coming);
    let wait = move |coming: Coming| {
        state.set(State::Coming);
        spawn_local(async move {
            // The screen may be left by now; then nobody needs to know.
            let _gone = state.try_set(coming.await.map_or(State::Missing, State::Here));
        });
    };
    if is_here.is_pending() {
        wait(coming);
    } else {
        state.set(State::Missing);
    }
    let again = Callback::new(move |()| wait(load()));
    (move || match state.get() {
        State::Coming => view! { <OnItsWay /> }.into_any(),
        State::Here(page) => page(),
        State::Missing => view! { <Missing again /> }.into_any(),
    })
    .into_any()
}

#[component]
fn Missing(again: Callback<()>) -> impl IntoView {
    view! {
        <Still back="/app".into()>
            <div role="alert">
                <h1>{text::title()}</h1>
                <p>{text::lead()}</p>
            </div>
            <div class="actions">
                <Action label=text::again() kind="button" on_press=again />
            </div>
        </Still>
    }
}
