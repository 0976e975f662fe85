//! Soft landing, for the hours after a dose: dim, few and large, one word is enough. Nothing counts, nothing
//! leads astray.

mod colour;

use journal::{
    course::Moment,
    prompts::{Prompt, feeling_of, for_moment},
    record::Entry,
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, components::A, hooks::use_navigate};
use wire::ids::RecordId;

use self::colour::Colours;
use super::{
    draft::Draft,
    feelings::touch,
    not_live::NotLive,
    offer::{Offer, on_page},
    own::ground_in_dim,
    write::{Paper, Stands, answer, begins},
};
use crate::{
    device::{clock, focus, theme},
    screens::{
        attach::{Add, Attachments},
        parts::{Still, Troubled, once},
    },
    text::{
        client::{today, write},
        said,
        writing::soft,
    },
    vault::use_vault,
};

/// The words to touch, by the ids they are kept by.
const WORDS: [&str; 6] = ["calm", "tender", "sad", "floating", "moved", "afraid"];
/// The heading of what is seen when it is enough.
const RESTS: &str = "rests";

/// The ways to say what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Words,
    Colour,
    Line,
}

/// One question and one way to answer it at a time. The draft stays open for tomorrow.
#[component]
pub fn Soft(
    /// Which entry.
    id: RecordId,
    /// The entry.
    draft: Draft<Entry>,
    /// Whether this is shown, and not the whole page.
    dim: RwSignal<bool>,
) -> impl IntoView {
    theme::dim();
    on_cleanup(theme::as_chosen);
    let way = RwSignal::new(Way::Words);
    let dark = RwSignal::new(false);
    let vault = use_vault();
    let on_begin = begins(draft);
    let enough = move |_| {
        if draft.value.with_untracked(Entry::is_empty) && !vault.has_attachments(id) {
            draft.discard();
        } else {
            draft.keep_now();
        }
        dark.set(true);
        focus::on(RESTS);
    };
    let landing = move || {
        view! {
            <h1 class="asked" id="asked">{today::soft()}</h1>
            <p class="quiet" id="asked-help">{today::soft_line()}</p>
            {move || match way.get() {
                Way::Words => view! { <Words draft /> }.into_any(),
                Way::Colour => view! { <Colours draft prompt=prompt("soft-colour") /> }.into_any(),
                Way::Line => view! { <Line draft prompt=prompt("soft-fragment") /> }.into_any(),
            }}
            <Offer id is_hard=on_page(draft) />
            <Other way />
            <Add entry=id on_begin />
            <Attachments entry=id />
            <Troubled trouble=draft.trouble() />
            <p role="status" class="kept">{move || draft.state()}</p>
            <Stands id draft />
            <NotLive />
            <p class="ways">
                <A href=ground_in_dim(id) attr:class="text">{write::ground()}</A>
                <button type="button" class="text" on:click=move |_| dim.set(false)>{soft::to_whole()}</button>
            </p>
            <div class="actions bottom">
                <button type="button" class="main" on:click=enough>{write::enough()}</button>
            </div>
        }
    };
    view! {
        <Still>
            <div class="soft">
                {move || if dark.get() { view! { <Rests id draft /> }.into_any() } else { landing().into_any() }}
            </div>
        </Still>
    }
}

fn prompt(id: &str) -> Option<&'static Prompt> {
    for_moment(Moment::SoftLanding).iter().find(|prompt| prompt.id == id)
}

#[component]
fn Words(draft: Draft<Entry>) -> impl IntoView {
    let words = WORDS.map(|word| {
        let pressed = move || draft.value.with(|entry| entry.feelings.iter().any(|one| one == word));
        let on_touch = once(move || {
            draft.edit(|entry| {
                touch(&mut entry.feelings, word.into());
                entry.changed = clock::now();
            });
        });
        view! {
            <button type="button" class="chip" aria-pressed=move || pressed().to_string() on:click=on_touch>
                {feeling_of(word).map_or(word, |feeling| said(feeling.name))}
            </button>
        }
    });
    view! {
        <div class="soft-grid" role="group" aria-labelledby="asked">
            {words.into_iter().collect_view()}
        </div>
    }
}

#[component]
fn Line(draft: Draft<Entry>, prompt: Option<&'static Prompt>) -> impl IntoView {
    prompt.map(|prompt| {
        let text = Memo::new(move |_| draft.value.with(|entry| entry.answer(prompt.id).to_owned()));
        let typed = Callback::new(move |text: String| answer(draft, prompt, text));
        view! { <Paper text on_typed=typed /> }
    })
}

/// Another way to say it.
#[component]
fn Other(way: RwSignal<Way>) -> impl IntoView {
    let ways = [(Way::Words, soft::words()), (Way::Colour, soft::colour()), (Way::Line, soft::line())];
    let ways = ways.map(|(one, name)| {
        view! {
            <button
                type="button"
                class="text"
                aria-pressed=move || (way.get() == one).to_string()
                on:click=move |_| way.set(one)
            >
                {name}
            </button>
        }
    });
    view! {
        <div class="soft-ways" role="group" aria-label=soft::ways()>
            {ways.into_iter().collect_view()}
        </div>
    }
}

/// It is kept, and the screen is dark. A touch brings the light back.
#[component]
fn Rests(id: RecordId, draft: Draft<Entry>) -> impl IntoView {
    let go = use_navigate();
    let is_empty = draft.value.with_untracked(Entry::is_empty) && !use_vault().has_attachments(id);
    let line = if is_empty { soft::nothing_kept() } else { soft::kept() };
    view! {
        <div class="rests">
            <h1 id=RESTS tabindex="-1">{soft::rest()}</h1>
            <p>{line}</p>
            {(!is_empty).then(|| view! { <p role="status" class="kept">{move || draft.state()}</p> })}
            <button
                type="button"
                class="second"
                on:click=move |_| go("/app", NavigateOptions { replace: true, ..NavigateOptions::default() })
            >
                {soft::light()}
            </button>
        </div>
    }
}
