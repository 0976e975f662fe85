//! Filters. They are in the address, so that back takes the last one off.

use journal::{
    record::What,
    timeline::{Filter, Kind, Seen, kinds_beside},
};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use crate::{text::timeline as said, vault::use_vault};

/// Each kind as the address has it.
const KINDS: [(Kind, &str); 7] = [
    (Kind::Pages, "pages"),
    (Kind::CheckIns, "check-ins"),
    (Kind::Threads, "threads"),
    (Kind::Sessions, "sessions"),
    (Kind::With(What::Sketch), "drawings"),
    (Kind::With(What::Voice), "voice-notes"),
    (Kind::With(What::Photo), "photos"),
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

/// One row of what can be chosen; what is chosen is taken off by the same touch. What nobody has beside their words is
/// not offered.
#[component]
pub fn Chips(
    /// What is chosen.
    filter: Memo<Filter>,
) -> impl IntoView {
    let vault = use_vault();
    let beside = Memo::new(move |_| {
        vault.me().map(|me| vault.records.with(|records| kinds_beside(records, me))).unwrap_or_default()
    });
    let offered = Memo::new(move |_| {
        let chosen = filter.with(|filter| filter.kind);
        let is_offered = |kind: &Kind| match *kind {
            Kind::With(what) => chosen == Some(*kind) || beside.with(|beside| beside.contains(&what)),
            _ => true,
        };
        KINDS.map(|(kind, _)| kind).into_iter().filter(is_offered).collect::<Vec<_>>()
    });
    let kind_chip = move |kind: Kind| {
        let on = move || filter.with(|filter| filter.kind == Some(kind));
        let to = move || filter.with(|filter| way((filter.kind != Some(kind)).then_some(kind), filter.seen));
        chip(name_of(kind), on, to)
    };
    let seen = SEEN.map(|(seen, _)| {
        let on = move || filter.with(|filter| filter.seen == Some(seen));
        let to = move || filter.with(|filter| way(filter.kind, (filter.seen != Some(seen)).then_some(seen)));
        chip(name_of_seen(seen), on, to)
    });
    view! {
        <nav class="chips" aria-label=said::filters()>
            <For each=move || offered.get() key=|kind| *kind children=kind_chip />
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
        Kind::With(What::Sketch) => said::drawings(),
        Kind::With(What::Voice) => said::voice_notes(),
        Kind::With(What::Photo) => said::photos(),
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
