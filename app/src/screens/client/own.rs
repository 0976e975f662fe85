//! What several of the client's screens ask of the vault.

use chrono::{DateTime, FixedOffset};
use journal::{
    course::{Course, Moment},
    cover,
    measures::{Begun, Instrument, begun},
    record::Body,
    sharing::Openings,
    timeline::written,
};
use leptos::prelude::*;
use wire::ids::{AccountId, RecordId};

use crate::{
    device::clock,
    screens::parts::{day_and_time, names},
    text::client::your_therapist,
    vault::{Person, Vault},
};

/// The client's appointments seen from now; tracked.
pub fn course(vault: Vault) -> Course {
    let (me, now) = (vault.me(), vault.now.get());
    vault.records.with(|records| {
        let plan = me.and_then(|me| cover::plan(records, me));
        Course::new(plan.as_ref().map_or(&[], |plan| plan.appointments.as_slice()), now)
    })
}

/// The same with each hour on the day that it was where the client was then; tracked.
pub fn lived_course(vault: Vault) -> Course {
    let course = course(vault);
    let Some(me) = vault.me() else { return course };
    vault.records.with(|records| course.lived(written(records, me)))
}

/// The same for what stands by day: news only when something more has begun, not whenever the clock goes on.
pub fn course_by_day(vault: Vault) -> Memo<Course> {
    let is_news = |before: Option<&Course>, now: Option<&Course>| match (before, now) {
        (Some(before), Some(now)) => !now.has_begun_as(before),
        _ => true,
    };
    Memo::new_with_compare(move |_| lived_course(vault), is_news)
}

/// Where a page of this moment is begun. The address names the moment by its place only: it is read by whoever
/// reads the browser's history.
pub fn write_about(id: RecordId, moment: Moment) -> String {
    let place = Moment::ALL.iter().position(|one| *one == moment).unwrap_or_default();
    format!("/app/write/{id}?m={place}")
}

/// The ground, and from there back to a page or to this place of it.
pub fn ground_from(id: RecordId, page: Option<usize>) -> String {
    let page = page.map(|page| format!("&p={}", page + 1)).unwrap_or_default();
    format!("/app/ground?w={id}{page}")
}

/// The ground from a dim page: it stays dim.
pub fn ground_in_dim(id: RecordId) -> String {
    format!("{}&d", ground_from(id, None))
}

/// The ground before a page about a hard moment is begun.
pub fn ground_before(id: RecordId) -> String {
    let moment = Moment::ALL.iter().position(|one| *one == Moment::HardMoment).unwrap_or_default();
    format!("/app/ground?w={id}&m={moment}")
}

/// Where a questionnaire is answered: what was begun is gone on with, unless it is set aside.
pub fn measure_way(vault: Vault, instrument: &Instrument) -> String {
    let go_on = untrack(|| begun_of(vault, instrument)).go_on;
    format!("/app/measure/{}?i={}", go_on.unwrap_or_else(Vault::new_id), instrument.id)
}

/// What the client began of an instrument; tracked.
pub fn begun_of(vault: Vault, instrument: &Instrument) -> Begun {
    let me = vault.me();
    vault.records.with(|records| {
        let own = records.iter().filter(|record| Some(record.owner) == me);
        let own = own.filter_map(|record| record.measure().map(|measure| (record.id, measure)));
        begun(instrument, own, clock::now())
    })
}

/// Who reads what is shared; tracked. Named with whoever reads beside them.
pub fn therapist(vault: Vault) -> Option<Person> {
    vault.therapist()
}

/// What somebody is called; tracked.
pub fn called(vault: Vault, account: AccountId) -> String {
    let people = vault.people();
    let person = people.iter().find(|person| person.account == account);
    person.map_or_else(|| your_therapist().to_owned(), name_of)
}

/// What to call somebody.
pub fn name_of(person: &Person) -> String {
    person.name.clone().unwrap_or_else(|| your_therapist().into())
}

/// What the next appointment is and when, in words; tracked.
pub fn next_session(vault: Vault) -> Option<(&'static str, String)> {
    course(vault).next().map(|next| (names::your(next.kind), day_and_time(next.at)))
}

/// When somebody last opened a record, and whether that was before its author last changed it; tracked.
pub fn opened_by(vault: Vault, reader: AccountId, id: RecordId) -> Option<(DateTime<FixedOffset>, bool)> {
    vault.records.with(|records| {
        let own = records.iter().find(|record| record.id == id)?;
        Openings::by(records, reader).of(own)
    })
}

/// Where its author reads a record, if it has a page.
pub fn way_of(id: RecordId, body: &Body) -> Option<String> {
    match body {
        Body::Entry(_) => Some(format!("/app/entry/{id}")),
        Body::CheckIn(_) => Some(format!("/app/checked/{id}")),
        Body::Intention(_) => Some(format!("/app/intention/{id}")),
        Body::Insight(_) => Some(format!("/app/insight/{id}")),
        Body::Step(_) => Some(format!("/app/step/{id}")),
        Body::Agenda(_) => Some("/app/session".into()),
        Body::Measure(_) => Some(format!("/app/measured/{id}")),
        Body::SafetyPlan(_) => Some("/app/you/plan".into()),
        _ => None,
    }
}
