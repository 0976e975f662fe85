//! What to write about: what this moment asks, and what can be written at any time.

use journal::course::Moment;
use leptos::prelude::*;
use leptos_router::components::A;

use super::own::{course, ground_before, write_about};
use crate::{
    screens::parts::{Still, names},
    text::{frame, writing::choose},
    vault::{Vault, use_vault},
};

/// After how many sessions there is something to read back.
const SESSIONS: usize = 3;

/// A short list; each leads to a page of its own.
#[component]
pub fn Choose() -> impl IntoView {
    let vault = use_vault();
    let ways = Memo::new(move |_| ways(vault));
    view! {
        <Still back="/app".into() back_label=frame::today()>
            <h1 class="asked">{choose::title()}</h1>
            <ul class="rows">
                <For each=move || ways.get() key=|moment| *moment let:moment>
                    <Way moment />
                </For>
            </ul>
        </Still>
    }
}

#[component]
fn Way(moment: Moment) -> impl IntoView {
    let id = Vault::new_id();
    let way = if moment == Moment::HardMoment { ground_before(id) } else { write_about(id, moment) };
    view! {
        <li>
            <A href=way attr:class="row-link">
                <span class="row-title">{names::moment(moment)}</span>
                <span class="quiet">{line(moment)}</span>
            </A>
        </li>
    }
}

/// What the course is at comes first.
fn ways(vault: Vault) -> Vec<Moment> {
    let course = course(vault);
    let now = course.moment();
    let reads_back = course.dosings().count() >= SESSIONS;
    let mut ways = vec![Moment::HardMoment, Moment::GoodMoment, Moment::Dream, Moment::Letter];
    if reads_back {
        ways.push(Moment::LookingBack);
    }
    ways.extend([Moment::SoftLanding, Moment::Free]);
    ways.retain(|way| *way != now);
    if now != Moment::Free {
        ways.insert(0, now);
    }
    ways
}

fn line(moment: Moment) -> &'static str {
    match moment {
        Moment::SoftLanding => choose::soft_landing(),
        Moment::LookingBack => choose::looking_back(),
        Moment::HardMoment => choose::hard(),
        Moment::GoodMoment => choose::good(),
        Moment::Dream => choose::dream(),
        Moment::Letter => choose::letter(),
        Moment::Free => choose::free(),
        _ => choose::now(),
    }
}
