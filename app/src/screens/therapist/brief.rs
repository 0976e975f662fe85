//! One screen before the hour, without a click.

mod acknowledge;
mod bring;
mod care;
mod course;
mod figure;
mod grew;
mod head;
mod measures;
mod printed;
mod safety;
mod shared;

pub use self::bring::course_of;
use chrono::{DateTime, FixedOffset};
use journal::brief::{Brief, Range};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::AccountId;

use self::{
    bring::ToBring,
    care::Care,
    course::{CourseOf, SaidOf},
    grew::Grew,
    head::{Back, Head},
    measures::MeasuresOf,
    safety::SafetyPlanOf,
    shared::SharedOf,
};
use super::{
    client::{IfUnverified, OfClient, use_person},
    cover::cover_line,
};
use crate::{
    device::watch,
    screens::parts::{Still, SyncLine, Unopened},
    text::{cover, keeping::part, therapist as words},
    vault::{Vault, use_vault},
};

/// The brief of the client in the address.
#[component]
pub fn BriefPage() -> impl IntoView {
    view! { <OfClient screen=|account| view! { <BriefOf account /> }.into_any() /> }
}

/// The brief of a client, as it is at `now`; tracked.
pub fn brief_of(vault: Vault, client: AccountId, now: DateTime<FixedOffset>, range: Range) -> Brief {
    let me = vault.who().map_or(client, |who| who.account);
    vault.records.with(|records| Brief::new(records, client, me, now, range))
}

#[component]
fn BriefOf(account: AccountId) -> impl IntoView {
    let vault = use_vault();
    let person = use_person(account);
    let range = RwSignal::new(Range::default());
    let brief = Memo::new(move |_| brief_of(vault, account, vault.now.get(), range.get()));
    let glanced = Memo::new(move |_| brief.with(Brief::glanced));
    Effect::new(move |_| {
        // Coming back to the app moves the clock: what came in the background is seen then.
        vault.now.track();
        if watch::is_visible() {
            // What could not be told now is told at the next look.
            let _later = glanced.with(|ids| vault.mark_seen(ids));
        }
    });
    view! {
        <Still back="/app".to_owned() back_label=words::to_clients()>
            <article class="brief">
                <Head account person brief>
                    <Care account brief />
                </Head>
                <IfUnverified person />
                <Unopened by=account />
                {move || cover_line(vault, account).map(|line| view! { <p class="quiet">{line}</p> })}
                <SafetyPlanOf account />
                <ToBring account />
                <Back account brief range />
                <div class="brief-columns">
                    <div>
                        <CourseOf account brief />
                        <MeasuresOf account brief />
                        <SaidOf account brief />
                    </div>
                    <div>
                        <SharedOf account brief range />
                        <Grew account />
                    </div>
                </div>
                <SyncLine />
                <p class="no-print brief-ways">
                    <A href=format!("/app/client/{account}/cover") attr:class="text">{cover::title()}</A>
                    <A href=format!("/app/part/{account}") attr:class="text">{part::row()}</A>
                </p>
            </article>
        </Still>
    }
}
