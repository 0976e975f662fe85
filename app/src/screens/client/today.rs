//! Today: the one next thing, and little under it.

mod first;
mod next;
mod of_app;

use journal::{
    course::{Course, Moment},
    record::{Body, Opened},
    today::{Facts, Thing, day, next_thing},
};
use leptos::prelude::*;
use leptos_router::components::A;

use self::{next::Next, of_app::OfApp};
use super::{
    answers::AnswerLines,
    own::{course, therapist, write_about},
    told::ToldLines,
};
use crate::{
    screens::parts::{Alarms, Busy, Frame, SyncLine, Troubled, appointed, clock_time, long_day},
    text::{client::today, reminders, when::since_hours, writing::choose},
    vault::{Trouble, Vault, use_vault},
};

/// The first screen.
#[component]
pub fn Today() -> impl IntoView {
    let vault = use_vault();
    let thing = Memo::new(move |_| {
        let Some(me) = vault.me() else { return Thing::Nothing };
        let course = course(vault);
        let unsaved = vault.is_unsafe();
        let unsent_since = vault.unsent_since();
        vault
            .records
            .with(|records| next_thing(&Facts { records, me, course: &course, unsaved, unsent_since }))
    });
    let where_ = Memo::new(move |_| stand(&course(vault)));
    let busy = Busy::new();
    let not_now = Callback::new(move |name: String| busy.start(async move { put_off(vault, name) }));
    view! {
        <Frame>
            <Alarms />
            <p class="stand">
                {move || long_day(vault.now.get())} {move || where_.get().map(|line| view! { <br /> {line} })}
            </p>
            <Wanted vault />
            <Next vault thing not_now busy />
            <Troubled trouble=busy.trouble />
            <Under vault thing />
            <SyncLine />
            <OfApp vault />
        </Frame>
    }
}

/// Lets a thing rest for today, on every device.
pub(super) fn put_off(vault: Vault, name: String) -> Result<(), Trouble> {
    let (me, today) = (vault.me(), day(vault.now.get_untracked()));
    let kept = vault.records.with_untracked(|records| {
        let own = records.iter().find(|record| Some(record.owner) == me && record.put_off().is_some());
        own.map(|record| record.id)
    });
    let id = kept.unwrap_or_else(Vault::new_id);
    let before = vault.freshest(id);
    let mut put_off = before.as_ref().and_then(Opened::put_off).cloned().unwrap_or_default();
    put_off.add(today, name);
    vault.write(id, Body::PutOff(put_off))?;
    vault.flush();
    Ok(())
}

/// "34 hours after your second session".
fn stand(course: &Course) -> Option<String> {
    match course.last_dosing() {
        Some(last) => Some(today::after(&since_hours(last.hours), last.number)),
        None => course.next_dosing().map(|_| today::before().into()),
    }
}

/// The moment that somebody wanted, where this device cannot say it by itself.
#[component]
fn Wanted(vault: Vault) -> impl IntoView {
    let wanted = Memo::new(move |_| vault.wanted_moment());
    view! {
        <div role="status">
            {move || wanted.get().map(|at| view! { <p class="stand">{reminders::wanted(&clock_time(at))}</p> })}
        </div>
    }
}

#[component]
fn Under(vault: Vault, thing: Memo<Thing>) -> impl IntoView {
    let next = Memo::new(move |_| {
        let next = course(vault).next().cloned()?;
        let name = therapist(vault).and_then(|person| person.name);
        let when = appointed(&next);
        Some(name.map_or_else(|| when.clone(), |name| format!("{when}, {name}")))
    });
    view! {
        <section aria-label=today::under()>
            <ul class="rows under">
                <ToldLines vault />
                <AnswerLines vault />
                <li>
                    <A href="/app/check-in" attr:class="row-link">
                        <span>{today::check_in()}</span>
                        <span class="quiet">{today::check_in_time()}</span>
                    </A>
                </li>
                {move || {
                    (thing.get() != Thing::Nothing)
                        .then(|| view! {
                            <li class="row-two">
                                <A href=write_about(Vault::new_id(), Moment::Free) attr:class="row-link">
                                    {today::freely()}
                                </A>
                                <A href="/app/write" attr:class="text">{choose::way()}</A>
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
