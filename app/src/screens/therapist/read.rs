//! A shared entry in full. Opening it is told to its author.

mod answer;

use journal::{
    brief::Range,
    measures::find,
    record::{Body, Opened},
};
use leptos::prelude::*;
use leptos_router::{components::A, hooks::use_params_map};
use wire::ids::{AccountId, RecordId, Rev};

use self::answer::Answers;
use super::{
    brief::brief_of,
    client::{OfClient, called, use_person},
    pattern,
};
use crate::{
    device::{focus, watch},
    screens::attach::Attachments,
    screens::parts::{Notice, Still, Troubled, day_and_time, shown},
    text::{therapist as words, therapist::read as text},
    vault::{Person, Trouble, Vault, use_vault},
};

/// Where the reader is put when the page is taken away.
const GONE_ID: &str = "gone-title";

/// The shared entry in the address.
#[component]
pub fn Read() -> impl IntoView {
    view! { <OfClient screen=|account| view! { <ReadOf account /> }.into_any() /> }
}

#[component]
fn ReadOf(account: AccountId) -> impl IntoView {
    let params = use_params_map();
    let id =
        Memo::new(move |_| params.with(|params| params.get("id")).and_then(|id| id.parse::<RecordId>().ok()));
    let back = format!("/app/client/{account}");
    let person = use_person(account);
    view! {
        <Still back=back.clone() back_label=words::brief()>
            <p class="lead whose">{move || called(person)}</p>
            {move || match id.get() {
                Some(id) => view! { <One account id back=back.clone() /> }.into_any(),
                None => view! { <Gone title=text::not_here().into() why=text::not_here_why() back=back.clone() /> }.into_any(),
            }}
        </Still>
    }
}

#[component]
fn One(account: AccountId, id: RecordId, back: String) -> impl IntoView {
    let vault = use_vault();
    let person = use_person(account);
    let entry = Memo::new(move |_| {
        vault.record(id).filter(|record| record.owner == account && is_read(&record.body))
    });
    let trouble = RwSignal::new(None::<Trouble>);
    // The first revision that was seen here: what comes later is a change under the reader's eyes.
    let first = StoredValue::new(None::<Rev>);
    let changed = Memo::new(move |_| {
        let now = entry.with(|entry| entry.as_ref().map(|record| record.rev));
        let first_seen = first.get_value().or(now);
        first.set_value(first_seen);
        now.is_some() && now != first_seen
    });
    let is_here = Memo::new(move |before: Option<&bool>| {
        let here = entry.with(Option::is_some);
        if before == Some(&true) && !here {
            focus::on(GONE_ID);
        }
        here
    });
    Effect::new(move |_| {
        // Coming back to the app moves the clock: what waited in the background is read then.
        vault.now.track();
        if entry.with(Option::is_some) && watch::is_visible() {
            trouble.set(vault.mark_read(id).err());
        }
    });
    move || {
        if is_here.get() {
            return view! {
                <div role="status">
                    {move || changed.get().then(|| view! { <Notice><p>{text::changed(&called(person))}</p></Notice> })}
                </div>
                {move || entry.with(|record| record.as_ref().map(|record| shown(&record.body)))}
                {move || entry.with(|record| record.as_ref().and_then(besides))}
                <Attachments entry=id />
                <p class="quiet" role="status">
                    {move || opened(vault, id, person)}
                </p>
                {move || trouble.get().map(|_| view! { <p>{text::not_marked()}</p> })}
                <Troubled trouble />
                <Answers account to=id />
                <Next account id />
            }
            .into_any();
        }
        let (title, why) = match first.get_value() {
            Some(_) => (text::taken_back(&called(person)), text::taken_back_why()),
            None => (text::not_here().to_owned(), text::not_here_why()),
        };
        view! { <Gone title why back=back.clone() /> }.into_any()
    }
}

/// On to what is unread, without the way over the brief.
#[component]
fn Next(account: AccountId, id: RecordId) -> impl IntoView {
    let vault = use_vault();
    let next = Memo::new(move |_| {
        // A minute more makes no page read: the clock asks for no new brief.
        brief_of(vault, account, vault.now.get_untracked(), Range::default()).next_unread(id)
    });
    view! {
        <p class="next-unread">
            {move || match next.get() {
                Some(next) => {
                    view! { <A href=format!("/app/client/{account}/entry/{next}")>{text::next()}</A> }.into_any()
                }
                None => view! { <span class="quiet">{text::all_read()}</span> }.into_any(),
            }}
        </p>
    }
}

/// What a questionnaire says to her and not to its author.
fn besides(record: &Opened) -> Option<impl IntoView + use<>> {
    let measure = record.measure()?;
    let said = pattern::said(find(&measure.instrument)?, &measure.pattern()?)?;
    Some(view! { <p class="quiet">{said}</p> })
}

/// What is read as a page.
const fn is_read(body: &Body) -> bool {
    matches!(
        body,
        Body::Entry(_)
            | Body::Excerpt(_)
            | Body::CheckIn(_)
            | Body::Numbers(_)
            | Body::Measure(_)
            | Body::SafetyPlan(_)
    )
}

/// What the author can see of the reading.
fn opened(vault: Vault, id: RecordId, person: Memo<Option<Person>>) -> Option<String> {
    let me = vault.who()?.account;
    vault.records.with(|records| {
        let own = records.iter().filter(|record| record.owner == me).filter_map(Opened::receipt);
        let last =
            own.max_by_key(|receipt| receipt.covers(id)).filter(|receipt| receipt.covers(id).is_some())?;
        Some(text::opened(&called(person), &day_and_time(last.opened)))
    })
}

#[component]
fn Gone(title: String, why: &'static str, back: String) -> impl IntoView {
    view! {
        <h1 id=GONE_ID tabindex="-1">
            {title}
        </h1>
        <p>{why}</p>
        <p>
            <A href=back attr:class="main">
                {text::to_brief()}
            </A>
        </p>
    }
}
