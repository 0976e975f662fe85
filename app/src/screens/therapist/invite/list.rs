//! The links that nobody has used yet.

use leptos::prelude::*;

use super::{
    super::invitations::{Invitations, Waiting},
    Shown,
};
use crate::{
    device::focus,
    screens::parts::{Busy, Troubled, short_day},
    text::{
        begun,
        therapist::{self as words, invite as text},
    },
    vault::use_vault,
};

/// Where the reader is put when a row is gone.
const TITLE_ID: &str = "waiting-title";

/// Those that wait, newest first.
#[component]
pub fn List(invitations: Invitations, shown: RwSignal<Option<Shown>>) -> impl IntoView {
    let said = RwSignal::new("");
    let is_empty = Memo::new(move |_| invitations.waiting.with(Vec::is_empty));
    let rows = move || {
        view! {
            {move || invitations.is_unreached().then(|| view! { <p class="quiet">{text::not_asked()}</p> })}
            <ul class="rows">
                <For each=move || invitations.waiting.get() key=|one| one.record let(one)>
                    <Row one invitations shown said />
                </For>
            </ul>
        }
    };
    view! {
        <section>
            <h2 id=TITLE_ID tabindex="-1">
                {text::open()}
            </h2>
            <p role="status">{said}</p>
            {move || if is_empty.get() { view! { <p class="quiet">{text::none()}</p> }.into_any() } else { rows().into_any() }}
        </section>
    }
}

#[component]
fn Row(
    one: Waiting,
    invitations: Invitations,
    shown: RwSignal<Option<Shown>>,
    said: RwSignal<&'static str>,
) -> impl IntoView {
    let vault = use_vault();
    let busy = Busy::new();
    let (made, until) = (one.made, one.until);
    let works = Memo::new(move |_| until > vault.now.get());
    let called = StoredValue::new(one.called.clone());
    let one = StoredValue::new(one);
    let withdraw = move |_| {
        let waiting = one.get_value();
        busy.start(async move {
            let link = waiting.link.clone();
            let withdrawn = invitations.withdraw(waiting).await?;
            shown.update(|shown| *shown = shown.take().filter(|shown| shown.link != link));
            said.set(if withdrawn { text::withdrawn() } else { text::accepted() });
            focus::on(TITLE_ID);
            Ok(())
        });
    };
    let show = move |_| {
        let Waiting { called, link, .. } = one.get_value();
        Shown { called, link }.show(shown);
    };
    let named = move |action| words::of(action, &called.get_value());
    let end = move || if works.get() { text::withdraw() } else { text::remove() };
    view! {
        <li>
            <span class="row-title">{called.get_value()}</span>
            <p class="quiet">
                {begun(&text::made(&short_day(made)))} " · "
                {move || if works.get() { text::works_until(&short_day(until)) } else { text::expired().into() }}
            </p>
            <div class="row-actions">
                {move || {
                    works
                        .get()
                        .then(|| {
                            view! {
                                <button type="button" class="text" aria-label=named(text::show()) on:click=show>
                                    {text::show()}
                                </button>
                            }
                        })
                }}
                <button
                    type="button"
                    class="text"
                    aria-label=move || named(end())
                    aria-disabled=move || busy.now.get().then_some("true")
                    on:click=withdraw
                >
                    {end}
                </button>
            </div>
            <Troubled trouble=busy.trouble />
        </li>
    }
}
