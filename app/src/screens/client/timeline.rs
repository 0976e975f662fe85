//! The journal: what was written, day by day, with the dosing sessions between. Only the days near the screen are
//! there, so that years of them scroll like one week.

mod chips;
mod days;
mod heights;
mod place;
mod row;

use std::sync::Arc;

use journal::{
    search::Query,
    timeline::{Filter, Line, noted, timeline},
};
use leptos::prelude::*;
use leptos_router::{components::A, hooks::use_query_map};

pub use self::row::{check_in_line, levels_line, name_of};
use self::{chips::Chips, days::Days, place::Place};
use super::own::course_by_day;
use crate::{
    screens::parts::{Frame, SyncLine, Unopened},
    text::{check_ins, measures, threads, timeline as said},
    vault::use_vault,
};

/// What was last searched for, so that coming back from a page finds it. In memory only: an address is kept in the
/// browser's history, and these are somebody's words.
#[derive(Clone, Copy)]
pub struct Sought(RwSignal<String>);

/// Makes what was searched for outlive the screen.
pub fn provide_sought() {
    provide_context(Sought(RwSignal::new(String::new())));
}

/// The list.
#[component]
pub fn Journal() -> impl IntoView {
    let vault = use_vault();
    let Sought(typed) = expect_context();
    let came_back = Place::here();
    if came_back.is_none() {
        typed.set(String::new());
    }
    let query = Memo::new(move |_| Query::parse(&typed.get()));
    let address = use_query_map();
    let course = course_by_day(vault);
    let filter = Memo::new(move |_| {
        let chosen = address.with(chips::filter);
        let found = query.with(|query| (!query.is_empty()).then(|| vault.find(query)));
        let noted = query.with(|query| course.with(|course| noted(course, query)));
        Filter { found, noted, ..chosen }
    });
    let lines = Memo::new(move |_| {
        let Some(me) = vault.me() else { return Arc::default() };
        vault.records.with(|records| {
            course.with(|course| {
                filter.with(|filter| Arc::<[Line]>::from(timeline(records, me, course, filter)))
            })
        })
    });
    let is_whole = move || filter.with(|filter| *filter == Filter::default());
    view! {
        <Frame>
            <h1>{said::title()}</h1>
            <Unopened />
            <p class="ways">
                <A href="/app/course" attr:class="text">{check_ins::to_course()}</A>
                <A href="/app/threads" attr:class="text">{threads::title()}</A>
                <A href="/app/measures" attr:class="text">{measures::title()}</A>
            </p>
            <search class="field">
                <label for="search">{said::search()}</label>
                <input
                    id="search"
                    type="search"
                    autocomplete="off"
                    enterkeyhint="search"
                    prop:value=typed
                    on:input:target=move |event| typed.set(event.target().value())
                />
            </search>
            <Chips filter />
            <p class="quiet found" role="status">
                {move || {
                    let many = lines.with(|lines| lines.len());
                    if !vault.is_searchable() && !query.with(Query::is_empty) {
                        said::searching().to_owned()
                    } else if many == 0 {
                        if is_whole() { said::empty().to_owned() } else { said::none().to_owned() }
                    } else if is_whole() {
                        String::new()
                    } else {
                        said::found(many)
                    }
                }}
            </p>
            {move || {
                (is_whole() && lines.with(|lines| !lines.is_empty()))
                    .then(|| view! { <p><A href="/app/journal/read" attr:class="text">{said::read()}</A></p> })
            }}
            <Days lines course filter query came_back />
            <SyncLine />
        </Frame>
    }
}
