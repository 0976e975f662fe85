//! Help now: it needs no script and no sign-in, and calls with one tap. Where there is script, `public/help.js` has it kept.

use leptos::prelude::*;

use crate::{
    parts::Parts,
    text::{
        crisis::{Country, Lines, Practice, Way, call},
        public::help as text,
        when,
    },
};

/// Where nothing is known: it reaches the emergency services from a mobile phone nearly everywhere.
const ANYWHERE: &str = "112";

/// Crisis lines; `region` is an ISO 3166 code in capitals. The person's own country, where it is known, stands before everything else and is laid open.
pub fn help(lines: &Lines, region: Option<&str>) -> impl IntoView + use<> {
    let (own, others) = lines.for_region(region);
    let emergency = own.map_or(ANYWHERE, |country| &country.emergency).to_owned();
    let practice = lines.practice.as_ref().map(practice);
    let first = own.map(|country| {
        view! {
            <section>
                <h2>{country.name.text().to_owned()}</h2>
                {rows(country)}
            </section>
        }
    });
    let other = own.is_some().then(|| view! { <p><a href="#countries">{text::another_country()}</a></p> });
    let list = view! {
        <section>
            <h2 id="countries">{text::countries()}</h2>
            <ul class="rows">{others.into_iter().map(folded).collect_view()}</ul>
        </section>
    };
    let parts = view! { <Parts parts=text::parts() /> };
    // Whoever has found their number reads on; whoever has not looks for their country first.
    let rest = if own.is_some() { (parts, list).into_any() } else { (list, parts).into_any() };
    view! {
        <h1>{text::title()}</h1>
        <p class="lead">{text::lead()}</p>
        // The app takes this much of the page and shows it where somebody needs it: there is no other article in it.
        <article>
            <div class="urgent">
                <p class="call">
                    <span>{text::emergency()}</span>
                    <a href=format!("tel:{emergency}")>{call(&emergency)}</a>
                </p>
                {own.is_none().then(|| view! { <p class="quiet">{text::emergency_elsewhere()}</p> })}
            </div>
            {practice}
            {first}
        </article>
        {other}
        <p><a href="/app/you/plan">{text::own_plan()}</a></p>
        {rest}
    }
}

fn practice(practice: &Practice) -> impl IntoView + use<> {
    view! {
        <section>
            <h2>{practice.name.text().to_owned()}</h2>
            <p>{practice.words.text().to_owned()}</p>
            {(!practice.ways.is_empty()).then(|| view! { <ul class="rows">{ways(&practice.ways)}</ul> })}
        </section>
    }
}

/// Another country, folded, with a link that puts it first from now on.
fn folded(country: &Country) -> impl IntoView + use<> {
    let choose = country.code.as_ref().map(|code| {
        view! { <p><a href=format!("/help?country={code}") rel="external">{text::choose()}</a></p> }
    });
    view! {
        <li>
            <details>
                <summary>{country.name.text().to_owned()}</summary>
                {rows(country)}
                {choose}
            </details>
        </li>
    }
}

fn rows(country: &Country) -> impl IntoView + use<> {
    let (year, month, day) = country.checked;
    view! {
        // Named, so that a link can lead here; a browser unfolds what a link leads into.
        <ul class="rows" id=country.code.clone()>
            {ways(&country.ways)}
            <li class="call">
                <span>{text::emergency_short()}</span>
                <a href=format!("tel:{}", country.emergency)>{call(&country.emergency)}</a>
            </li>
        </ul>
        <p class="quiet">
            {text::checked()} " "
            <time datetime=format!("{year:04}-{month:02}-{day:02}")>{when::date(country.checked)}</time>
        </p>
    }
}

fn ways(ways: &[Way]) -> impl IntoView + use<> {
    ways.iter()
        .map(|way| {
            view! {
                <li class="call"><span>{way.name.text().to_owned()}</span><a href=way.link.clone()>{way.label()}</a></li>
            }
        })
        .collect_view()
}
