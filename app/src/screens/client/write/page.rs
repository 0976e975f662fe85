//! One page of an entry: what is asked, and the paper.

use chrono::{DateTime, FixedOffset};
use journal::{
    course::Moment,
    prompts::{Own, Page, Prompt},
    record::Entry,
};
use leptos::{html::Textarea, prelude::*};

use super::super::{
    draft::Draft,
    feelings::{Feelings, touch},
    own::{name_of, therapist},
    threads::TurnedToward,
};
use crate::{
    device::clock,
    screens::parts::UNREMEMBERED,
    text::{
        client::{write, your_therapist},
        planned, said,
    },
    vault::use_vault,
};

/// A question or none, and where the words go.
#[component]
pub fn OnePage(
    /// The entry.
    draft: Draft<Entry>,
    /// Which page of it.
    page: Page,
    /// Whether it is the only one.
    alone: bool,
) -> impl IntoView {
    let ours = |prompt: &Prompt| Own {
        id: prompt.id.into(),
        question: said(prompt.question).into(),
        help: said(prompt.help).into(),
    };
    match page {
        Page::Own(own) => view! { <Asked draft prompt=own from_therapist=true /> }.into_any(),
        Page::Asked(prompt) => view! { <Asked draft prompt=ours(prompt) /> }.into_any(),
        Page::Lens(lens) => view! { <Asked draft prompt=ours(&lens.prompt) /> }.into_any(),
        Page::Free => view! { <Free draft alone /> }.into_any(),
    }
}

#[component]
fn Asked(draft: Draft<Entry>, prompt: Own, #[prop(default = false)] from_therapist: bool) -> impl IntoView {
    let vault = use_vault();
    let at = draft.value.with_untracked(looks_back_on);
    let Own { id, question, help } = prompt;
    let (id, asked) = (StoredValue::new(id), StoredValue::new(question.clone()));
    let text = Memo::new(move |_| id.with_value(|id| draft.value.with(|entry| entry.answer(id).to_owned())));
    let typed = Callback::new(move |text: String| {
        draft.edit(|entry| {
            id.with_value(|id| asked.with_value(|question| entry.set_answer(id, question, text)));
            entry.changed = clock::now();
        });
    });
    let from = from_therapist.then(|| {
        let name =
            untrack(|| therapist(vault)).map_or_else(|| your_therapist().into(), |person| name_of(&person));
        view! { <p class="quiet from">{planned::asks(&name)}</p> }
    });
    view! {
        <div class="turn">
            {from}
            <h1 class="asked" id="asked">{question}</h1>
            <p class="quiet" id="asked-help">{help}</p>
            <TurnedToward vault at />
            <Paper text on_typed=typed />
            <Touched draft />
        </div>
    }
}

/// The session whose intention belongs beside the prompts of the days after it.
fn looks_back_on(entry: &Entry) -> Option<DateTime<FixedOffset>> {
    let after = [Moment::SameDay, Moment::NextDays, Moment::OneWeek, Moment::Later];
    entry.dosing_at.filter(|_| after.contains(&entry.moment))
}

/// Writes to a prompt, with the question as it was asked.
pub fn answer(draft: Draft<Entry>, prompt: &'static Prompt, text: String) {
    draft.edit(|entry| {
        entry.set_answer(prompt.id, said(prompt.question), text);
        entry.changed = clock::now();
    });
}

#[component]
fn Free(draft: Draft<Entry>, alone: bool) -> impl IntoView {
    let text = Memo::new(move |_| draft.value.with(|entry| entry.free.clone()));
    let typed = Callback::new(move |text: String| {
        draft.edit(|entry| {
            entry.free = text;
            entry.changed = clock::now();
        });
    });
    view! {
        <div class="turn">
            <h1 class="asked" id="asked">{if alone { write::free_alone() } else { write::free() }}</h1>
            <p class="quiet" id="asked-help">{write::free_line()}</p>
            <Paper text on_typed=typed />
            <Touched draft />
        </div>
    }
}

#[component]
fn Touched(draft: Draft<Entry>) -> impl IntoView {
    let chosen = Memo::new(move |_| draft.value.with(|entry| entry.feelings.clone()));
    let on_touch = Callback::new(move |word| {
        draft.edit(|entry| {
            touch(&mut entry.feelings, word);
            entry.changed = clock::now();
        });
    });
    view! { <Feelings chosen on_touch /> }
}

/// Where the words go. It grows with them, and shows what another device wrote in the same place.
#[component]
pub fn Paper(
    /// What is there.
    #[prop(into)]
    text: Signal<String>,
    /// What is there now.
    on_typed: Callback<String>,
) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot take the focus is typed into after a tap.
            drop(field.focus());
        }
    });
    view! {
        <textarea
            form=UNREMEMBERED
            node_ref=field
            class="paper words"
            rows="5"
            aria-labelledby="asked"
            aria-describedby="asked-help"
            autocapitalize="sentences"
            prop:value=move || text.get()
            on:input:target=move |event| on_typed.run(event.target().value())
        ></textarea>
    }
}
