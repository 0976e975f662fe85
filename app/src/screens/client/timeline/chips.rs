//! Filters. They are in the address, so that back takes the last one off.

use journal::timeline::{Filter, Kind, Seen};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use crate::text::timeline as said;

/// Each kind as the address has it.
const KINDS: [(Kind, &str); 4] = [
    (Kind::Pages, "pages"),
    (Kind::CheckIns, "check-ins"),
    (Kind::Threads, "threads"),
    (Kind::Sessions, "sessions"),
];
const SEEN: [(Seen, &str); 2] = [(Seen::Shared, "shared"), (Seen::Private, "private")];

/// What the address asks for; what it does not know counts for nothing.
pub fn filter(address: &ParamsMap) -> Filter {
    Filter {
        kind: chosen(&KINDS, address.get_str("of")),
        seen: chosen(&SEEN, address.get_str("seen")),
        ..Filter::default()
    }
}

fn chosen<T: Copy>(all: &[(T, &str)], name: Option<&str>) -> Option<T> {
    all.iter().find(|(_, known)| Some(*known) == name).map(|(value, _)| *value)
}

/// The address with these filters on.
fn way(kind: Option<Kind>, seen: Option<Seen>) -> String {
    let name_of_kind =
        KINDS.iter().find(|(known, _)| Some(*known) == kind).map(|(_, name)| format!("of={name}"));
    let name_of_seen =
        SEEN.iter().find(|(known, _)| Some(*known) == seen).map(|(_, name)| format!("seen={name}"));
    let asked: Vec<String> = name_of_kind.into_iter().chain(name_of_seen).collect();
    if asked.is_empty() { "/app/journal".into() } else { format!("/app/journal?{}", asked.join("&")) }
}

/// One row of what can be chosen; what is chosen is taken off by the same touch.
#[component]
pub fn Chips(
    /// What is chosen.
    filter: Memo<Filter>,
) -> impl IntoView {
    let kinds = KINDS.map(|(kind, _)| {
        let on = move || filter.with(|filter| filter.kind == Some(kind));
        let to = move || filter.with(|filter| way((filter.kind != Some(kind)).then_some(kind), filter.seen));
        chip(name_of(kind), on, to)
    });
    let seen = SEEN.map(|(seen, _)| {
        let on = move || filter.with(|filter| filter.seen == Some(seen));
        let to = move || filter.with(|filter| way(filter.kind, (filter.seen != Some(seen)).then_some(seen)));
        chip(name_of_seen(seen), on, to)
    });
    view! {
        <nav class="chips" aria-label=said::filters()>
            {kinds.into_iter().collect_view()}
            {seen.into_iter().collect_view()}
        </nav>
    }
}

fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Pages => said::pages(),
        Kind::CheckIns => said::check_ins(),
        Kind::Threads => said::threads(),
        Kind::Sessions => said::sessions(),
    }
}

fn name_of_seen(seen: Seen) -> &'static str {
    match seen {
        Seen::Shared => said::only_shared(),
        Seen::Private => said::only_private(),
    }
}

fn chip(
    name: &'static str,
    on: impl Fn() -> bool + Copy + Send + Sync + 'static,
    to: impl Fn() -> String + Copy + Send + Sync + 'static,
) -> AnyView {
    view! {
        // Not the router's own link: that one would be marked wherever the path is the same.
        <a href=to class="chip" data-noscroll aria-current=move || on().then_some("true")>
            {name}
        </a>
    }
    .into_any()
}
