//! Today: the one next thing, and little under it.

use chrono::NaiveDate;
use journal::{
    course::{Course, Moment},
    prompts::for_moment,
    today::{Thing, next_thing},
};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::RecordId;

use super::own::{course, therapist};
use crate::text::when::since_hours;
use crate::{
    screens::parts::{Frame, Notice, SyncLine, day_and_time, long_day, names},
    text::{client::today, frame::alarm, said},
    vault::{Vault, use_vault},
};

/// What was answered with "not now", and on which day.
#[derive(Clone, Copy)]
pub struct PutOff(pub RwSignal<Vec<(NaiveDate, Moment)>>);

/// The first screen.
#[component]
pub fn Today() -> impl IntoView {
    let vault = use_vault();
    let put_off = use_context::<PutOff>().unwrap_or(PutOff(RwSignal::new(Vec::new())));
    let thing = Memo::new(move |_| {
        let (Some(me), now) = (vault.me(), vault.now.get()) else { return Thing::Nothing };
        let today = now.date_naive();
        let rested: Vec<Moment> = put_off
            .0
            .with(|all| all.iter().filter(|(day, _)| *day == today).map(|(_, moment)| *moment).collect());
        let course = course(vault);
        vault.records.with(|records| next_thing(records, me, &course, now, &rested))
    });
    let where_ = Memo::new(move |_| stand(&course(vault)));
    let not_now = Callback::new(move |moment: Moment| {
        let today = vault.now.get_untracked().date_naive();
        put_off.0.update(|all| all.push((today, moment)));
    });
    view! {
        <Frame>
            <Warnings vault />
            <p class="stand">
                {move || long_day(vault.now.get())} {move || where_.get().map(|line| view! { <br /> {line} })}
            </p>
            {move || view! { <Next thing=thing.get() not_now /> }}
            <Under vault thing />
            <SyncLine />
        </Frame>
    }
}

/// "34 hours after your second session".
fn stand(course: &Course) -> Option<String> {
    match course.last_dosing() {
        Some(last) => Some(today::after(&since_hours(last.hours), last.number)),
        None => course.next_dosing().map(|_| today::before().into()),
    }
}

#[component]
fn Next(thing: Thing, not_now: Callback<Moment>) -> impl IntoView {
    let (title, line, go, way, rest): (String, &str, &str, String, Option<Moment>) = match thing {
        Thing::TwoVersions(id) => {
            (today::two().into(), today::two_line(), today::look(), format!("/app/entry/{id}"), None)
        }
        Thing::SoftLanding => {
            (today::soft().into(), today::soft_line(), today::write(), fresh(), Some(Moment::SoftLanding))
        }
        Thing::Draft(id) => (today::draft().into(), "", today::go_on(), format!("/app/write/{id}"), None),
        Thing::Write(moment) => {
            let first = for_moment(moment).first();
            let title =
                first.map_or_else(|| names::moment(moment).into(), |prompt| said(prompt.question).into());
            (title, first.map_or("", |prompt| said(prompt.help)), today::write(), fresh(), Some(moment))
        }
        Thing::CheckIn => (
            today::check_in_ask().into(),
            today::check_in_line(),
            today::check_in(),
            "/app/check-in".into(),
            None,
        ),
        Thing::Appointment(_) => (today::bring().into(), "", today::bring_go(), "/app/session".into(), None),
        Thing::Nothing => {
            return view! {
                <section class="thing">
                    <h1>{today::nothing()}</h1>
                    <p class="quiet">{today::nothing_line()}</p>
                    <div class="actions">
                        <A href=free() attr:class="main">{today::freely()}</A>
                    </div>
                </section>
            }
            .into_any();
        }
    };
    view! {
        <section class="thing">
            <h1>{title}</h1>
            {(!line.is_empty()).then(|| view! { <p class="quiet">{line}</p> })}
            <div class="actions">
                <A href=way attr:class="main">{go}</A>
                {rest
                    .map(|moment| {
                        view! {
                            <button type="button" class="text" on:click=move |_| not_now.run(moment)>
                                {today::not_now()}
                            </button>
                        }
                    })}
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Under(vault: Vault, thing: Memo<Thing>) -> impl IntoView {
    let next = Memo::new(move |_| {
        let next = course(vault).next().cloned()?;
        let name = therapist(vault).and_then(|person| person.name);
        let when = day_and_time(next.at);
        Some(name.map_or_else(|| when.clone(), |name| format!("{when}, {name}")))
    });
    view! {
        <section aria-label=today::under()>
            <ul class="rows under">
                {move || {
                    (thing.get() != Thing::CheckIn)
                        .then(|| view! {
                            <li>
                                <A href="/app/check-in" attr:class="row-link">
                                    <span>{today::check_in()}</span>
                                    <span class="quiet">{today::check_in_time()}</span>
                                </A>
                            </li>
                        })
                }}
                {move || {
                    (thing.get() != Thing::Nothing)
                        .then(|| view! {
                            <li>
                                <A href=free() attr:class="row-link">
                                    <span>{today::freely()}</span>
                                    <span class="quiet">{today::freely_line()}</span>
                                </A>
                            </li>
                        })
                }}
                {move || {
                    next.get()
                        .map(|next| view! {
                            <li>
                                <A href="/app/session" attr:class="row-link">
                                    <span>{next}</span>
                                    <span class="quiet">{today::next()}</span>
                                </A>
                            </li>
                        })
                }}
            </ul>
        </section>
    }
}

/// What a person must know, in words that frighten nobody.
#[component]
fn Warnings(vault: Vault) -> impl IntoView {
    use journal::sync::Alarm;
    let refused =
        move || vault.alarms.with(|alarms| alarms.iter().any(|alarm| matches!(alarm, Alarm::Refused(..))));
    let odd =
        move || vault.alarms.with(|alarms| alarms.iter().any(|alarm| !matches!(alarm, Alarm::Refused(..))));
    let unopenable = move || vault.unopenable.with(Vec::len);
    view! {
        {move || odd().then(|| view! { <Notice><p><strong>{alarm::title()}</strong></p><p>{alarm::lead()}</p></Notice> })}
        {move || refused().then(|| view! { <Notice><p>{alarm::refused()}</p></Notice> })}
        {move || (unopenable() > 0).then(|| view! { <Notice><p>{alarm::unopenable(unopenable())}</p></Notice> })}
    }
}

fn fresh() -> String {
    format!("/app/write/{}", new_id())
}

fn free() -> String {
    format!("/app/write/{}?free=1", new_id())
}

fn new_id() -> RecordId {
    Vault::new_id()
}
