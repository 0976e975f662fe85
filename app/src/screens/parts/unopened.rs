//! What is there and does not open.

use leptos::prelude::*;
use wire::ids::AccountId;

use super::Notice;
use crate::{
    text::frame::alarm,
    vault::{Trouble, Unopenable, use_vault},
};

/// How many pages do not open, and what helps; nothing on every good day.
#[component]
pub fn Unopened(
    /// Whose pages; everybody's where nobody is named.
    #[prop(optional)]
    by: Option<AccountId>,
) -> impl IntoView {
    let vault = use_vault();
    let counted = Memo::new(move |_| {
        vault.unopenable.with(|list| {
            let is_meant = |one: &&Unopenable| by.is_none_or(|by| one.owner == by);
            let newer = list.iter().filter(is_meant).filter(|one| one.why == Trouble::Newer).count();
            (newer, list.iter().filter(is_meant).count() - newer)
        })
    });
    move || {
        let (newer, other) = counted.get();
        view! {
            {(newer > 0).then(|| view! { <Notice urges=true><p>{alarm::newer(newer)}</p></Notice> })}
            {(other > 0).then(|| view! { <Notice><p>{alarm::unopenable(other)}</p></Notice> })}
        }
    }
}
