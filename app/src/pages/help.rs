//! Help now: no script, no sign-in, one tap to call.

use leptos::prelude::*;

use crate::{
    parts::Parts,
    text::{crisis::Country, public::help},
};

/// Crisis lines; `own` is the person's country, where it is known, and laid open.
#[component]
pub fn Help(own: Option<&'static Country>, others: Vec<&'static Country>) -> impl IntoView {
    let emergency = own.map_or("112", |country| country.emergency);
    let first = own.map(|country| view! { <Open country /> });
    let others = others.into_iter().map(|country| view! { <Row country /> }).collect_view();
    view! {
        <h1>{help::title()}</h1>
        <p class="lead">{help::lead()}</p>
        <div class="urgent">
            <p class="call">
                <span>{help::emergency()}</span>
                <a href=format!("tel:{emergency}")>{emergency}</a>
            </p>
        </div>
        {first}
        <h2>{help::countries()}</h2>
        <ul class="rows">{others}</ul>
        <Parts parts=help::parts() />
    }
}

/// The person's own country, laid open.
#[component]
fn Open(country: &'static Country) -> impl IntoView {
    view! {
        <section>
            <h2>{country.name}</h2>
            <Lines country />
        </section>
    }
}

/// Another country, folded.
#[component]
fn Row(country: &'static Country) -> impl IntoView {
    view! {
        <li>
            <details>
                <summary>{country.name}</summary>
                <Lines country />
            </details>
        </li>
    }
}

#[component]
fn Lines(country: &'static Country) -> impl IntoView {
    let ways = country
        .ways
        .iter()
        .map(|way| view! { <li class="call"><span>{way.name}</span><a href=way.link>{way.label}</a></li> })
        .collect_view();
    view! {
        <ul class="rows">
            {ways}
            <li class="call">
                <span>{help::emergency_short()}</span>
                <a href=format!("tel:{}", country.emergency)>{country.emergency}</a>
            </li>
        </ul>
        <p class="quiet">{help::checked()} " " <time datetime=country.checked>{country.checked}</time></p>
    }
}
