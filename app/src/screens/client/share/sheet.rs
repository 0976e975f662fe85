//! What goes, exactly as its reader will see it, before it goes.

use std::collections::BTreeSet;

use journal::{
    passage::{Passage, texts},
    record::{Attachment, Body, Form, Opened},
    sharing::{copy, forms},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_params_map, use_query_map},
};
use wire::ids::RecordId;

use super::{Sharing, home_of};
use crate::{
    device::{clock, focus},
    screens::{
        attach::small,
        client::{
            not_live::NotLive,
            own::{name_of, therapist},
        },
        parts::{Busy, ChoosePassage, Framed, Still, Troubled, clock_time, names, shown},
    },
    text::{check_ins, client::today::not_now, frame, measures, safety, sharing as words, threads},
    vault::{Person, Vault, use_vault},
};

/// The heading of the preview.
const PREVIEW: &str = "seen-as";
/// Where everything is that was written.
const JOURNAL: &str = "/app/journal";
/// This screen.
const HERE: &str = "/app/share/";

/// Shares the record in the address, or says how it is shared. `?more` shares another part of it; `?instead=…`
/// puts another passage in the place of one that is shared.
#[component]
pub fn SharePage() -> impl IntoView {
    let vault = use_vault();
    let id =
        use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let query = use_query_map();
    let wants = move |name: &str| query.with(|query| query.get(name).is_some());
    let record = id.and_then(|id| vault.record_now(id)).filter(|record| Some(record.owner) == vault.me());
    let Some(record) = record else {
        return view! { <Still back=JOURNAL.to_owned() back_label=frame::journal()><h1>{words::gone()}</h1></Still> }.into_any();
    };
    let id = record.id;
    let (back, back_label) = way_back(id, &record.body);
    let person = Memo::new(move |_| therapist(vault).filter(|person| person.verified));
    let is_private = Memo::new(move |_| vault.standing(id).is_private());
    let choosing = Memo::new(move |_| wants("more") || wants("instead") || is_private.get());
    view! {
        <Still back=back.clone() back_label>
            {move || match person.get() {
                Some(person) if choosing.get() => view! { <Sheet vault id person /> }.into_any(),
                _ => view! { <AsItIs vault id /> }.into_any(),
            }}
        </Still>
    }
    .into_any()
}

/// Where its author reads the record, and what that is called; what has no page of its own is in the journal.
fn way_back(id: RecordId, body: &Body) -> (String, &'static str) {
    let home = home_of(id, body);
    if home.starts_with(HERE) {
        return (JOURNAL.to_owned(), frame::journal());
    }
    let label = match body {
        Body::Entry(_) => words::to_page(),
        Body::CheckIn(_) => check_ins::kept(),
        Body::Intention(_) => threads::intention(),
        Body::Insight(_) => threads::insight(),
        Body::Step(_) => threads::step(),
        Body::Agenda(_) => frame::session(),
        Body::Measure(_) => measures::one(),
        Body::SafetyPlan(_) => safety::theirs(),
        _ => frame::back(),
    };
    (home, label)
}

/// The record, and how it is shared.
#[component]
fn AsItIs(vault: Vault, id: RecordId) -> impl IntoView {
    let content = move || vault.record(id).map(|record| shown(&record.body));
    view! {
        {content}
        <Sharing vault id />
    }
}

#[component]
fn Sheet(vault: Vault, id: RecordId, person: Person) -> impl IntoView {
    let (name, reader) = (name_of(&person), person.account);
    let record = Memo::new(move |_| vault.record(id));
    let instead = use_query_map()
        .with_untracked(|query| query.get("instead").and_then(|share| share.parse::<RecordId>().ok()));
    let all_forms =
        record.with_untracked(|record| record.as_ref().map_or(&[][..], |record| forms(&record.body)));
    let more = instead.is_some() || use_query_map().with_untracked(|query| query.get("more").is_some());
    let begin = if more { Form::Passage } else { Form::All };
    let (form, passage) = (RwSignal::new(begin), RwSignal::new(None::<Passage>));
    let along = RwSignal::new(BTreeSet::<RecordId>::new());
    let busy = Busy::new();
    let needed = RwSignal::new(false);
    let seen = move || {
        let body = record.with(|record| {
            passage.with(|passage| copy(&record.as_ref()?.body, form.get(), passage.as_ref(), clock::now()))
        });
        match body {
            Some(body) => shown(&body),
            None => view! { <p class="quiet">{words::mark_first()}</p> }.into_any(),
        }
    };
    let texts = move || record.with_untracked(|record| record.as_ref().and_then(Opened::entry).map(texts));
    let go = use_navigate();
    let leave = Callback::new(move |shared: bool| {
        let home = record.with_untracked(|record| record.as_ref().map(|record| home_of(id, &record.body)));
        // What has no page of its own shows here how it is shared, and nothing when it stays private.
        let home = home.filter(|home| shared || !home.starts_with(HERE)).unwrap_or_else(|| JOURNAL.into());
        go(&home, NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
    let share = Callback::new(move |()| {
        let (form, passage) = (form.get_untracked(), passage.get_untracked());
        if form == Form::Passage && passage.is_none() {
            needed.set(true);
            return;
        }
        busy.start(async move {
            match instead {
                Some(share) => vault.update_part(share, passage.as_ref())?,
                None => vault.share_as(id, form, passage.as_ref(), &[reader], false)?,
            }
            // Chosen one by one, and only with the page that they belong to.
            for beside in along.get_untracked().into_iter().filter(|_| form == Form::All) {
                vault.share_as(beside, Form::All, None, &[reader], false)?;
            }
            leave.run(true);
            Ok(())
        });
    });
    focus::on(PREVIEW);
    let is_passage = move || form.get() == Form::Passage;
    view! {
        <h1 tabindex="-1" id=PREVIEW>{words::preview(&name)}</h1>
        {(all_forms.len() > 1 && instead.is_none()).then(|| choices(all_forms, form))}
        {move || is_passage().then(|| texts().map(|texts| view! { <ChoosePassage texts chosen=passage /> }))}
        <div class="leaf seen" aria-live="polite">{seen}</div>
        {move || (form.get() == Form::All).then(|| beside(vault, id, along))}
        <NotLive />
        <Troubled trouble=busy.trouble />
        <p role="alert" class="quiet">
            {move || (needed.get() && passage.with(Option::is_none)).then(words::mark_needed)}
        </p>
        <div class="actions bottom">
            <button
                type="button"
                class="main"
                aria-busy=move || busy.now.get().then_some("true")
                // It can be pressed all the same, and says then what is missing.
                aria-disabled=move || (is_passage() && passage.with(Option::is_none)).then_some("true")
                on:click=move |_| share.run(())
            >
                {words::share(&name)}
            </button>
            <button type="button" class="text" on:click=move |_| leave.run(false)>
                {if instead.is_some() { not_now() } else { words::keep() }}
            </button>
        </div>
    }
}

/// What is attached, to be recognised: each goes only when it is ticked.
pub fn beside(vault: Vault, id: RecordId, along: RwSignal<BTreeSet<RecordId>>) -> impl IntoView {
    let all = move || {
        let all = vault.attachments(id).into_iter();
        all.filter_map(|record| record.attachment().map(|one| (record.id, one.clone()))).collect()
    };
    let row = move |(id, attachment): (RecordId, Attachment)| {
        let kind = names::beside(attachment.what);
        let about = [kind, attachment.about.as_str()].into_iter().filter(|part| !part.trim().is_empty());
        let label = format!("{} · {}", about.collect::<Vec<_>>().join(": "), clock_time(attachment.made));
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || along.with(|along| along.contains(&id))
                    on:change=move |_| {
                        along
                            .update(|along| {
                                if !along.remove(&id) {
                                    along.insert(id);
                                }
                            });
                    }
                />
                <span>{label}</span>
                // The words beside it say what it is.
                <span aria-hidden="true">{small(&attachment)}</span>
            </label>
        }
        .into_any()
    };
    let frame = |rows| {
        view! {
            <fieldset class="plain">
                <legend>{words::along()}</legend>
                {rows}
            </fieldset>
        }
        .into_any()
    };
    view! { <Framed each=all key=|(id, _): &(RecordId, Attachment)| *id row frame /> }
}

/// How much goes.
fn choices(forms: &'static [Form], form: RwSignal<Form>) -> impl IntoView {
    let choice = move |one: Form| {
        let label = match one {
            Form::Passage => words::passage_only(),
            Form::Numbers => words::numbers_only(),
            Form::All | Form::Nothing => words::all(),
        };
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="form"
                    prop:checked=move || form.get() == one
                    on:change=move |_| form.set(one)
                />
                {label}
            </label>
        }
    };
    view! {
        <fieldset class="plain">
            <legend>{words::how_much()}</legend>
            {forms.iter().copied().map(choice).collect_view()}
        </fieldset>
    }
}
