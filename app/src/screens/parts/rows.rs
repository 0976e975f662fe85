//! Lists whose rows stay what they are: a tap or a focus that is on a row while something comes in must never find
//! another one in its place.

use std::{collections::HashMap, hash::Hash};

use leptos::prelude::*;

/// One row for each, which is kept, and moved, for as long as what it is about is in the list; only its words are
/// made anew when they change.
#[component]
pub fn Rows<T, K>(
    /// What there is now; tracked.
    each: impl Fn() -> Vec<T> + Send + Sync + 'static,
    /// What a row is about; of several that are about the same, each is a row of its own.
    key: fn(&T) -> K,
    /// A row; tracked, and made anew when something in it changed.
    row: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    K: Clone + Eq + Hash + Send + Sync + 'static,
{
    let known = StoredValue::new(HashMap::<(K, usize), ArcRwSignal<T>>::new());
    let placed = move || {
        let mut before = known.try_update_value(std::mem::take).unwrap_or_default();
        let mut alike = HashMap::<K, usize>::new();
        let take_in = |one: T| {
            let many = alike.entry(key(&one)).or_default();
            let key = (key(&one), *many);
            *many += 1;
            let Some(signal) = before.remove(&key) else { return (key, ArcRwSignal::new(one)) };
            if signal.with_untracked(|there| *there != one) {
                signal.set(one);
            }
            (key, signal)
        };
        let placed: Vec<_> = each().into_iter().map(take_in).collect();
        known.set_value(placed.iter().cloned().collect());
        placed
    };
    let of_one = move |(_, one): ((K, usize), ArcRwSignal<T>)| {
        let row = row.clone();
        move || row(one.get())
    };
    view! { <For each=placed key=|(key, _): &((K, usize), _)| key.clone() children=of_one /> }
}

/// The same in what stands around them, which is there while there is a row, and is not made anew with each of them.
#[component]
pub fn Framed<T, K>(
    /// What there is now; tracked.
    each: impl Fn() -> Vec<T> + Send + Sync + 'static,
    /// What a row is about; of several that are about the same, each is a row of its own.
    key: fn(&T) -> K,
    /// A row; tracked, and made anew when something in it changed.
    row: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
    /// A heading, a list: what the rows stand in.
    frame: impl Fn(AnyView) -> AnyView + Send + Sync + 'static,
    /// What is shown where there is no row.
    #[prop(optional, into)]
    none: ViewFn,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    K: Clone + Eq + Hash + Send + Sync + 'static,
{
    let all = Memo::new(move |_| each());
    let is_any = Memo::new(move |_| !all.with(Vec::is_empty));
    move || {
        if is_any.get() {
            let row = row.clone();
            frame(view! { <Rows each=move || all.get() key row /> }.into_any())
        } else {
            none.run()
        }
    }
}
