//! What the server does not take, by name, and a way to try it once more.

use leptos::prelude::*;
use wire::ids::RecordId;

use super::{Notice, Rows, named, once};
use crate::{
    text::{frame::alarm, keeping::shared},
    vault::use_vault,
};

/// Nothing on every good day.
#[component]
pub fn Refused() -> impl IntoView {
    let vault = use_vault();
    let refused = Memo::new(move |_| vault.refused());
    let count = Memo::new(move |_| refused.with(Vec::len));
    let row = move |id: RecordId| {
        let found = vault.record(id).and_then(|record| named(&record));
        let words = found.map_or_else(|| shared::other().to_owned(), |(words, _)| words);
        view! { <li>{words}</li> }.into_any()
    };
    move || {
        (count.get() > 0).then(|| {
            view! {
                <Notice urges=true>
                    <p>{move || alarm::refused(count.get())}</p>
                    <ul>
                        <Rows each=move || refused.get() key=|id| *id row />
                    </ul>
                    <p>{alarm::refused_line()}</p>
                    <p><button type="button" class="text" on:click=once(move || vault.try_refused())>{alarm::try_again()}</button></p>
                </Notice>
            }
        })
    }
}
