//! The therapist's own prompts: those that this client is asked, and those that are kept for whoever comes.

mod write;

use journal::record::{Opened, OwnPrompt, Rest, Template};
use leptos::prelude::*;
use wire::ids::RecordId;

use self::write::Write;
use super::{
    super::client::called,
    told::{Open, Plans},
};
use crate::{
    device::{clock, focus},
    screens::parts::{Rows, names, once, short_day},
    text::therapist::{self as words, asking as text},
    vault::{Person, Vault, use_vault},
};

/// Both lists, and a way to write one.
#[component]
pub fn Prompts(plans: Plans, person: Memo<Option<Person>>) -> impl IntoView {
    let vault = use_vault();
    let kept = Memo::new(move |_| templates(vault));
    let given = Memo::new(move |_| plans.keeper.with(|plan| plan.prompts.clone()));
    let is_any_given = Memo::new(move |_| !given.with(Vec::is_empty));
    let new = Memo::new(move |_| match plans.open.get() {
        Open::Prompt(id) => kept.with(|kept| kept.iter().all(|(known, _)| *known != id)).then_some(id),
        _ => None,
    });
    // Once there is a word, the form of a new one is that of one that is kept: it must not be made anew then.
    let writing = Memo::new(move |before: Option<&Option<RecordId>>| {
        let open = if let Open::Prompt(id) = plans.open.get() { Some(id) } else { None };
        new.get().or_else(|| before.copied().flatten().filter(|id| Some(*id) == open))
    });
    let begin = move |_| {
        plans.open(Open::Prompt(Vault::new_id()));
        focus::on(write::FIRST_ID);
    };
    view! {
        <section>
            <h2>{text::prompts()}</h2>
            <p class="quiet">{text::prompts_lead()}</p>
            {move || is_any_given.get().then(|| view! { <Given plans given person /> })}
            {move || match writing.get() {
                Some(id) => view! { <Write id plans person /> }.into_any(),
                None => {
                    view! {
                        <div class="actions">
                            <button type="button" class="second" on:click=begin>
                                {text::write()}
                            </button>
                        </div>
                    }
                        .into_any()
                }
            }}
            {move || (!kept.with(Vec::is_empty)).then(|| view! { <Kept plans kept writing person /> })}
        </section>
    }
    .into_any()
}

/// The therapist's own templates, the newest first; tracked.
fn templates(vault: Vault) -> Vec<(RecordId, Template)> {
    let me = vault.who().map(|who| who.account);
    let mut kept: Vec<_> = vault.records.with(|records| {
        let own = records.iter().filter(|record| Some(record.owner) == me);
        own.filter_map(|record| record.template().map(|one| (record.id, one.clone()))).collect()
    });
    kept.sort_by_key(|(_, one)| std::cmp::Reverse(one.made));
    kept
}

/// What this client is asked.
#[component]
fn Given(plans: Plans, given: Memo<Vec<OwnPrompt>>, person: Memo<Option<Person>>) -> impl IntoView {
    let row = move |prompt: OwnPrompt| {
        let OwnPrompt { id, question, moment, given, .. } = prompt;
        let said = text::taken_back(&question);
        let label = words::of(text::take_back(), &question);
        let take = once(move || {
            plans.apply(said.clone(), |plan| plan.prompts.retain(|one| one.id != id));
        });
        view! {
            <li>
                <p class="words">{question}</p>
                <p class="quiet">{format!("{} · {}", names::moment(moment), text::given(&short_day(given)))}</p>
                <div class="row-actions">
                    <button type="button" class="text" aria-label=label on:click=take>
                        {text::take_back()}
                    </button>
                </div>
            </li>
        }
        .into_any()
    };
    view! {
        <h3>{move || text::asked_of(&called(person))}</h3>
        <ul class="rows">
            <Rows each=move || given.get() key=|prompt| prompt.id row />
        </ul>
    }
    .into_any()
}

/// What is kept, to be asked of whoever it fits.
#[component]
fn Kept(
    plans: Plans,
    kept: Memo<Vec<(RecordId, Template)>>,
    writing: Memo<Option<RecordId>>,
    person: Memo<Option<Person>>,
) -> impl IntoView {
    let ids = Memo::new(move |_| {
        let all = kept.with(|kept| kept.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        all.into_iter().filter(|id| writing.get() != Some(*id)).collect::<Vec<_>>()
    });
    let row = move |id: RecordId| {
        let is_open = Memo::new(move |_| plans.open.get() == Open::Prompt(id));
        let one = Memo::new(move |_| {
            kept.with(|kept| kept.iter().find(|(known, _)| *known == id).map(|(_, one)| one.clone()))
        });
        view! {
            <li>
                {move || {
                    if is_open.get() {
                        view! { <Write id plans person /> }.into_any()
                    } else {
                        view! { <Row id one plans person /> }.into_any()
                    }
                }}
            </li>
        }
    };
    view! {
        {move || (!ids.with(Vec::is_empty)).then(|| view! { <h3>{text::kept()}</h3> })}
        <ul class="rows">
            <For each=move || ids.get() key=|id| *id children=row />
        </ul>
    }
    .into_any()
}

#[component]
fn Row(
    id: RecordId,
    one: Memo<Option<Template>>,
    plans: Plans,
    person: Memo<Option<Person>>,
) -> impl IntoView {
    let vault = use_vault();
    move || {
        let Some(template) = one.get() else { return ().into_any() };
        let question = template.question.clone();
        let label = |action: &str| words::of(action, &question);
        let (change_label, delete_label) = (label(text::change()), label(text::delete()));
        let ask = text::ask(&called(person));
        let ask_label = label(&ask);
        let may = !question.trim().is_empty();
        let give = once(move || give(plans, person, &template));
        view! {
            <p class="words">{question.clone()}</p>
            <p class="quiet">{one.with(|one| one.as_ref().map_or("", |one| names::moment(one.moment)))}</p>
            <div class="row-actions">
                {may
                    .then(|| {
                        view! {
                            <button type="button" class="text" aria-label=ask_label on:click=give>
                                {ask}
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="text"
                    aria-label=change_label
                    on:click=move |_| {
                        plans.open(Open::Prompt(id));
                        focus::on(write::FIRST_ID);
                    }
                >
                    {text::change()}
                </button>
                <button
                    type="button"
                    class="text"
                    aria-label=delete_label
                    on:click=once(move || vault.delete_with_undo(id, text::deleted()))
                >
                    {text::delete()}
                </button>
            </div>
        }
        .into_any()
    }
}

/// A copy of it goes into the plan: what is changed here later does not change what somebody was asked.
fn give(plans: Plans, person: Memo<Option<Person>>, template: &Template) {
    let prompt = OwnPrompt {
        id: Vault::new_id().0,
        question: template.question.trim().to_owned(),
        help: template.help.trim().to_owned(),
        moment: template.moment,
        given: clock::now(),
        rest: Rest::new(),
    };
    let name = untrack(|| called(person));
    plans.apply(text::asks_now(&name, names::moment(template.moment)), |plan| plan.prompts.push(prompt));
}

/// The template as it is now.
fn template_now(vault: Vault, id: RecordId) -> Template {
    let there = vault.record_now(id).as_ref().and_then(Opened::template).cloned();
    there.unwrap_or_else(|| Template::new(clock::now()))
}
