//! A therapist with many clients, for tests of how large a caseload can be:
//! `cargo run --release -p headless --example caseload -- ORIGIN SETUP_TOKEN CLIENTS RECORDS[,RECORDS…] [FULL]`.
//!
//! Each client is an account of its own with a plan, and shares so many records (with several numbers: one after the
//! other in turn): check-ins, pages, passages and
//! questionnaires of the months before now. The therapist signs in as `caseload` with the password below. The last
//! client is called `Zora Last`; what is written is the same every time. The client in the place `FULL` (from 0), where
//! it is named, has besides very much of all that has no end: alerts, lines for the hour, and threads.

#![expect(clippy::print_stdout, reason = "it says what it did")]

use std::{env, error::Error};

use chrono::{DateTime, Duration, FixedOffset};
use headless::{account::Credentials, device::Device, http::Http};
use journal::{
    course::Moment,
    measures::find,
    passage::Passage,
    record::{
        Acknowledgement, Agenda, Alert, Appointment, AppointmentKind, Body, CheckIn, Done, Entry, Excerpt,
        Insight, Intention, Item, Level, Measure, Plan, Profile, Rest, SCALES, Step,
    },
};
use tokio::task::JoinSet;
use wire::ids::{AccountId, RecordId};

const THERAPIST: Credentials<'_> = Credentials { name: "caseload", password: "four plain words here" };
/// Longer than a line on paper.
const LONG: &str = "the attic, the smell of quince, my father in the doorway, and how quiet it was when I closed the door behind me and went down to the others.";
/// How many are written at a time before they are sent.
const BATCH: usize = 200;
/// How many join at the same time.
const LANES: usize = 4;

type Failure = Box<dyn Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [origin, token, clients, records, full @ ..] = args.as_slice() else {
        return Err("caseload ORIGIN SETUP_TOKEN CLIENTS RECORDS[,RECORDS…] [FULL]".into());
    };
    let full: Option<usize> = full.first().map(|place| place.parse()).transpose()?;
    let clients: usize = clients.parse()?;
    let many: Vec<usize> = records.split(',').map(str::parse).collect::<Result<_, _>>()?;
    let http = Http::new(origin);
    let (mut therapist, _) = Device::register_therapist(&http, token, THERAPIST).await?;
    let me = therapist.keyring().account();
    let now = therapist.now();
    let card = profile("Dr. Many", Some("A large practice"));
    therapist.put(Device::new_id(), &Body::Profile(card.clone()), &[])?;
    let mut invited = Vec::new();
    for place in 0..clients {
        let called = if place + 1 == clients { "Zora Last".to_owned() } else { format!("Client {place:03}") };
        let (invite, fragment) = therapist.invite(&called, &card).await?;
        invited.push((place, called, invite, fragment));
    }
    // Stretching their passwords is most of the work, and each has a password of their own.
    let joined = in_lanes(invited, move |(place, called, invite, fragment)| {
        let http = http.clone();
        async move {
            let name = format!("client{place}");
            let who = Credentials { name: &name, password: "river stone lamp kettle" };
            let (client, _) = Device::register_client(&http, invite, Some(&fragment), who).await?;
            Ok((place, called, client))
        }
    })
    .await?;
    // As in a practice that has grown: whose words come is known before they come.
    therapist.check_pairings().await?;
    therapist.sync().await?;
    let mut there = in_lanes(joined, move |(place, called, client)| {
        write(
            place,
            called,
            client,
            Shares { me, now, many: many[place % many.len()], is_full: full == Some(place) },
        )
    })
    .await?;
    there.sort_by_key(|joined| joined.place);
    for Joined { place, account, told } in there {
        let plan = Plan { appointments: appointments(place, now), ..Plan::new(account) };
        therapist.put(Device::new_id(), &Body::Plan(plan), &[account])?;
        for alert in told.into_iter().take(3) {
            let mut done = Acknowledgement::new(alert, now);
            done.touch(Done::Talked);
            done.note = LONG.into();
            therapist.put(Device::new_id(), &Body::Acknowledgement(done), &[account])?;
        }
    }
    therapist.sync().await?;
    println!("{clients} clients with {records} records each are there");
    Ok(())
}

/// Does for each what is to be done, some at the same time.
async fn in_lanes<One, Made, Doing>(all: Vec<One>, act: impl Fn(One) -> Doing) -> Result<Vec<Made>, Failure>
where
    Made: Send + 'static,
    Doing: Future<Output = Result<Made, Failure>> + Send + 'static,
{
    let (mut running, mut made) = (JoinSet::new(), Vec::new());
    for one in all {
        if running.len() == LANES
            && let Some(done) = running.join_next().await
        {
            made.push(done??);
        }
        running.spawn(act(one));
    }
    while let Some(done) = running.join_next().await {
        made.push(done??);
    }
    Ok(made)
}

/// What a client shares, with whom.
#[derive(Clone, Copy)]
struct Shares {
    me: AccountId,
    now: DateTime<FixedOffset>,
    many: usize,
    is_full: bool,
}

/// Somebody who has shared all that they will.
struct Joined {
    place: usize,
    account: AccountId,
    told: Vec<RecordId>,
}

/// A client writes and shares.
async fn write(place: usize, called: String, mut client: Device, shares: Shares) -> Result<Joined, Failure> {
    let Shares { me, now, many, is_full } = shares;
    client.put(Device::new_id(), &Body::Profile(profile(&called, None)), &[me])?;
    let appointments = appointments(place, now);
    for number in 0..many {
        client.put(Device::new_id(), &record(place, number, &appointments, now), &[me])?;
        if number % BATCH == BATCH - 1 {
            client.sync().await?;
        }
    }
    let told = if is_full { without_end(&mut client, me, now)? } else { Vec::new() };
    client.sync().await?;
    Ok(Joined { place, account: client.keyring().account(), told })
}

/// Alerts, answers that ask for care, a list for the hour and threads, each longer than a page has room for. Gives the
/// alerts.
fn without_end(
    client: &mut Device,
    to: AccountId,
    now: DateTime<FixedOffset>,
) -> Result<Vec<RecordId>, Failure> {
    let phq = find("phq-9").ok_or("no PHQ-9")?;
    let mut told = Vec::new();
    for number in 1..=16 {
        let at = now - Duration::minutes(10 * number);
        let mut measure = Measure::new(phq, "en", at);
        measure.answers = phq.items.iter().map(|item| (item.id, 1)).collect();
        measure.finished = Some(at);
        let id = Device::new_id();
        client.put(id, &Body::Measure(measure.clone()), &[to])?;
        // Half of them are told; the others are answers that were shared.
        if let Some(alert) = Alert::of(id, &measure, at).filter(|_| number % 2 == 0) {
            let id = Device::new_id();
            client.put(id, &Body::Alert(alert), &[to])?;
            told.push(id);
        }
    }
    let mut agenda = Agenda::new(now);
    for number in 1..=14 {
        agenda.put(Item::line(Device::new_id().0, format!("Line {number}: {LONG}"), now));
    }
    client.put(Device::new_id(), &Body::Agenda(agenda), &[to])?;
    for number in 1..=12 {
        let at = now - Duration::days(26 - 2 * number);
        let (intention, insight) = (Device::new_id(), Device::new_id());
        client.put(
            intention,
            &Body::Intention(Intention::new(format!("Intention {number}: {LONG}"), at)),
            &[to],
        )?;
        let mut found = Insight::new(format!("Insight {number}: {LONG}"), at + Duration::hours(1));
        found.intention = Some(intention);
        client.put(insight, &Body::Insight(found), &[to])?;
        let mut step = Step::new(format!("Step {number}: {LONG}"), at + Duration::hours(2));
        (step.intention, step.insight) = (Some(intention), Some(insight));
        client.put(Device::new_id(), &Body::Step(step), &[to])?;
    }
    Ok(told)
}

fn profile(called: &str, practice: Option<&str>) -> Profile {
    Profile {
        v: 1,
        display_name: called.to_owned(),
        practice: practice.map(str::to_owned),
        reading: None,
        rest: Rest::new(),
    }
}

/// Three sessions with an hour after each; every tenth client has no date.
fn appointments(place: usize, now: DateTime<FixedOffset>) -> Vec<Appointment> {
    let shift = i64::try_from(place % 12).unwrap_or_default();
    let one = |kind, days: i64| Appointment {
        id: Device::new_id().0,
        kind,
        at: now + Duration::days(days) + Duration::hours(shift),
        minutes: 50,
        note: None,
        dose: None,
        zone: None,
    };
    let mut all = Vec::new();
    for days in [-70, -40, -10 - shift] {
        all.push(one(AppointmentKind::Dosing, days));
        all.push(one(AppointmentKind::Integration, days + 3));
    }
    if !place.is_multiple_of(10) {
        all.push(one(AppointmentKind::Integration, shift));
    }
    all
}

/// The first is a page; of ten records six are check-ins, two pages, one a passage and one a questionnaire; the newest is some hours old.
fn record(place: usize, number: usize, plan: &[Appointment], now: DateTime<FixedOffset>) -> Body {
    let hours = i64::try_from(number * 36 + place % 24).unwrap_or_default();
    let at = now - Duration::hours(2 + hours);
    let words =
        "The house by the sea was my grandmother's, and somebody had left the light on in the stairs. ";
    let step = |salt: usize| u8::try_from((place * 7 + number * 3 + salt) % 5).unwrap_or_default();
    let dosing = plan.iter().rev().find(|one| one.kind == AppointmentKind::Dosing && one.at <= at);
    let mut entry = Entry::new(Moment::Free, dosing.map(|one| (one.id, one.at)), at);
    entry.free = words.repeat(1 + number % 5);
    entry.finished = Some(at);
    match number % 10 {
        0 | 7 => Body::Entry(entry),
        5 => {
            let passage = Passage { prompt: None, question: None, text: words.trim().to_owned() };
            Body::Excerpt(Excerpt::new(&entry, passage, at))
        }
        9 => match find(instrument(number)) {
            Some(instrument) => {
                let mut measure = Measure::new(instrument, "en", at);
                for item in &instrument.items {
                    let value = if item.safety { 0 } else { step(usize::from(item.id)) % 4 };
                    measure.answers.insert(item.id, value);
                }
                measure.finished = Some(at);
                Body::Measure(measure)
            }
            None => Body::Entry(entry),
        },
        _ => {
            let mut check_in = CheckIn::new(at);
            for (salt, scale) in SCALES.into_iter().enumerate() {
                check_in.set_level(scale, Level::new(step(salt) + 1));
            }
            if number.is_multiple_of(2) {
                check_in.note = LONG.into();
            }
            Body::CheckIn(check_in)
        }
    }
}

/// The two that are asked for most in turn, and each sixtieth record one of the others.
const fn instrument(number: usize) -> &'static str {
    match number % 60 {
        39 => "who-5",
        59 => "pcl-5",
        9 | 29 | 49 => "phq-9",
        _ => "gad-7",
    }
}
