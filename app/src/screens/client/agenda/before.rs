//! Lists of hours that are over: kept, readable, and a line can be brought again.

use journal::{
    agenda::{Listed, history},
    record::Item,
};
use leptos::prelude::*;

use super::{super::own::course, change_list, fresh};
use crate::{
    device::clock,
    screens::parts::{Busy, Framed, Troubled, day_and_time},
    text::agenda as words,
    vault::Vault,
};

/// All of them, closed until they are asked for.
#[component]
pub fn Before(vault: Vault) -> impl IntoView {
    let lists = Memo::new(move |_| {
        let (course, now) = (course(vault), vault.now.get());
        vault
            .me()
            .map_or_else(Vec::new, |me| vault.records.with(|records| history(records, me, &course, now)))
    });
    let busy = Busy::new();
    let again = Callback::new(move |item: Item| {
        busy.start(async move {
            let item = Item { id: fresh(), added: clock::now(), ..item };
            change_list(vault, |agenda| {
                if !agenda.items.iter().any(|there| there.text == item.text) {
                    agenda.put(item);
                }
            })
        });
    });
    let row = move |list| one(list, again);
    let frame = move |rows| {
        view! {
            <details class="before">
                <summary>{words::before()}</summary>
                {rows}
                <Troubled trouble=busy.trouble />
            </details>
        }
        .into_any()
    };
    view! { <Framed each=move || lists.get() key=|list| list.id row frame /> }
}

fn one(list: Listed, again: Callback<Item>) -> AnyView {
    let when = list.hour.map_or_else(|| words::no_hour().into(), |hour| day_and_time(hour.at));
    let rows = list.agenda.items.into_iter().map(|item| {
        let text = item.text.clone();
        view! {
            <li>
                <p class="words">{text}</p>
                <button type="button" class="text" on:click=move |_| again.run(item.clone())>{words::again()}</button>
            </li>
        }
    });
    view! {
        <h3>{when}</h3>
        <ul class="rows">{rows.collect_view()}</ul>
    }
    .into_any()
}
