//! What there is to say of the app itself: where nothing is being written, and below everything else.

use journal::record::Opened;
use leptos::{prelude::*, task::spawn_local};
use leptos_router::components::A;

use crate::{
    device::{
        install::{self, Way},
        settings, store,
    },
    screens::parts::NewVersion,
    text::{client::today, install as text},
    vault::Vault,
};

/// Whoever has kept this many pages or check-ins comes back to them.
const COMES_BACK: usize = 2;

/// Two lines, each only where it is of use: a new version, and the home screen.
#[component]
pub fn OfApp(vault: Vault) -> impl IntoView {
    let may_offer = RwSignal::new(settings::may_offer_home());
    let comes_back = Memo::new(move |_| {
        let me = vault.me();
        vault.records.with(|records| {
            let own = records.iter().filter(|one| Some(one.owner) == me);
            own.filter(|one| one.entry().is_some() || one.check_in().is_some()).take(COMES_BACK).count()
                == COMES_BACK
        })
    });
    let way = install::way();
    // Once there is something to keep. Some browsers ask the person then, so it is not while somebody writes.
    let has_words = Memo::new(move |_| {
        let me = vault.me();
        let is_word = |one: &Opened| one.entry().is_some() || one.check_in().is_some();
        vault.records.with(|records| records.iter().any(|one| Some(one.owner) == me && is_word(one)))
    });
    Effect::new(move |_| {
        if vault.is_own_device() && (has_words.get() || way == Way::There) {
            spawn_local(store::persist_once());
        }
    });
    let never = move || {
        settings::never_offer_home();
        may_offer.set(false);
    };
    let ask = move |_| {
        spawn_local(async move {
            // Whatever the answer is, it was asked.
            if install::ask().await {
                let _kept = store::persist().await;
            }
            settings::never_offer_home();
            let _gone = may_offer.try_set(false);
        });
    };
    let how = move || match way {
        Way::Ask => {
            view! { <button type="button" class="text" on:click=ask>{text::add()}</button> }.into_any()
        }
        _ => view! { <A href="/app/settings#app-version" attr:class="text">{text::how()}</A> }.into_any(),
    };
    view! {
        <NewVersion />
        {move || {
            (may_offer.get() && comes_back.get() && matches!(way, Way::Ask | Way::Share))
                .then(|| {
                    view! {
                        <section class="of-app" aria-label=text::offer_title()>
                            <p class="quiet">{text::offer()}</p>
                            <p>
                                {how()}
                                <button type="button" class="text" on:click=move |_| never()>{today::not_now()}</button>
                            </p>
                        </section>
                    }
                })
        }}
    }
}
