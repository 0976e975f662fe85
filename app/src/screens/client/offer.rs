//! Beside the page, after certain words: the way to help. Decided on this phone and kept nowhere; once it is put away it
//! rests for that page.

use std::{cell::RefCell, collections::BTreeSet};

use journal::{hard_words::may_offer_help, record::Entry};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::RecordId;

use crate::{
    screens::draft::Draft,
    text::{offer as words, public, safety},
    vault::use_vault,
};

thread_local! {
    /// Pages for which it was put away, until the app is closed.
    static RESTS: RefCell<BTreeSet<RecordId>> = const { RefCell::new(BTreeSet::new()) };
}

/// The offer, while such words are on the page; nothing where it is switched off.
#[component]
pub fn Offer(id: RecordId, is_hard: Signal<bool>) -> impl IntoView {
    let vault = use_vault();
    let rests = RwSignal::new(RESTS.with_borrow(|all| all.contains(&id)));
    let is_due = Memo::new(move |_| !rests.get() && vault.settings().offers_help && is_hard.get());
    let put_away = move |_| {
        RESTS.with_borrow_mut(|all| all.insert(id));
        rests.set(true);
    };
    view! {
        <div role="status">
            {move || {
                is_due
                    .get()
                    .then(|| {
                        view! {
                            <div class="notice offer">
                                <p>{words::lead()}</p>
                                <p class="ways">
                                    <a href="/help" rel="external" class="text">{public::help_now()}</a>
                                    <A href="/app/you/plan" attr:class="text">{safety::own()}</A>
                                    <button type="button" class="text" on:click=put_away>{words::put_away()}</button>
                                </p>
                                <p class="quiet">{words::only_here()}</p>
                            </div>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

/// Whether the words of a page are such.
pub fn on_page(draft: Draft<Entry>) -> Signal<bool> {
    let has = |entry: &Entry| {
        let answers = entry.answers.iter().map(|answer| answer.text.as_str());
        answers.chain([entry.free.as_str()]).any(may_offer_help)
    };
    Signal::derive(move || draft.value.with(has))
}
