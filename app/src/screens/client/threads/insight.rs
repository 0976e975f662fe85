//! One insight: its words, where they come from, and the steps that it became.

use journal::{
    record::{Body, Insight, Opened, Step},
    threads::intention_at,
};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::RecordId;

use super::{
    super::{
        draft::{Draft, Shape},
        one_line::{Asked, one_line},
        share::Sharing,
    },
    actions, gone, id_here, is_editing, named, way,
};
use crate::{
    device::clock,
    screens::parts::{Frame, Framed, SyncLine, grown},
    text::threads as words,
    vault::{Vault, use_vault},
};

/// The one in the address: read, or written.
#[component]
pub fn InsightPage() -> impl IntoView {
    let vault = use_vault();
    let (id, editing) = (id_here(), is_editing());
    move || match id.get() {
        Some(id) if editing.get() => edit(vault, id),
        Some(id) => view! { <Frame><Read vault id /> <SyncLine /></Frame> }.into_any(),
        None => view! { <Frame>{gone()}</Frame> }.into_any(),
    }
}

/// The intention in force now, which a new insight belongs to until its author says otherwise.
pub fn intention_now(vault: Vault) -> Option<RecordId> {
    let me = vault.me()?;
    vault.records.with_untracked(|records| intention_at(records, me, clock::now()).map(|(id, _)| id))
}

fn edit(vault: Vault, id: RecordId) -> AnyView {
    let there = vault.record_now(id).as_ref().and_then(Opened::insight).cloned();
    let value = there.unwrap_or_else(|| {
        let mut fresh = Insight::new(String::new(), clock::now());
        fresh.intention = named("i").or_else(|| intention_now(vault));
        fresh
    });
    let asked = Asked {
        question: words::ask_insight(),
        help: words::ask_insight_line(),
        shape: Shape {
            to: |insight: &Insight| Body::Insight(insight.clone()),
            from: |body| if let Body::Insight(insight) = body { Some(insight.clone()) } else { None },
        },
        read: |insight| &insight.text,
        write: |insight, text| {
            insight.text = text;
            insight.changed = clock::now();
        },
        home: "insight",
    };
    one_line(vault, id, value, &asked, move |draft| belongs(vault, draft))
}

/// Which intention it belongs to; nothing to choose where there is none.
fn belongs(vault: Vault, draft: Draft<Insight>) -> AnyView {
    let me = vault.me();
    let mut intentions: Vec<_> = vault.records.with_untracked(|records| {
        let own = records.iter().filter(|record| Some(record.owner) == me);
        own.filter_map(|record| record.intention().map(|one| (one.made, record.id, one.text.clone())))
            .collect()
    });
    if intentions.is_empty() {
        return ().into_any();
    }
    intentions.sort_by_key(|(made, ..)| std::cmp::Reverse(*made));
    let chosen = draft.value.with_untracked(|insight| insight.intention);
    let choices = intentions.into_iter().map(|(_, id, text)| {
        view! { <option value=id.to_string() selected=chosen == Some(id)>{text}</option> }
    });
    let choose = move |value: String| {
        draft.edit(|insight| {
            insight.intention = value.parse().ok();
            insight.changed = clock::now();
        });
    };
    view! {
        <div class="field">
            <label for="belongs">{words::belongs()}</label>
            <select id="belongs" on:change:target=move |event| choose(event.target().value())>
                {choices.collect_view()}
                <option value="" selected=chosen.is_none()>{words::belongs_none()}</option>
            </select>
        </div>
    }
    .into_any()
}

/// What it says is made anew when it changes; how it is shared, and what was just taken back, stays.
#[component]
fn Read(vault: Vault, id: RecordId) -> impl IntoView {
    let insight = Memo::new(move |_| vault.own(id)?.insight().cloned());
    let is_there = Memo::new(move |_| insight.with(Option::is_some));
    let steps = move || {
        let me = vault.me();
        let mut steps: Vec<(RecordId, Step)> = vault.records.with(|records| {
            let own = records.iter().filter(|record| Some(record.owner) == me);
            let steps = own.filter_map(|record| record.step().map(|step| (record.id, step.clone())));
            steps.filter(|(_, step)| step.insight == Some(id)).collect()
        });
        steps.sort_by_key(|(id, step)| (step.made, *id));
        steps
    };
    let step = move |(id, step): (RecordId, Step)| {
        let stands = grown::stands(&step, vault.now.get_untracked()).join(" · ");
        view! { <li>{grown::line("step", id, &step.text, stands, Some(way))}</li> }.into_any()
    };
    move || {
        if !is_there.get() {
            return gone();
        }
        view! {
            {move || insight.get().map(|insight| (grown::insight(&insight), belonging(vault, &insight)))}
            <Framed
                each=steps
                key=|(id, _): &(RecordId, Step)| *id
                row=step
                frame=|steps| view! { <ul class="grown">{steps}</ul> }.into_any()
            />
            <p>
                <A href=format!("/app/step/{}?edit&s={id}", Vault::new_id()) attr:class="main">{words::make_step()}</A>
            </p>
            <Sharing vault id />
            {actions(vault, "insight", id)}
        }
        .into_any()
    }
}

/// The ways to the page and the intention that it came from.
fn belonging(vault: Vault, insight: &Insight) -> AnyView {
    let link = |kind: &str, id: Option<RecordId>, label: &'static str| {
        let here = id.filter(|id| vault.record_now(*id).is_some());
        here.map(|id| view! { <A href=format!("/app/{kind}/{id}") attr:class="text">{label}</A> })
    };
    let from = link("entry", insight.entry, words::from_page());
    let of = link("intention", insight.intention, words::intention());
    view! { <p class="ways">{from} {of}</p> }.into_any()
}
