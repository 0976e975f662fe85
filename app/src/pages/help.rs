//! Help now: it needs no script and no sign-in, and calls with one tap. Where there is script, `public/help.js` has it kept.

use leptos::prelude::*;

use crate::{
    parts::Parts,
    text::{
        crisis::{Country, ELSEWHERE, Lines, Practice, Way, call},
        public::help as text,
        when,
    },
};

/// Where nothing is known: it reaches the emergency services from a mobile phone nearly everywhere.
const ANYWHERE: &str = "112";

/// Crisis lines; `region` is an ISO 3166 code in capitals. The person's own country, or where it has no row the one for
/// everywhere else, stands before everything else and is laid open.
pub fn help(lines: &Lines, region: Option<&str>) -> impl IntoView + use<> {
    let (first, others) = lines.for_region(region);
    let is_known = first.is_some_and(|country| country.code.is_some());
    let emergency = first.map_or_else(|| vec![ANYWHERE.to_owned()], |country| country.emergency.clone());
    let practice = lines.practice.as_ref().map(practice);
    let first = first.map(|country| {
        view! {
            <section>
                <h2>{country.name.text().to_owned()}</h2>
                {rows(country)}
            </section>
        }
    });
    let other = is_known.then(|| view! { <p><a href="#countries">{text::another_country()}</a></p> });
    let list = view! {
        <section>
            <h2 id="countries">{text::countries()}</h2>
            <ul class="rows">{others.into_iter().map(folded).collect_view()}</ul>
        </section>
    };
    let parts = view! { <Parts parts=text::parts() /> };
    // Whoever has found their number reads on; whoever has not looks for their country first.
    let rest = if is_known { (parts, list).into_any() } else { (list, parts).into_any() };
    view! {
        <h1>{text::title()}</h1>
        <p class="lead">{text::lead()}</p>
        // The app takes this much of the page and shows it where somebody needs it: there is no other article in it.
        <article>
            <div class="urgent">
                <p class="call"><span>{text::emergency()}</span>{numbers(&emergency)}</p>
                {(!is_known).then(|| view! { <p class="quiet">{text::emergency_elsewhere()}</p> })}
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
            {practice.checked.map(checked)}
        </section>
    }
}

/// Another country, folded, with a link that puts it first from now on.
fn folded(country: &Country) -> impl IntoView + use<> {
    let choose = format!("/help?country={}", code(country));
    view! {
        <li>
            <details>
                <summary>{country.name.text().to_owned()}</summary>
                {rows(country)}
                <p><a href=choose rel="external">{text::choose()}</a></p>
            </details>
        </li>
    }
}

fn rows(country: &Country) -> impl IntoView + use<> {
    // Where it is not known which number is the right one, that is said beside it.
    let elsewhere = country.code.is_none().then(|| view! { ". " {text::emergency_elsewhere()} });
    view! {
        // Named, so that a link can lead here; a browser unfolds what a link leads into.
        <ul class="rows" id=code(country)>
            {ways(&country.ways)}
            <li class="call"><span>{text::emergency_short()}{elsewhere}</span>{numbers(&country.emergency)}</li>
        </ul>
        {checked(country.checked)}
    }
}

fn code(country: &Country) -> String {
    country.code.clone().unwrap_or_else(|| ELSEWHERE.to_owned())
}

fn numbers(emergency: &[String]) -> impl IntoView + use<> {
    emergency.iter().map(|number| view! { <a href=format!("tel:{number}")>{call(number)}</a> }).collect_view()
}

fn checked(date: (i32, u32, u32)) -> impl IntoView {
    let (year, month, day) = date;
    view! {
        <p class="quiet">
            {text::checked()} " "
            <time datetime=format!("{year:04}-{month:02}-{day:02}")>{when::date(date)}</time>
        </p>
    }
}

fn ways(ways: &[Way]) -> impl IntoView + use<> {
    ways.iter()
        .map(|way| {
            let (name, at) = (way.name.text().to_owned(), way.at.text());
            view! { <li class="call"><span>{name}</span><a href=at.link.clone()>{at.label()}</a></li> }
        })
        .collect_view()
}
