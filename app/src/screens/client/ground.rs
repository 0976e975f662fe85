//! "Stop here and ground": breathing, or five senses one by one, and the way back to the very place.

mod breath;

use leptos::prelude::*;
use leptos_router::{
    components::A,
    hooks::{use_navigate, use_query_map},
};

use self::breath::Breath;
use crate::{
    device::{focus, theme},
    screens::parts::Still,
    text::{public, safety, writing::ground},
};

/// The heading of each step.
const HEADING: &str = "ground";

/// The steps of the page, in the address, so that the phone's back button goes one back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Start,
    Breathe,
    /// How many things are looked for: five to one.
    Sense(usize),
    Enough,
}

impl Step {
    fn at(number: usize) -> Self {
        match number {
            1 => Self::Breathe,
            2..=6 => Self::Sense(7 - number),
            7 => Self::Enough,
            _ => Self::Start,
        }
    }

    const fn number(self) -> usize {
        match self {
            Self::Start => 0,
            Self::Breathe => 1,
            Self::Sense(things) => 7 - things,
            Self::Enough => 7,
        }
    }
}

/// One thing a screen; nothing is kept of it. `d` in the address: whoever comes from a dim page stays in dim light.
#[component]
pub fn Grounding() -> impl IntoView {
    let query = use_query_map();
    let step = Memo::new(move |_| {
        Step::at(query.with(|query| query.get("s").and_then(|step| step.parse().ok())).unwrap_or_default())
    });
    let back = Memo::new(move |_| query.with(|query| way_back(|name| query.get(name))));
    if query.with_untracked(|query| query.get("d").is_some()) {
        theme::dim();
        on_cleanup(theme::as_chosen);
    }
    let here = move || {
        let parts = ["w", "p", "m", "d"].into_iter().filter_map(|name| {
            query.with_untracked(|query| query.get(name).map(|value| format!("{name}={value}&")))
        });
        format!("/app/ground?{}", parts.collect::<String>())
    };
    let go = use_navigate();
    let turn = Callback::new(move |to: Step| {
        go(&format!("{}s={}", here(), to.number()), leptos_router::NavigateOptions::default());
    });
    Effect::new(move |before: Option<Step>| {
        let step = step.get();
        if before.is_some_and(|before| before != step) {
            focus::on(HEADING);
        }
        step
    });
    view! {
        <Still>
            <div class="ground">
                {move || match step.get() {
                    Step::Start => view! { <Start turn /> }.into_any(),
                    Step::Breathe => view! { <Breathe turn /> }.into_any(),
                    Step::Sense(things) => view! { <Sense things turn /> }.into_any(),
                    Step::Enough => view! { <Heading text=ground::how_now() /> }.into_any(),
                }}
                {move || matches!(step.get(), Step::Start | Step::Enough).then(|| view! { <Ways back=back.get() /> })}
                <p><A href="/app/you/plan">{safety::own()}</A></p>
                <p class="quiet">
                    {ground::help()} " " <a href="/help" rel="external">{public::help_now()}</a>
                </p>
            </div>
        </Still>
    }
}

/// To the page of the journal and the place in it that one came from.
fn way_back(query: impl Fn(&str) -> Option<String>) -> Option<String> {
    let page = query("w")?;
    let place = ["p", "m"].into_iter().find_map(|name| query(name).map(|value| format!("?{name}={value}")));
    Some(format!("/app/write/{page}{}", place.unwrap_or_default()))
}

#[component]
fn Heading(text: &'static str) -> impl IntoView {
    view! { <h1 class="asked" id=HEADING tabindex="-1">{text}</h1> }
}

#[component]
fn Start(turn: Callback<Step>) -> impl IntoView {
    let ways = [
        (Step::Breathe, ground::breathe(), ground::breathe_line()),
        (Step::Sense(5), ground::senses(), ground::senses_line()),
    ];
    view! {
        <Heading text=ground::title() />
        <p>{ground::lead()}</p>
        <div class="large-ways">
            {ways
                .map(|(step, name, line)| {
                    view! {
                        <button type="button" class="step" on:click=move |_| turn.run(step)>
                            {name}
                            <span class="quiet">{line}</span>
                        </button>
                    }
                })
                .into_iter()
                .collect_view()}
        </div>
    }
}

#[component]
fn Breathe(turn: Callback<Step>) -> impl IntoView {
    view! {
        <Heading text=ground::breathe_title() />
        <p>{ground::breathe_how()}</p>
        <Breath />
        <div class="actions">
            <button type="button" class="main" on:click=move |_| turn.run(Step::Enough)>{ground::enough_main()}</button>
            <button type="button" class="text" on:click=move |_| turn.run(Step::Sense(5))>{ground::senses()}</button>
        </div>
    }
}

#[component]
fn Sense(things: usize, turn: Callback<Step>) -> impl IntoView {
    let (title, line) = ground::sense(things);
    let next = if things > 1 { Step::Sense(things - 1) } else { Step::Enough };
    view! {
        <div class="turn">
            <Heading text=title />
            <p>{line}</p>
        </div>
        <div class="actions">
            <button type="button" class="main" on:click=move |_| turn.run(next)>{ground::next()}</button>
            <button type="button" class="text" on:click=move |_| turn.run(Step::Enough)>{ground::enough()}</button>
        </div>
    }
}

/// Out of here: on with the page, or not today.
#[component]
fn Ways(back: Option<String>) -> impl IntoView {
    let leave = if back.is_some() { ground::leave() } else { ground::to_today() };
    view! {
        <div class="actions">
            {back.map(|back| view! { <A href=back attr:class="second">{ground::go_on()}</A> })}
            <A href="/app" attr:class="text">{leave}</A>
        </div>
    }
}
