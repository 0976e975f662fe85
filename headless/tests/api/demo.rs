use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};
use headless::{
    account::Credentials,
    demo::{Outcome, make},
    device::Device,
};
use journal::{
    agenda::current,
    alerts::alerts,
    brief::{Brief, Range, caseload},
    course::{Course, Moment},
    measures::Change,
    prompts::open,
    record::{AppointmentKind, Body, Done, Opened, PutOff, Route, Scale},
    sharing::due,
    threads::threads,
    today::{Facts, Thing, day, next_thing},
};
use wire::{
    demo::{Demo, INES, JONAS, MAYA, OKAFOR, Person, SANA, SOLBERG, TOMAS, WALTER},
    ids::{AccountId, RecordId},
    invites::Invite,
    problem::Code,
};

use crate::{
    accounts::assert_code,
    on_both,
    support::{World, at},
};

on_both!(
    sign_ins_are_offered_only_where_the_operator_asked,
    everybody_finds_what_the_story_says,
    made_again_it_says_so_and_changes_nothing,
);

fn now() -> DateTime<FixedOffset> {
    at("2026-10-14T19:20:00+02:00")
}

async fn sign_ins_are_offered_only_where_the_operator_asked(engine: &str) {
    let world = World::on(engine).await;
    assert_eq!(world.http.get::<Demo>("/demo").await.unwrap(), Demo { people: Vec::new() });
    let world = World::with_demo(engine).await;
    assert_eq!(world.http.get::<Demo>("/demo").await.unwrap(), Demo::everybody());
}

const TOKENS: [&str; 2] = ["demo", "demo too"];

async fn empty(engine: &str) -> World {
    let world = World::on(engine).await;
    for token in TOKENS {
        world.setup_token(token).await;
    }
    world
}

async fn everybody_finds_what_the_story_says(engine: &str) {
    let world = empty(engine).await;
    assert_eq!(make(&world.http, TOKENS, now()).await.unwrap(), Outcome::Made);
    let (okafor, maya, jonas) =
        (sign_in(&world, &OKAFOR).await, sign_in(&world, &MAYA).await, sign_in(&world, &JONAS).await);
    let me = okafor.keyring().account();

    assert_eq!(
        own(&okafor),
        BTreeMap::from([
            ("acknowledgement", 1),
            ("invitation", 5),
            ("pin", 4),
            ("plan", 4),
            ("profile", 1),
            ("receipt", 6),
            ("reply", 4),
            ("template", 2)
        ])
    );
    assert_eq!(
        own(&maya),
        BTreeMap::from([
            ("agenda", 1),
            ("check_in", 36),
            ("entry", 10),
            ("insight", 2),
            ("intention", 2),
            ("measure", 5),
            ("pin", 1),
            ("profile", 1),
            ("receipt", 1),
            ("step", 2)
        ])
    );
    assert_eq!(
        own(&jonas),
        BTreeMap::from([
            ("agenda", 1),
            ("check_in", 7),
            ("entry", 4),
            ("pin", 1),
            ("profile", 1),
            ("receipt", 1)
        ])
    );
    assert_eq!((shared_entries(&maya, me), shared_entries(&jonas, me)), (4, 2));
    let open: Vec<Invite> = okafor.http().get("/invites").await.unwrap();
    assert_eq!(open.iter().filter(|invite| invite.used.is_none()).count(), 1);

    // What the therapist can open of each is what they gave her, and the other way round.
    for client in [&maya, &jonas] {
        let account = client.keyring().account();
        assert_eq!(opened_of(&okafor, account), given_to(client, me));
        assert_eq!(opened_of(client, me), given_to(&okafor, account));
    }
    assert!(opened_of(&maya, jonas.keyring().account()).is_empty());

    maya_is_34_hours_after_her_second_session(&okafor, &maya);
    jonas_is_nine_days_after_his_first(&okafor, &jonas);
    let (ines, tomas) = (sign_in(&world, &INES).await, sign_in(&world, &TOMAS).await);
    ines_is_in_remission(&okafor, &ines);
    tomas_is_worse_and_let_her_know(&okafor, &tomas);
    let clients = [&jonas, &maya, &ines, &tomas].map(|client| client.keyring().account());
    let rows = caseload(&all(&okafor), &clients, me, now());
    let names: Vec<_> = rows.iter().map(|line| line.name.as_deref().unwrap()).collect();
    assert_eq!(names, ["Maya Lindqvist", "Tomas Reed", "Jonas Reyes", "Ines Caldeira"]);
    assert_eq!(rows.iter().map(|line| line.asked.len()).collect::<Vec<_>>(), [0, 1, 0, 0]);
    the_second_practice_has_one_who_is_silent_and_one_who_shares_only_numbers(&world, &maya).await;
}

fn change_of(brief: &Brief, instrument: &str) -> Change {
    let measured = brief.measured.iter().find(|one| one.instrument.id == instrument).unwrap();
    measured.change.clone().unwrap().0
}

fn totals_of(brief: &Brief, instrument: &str) -> Vec<u16> {
    let measured = brief.measured.iter().find(|one| one.instrument.id == instrument).unwrap();
    measured.totals().map(|(_, score)| score.total).collect()
}

fn ines_is_in_remission(okafor: &Device, ines: &Device) {
    let (client, me) = (ines.keyring().account(), okafor.keyring().account());
    let brief = Brief::new(&all(okafor), client, me, now(), Range::Everything);
    let dosing = brief.dosing.unwrap();
    assert_eq!((dosing.number, dosing.hours / 24), (6, 111));
    assert_eq!(totals_of(&brief, "phq-9"), [19, 13, 8, 5, 3]);
    assert_eq!(
        (change_of(&brief, "phq-9"), change_of(&brief, "gad-7")),
        (Change::Remission, Change::Remission)
    );
    assert_eq!((brief.shared.len(), brief.unread().len()), (3, 1));
    let half_a_year = brief.line(Scale::Mood);
    assert!(half_a_year.len() > 150 && half_a_year.iter().filter(|day| day.level.is_some()).count() > 40);
}

fn tomas_is_worse_and_let_her_know(okafor: &Device, tomas: &Device) {
    let (client, me) = (tomas.keyring().account(), okafor.keyring().account());
    let brief = Brief::new(&all(okafor), client, me, now(), Range::Everything);
    assert_eq!(totals_of(&brief, "phq-9"), [11, 11, 14, 19]);
    assert_eq!(change_of(&brief, "phq-9"), Change::ReliableDeterioration);
    assert_eq!(change_of(&brief, "gad-7"), Change::ReliableDeterioration);
    let safety = okafor.records().filter(|record| record.owner == client).find_map(Opened::safety_plan);
    assert!(safety.is_some_and(|plan| !plan.is_empty()));
    // The same on both sides: one was answered the same evening, the newer one waits.
    let records = all(tomas);
    for (told, whose) in [(alerts(&all(okafor), me), "hers"), (alerts(&records, client), "his")] {
        assert_eq!(told.len(), 2, "{whose}");
        assert_eq!((told[0].opened, told[0].acknowledged), (None, None), "{whose}");
        assert_eq!(told[1].opened, Some(at("2026-09-25T20:31:00+02:00")), "{whose}");
        assert_eq!(told[1].acknowledged.unwrap().1.done, [Done::Talked, Done::NextTime], "{whose}");
    }
}

async fn the_second_practice_has_one_who_is_silent_and_one_who_shares_only_numbers(
    world: &World,
    maya: &Device,
) {
    let solberg = sign_in(world, &SOLBERG).await;
    let (sana, walter) = (sign_in(world, &SANA).await, sign_in(world, &WALTER).await);
    let me = solberg.keyring().account();
    let clients = [&sana, &walter].map(|client| client.keyring().account());
    let lines = caseload(&all(&solberg), &clients, me, now());
    let quiet: Vec<_> = lines
        .iter()
        .map(|line| (line.name.as_deref().unwrap(), line.quiet_days(now()).unwrap() >= 40))
        .collect();
    assert_eq!(quiet, [("Sana Qureshi", true), ("Walter Brandt", false)]);

    // Of Walter she has numbers and totals, and not a word; his own device would share no more by itself.
    let given: Vec<_> = solberg.records().filter(|record| record.owner == clients[1]).collect();
    assert!(
        given
            .iter()
            .all(|record| { matches!(record.body, Body::Numbers(_) | Body::Measure(_) | Body::Profile(_)) })
    );
    assert!(given.len() > 40);
    assert!(walter.records().filter_map(Opened::check_in).any(|check_in| !check_in.note.is_empty()));
    assert_eq!(due(&all(&walter), clients[1], None, now()), []);
    let brief = Brief::new(&all(&solberg), clients[1], me, now(), Range::Everything);
    assert!(brief.shared.is_empty() && brief.said.is_empty() && brief.check_ins.len() > 30);
    assert_eq!(change_of(&brief, "phq-9"), Change::NoReliableChange);
    // And of the other practice nothing.
    assert!(opened_of(&solberg, maya.keyring().account()).is_empty());
}

fn maya_is_34_hours_after_her_second_session(okafor: &Device, maya: &Device) {
    let (client, me) = (maya.keyring().account(), okafor.keyring().account());
    let brief = Brief::new(&all(okafor), client, me, now(), Range::Everything);
    let dosing = brief.dosing.unwrap();
    assert_eq!((dosing.number, dosing.hours), (2, 34));
    let next = brief.next.clone().unwrap();
    assert_eq!((next.kind, next.at), (AppointmentKind::Integration, at("2026-10-15T14:00:00+02:00")));
    assert_eq!(brief.last_hour, Some(at("2026-10-09T11:00:00+02:00")));
    assert_eq!(brief.marks.iter().map(|(_, number)| *number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!((brief.shared.len(), brief.unread().len()), (4, 3));
    assert!(brief.shared[0].first_words.starts_with("No stairs."));
    assert_eq!(brief.shared[0].hours_after, Some(9));
    assert!(brief.shared[3].first_words.starts_with("The stairs in my grandmother's house by the sea."));
    assert!(!brief.shared[3].unread);
    let [phq, gad] = brief.measured.as_slice() else { panic!("two questionnaires") };
    let totals: Vec<_> = phq.totals().map(|(_, score)| score.total).collect();
    assert_eq!((totals, phq.percent()), (vec![21, 14, 9], Some(-57)));
    assert_eq!(phq.change.as_ref().unwrap().0, Change::Response);
    assert_eq!(gad.change.as_ref().unwrap().0, Change::NoReliableChange);
    // The client's own device, of the records that she was given, makes the same brief: nothing else is in it.
    let given: Vec<_> = maya
        .records()
        .filter(|record| record.recipients.contains(&me))
        .chain(okafor.records().filter(|record| record.owner == me))
        .cloned()
        .collect();
    let theirs = Brief::new(&given, client, me, now(), Range::Everything);
    assert_eq!((theirs.unread(), theirs.fresh().len()), (brief.unread(), brief.fresh().len()));
    assert_eq!((theirs.check_ins.len(), theirs.measured), (brief.check_ins.len(), brief.measured.clone()));
    let days = brief.line(Scale::Mood);
    assert!(days.iter().filter(|day| day.level.is_some()).count() >= 16);
    assert!(days.iter().any(|day| day.level.is_none()) && !brief.check_ins.is_empty());

    // Today asks for what is still with her, then for a check-in, then for the hour tomorrow.
    let course = course(maya);
    let mut records = all(maya);
    let first = thing(&records, client, &course);
    assert_eq!(first, Thing::Write(Moment::NextDays));
    let mut put_off = PutOff::new();
    put_off.add(day(now()), first.name().unwrap());
    let own = records.iter().find(|record| record.owner == client).cloned().unwrap();
    records.push(Opened { body: Body::PutOff(put_off), ..own });
    assert_eq!(thing(&records, client, &course), Thing::CheckIn);
    assert_eq!(course.next(), Some(&next));
    let receipts = |by| maya.records().filter(move |record| record.owner == by).filter_map(Opened::receipt);
    let read: Vec<_> = receipts(me).map(|receipt| receipt.opened).collect();
    assert_eq!(read, [at("2026-10-04T13:46:00+02:00")]);
    maya_s_course_is_whole(okafor, maya, &brief);
}

/// What is given, what she brings, what grew, and what was written back: the therapist has all of it.
fn maya_s_course_is_whole(okafor: &Device, maya: &Device, brief: &Brief) {
    let (client, records) = (maya.keyring().account(), all(okafor));
    let dose = brief.dose.clone().unwrap();
    assert_eq!((dose.route, dose.amount.as_str()), (Some(Route::Lozenge), "200 mg"));
    let course = course(maya);
    let list = current(&records, client, &course, now()).unwrap();
    assert_eq!(list.hour.map(|hour| hour.at), brief.next.as_ref().map(|next| next.at));
    let starred: Vec<_> = list.agenda.items.iter().map(|item| item.entry.is_some()).collect();
    assert_eq!(starred, [true, false, false]);
    let grew: Vec<_> = threads(&records, client, &course)
        .iter()
        .map(|thread| (thread.intention.is_some(), thread.records().len()))
        .collect();
    assert_eq!(grew, [(true, 3), (true, 3)]);
    let replies: Vec<_> = maya.records().filter(|record| record.reply().is_some()).collect();
    let [reply] = replies.as_slice() else { panic!("one answer") };
    assert_eq!(reply.reply().map(|reply| reply.to), Some(brief.shared[3].id));
    assert!(records.iter().any(|record| {
        record.owner == client && Opened::receipt(record).is_some_and(|read| read.covers(reply.id).is_some())
    }));
    assert_eq!(open(&all(maya), client, Moment::NextDays).len(), 1, "a question of the therapist's own");
}

fn jonas_is_nine_days_after_his_first(okafor: &Device, jonas: &Device) {
    let (client, me) = (jonas.keyring().account(), okafor.keyring().account());
    let brief = Brief::new(&all(okafor), client, me, now(), Range::Everything);
    let dosing = brief.dosing.unwrap();
    assert_eq!((dosing.number, dosing.hours / 24), (1, 9));
    assert_eq!(brief.next.clone().unwrap().at, at("2026-10-17T10:00:00+02:00"));
    assert_eq!((brief.shared.len(), brief.unread().len()), (2, 1));
    assert_eq!(thing(&all(jonas), client, &course(jonas)), Thing::Write(Moment::OneWeek));
}

async fn made_again_it_says_so_and_changes_nothing(engine: &str) {
    let world = empty(engine).await;
    make(&world.http, TOKENS, now()).await.unwrap();
    let before = all(&sign_in(&world, &OKAFOR).await);
    let again = make(&world.http, TOKENS, now() + chrono::Duration::days(1)).await;
    assert_eq!(again.unwrap(), Outcome::AlreadyThere);
    assert_eq!(all(&sign_in(&world, &OKAFOR).await), before);

    // Only the therapist is there: the first run did not get further.
    let world = World::on(engine).await;
    world.setup_token("demo").await;
    Device::register_therapist(&world.http, "demo", credentials(&OKAFOR)).await.unwrap();
    assert_eq!(make(&world.http, TOKENS, now()).await.unwrap(), Outcome::CutShort);

    // Somebody else has a name of the demo.
    let world = World::on(engine).await;
    world.therapist("okafor").await;
    world.setup_token("demo").await;
    assert_code(make(&world.http, TOKENS, now()).await, Code::NameTaken);
}

fn credentials(person: &Person) -> Credentials<'_> {
    Credentials { name: &person.name, password: &person.password }
}

async fn sign_in(world: &World, person: &Person) -> Device {
    let mut device = Device::sign_in(&world.http, credentials(person)).await.unwrap();
    device.sync().await.unwrap();
    assert_eq!((device.alarms().len(), device.unopenable().len()), (0, 0));
    device
}

fn all(device: &Device) -> Vec<Opened> {
    device.records().cloned().collect()
}

fn course(client: &Device) -> Course {
    Course::new(&client.records().find_map(Opened::plan).unwrap().appointments, now())
}

fn thing(records: &[Opened], me: AccountId, course: &Course) -> Thing {
    next_thing(&Facts { records, me, course, unsaved: false, unsent_since: None })
}

/// How many of each kind somebody wrote.
fn own(device: &Device) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for record in device.records().filter(|record| record.owner == device.keyring().account()) {
        let kind = match &record.body {
            Body::Profile(_) => "profile",
            Body::Plan(_) => "plan",
            Body::Measure(_) => "measure",
            Body::Entry(_) => "entry",
            Body::CheckIn(_) => "check_in",
            Body::Attachment(_) => "attachment",
            Body::Receipt(_) => "receipt",
            Body::Alert(_) => "alert",
            Body::Acknowledgement(_) => "acknowledgement",
            Body::Invitation(_) => "invitation",
            Body::Pin(_) => "pin",
            Body::Introduction(_) => "introduction",
            Body::Consent(_) => "consent",
            Body::Intention(_) => "intention",
            Body::Insight(_) => "insight",
            Body::Step(_) => "step",
            Body::Agenda(_) => "agenda",
            Body::SafetyPlan(_) => "safety_plan",
            Body::Jotting(_) => "jotting",
            Body::Excerpt(_) => "excerpt",
            Body::Numbers(_) => "numbers",
            Body::Share(_) => "share",
            Body::Rules(_) => "rules",
            Body::PutOff(_) => "put_off",
            Body::Settings(_) => "settings",
            Body::Reply(_) => "reply",
            Body::Note(_) => "note",
            Body::Pencilled(_) => "pencilled",
            Body::Template(_) => "template",
            Body::Unknown(_) => "unknown",
        };
        *counts.entry(kind).or_default() += 1;
    }
    counts
}

fn shared_entries(client: &Device, therapist: AccountId) -> usize {
    client
        .records()
        .filter(|record| record.entry().is_some() && record.recipients.contains(&therapist))
        .count()
}

fn opened_of(reader: &Device, author: AccountId) -> BTreeSet<RecordId> {
    reader.records().filter(|record| record.owner == author).map(|record| record.id).collect()
}

fn given_to(author: &Device, reader: AccountId) -> BTreeSet<RecordId> {
    author.records().filter(|record| record.recipients.contains(&reader)).map(|record| record.id).collect()
}
