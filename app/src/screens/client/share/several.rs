//! Several things before an appointment: chosen, looked at, shared at once.

mod days;

use std::collections::BTreeSet;

use journal::{
    record::{Form, Opened},
    sharing::{copy, form_in_range, private_in},
};
use leptos::prelude::*;
use wire::ids::RecordId;

use self::days::{Days, choose_days};
use super::sheet::beside;
use crate::{
    device::clock,
    screens::{
        client::{
            not_live::NotLive,
            own::{name_of, therapist},
        },
        parts::{Busy, Still, SyncLine, Troubled, day_and_time, named, names, shown},
    },
    text::sharing::{self as sharing, several as words},
    vault::{Person, Vault, use_vault},
};

/// What is ticked, and how check-ins go.
#[derive(Clone, Copy)]
struct Chosen {
    ticked: RwSignal<BTreeSet<RecordId>>,
    /// Of what stands beside the words of a page.
    along: RwSignal<BTreeSet<RecordId>>,
    check_ins: RwSignal<Form>,
}

/// The screen.
#[component]
pub fn SeveralPage() -> impl IntoView {
    let vault = use_vault();
    let person = Memo::new(move |_| therapist(vault).filter(|person| person.verified));
    view! {
        <Still back="/app/session".to_owned() back_label=words::back()>
            <h1>{words::title()}</h1>
            {move || match person.get() {
                Some(person) => view! { <Several vault person /> }.into_any(),
                None => view! { <p>{sharing::rules::nobody()}</p> }.into_any(),
            }}
            <SyncLine />
        </Still>
    }
}

#[component]
fn Several(vault: Vault, person: Person) -> impl IntoView {
    let (name, reader) = (StoredValue::new(name_of(&person)), person.account);
    let days = Days::new(vault);
    let chosen = Chosen {
        ticked: RwSignal::new(BTreeSet::new()),
        along: RwSignal::new(BTreeSet::new()),
        check_ins: RwSignal::new(Form::Numbers),
    };
    let busy = Busy::new();
    let done = RwSignal::new(None::<usize>);
    let list = Memo::new(move |_| {
        let (Some((first, last)), Some(who)) = (days.range(), vault.who()) else { return Vec::new() };
        vault.records.with(|records| private_in(records, who.account, first, last))
    });
    let has_check_in = Memo::new(move |_| list.get().into_iter().any(|id| is_check_in(vault, id)));
    // What is ticked and not in the list, because the days were changed, does not go unseen.
    let going = Memo::new(move |_| {
        let check_ins = chosen.check_ins.get();
        let ticked = chosen.ticked.get();
        let forms = list
            .get()
            .into_iter()
            .filter(|id| ticked.contains(id))
            .filter_map(|id| Some((id, form_in_range(&vault.record_now(id)?.body, check_ins)?)));
        forms.collect::<Vec<_>>()
    });
    let share = move |_| {
        let going = going.get_untracked();
        if going.is_empty() {
            return;
        }
        busy.start(async move {
            let count = going.len();
            for (id, form) in going {
                vault.share_as(id, form, None, &[reader], false)?;
                let along = chosen.along.get_untracked();
                for beside in untrack(|| vault.attachments(id)).iter().filter(|one| along.contains(&one.id)) {
                    vault.share_as(beside.id, Form::All, None, &[reader], false)?;
                }
                chosen.ticked.update(|ticked| ticked.retain(|one| *one != id));
            }
            done.set(Some(count));
            Ok(())
        });
    };
    let button = move || name.with_value(|name| words::share(name, going.with(Vec::len)));
    let tick = move |all: bool| {
        let every = if all { list.get_untracked().into_iter().collect() } else { BTreeSet::new() };
        chosen.ticked.set(every);
    };
    view! {
        <p>{words::lead()}</p>
        {choose_days(days)}
        {move || has_check_in.get().then(|| how_check_ins_go(chosen.check_ins))}
        <p role="status" class="done">
            {move || done.get().map(|count| name.with_value(|name| words::shared(name, count)))}
        </p>
        {move || {
            if list.with(Vec::is_empty) {
                return view! { <p>{words::nothing()}</p> }.into_any();
            }
            view! {
                <p class="ways">
                    <button type="button" class="text" on:click=move |_| tick(true)>{words::all()}</button>
                    <button type="button" class="text" on:click=move |_| tick(false)>{words::none()}</button>
                </p>
            }
                .into_any()
        }}
        <ul class="rows several">
            <For each=move || list.get() key=|id| *id children=move |id| view! { <Row vault id chosen /> } />
        </ul>
        <NotLive />
        <Troubled trouble=busy.trouble />
        <div class="actions bottom">
            <button
                type="button"
                class="main"
                aria-busy=move || busy.now.get().then_some("true")
                aria-disabled=move || going.with(Vec::is_empty).then_some("true")
                on:click=share
            >
                {button}
            </button>
        </div>
    }
}

/// One thing that could go, with what its reader would see.
#[component]
fn Row(vault: Vault, id: RecordId, chosen: Chosen) -> impl IntoView {
    let record = Memo::new(move |_| vault.record(id));
    let form = move || record.with(|record| form_in_range(&record.as_ref()?.body, chosen.check_ins.get()));
    let open = RwSignal::new(false);
    let preview = move || {
        let form = form()?;
        record.with(|record| Some(shown(&copy(&record.as_ref()?.body, form, None, clock::now())?)))
    };
    let (title, line) = record.with_untracked(|record| record.as_ref().and_then(title)).unwrap_or_default();
    let is_ticked = Memo::new(move |_| chosen.ticked.with(|ticked| ticked.contains(&id)));
    view! {
        <li>
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || is_ticked.get()
                    prop:disabled=move || form().is_none()
                    on:change=move |_| {
                        chosen
                            .ticked
                            .update(|ticked| {
                                if !ticked.remove(&id) {
                                    ticked.insert(id);
                                }
                            });
                    }
                />
                <span>
                    <span class="row-title">{title}</span>
                    <br />
                    <span class="quiet">{line}</span>
                </span>
            </label>
            {move || is_ticked.get().then(|| beside(vault, id, chosen.along))}
            <details on:toggle=move |_| open.update(|open| *open = !*open)>
                <summary>{words::see()}</summary>
                {move || open.get().then(|| view! { <div class="leaf seen">{preview()}</div> })}
            </details>
        </li>
    }
}

/// What a row is called, and when it was made.
fn title(record: &Opened) -> Option<(String, String)> {
    let (title, at) = named(record)?;
    let moment = record.entry().map(|entry| names::moment(entry.moment)).filter(|moment| *moment != title);
    let facts = [moment.map(str::to_owned), at.map(day_and_time)];
    Some((title, facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")))
}

fn is_check_in(vault: Vault, id: RecordId) -> bool {
    vault.record_now(id).as_ref().and_then(Opened::check_in).is_some()
}

/// As numbers, or with their words.
fn how_check_ins_go(form: RwSignal<Form>) -> impl IntoView {
    let choices = [(Form::Numbers, words::numbers()), (Form::All, words::with_words())];
    let choices = choices.map(|(one, label)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="check-ins"
                    prop:checked=move || form.get() == one
                    on:change=move |_| form.set(one)
                />
                {label}
            </label>
        }
    });
    view! {
        <fieldset class="plain">
            <legend>{words::check_ins()}</legend>
            {choices.collect_view()}
        </fieldset>
    }
}
