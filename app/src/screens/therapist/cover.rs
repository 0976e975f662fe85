//! A colleague who is to read for a while, or from now on: asking the client, and what they said.

use chrono::NaiveDate;
use journal::{
    cover,
    record::{Body, Consent, Introduction, Opened, Purpose, Said},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use wire::ids::{AccountId, RecordId};

use super::client::{OfClient, called, use_person};
use crate::{
    device::{clock, focus},
    screens::{
        draft::{Draft, Shape},
        parts::{Busy, Rows, Still, SyncLine, Troubled, UNREMEMBERED, short_day, whole_day},
    },
    text::{cover as words, therapist},
    vault::{Vault, use_vault},
};

/// About the client in the address.
#[component]
pub fn CoverPage() -> impl IntoView {
    view! { <OfClient screen=|account| view! { <CoverOf account /> }.into_any() /> }
}

#[component]
fn CoverOf(account: AccountId) -> impl IntoView {
    let vault = use_vault();
    let person = use_person(account);
    let sent = Memo::new(move |_| own(vault, account, true));
    let waits = Memo::new(move |_| {
        sent.with(|sent| sent.iter().any(|(id, _)| answer(vault, account, *id).is_none()))
    });
    let is_any = Memo::new(move |_| !sent.with(Vec::is_empty));
    let row = move |(id, one): (RecordId, Introduction)| row(vault, account, id, &one);
    view! {
        <Still back=format!("/app/client/{account}") back_label=therapist::brief()>
            <h1>{words::title()}</h1>
            <p class="lead">{move || words::lead(&called(person))}</p>
            {move || (!waits.get()).then(|| view! { <Asking account /> })}
            {move || {
                is_any
                    .get()
                    .then(|| {
                        view! {
                            <h2>{words::asked_before()}</h2>
                            <ul class="rows">
                                <Rows each=move || sent.get() key=|(id, _)| *id row />
                            </ul>
                        }
                    })
            }}
            <SyncLine />
        </Still>
    }
}

/// One's own introductions of this client, the newest first: sent, or drafts; tracked.
fn own(vault: Vault, client: AccountId, sent: bool) -> Vec<(RecordId, Introduction)> {
    let me = vault.me();
    let mut all: Vec<_> = vault.records.with(|records| {
        let own = records.iter().filter(|record| Some(record.owner) == me);
        let own = own.filter(|record| record.recipients.contains(&client) == sent);
        let all = own.filter_map(|record| Some((record.id, record.introduction()?.clone())));
        all.filter(|(_, one)| one.client == client).collect()
    });
    all.sort_by_key(|(id, one)| (std::cmp::Reverse(one.made), *id));
    all
}

fn answer(vault: Vault, client: AccountId, id: RecordId) -> Option<Consent> {
    vault.records.with(|records| cover::answer(records, client, id).map(|(_, one)| one.clone()))
}

fn row(vault: Vault, client: AccountId, id: RecordId, one: &Introduction) -> AnyView {
    let title = match (one.purpose, one.from.zip(one.until)) {
        (Purpose::Cover, Some((from, until))) => {
            words::covers(&one.name, &whole_day(from), &whole_day(until))
        }
        _ => words::takes_over(&one.name),
    };
    let consent = answer(vault, client, id);
    let state = match &consent {
        None => words::waits().to_owned(),
        Some(consent) => match consent.said {
            Said::Agreed => words::agreed_on(&short_day(consent.at)),
            Said::Declined => words::declined_on(&short_day(consent.at)),
            Said::Lapsed => words::lapsed().to_owned(),
        },
    };
    let busy = Busy::new();
    let withdraw = move |_| busy.start(async move { vault.delete(id) });
    view! {
        <li class="row-plain">
            <span class="row-title">{title}</span>
            <span class="quiet">{state}</span>
            {consent
                .is_none()
                .then(|| {
                    view! {
                        <button type="button" class="text" on:click=withdraw>
                            {words::withdraw()}
                        </button>
                    }
                })}
            <Troubled trouble=busy.trouble />
        </li>
    }
    .into_any()
}

/// The question while it is put together: a draft until it is sent.
#[component]
fn Asking(account: AccountId) -> impl IntoView {
    let vault = use_vault();
    let begun = untrack(|| own(vault, account, false)).into_iter().next();
    let (id, value) = begun.unwrap_or_else(|| (Vault::new_id(), Introduction::new(account, clock::now())));
    let shape = Shape {
        to: |one: &Introduction| Body::Introduction(one.clone()),
        from: |body| if let Body::Introduction(one) = body { Some(one.clone()) } else { None },
    };
    let draft = Draft::begin(vault, id, value, shape);
    let (looking, busy) = (Busy::new(), Busy::new());
    let wrong_days = RwSignal::new(false);
    let purpose = Memo::new(move |_| draft.value.with(|one| one.purpose));
    let name = Memo::new(move |_| draft.value.with(|one| one.name.clone()));
    let look = move || {
        looking.start(async move {
            let one = draft.value.get_untracked();
            let invited = vault.look_at_introduction(&one).await?;
            let name = invited.card.map(|card| card.display_name).unwrap_or_default();
            draft.edit(|one| one.name = name);
            focus::on("cover-whose");
            Ok(())
        });
    };
    let go = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if name.with_untracked(String::is_empty) {
            look();
            return;
        }
        let today = clock::now().date_naive();
        if !draft.value.with_untracked(|one| days_fit(one, today)) {
            wrong_days.set(true);
            focus::on("cover-from");
            return;
        }
        draft.edit(|one| {
            one.made = clock::now();
            if one.purpose == Purpose::HandOver {
                (one.from, one.until) = (None, None);
            }
        });
        draft.keep_now();
        vault.share_with_undo(id, vec![account], words::asking());
        go(&format!("/app/client/{account}"), NavigateOptions::default());
    };
    view! {
        <form on:submit=submit autocomplete="off">
            <p>{words::where_from()}</p>
            <div class="field link-field">
                <label for="cover-link">{words::link()}</label>
                <textarea
                    id="cover-link"
                    form=UNREMEMBERED
                    rows="3"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby="cover-link-help"
                    prop:value=move || draft.value.with(|one| one.link.clone())
                    on:input:target=move |event| {
                        let link = event.target().value();
                        draft.edit(|one| {
                            link.trim().clone_into(&mut one.link);
                            one.name.clear();
                        });
                    }
                ></textarea>
                <p class="quiet" id="cover-link-help">{words::link_help()}</p>
            </div>
            // Not said as it comes: it gets the focus, and is said with that.
            <div id="cover-whose" tabindex="-1">
                {move || name.with(|name| (!name.is_empty()).then(|| view! { <p>{words::whose(name)}</p> }))}
            </div>
            <Troubled trouble=looking.trouble />
            {move || {
                (!name.with(String::is_empty))
                    .then(|| {
                        view! {
                            <Choices draft purpose wrong_days />
                        }
                    })
            }}
            <Troubled trouble=draft.trouble() />
            <Troubled trouble=busy.trouble />
            <div class="actions">
                <button class="main" type="submit" aria-busy=move || looking.now.get().then_some("true")>
                    {move || match (looking.now.get(), name.with(String::is_empty)) {
                        (true, _) => words::looking(),
                        (false, true) => words::look(),
                        (false, false) => words::ask(),
                    }}
                </button>
            </div>
            <p class="quiet" role="status">{move || if draft.was_touched() { draft.state() } else { "" }}</p>
        </form>
    }
}

/// What for, which days, and a line.
#[component]
fn Choices(draft: Draft<Introduction>, purpose: Memo<Purpose>, wrong_days: RwSignal<bool>) -> impl IntoView {
    let choices = [(Purpose::Cover, words::cover()), (Purpose::HandOver, words::hand_over())];
    let choices = choices.map(|(one, label)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="purpose"
                    prop:checked=move || purpose.get() == one
                    on:change=move |_| draft.edit(|draft| draft.purpose = one)
                />
                {label}
            </label>
        }
    });
    view! {
        <fieldset class="plain">
            <legend>{words::what()}</legend>
            {choices.collect_view()}
        </fieldset>
        {move || match purpose.get() {
            Purpose::Cover => {
                view! {
                    <div class="day-range">
                        {day(draft, "cover-from", words::first_day(), |one| &mut one.from)}
                        {day(draft, "cover-until", words::last_day(), |one| &mut one.until)}
                    </div>
                    <div role="alert">
                        {move || wrong_days.get().then(|| view! { <p>{words::days_missing()}</p> })}
                    </div>
                }
                    .into_any()
            }
            Purpose::HandOver => view! { <p>{words::hand_over_means()}</p> }.into_any(),
        }}
        <div class="field">
            <label for="cover-words">{words::words()}</label>
            <textarea
                id="cover-words"
                form=UNREMEMBERED
                class="words"
                rows="3"
                aria-describedby="cover-words-help"
                prop:value=move || draft.value.with(|one| one.words.clone())
                on:input:target=move |event| {
                    let typed = event.target().value();
                    draft.edit(|one| one.words = typed);
                }
            ></textarea>
            <p class="quiet" id="cover-words-help">{words::words_help()}</p>
        </div>
    }
}

fn day(
    draft: Draft<Introduction>,
    id: &'static str,
    label: &'static str,
    of: fn(&mut Introduction) -> &mut Option<NaiveDate>,
) -> impl IntoView {
    let value = move || draft.value.with(|one| *of(&mut one.clone())).map(|day| day.to_string());
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                type="date"
                prop:value=move || value().unwrap_or_default()
                on:input:target=move |event| {
                    let day = event.target().value().parse().ok();
                    draft.edit(|one| *of(one) = day);
                }
            />
        </div>
    }
}

fn days_fit(one: &Introduction, today: NaiveDate) -> bool {
    one.purpose == Purpose::HandOver
        || one.from.zip(one.until).is_some_and(|(from, until)| from <= until && today <= until)
}

/// In the brief of the colleague: for whom, until when; tracked.
pub fn cover_line(vault: Vault, client: AccountId) -> Option<String> {
    let me = vault.me()?;
    vault.records.with(|records| {
        let theirs = records.iter().filter(|record| record.owner == client).filter_map(Opened::consent);
        let mine = theirs.filter(|one| one.peer == me && one.said == Said::Agreed);
        let newest = mine.max_by_key(|one| one.at)?;
        Some(words::for_whom(&newest.by_name, newest.until.map(whole_day).as_deref()))
    })
}
