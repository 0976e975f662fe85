//! What settings are chosen with: one of a few, one of many, yes or no.

use leptos::prelude::*;

/// One of a few, all in sight.
#[component]
pub fn Pick<T: Copy + PartialEq + Send + Sync + 'static>(
    /// Unique on the screen.
    name: &'static str,
    /// What is chosen.
    label: &'static str,
    /// Each with what it is called.
    options: Vec<(T, &'static str)>,
    /// Which one it is.
    chosen: Signal<T>,
    /// Another one.
    on_pick: Callback<T>,
    /// One quiet line.
    #[prop(optional)]
    help: Option<&'static str>,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(option, label)| {
            view! {
                <label class="pick">
                    <input
                        type="radio"
                        name=name
                        prop:checked=move || chosen.get() == option
                        on:change=move |_| on_pick.run(option)
                    />
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="picks">
            <legend>{label}</legend>
            <div>{options}</div>
            {help.map(|help| view! { <p class="quiet">{help}</p> })}
        </fieldset>
    }
}

/// One of many.
#[component]
pub fn Select(
    /// Unique on the screen.
    id: &'static str,
    /// What is chosen.
    label: &'static str,
    /// Each with what it is called.
    options: Vec<(String, String)>,
    /// Which one it is. One that is not among the options, from a newer app, is shown as it is.
    chosen: Signal<String>,
    /// Another one.
    on_pick: Callback<String>,
    /// One quiet line.
    #[prop(optional)]
    help: Option<&'static str>,
) -> impl IntoView {
    let now = chosen.get_untracked();
    let unknown = (!options.iter().any(|(value, _)| *value == now)).then(|| (now.clone(), now));
    let options = options
        .into_iter()
        .chain(unknown)
        .map(|(value, label)| {
            let own = value.clone();
            view! { <option value=value prop:selected=move || chosen.get() == own>{label}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id on:change:target=move |event| on_pick.run(event.target().value())>{options}</select>
            {help.map(|help| view! { <p class="quiet">{help}</p> })}
        </div>
    }
}

/// Yes or no.
#[component]
pub fn Choice(
    /// What is so, if it is on.
    label: &'static str,
    /// One quiet line.
    help: &'static str,
    /// Whether it is on.
    on: Signal<bool>,
    /// On or off.
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=move || on.get() on:change:target=move |event| on_change.run(event.target().checked()) />
            <span>{label} <br /> <span class="quiet">{help}</span></span>
        </label>
    }
}
