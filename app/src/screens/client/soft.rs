//! Soft landing, for the hours after a dose: dim, few and large, one word is enough.

use journal::{prompts::for_moment, record::Entry};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{draft::Draft, feelings::touch, not_live::NotLive, write::Paper};
use crate::{
    device::{clock, theme::Theme},
    screens::parts::{Still, Troubled, names},
    text::{
        client::{today, write},
        said,
    },
};

/// Six feelings to touch.
const WORDS: [&str; 6] = ["calm", "tender", "sad", "floating", "moved", "afraid"];

/// One question, six words, one line. The draft stays open for tomorrow.
#[component]
pub fn Soft(draft: Draft<Entry>) -> impl IntoView {
    Theme::Dim.show();
    on_cleanup(|| Theme::kept().show());
    let go = use_navigate();
    let prompt = for_moment(journal::course::Moment::SoftLanding).first();
    let text =
        draft.value.with_untracked(|entry| prompt.map_or("", |prompt| entry.answer(prompt.id)).to_owned());
    let typed = Callback::new(move |text: String| {
        if let Some(prompt) = prompt {
            draft.edit(|entry| {
                entry.set_answer(prompt.id, said(prompt.question), text);
                entry.changed = clock::now();
            });
        }
    });
    let enough = move |_| {
        if draft.value.with_untracked(Entry::is_empty) {
            draft.discard();
        } else {
            draft.edit(|entry| entry.finished = Some(clock::now()));
            draft.keep_now();
        }
        go("/app", NavigateOptions { replace: true, ..NavigateOptions::default() });
    };
    view! {
        <Still>
            <div class="soft">
                <h1 class="asked" id="asked">{today::soft()}</h1>
                <p class="quiet" id="asked-help">{today::soft_line()}</p>
                <div class="soft-words" role="group" aria-label=write::feelings()>
                    {WORDS
                        .map(|word| {
                            let pressed = move || draft.value.with(|entry| entry.feelings.iter().any(|one| one == word));
                            view! {
                                <button
                                    type="button"
                                    class="chip"
                                    aria-pressed=move || pressed().to_string()
                                    on:click=move |_| {
                                        draft.edit(|entry| {
                                            touch(&mut entry.feelings, word.into());
                                            entry.changed = clock::now();
                                        });
                                    }
                                >
                                    {names::feeling(word)}
                                </button>
                            }
                        })
                        .collect_view()}
                </div>
                <Paper text on_typed=typed />
                <Troubled trouble=draft.trouble() />
                <p role="status" class="kept quiet">{move || draft.state()}</p>
                <NotLive />
                <div class="actions bottom">
                    <button type="button" class="main" on:click=enough>{write::enough()}</button>
                </div>
            </div>
        </Still>
    }
}
