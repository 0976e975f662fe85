//! At the foot of the list: who is not read any more. What is the therapist's own stays within reach; of the client there
//! is nothing.

use journal::former::Former;
use leptos::prelude::*;
use leptos_router::components::A;

use super::super::client::called_before;
use crate::{
    screens::parts::{Rows, short_day, whole_day},
    text::{begun, therapist::caseload as text},
    vault::use_vault,
};

/// Nothing where there is nobody.
#[component]
pub fn Before() -> impl IntoView {
    let vault = use_vault();
    let former = Memo::new(move |_| vault.former());
    let is_any = Memo::new(move |_| !former.with(Vec::is_empty));
    move || {
        is_any.get().then(|| {
            view! {
                <section>
                    <h2>{text::former()}</h2>
                    <p class="quiet">{text::former_lead()}</p>
                    <ul class="rows">
                        <Rows each=move || former.get() key=|one| one.client row=|one| row(&one) />
                    </ul>
                </section>
            }
        })
    }
}

fn row(one: &Former) -> AnyView {
    let since = match (&one.covered, one.ended) {
        (Some((name, day)), _) => Some(text::cover_ended(name, &whole_day(*day))),
        (None, ended) => ended.map(|at| text::until(&short_day(at))),
    };
    let notes = (one.notes > 0).then(|| text::notes(one.notes));
    let facts = begun(&[since, notes].into_iter().flatten().collect::<Vec<_>>().join(" · "));
    let name = called_before(one);
    let inner = view! {
        <span class="row-title">{name}</span>
        <span class="quiet">{facts}</span>
    };
    if one.notes == 0 {
        return view! { <li class="case">{inner}</li> }.into_any();
    }
    view! {
        <li>
            <A href=format!("/app/client/{}/notes", one.client) attr:class="case">
                {inner}
            </A>
        </li>
    }
    .into_any()
}
