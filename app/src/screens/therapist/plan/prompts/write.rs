//! Writing a prompt. Every key is kept.

use journal::record::{Body, Template};
use leptos::prelude::*;
use wire::ids::RecordId;

use super::{
    super::told::{Open, Plans},
    give, template_now,
};
use crate::{
    device::focus,
    screens::{
        client::draft::{Draft, Shape},
        parts::{Action, Troubled, names},
    },
    text::therapist::asking as text,
    vault::{Person, use_vault},
};

/// The first field.
pub const FIRST_ID: &str = "prompt";
/// The longest question, characters: it is read in one breath.
const LONGEST: u16 = 280;

/// The question, one quiet line, its moment.
#[component]
pub fn Write(id: RecordId, plans: Plans, person: Memo<Option<Person>>) -> impl IntoView {
    let vault = use_vault();
    let shape = Shape {
        to: |one: &Template| Body::Template(one.clone()),
        from: |body| if let Body::Template(one) = body { Some(one.clone()) } else { None },
    };
    let draft = Draft::begin(vault, id, template_now(vault, id), shape);
    let question = Memo::new(move |_| draft.value.with(|one| one.question.clone()));
    let help = Memo::new(move |_| draft.value.with(|one| one.help.clone()));
    let close = move || {
        if draft.value.with_untracked(Template::is_empty) {
            draft.discard();
        } else {
            draft.keep_now();
            vault.flush();
        }
    };
    let keep = move |_| {
        close();
        plans.open.set(Open::Nothing);
    };
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let template = draft.value.get_untracked();
        if template.question.trim().is_empty() {
            focus::on(FIRST_ID);
            return;
        }
        close();
        give(plans, person, &template);
    };
    view! {
        <form class="leaf" autocomplete="off" on:submit=ask aria-label=text::write()>
            <div class="write-line">
                <h3>{text::write_title()}</h3>
                <span role="status" class="kept">{move || draft.was_touched().then(|| draft.state())}</span>
            </div>
            <div class="field">
                <label for=FIRST_ID>{text::question()}</label>
                <textarea
                    id=FIRST_ID
                    class="words"
                    rows="3"
                    maxlength=LONGEST
                    required
                    prop:value=move || question.get()
                    on:input:target=move |event| draft.edit(|one| one.question = event.target().value())
                ></textarea>
            </div>
            <div class="field">
                <label for="prompt-help">{text::help()}</label>
                <input
                    id="prompt-help"
                    type="text"
                    autocomplete="off"
                    maxlength=LONGEST
                    prop:value=move || help.get()
                    on:input:target=move |event| draft.edit(|one| one.help = event.target().value())
                />
            </div>
            <Moments draft />
            <Troubled trouble=draft.trouble() />
            <div class="actions">
                <Action label=text::ask_this() />
                <button type="button" class="text" on:click=keep>
                    {text::keep()}
                </button>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Moments(draft: Draft<Template>) -> impl IntoView {
    let chosen = Memo::new(move |_| draft.value.with(|one| one.moment));
    let options = Template::MOMENTS
        .iter()
        .enumerate()
        .map(|(place, one)| {
            view! {
                <option value=place selected=move || chosen.get() == *one>
                    {names::moment(*one)}
                </option>
            }
        })
        .collect_view();
    let choose = move |value: String| {
        if let Some(moment) = value.parse().ok().and_then(|place: usize| Template::MOMENTS.get(place)) {
            draft.edit(|one| one.moment = *moment);
        }
    };
    view! {
        <div class="field">
            <label for="prompt-moment">{text::moment()}</label>
            <select id="prompt-moment" on:change:target=move |event| choose(event.target().value())>
                {options}
            </select>
        </div>
    }
}
