//! A page for a line or two: a question, the words, what belongs to them, "Keep".

use journal::hard_words::may_offer_help;
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use wire::ids::RecordId;

use super::{
    draft::{Draft, Shape},
    not_live::NotLive,
    offer::Offer,
    share::ReadAlong,
    write::Paper,
};
use crate::{
    screens::parts::{Still, Troubled},
    text::{frame, threads as words},
    vault::Vault,
};

/// What is asked, and where the words are in the record.
pub struct Asked<T> {
    /// The question.
    pub question: &'static str,
    /// One quiet line under it.
    pub help: &'static str,
    /// How it becomes a record and comes back.
    pub shape: Shape<T>,
    /// The words in it.
    pub read: fn(&T) -> &str,
    /// Puts words into it.
    pub write: fn(&mut T, String),
    /// Where it is read.
    pub home: &'static str,
}

/// The page. What is typed is kept as it is typed; `more` is what else belongs to it.
pub fn one_line<T: Send + Sync + 'static>(
    vault: Vault,
    id: RecordId,
    value: T,
    asked: &Asked<T>,
    more: impl FnOnce(Draft<T>) -> AnyView,
) -> AnyView {
    let Asked { question, help, shape, read, write, home } = *asked;
    let is_new = vault.record_now(id).is_none();
    let draft = Draft::begin(vault, id, value, shape);
    let text = Signal::derive(move || draft.value.with(|value| read(value).to_owned()));
    let typed = Callback::new(move |text: String| draft.edit(|value| write(value, text)));
    let is_hard = Signal::derive(move || draft.value.with(|value| may_offer_help(read(value))));
    let more = more(draft);
    let go = use_navigate();
    let keep = move |_| {
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        let is_empty = draft.value.with_untracked(|value| read(value).trim().is_empty());
        if is_empty && is_new {
            draft.discard();
            go("/app/threads", replace);
            return;
        }
        draft.keep_now();
        vault.flush();
        go(&format!("/app/{home}/{id}"), replace);
    };
    view! {
        <Still back="/app/threads".into() back_label=frame::back()>
            <p class="write-line">
                <span></span>
                <span role="status" class="kept">{move || draft.state()}</span>
            </p>
            <h1 class="asked" id="asked">{question}</h1>
            <p class="quiet" id="asked-help">{help}</p>
            <Paper text on_typed=typed />
            <Offer id is_hard />
            {more}
            <ReadAlong vault id />
            <NotLive />
            <Troubled trouble=draft.trouble() />
            <div class="actions bottom">
                <button type="button" class="main" on:click=keep>{words::keep()}</button>
            </div>
        </Still>
    }
    .into_any()
}
