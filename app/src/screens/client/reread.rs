//! The journal like a book: day after day from the first one, with the dosing sessions between.

use std::sync::Arc;

use chrono::NaiveDate;
use journal::{
    record::Opened,
    timeline::{Filter, Line, What, timeline},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    components::A,
    hooks::{use_navigate, use_query_map},
};

use super::{
    own::course_by_day,
    timeline::{check_in_line, name_of},
};
use crate::{
    device::focus,
    screens::{
        attach::Beside,
        parts::{Rows, Still, clock_time, names, whole_day, words_of},
    },
    text::timeline::{self as said, read},
    vault::{Vault, use_vault},
};

/// The heading: what is read first on a turned page.
const HEADING: &str = "day";

/// One day to a page. Which one is in the address, so that the phone's own back turns a page back.
#[component]
pub fn Reread() -> impl IntoView {
    let vault = use_vault();
    let course = course_by_day(vault);
    let lines = Memo::new(move |_| {
        let Some(me) = vault.me() else { return Arc::default() };
        let of =
            |records: &Vec<Opened>| course.with(|course| timeline(records, me, course, &Filter::default()));
        let mut lines = vault.records.with(of);
        lines.reverse();
        Arc::<[Line]>::from(lines)
    });
    let days = Memo::new(move |_| {
        let mut days: Vec<NaiveDate> = lines.with(|lines| lines.iter().map(|line| line.day).collect());
        days.dedup();
        days
    });
    let asked = use_query_map();
    // The day in the address, or the next one that has something, or the last one.
    let at = Memo::new(move |_| {
        let wanted: Option<NaiveDate> = asked.with(|asked| asked.get_str("day")?.parse().ok());
        days.with(|days| {
            let place = wanted.map_or(0, |wanted| days.partition_point(|day| *day < wanted));
            place.min(days.len().saturating_sub(1))
        })
    });
    let go = use_navigate();
    let turn = move |by: isize| {
        let to = at.get_untracked().checked_add_signed(by);
        let day = to.and_then(|to| days.with_untracked(|days| days.get(to).copied()));
        if let Some(day) = day {
            go(&way(day), NavigateOptions::default());
            focus::on(HEADING);
        }
    };
    let turn = Callback::new(turn);
    let keys = window_event_listener(leptos::ev::keydown, move |event| match event.key().as_str() {
        "ArrowLeft" => turn.run(-1),
        "ArrowRight" => turn.run(1),
        _ => {}
    });
    on_cleanup(move || keys.remove());
    let last_session =
        move || course.with(|course| course.last_dosing().map(|dosing| way(course.local_day(dosing.at))));
    let day = Memo::new(move |_| days.with(|days| days.get(at.get()).copied()));
    let gap = Memo::new(move |_| {
        days.with(|days| {
            let before = days.get(at.get().checked_sub(1)?)?;
            Some((*days.get(at.get())? - *before).num_days())
        })
    });
    let stand = move || {
        let stand = course.with(|course| course.stand_of(day.get()?));
        stand.map(|(number, days)| said::stand(number, days))
    };
    let of_day = Memo::new(move |_| {
        let Some(day) = day.get() else { return Vec::new() };
        lines.with(|lines| {
            let begin = lines.partition_point(|line| line.day < day);
            lines.iter().skip(begin).take_while(|line| line.day == day).copied().collect()
        })
    });
    let is_first = move || at.get() == 0;
    let is_last = move || at.get() + 1 >= days.with(Vec::len);
    view! {
        <Still back="/app/journal".into() back_label=read::back()>
            {move || match day.get() {
                None => view! { <h1>{read::empty()}</h1> }.into_any(),
                Some(day) => view! {
                    <article class="book turn">
                        <p class="quiet">
                            {move || read::place(at.get() + 1, days.with(Vec::len))}
                            {move || gap.get().filter(|gap| *gap > 1).map(|gap| format!(" · {}", read::days_later(gap)))}
                        </p>
                        <h1 id=HEADING tabindex="-1">{whole_day(day)}</h1>
                        {move || stand().map(|stand| view! { <p class="stand-of">{stand}</p> })}
                        <Rows each=move || of_day.get() key=|line| (line.what, line.at) row=move |line| leaf(vault, line) />
                        {move || is_last().then(|| view! { <p class="quiet end">{read::end()}</p> })}
                    </article>
                }
                    .into_any(),
            }}
            <nav class="bottom turning" aria-label=read::turn()>
                <button type="button" class="second" disabled=is_first on:click=move |_| turn.run(-1)>
                    {read::earlier()}
                </button>
                <button type="button" class="main" disabled=is_last on:click=move |_| turn.run(1)>
                    {read::later()}
                </button>
            </nav>
            <p class="ways">
                <A href="/app/journal/read" attr:class="text">{read::beginning()}</A>
                {move || last_session().map(|way| view! { <A href=way attr:class="text">{read::last_session()}</A> })}
            </p>
        </Still>
    }
}

fn way(day: NaiveDate) -> String {
    format!("/app/journal/read?day={day}")
}

/// One thing of a day, whole.
fn leaf(vault: Vault, line: Line) -> AnyView {
    let time = clock_time(line.at);
    match line.what {
        What::Dosing(number) => {
            view! { <p class="dosing dosed">{said::session(number)} " · " {time}</p> }.into_any()
        }
        What::Appointment(kind) => view! { <p class="quiet">{names::kind(kind)} " · " {time}</p> }.into_any(),
        What::Record(id) => {
            let found = Memo::new(move |_| vault.record(id));
            let is_page = untrack(|| vault.with_record(id, |record| record.entry().is_some()));
            let is_page = is_page == Some(true);
            view! {
                <section class="written">
                    {move || found.get().map(|record| whole(&record, &time))}
                    {is_page.then(|| view! { <Beside entry=id /> })}
                    {is_page.then(|| view! { <A href=format!("/app/entry/{id}") attr:class="text">{read::open()}</A> })}
                </section>
            }
            .into_any()
        }
    }
}

/// All the words of it, under what it is.
fn whole(record: &Opened, time: &str) -> AnyView {
    let words = match (record.entry(), record.check_in()) {
        (Some(entry), _) => words_of(entry).into_any(),
        (_, Some(check_in)) => view! { <p>{check_in_line(check_in)}</p> }.into_any(),
        _ => {
            let words = record.body.words().into_iter().filter(|words| !words.trim().is_empty());
            words.map(|words| view! { <p class="words">{words.to_owned()}</p> }).collect_view().into_any()
        }
    };
    view! {
        <p class="quiet">{name_of(record)} " · " {time.to_owned()}</p>
        {words}
    }
    .into_any()
}
