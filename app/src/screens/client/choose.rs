//! What to write about: what this moment asks, and what can be written at any time.

use journal::{course::Moment, prompts};
use leptos::prelude::*;
use leptos_router::components::A;

use super::own::{course, ground_before, write_about};
use crate::{
    screens::parts::{Rows, Still, names},
    text::{frame, writing::choose},
    vault::{Vault, use_vault},
};

/// A short list; each leads to a page of its own.
#[component]
pub fn Choose() -> impl IntoView {
    let vault = use_vault();
    let ways = Memo::new(move |_| ways(vault));
    view! {
        <Still back="/app".into() back_label=frame::today()>
            <h1 class="asked">{choose::title()}</h1>
            <ul class="rows">
                <Rows
                    each=move || ways.get()
                    key=|(moment, _)| *moment
                    row=|(moment, is_now)| view! { <Way moment is_now /> }.into_any()
                />
            </ul>
        </Still>
    }
}

#[component]
fn Way(moment: Moment, is_now: bool) -> impl IntoView {
    let id = Vault::new_id();
    let way = if moment == Moment::HardMoment { ground_before(id) } else { write_about(id, moment) };
    view! {
        <li>
            <A href=way attr:class="row-link">
                <span class="row-title">{names::moment(moment)}</span>
                <span class="quiet">{line(moment, is_now)}</span>
            </A>
        </li>
    }
}

/// What the course is at is said to be.
fn ways(vault: Vault) -> Vec<(Moment, bool)> {
    let course = course(vault);
    prompts::ways(&course).into_iter().map(|moment| (moment, moment == course.moment())).collect()
}

fn line(moment: Moment, is_now: bool) -> &'static str {
    match moment {
        Moment::SoftLanding => choose::soft_landing(),
        Moment::LookingBack => choose::looking_back(),
        Moment::HardMoment => choose::hard(),
        Moment::GoodMoment => choose::good(),
        Moment::Dream => choose::dream(),
        Moment::Letter => choose::letter(),
        Moment::Free => choose::free(),
        _ if is_now => choose::now(),
        Moment::Preparation | Moment::EveBefore => choose::ahead(),
        _ => choose::earlier(),
    }
}
