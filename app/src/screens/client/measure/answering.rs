//! One question a screen, then all answers to look over.

mod question;

use journal::{
    measures::{Instrument, Open, Question, find, is_aside},
    record::Measure,
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};
use wire::ids::RecordId;

use self::question::asked;
use super::{
    super::{
        crisis::fetch_lines,
        draft::{Draft, Shape},
        not_live::NotLive,
        own::begun_of,
    },
    aside, from_body, id_here, to_body,
};
use crate::{
    device::clock,
    screens::parts::{Still, Troubled, once},
    text::{frame, language, measures as words},
    vault::{Vault, use_vault},
};

/// In the address of a question to which somebody went from all answers, and comes back to them.
const REVIEWED: &str = "r";

/// The one in the address, begun or gone on with.
#[component]
pub fn Answering() -> impl IntoView {
    let vault = use_vault();
    let begun = id_here().and_then(|id| begin(vault, id));
    let Some((id, instrument, measure)) = begun else {
        return view! { <Still back="/app/measures".into()><h1>{words::gone()}</h1></Still> }.into_any();
    };
    let draft = Draft::begin(vault, id, measure, Shape { to: to_body, from: from_body });
    if instrument.items.iter().any(|item| item.safety) {
        fetch_lines();
    }
    view! { <Pages vault id instrument draft /> }.into_any()
}

fn begin(vault: Vault, id: RecordId) -> Option<(RecordId, &'static Instrument, Measure)> {
    let there = vault.record_now(id).filter(|record| Some(record.owner) == vault.me());
    let there = there.as_ref().and_then(|record| record.measure());
    let asked = match there {
        Some(measure) => measure.instrument.clone(),
        None => use_query_map().with_untracked(|query| query.get("i"))?,
    };
    let instrument = find(&asked)?;
    match there {
        Some(measure) if !is_aside(instrument, measure, clock::now()) => {
            return Some((id, instrument, measure.clone()));
        }
        // Whoever comes back to it by its old address starts anew, or goes on with what was begun since.
        Some(_) => {
            let go_on = untrack(|| begun_of(vault, instrument)).go_on;
            return begin(vault, go_on.unwrap_or_else(Vault::new_id));
        }
        None => {}
    }
    let read = if is_in(instrument, language().tag()) { language().tag() } else { "en" };
    Some((id, instrument, Measure::new(instrument, read, clock::now())))
}

/// Whether its words are here in that language.
fn is_in(instrument: &Instrument, language: &str) -> bool {
    instrument.wording(language).is_some_and(|(_, own)| own)
}

/// Where one is, and the way elsewhere.
#[derive(Clone, Copy)]
struct Place {
    instrument: &'static Instrument,
    questions: StoredValue<Vec<Question>>,
    /// The language of the questionnaire's own words; everything around them is in the person's.
    read: StoredValue<String>,
    draft: Draft<Measure>,
    turn: Callback<usize>,
    /// To a question of those that are looked over, and back to these.
    change: Callback<usize>,
    done: Callback<()>,
}

#[component]
fn Pages(
    vault: Vault,
    id: RecordId,
    instrument: &'static Instrument,
    draft: Draft<Measure>,
) -> impl IntoView {
    let (read, start) = draft.value.with_untracked(|measure| (measure.language.clone(), measure.position));
    let questions = instrument.questions(&read);
    let of = questions.len();
    let finished = draft.value.with_untracked(|measure| measure.finished.is_some().then(|| measure.clone()));
    let start = if finished.is_some() { of } else { start };
    let is_correction = finished.is_some();
    if is_correction {
        // Whoever reads it sees no half of a correction, and what asks for care is asked about before it counts.
        draft.hold();
    }
    let questions = StoredValue::new(questions);
    let query = use_query_map();
    // The phone's own back button goes one question back.
    let at = Memo::new(move |_| {
        let page = query.with(|query| query.get("p").and_then(|page| page.parse::<usize>().ok()));
        page.map_or(start, |page| page.saturating_sub(1)).min(of)
    });
    let go = use_navigate();
    let way = move |page: usize| format!("/app/measure/{id}?i={}&p={}", instrument.id, page + 1);
    let turn = Callback::new({
        let go = go.clone();
        move |page: usize| {
            draft.move_to(|measure| measure.position = page);
            draft.keep_now();
            go(&way(page), NavigateOptions::default());
        }
    });
    let change = Callback::new({
        let go = go.clone();
        move |page: usize| go(&format!("{}&{REVIEWED}", way(page)), NavigateOptions::default())
    });
    if id_here() != Some(id) {
        // Begun anew: the address goes along, so that a killed tab goes on with this one and where it was.
        let (go, here) = (go.clone(), way(start));
        Effect::new(move |_| go(&here, NavigateOptions { replace: true, ..NavigateOptions::default() }));
    }
    let done = Callback::new(move |()| {
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        if draft.value.with_untracked(|measure| measure.answers.is_empty()) {
            draft.discard();
            go("/app/measures", replace);
            return;
        }
        if let Some(finished) = &finished {
            if draft.value.with_untracked(|measure| measure.answers == finished.answers) {
                go(&format!("/app/measured/{id}"), replace);
                return;
            }
            draft.let_go();
        }
        // Before it is finished: a tab that is killed in between is asked again. Where it cannot be made, the next page
        // asks all the same, and nobody reads it before.
        let readers =
            draft.value.with_untracked(|measure| vault.prepare_alert(id, measure)).unwrap_or_default();
        draft.edit(|measure| {
            measure.finished = measure.finished.or(Some(clock::now()));
            measure.position = 0;
        });
        draft.keep_for(&readers);
        vault.finished(id);
        // Care comes before the score.
        let care = if draft.value.with_untracked(Measure::asks_for_care) { "?care" } else { "" };
        go(&format!("/app/measured/{id}{care}"), replace);
    });
    let spoken = language().tag();
    let why = if is_in(instrument, spoken) { words::as_begun() } else { words::in_english() };
    let foreign = (read != spoken).then(|| view! { <p class="quiet">{why}</p> });
    let anew = (!is_correction).then(|| aside::why(vault, instrument)).flatten();
    let place = Place { instrument, questions, read: StoredValue::new(read), draft, turn, change, done };
    let line = move || match at.get() {
        page if page < of => words::place(&instrument.title, page + 1, of),
        _ => instrument.title.clone(),
    };
    view! {
        <Still back="/app".into() back_label=frame::today()>
            <p class="write-line">
                <span>{line}</span>
                <span role="status" class="kept">
                    {move || if is_correction { words::until_done() } else { draft.state() }}
                </span>
            </p>
            <Troubled trouble=draft.trouble() />
            {foreign}
            {anew.map(|line| view! { <p class="quiet">{line}</p> })}
            {move || {
                let page = at.get();
                match questions.with_value(|questions| questions.get(page).cloned()) {
                    Some(question) => asked(&place, page, question),
                    None => review(&place),
                }
            }}
        </Still>
    }
    .into_any()
}

fn review(place: &Place) -> AnyView {
    let Place { instrument, questions, read, draft, turn, change, done } = *place;
    let read = read.get_value();
    let answers = draft.value.with_untracked(|measure| measure.answers.clone());
    let rows: Vec<_> = questions.get_value().into_iter().enumerate().collect();
    let last = rows.len().saturating_sub(1);
    let rows = rows.into_iter().map(|(page, question)| {
        let value = answers.get(&question.id).copied();
        let answer =
            question.choices.into_iter().find(|(choice, _)| Some(*choice) == value).map(|(_, text)| text);
        view! {
            <li>
                <button type="button" class="row-link" on:click=once(move || change.run(page))>
                    <span lang=read.clone()>{question.text}</span>
                    {match answer {
                        Some(answer) => view! { <strong lang=read.clone()>{answer}</strong> }.into_any(),
                        None => view! { <strong>{words::open()}</strong> }.into_any(),
                    }}
                </button>
            </li>
        }
    });
    let open = match instrument.open(&answers) {
        Open::None => None,
        Open::Estimated => Some(words::estimated()),
        Open::NoTotal => Some(words::no_total()),
    };
    view! {
        <div class="turn">
            <h1 class="asked">{words::review()}</h1>
            <p class="quiet">{words::review_line()}</p>
            <ol class="rows answers">{rows.collect_view()}</ol>
            {open.map(|line| view! { <p>{line}</p> })}
            <NotLive />
            <div class="actions bottom">
                <button type="button" class="main" on:click=once(move || done.run(()))>{words::done()}</button>
                <button type="button" class="text" on:click=once(move || turn.run(last))>{words::back()}</button>
            </div>
        </div>
    }
    .into_any()
}
