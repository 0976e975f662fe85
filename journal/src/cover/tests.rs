use chrono::{DateTime, Days, FixedOffset};
use proptest::prelude::*;
use wire::{
    ids::{Epoch, InviteId, Rev},
    keys::PublicKeys,
};

use super::*;
use crate::record::{
    Acknowledgement, Alert, Appointment, AppointmentKind, Intention, Profile, Rest, Verified,
};

const ME: u8 = 1;
const OKAFOR: u8 = 2;
const LUND: u8 = 3;

fn account(number: u8) -> AccountId {
    AccountId::from_random([number; 16])
}

fn id(number: u8) -> RecordId {
    RecordId::from_random([number; 16])
}

fn invite(number: u8) -> InviteId {
    InviteId::from_random([number; 16])
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn noon() -> DateTime<FixedOffset> {
    at("2026-10-14T12:00:00+02:00")
}

fn record(number: u8, owner: u8, body: Body, readers: &[u8]) -> Opened {
    let recipients = readers.iter().map(|one| account(*one)).collect();
    Opened { id: id(number), owner: account(owner), rev: Rev(1), epoch: Epoch(0), body, recipients }
}

fn words(text: &str) -> Body {
    Body::Intention(Intention::new(text.into(), noon()))
}

fn pin(number: u8, peer: u8, by: Option<u8>, ended: bool) -> Opened {
    let body = Body::Pin(Pin {
        v: 1,
        peer: account(peer),
        keys: PublicKeys { signing: [7; 32], sharing: [7; 32], signature: [7; 64] },
        how: Verified::Invite,
        pinned: noon(),
        invite: by.map(invite),
        ended: ended.then(noon),
        rest: Rest::new(),
    });
    record(number, ME, body, &[])
}

fn consent(purpose: Purpose, days: Option<(&str, &str)>) -> Consent {
    Consent {
        v: 1,
        introduction: id(90),
        by: account(OKAFOR),
        by_name: "Dr. Okafor".into(),
        peer: account(LUND),
        peer_name: "Dr. Lund".into(),
        invite: invite(1),
        fragment: "1.a.b".into(),
        purpose,
        from: days.map(|(from, _)| day(from)),
        until: days.map(|(_, until)| day(until)),
        said: Said::Agreed,
        at: noon(),
        rest: Rest::new(),
    }
}

fn cover() -> Consent {
    consent(Purpose::Cover, Some(("2026-10-19", "2026-10-30")))
}

/// Two who are paired, and what is between them.
fn journal() -> Vec<Opened> {
    vec![
        pin(10, OKAFOR, None, false),
        record(20, ME, words("shared"), &[OKAFOR]),
        record(21, ME, words("private"), &[]),
    ]
}

fn with(consent: Consent, more: Vec<Opened>) -> Vec<Opened> {
    let mut records = journal();
    records.push(record(30, ME, Body::Consent(consent), &[OKAFOR]));
    records.extend(more);
    records
}

fn reads(records: &[Opened], who: u8) -> Vec<u8> {
    let mine = records.iter().filter(|one| one.owner == account(ME) && is_passed_on(&one.body));
    let reads = mine.filter(|one| one.recipients.contains(&account(who)));
    (20..60).filter(|number| reads.clone().any(|one| one.id == id(*number))).collect()
}

/// One step of what is due, as the device carries it out; false when nothing is.
fn step(records: &mut Vec<Opened>, today: NaiveDate) -> bool {
    if let Some((copy, says, readers)) = acknowledgements(records, account(ME), today).into_iter().next() {
        let number = copy.unwrap_or_else(|| id(97));
        records.retain(|one| one.id != number);
        let copy = record(97, ME, Body::Acknowledgement(says), &[]);
        records.push(Opened { id: number, recipients: readers, ..copy });
        return true;
    }
    if let Some((number, readers)) = missing(records, account(ME), today).into_iter().next() {
        records.iter_mut().find(|one| one.id == number).unwrap().recipients = readers;
        return true;
    }
    if let Some((copy, plan, readers)) = plan_to_copy(records, account(ME), today) {
        let number = copy.unwrap_or_else(|| id(99));
        records.retain(|one| one.id != number);
        let readers = Opened { recipients: readers, ..record(99, ME, Body::Plan(plan), &[]) };
        records.push(Opened { id: number, ..readers });
        return true;
    }
    let unpaired = consents(records, account(ME), today).into_iter();
    let unpaired = unpaired.filter(|(_, _, stage)| *stage == Stage::Unpaired).count();
    if unpaired > 0 {
        records.push(pin(11, LUND, Some(1), false));
        return true;
    }
    let Some(peer) = to_part(records, account(ME), today, true).pop() else { return false };
    // What the server does at the end of a pairing, to what either had from the other.
    records.retain(|one| one.owner != peer);
    for one in records.iter_mut() {
        one.recipients.retain(|reader| *reader != peer);
        if let Body::Pin(pin) = &mut one.body
            && pin.peer == peer
        {
            pin.ended = Some(noon());
        }
    }
    true
}

fn carried_out(mut records: Vec<Opened>, today: &str) -> Vec<Opened> {
    for _ in 0..50 {
        if !step(&mut records, day(today)) {
            return records;
        }
    }
    panic!("it never comes to an end");
}

#[test]
fn before_during_and_after_cover_each_reads_what_was_agreed_and_no_more() {
    for (today, lund) in
        [("2026-10-18", vec![]), ("2026-10-19", vec![20]), ("2026-10-30", vec![20]), ("2026-10-31", vec![])]
    {
        let records = carried_out(with(cover(), Vec::new()), today);
        assert_eq!(reads(&records, LUND), lund, "on {today}");
        assert_eq!(reads(&records, OKAFOR), [20], "on {today}");
        let is_connected = today < "2026-10-31";
        assert_eq!(is_paired(&records, account(ME), account(LUND)), is_connected, "on {today}");
    }
}

#[test]
fn the_last_day_is_a_day_of_the_clients_calendar_also_when_the_clocks_change() {
    // In Berlin the clocks go back in the night to the 25th of October.
    let one = consent(Purpose::Cover, Some(("2026-10-20", "2026-10-25")));
    let records = with(one, vec![pin(11, LUND, Some(1), false)]);
    for (now, stage) in [
        ("2026-10-25T00:30:00+02:00", Stage::Active),
        ("2026-10-25T23:59:00+01:00", Stage::Active),
        ("2026-10-26T00:00:00+01:00", Stage::Over),
        // Somebody who travelled west: there it is still the day before.
        ("2026-10-25T19:30:00-04:00", Stage::Active),
    ] {
        let today = at(now).date_naive();
        assert_eq!(consents(&records, account(ME), today)[0].2, stage, "at {now}");
    }
}

#[test]
fn who_writes_for_one_writes_for_both_and_after_the_last_day_for_one_alone() {
    let records = with(cover(), vec![pin(11, LUND, Some(1), false)]);
    let to = |body: &Body, who: &[u8], today: &str| {
        let who = who.iter().map(|one| account(*one)).collect();
        readers(&records, account(ME), body, who, day(today))
    };
    let (both, one) = ([account(OKAFOR), account(LUND)], [account(OKAFOR)]);
    assert_eq!(to(&words("x"), &[OKAFOR], "2026-10-20"), both);
    assert_eq!(to(&words("x"), &[], "2026-10-20"), []);
    assert_eq!(to(&words("x"), &[OKAFOR], "2026-10-18"), one);
    assert_eq!(to(&words("x"), &[OKAFOR, LUND], "2026-10-31"), one);
    let me = Body::Profile(Profile {
        v: 1,
        display_name: "Mira".into(),
        practice: None,
        reading: None,
        rest: Rest::new(),
    });
    assert_eq!(to(&me, &[OKAFOR], "2026-10-20"), one);
}

fn alert(number: u8, readers: &[u8]) -> Opened {
    let alert = Alert {
        v: 1,
        measure: id(20),
        instrument: "phq9".into(),
        answers: Vec::new(),
        answered: noon(),
        sent: noon(),
        waits: None,
        held: Vec::new(),
        rest: Rest::new(),
    };
    record(number, ME, Body::Alert(alert), readers)
}

fn heard(number: u8, by: u8, alert: u8) -> Opened {
    let one = Acknowledgement { note: "We talked.".into(), ..Acknowledgement::new(id(alert), noon()) };
    record(number, by, Body::Acknowledgement(one), &[ME])
}

/// What one of them has of it.
fn given_to(records: &[Opened], who: u8) -> Vec<Opened> {
    // Both have what was agreed before anything else.
    let reads = |one: &&Opened| {
        one.owner == account(who) || one.recipients.contains(&account(who)) || one.consent().is_some()
    };
    records.iter().filter(reads).cloned().collect()
}

fn acknowledged(records: &[Opened], who: u8, alert: u8) -> Option<(AccountId, String)> {
    let given = given_to(records, who);
    let told = crate::alerts::alerts(&given, account(who));
    let told = told.iter().find(|told| told.record.id == id(alert)).unwrap();
    told.acknowledged.map(|(by, one)| (by, one.note.clone()))
}

#[test]
fn an_alert_goes_along_with_what_was_done_about_it_and_is_not_raised_again() {
    for purpose in [cover(), consent(Purpose::HandOver, None)] {
        let mut records =
            with(purpose, vec![alert(40, &[OKAFOR]), alert(41, &[OKAFOR]), heard(61, OKAFOR, 40)]);
        for _ in 0..50 {
            // Wherever it is cut off, nobody has an acknowledged alert without that.
            if reads(&records, LUND).contains(&40) {
                let said = Some((account(OKAFOR), "We talked.".to_owned()));
                assert_eq!(acknowledged(&records, LUND, 40), said);
            }
            if !step(&mut records, day("2026-10-20")) {
                break;
            }
        }
        assert_eq!(reads(&records, LUND), [20, 40, 41]);
        assert_eq!(acknowledged(&records, LUND, 41), None);
        // The client knows it, too, when who said it is gone.
        assert_eq!(acknowledged(&records, ME, 40), Some((account(OKAFOR), "We talked.".to_owned())));
    }
}

#[test]
fn what_a_colleague_did_about_an_alert_is_told_to_the_therapist_and_stays_told() {
    let connected = pin(11, LUND, Some(1), false);
    let records = with(cover(), vec![connected, alert(40, &[OKAFOR, LUND]), heard(61, LUND, 40)]);
    assert_eq!(acknowledged(&records, OKAFOR, 40), None);
    let records = carried_out(records, "2026-10-20");
    let said = Some((account(LUND), "We talked.".to_owned()));
    assert_eq!(acknowledged(&records, OKAFOR, 40), said);
    let after = carried_out(records, "2026-11-20");
    assert!(!is_paired(&after, account(ME), account(LUND)));
    assert_eq!((acknowledged(&after, OKAFOR, 40), acknowledged(&after, ME, 40)), (said.clone(), said));
}

#[test]
fn with_an_alert_that_is_taken_back_goes_what_was_done_about_it() {
    let connected = pin(11, LUND, Some(1), false);
    let records = with(cover(), vec![connected, alert(40, &[OKAFOR, LUND]), heard(61, LUND, 40)]);
    let mut records = carried_out(records, "2026-10-20");
    let copies = |records: &[Opened]| {
        let own = records.iter().filter(|one| one.owner == account(ME) && one.acknowledgement().is_some());
        own.map(|one| one.recipients.len()).collect::<Vec<_>>()
    };
    assert_eq!(copies(&records), [2]);
    records.iter_mut().find(|one| one.id == id(40)).unwrap().recipients.clear();
    assert_eq!(copies(&carried_out(records, "2026-10-20")), [0]);
}

#[test]
fn whoever_covered_and_takes_over_later_is_not_asked_again_about_what_they_did() {
    let connected = pin(11, LUND, Some(1), false);
    let records = with(cover(), vec![connected, alert(40, &[OKAFOR, LUND]), heard(61, LUND, 40)]);
    let mut records = carried_out(carried_out(records, "2026-10-20"), "2026-11-20");
    let again = Consent {
        at: at("2026-11-20T12:00:00+01:00"),
        invite: invite(2),
        ..consent(Purpose::HandOver, None)
    };
    records.retain(|one| one.id != id(11));
    records.extend([record(31, ME, Body::Consent(again), &[]), pin(11, LUND, Some(2), false)]);
    let mut records = carried_out(records, "2026-11-21");
    assert_eq!(reads(&records, LUND), [20, 40]);
    // What they said then is not granted to anybody any more, as a draft is not.
    let own = heard(62, LUND, 40);
    records.push(Opened { recipients: Vec::new(), ..own });
    assert_eq!(acknowledged(&records, LUND, 40), Some((account(LUND), "We talked.".to_owned())));
}

#[test]
fn what_a_client_passes_on_of_somebody_they_agreed_to_nothing_with_quiets_nothing() {
    let other = 4;
    let connected = pin(11, LUND, Some(1), false);
    let mut records = with(cover(), vec![connected, alert(40, &[OKAFOR, LUND]), heard(61, LUND, 40)]);
    records = carried_out(records, "2026-10-20");
    for one in &mut records {
        if let Body::Acknowledgement(Acknowledgement { passed: Some(passed), .. }) = &mut one.body {
            passed.by = account(other);
        }
    }
    assert_eq!(acknowledged(&records, OKAFOR, 40), None);
}

#[test]
fn what_somebody_before_the_therapist_did_about_an_alert_stays_with_the_therapist() {
    // Okafor handed over to Lund; Lund hands over to somebody whom Okafor's words cannot be checked for.
    let first = carried_out(
        with(consent(Purpose::HandOver, None), vec![alert(40, &[OKAFOR]), heard(61, OKAFOR, 40)]),
        "2026-10-20",
    );
    assert!(given(&first, account(ME), account(LUND)).iter().all(|one| one.id != id(40)));
    assert!(given(&first, account(ME), account(LUND)).iter().any(|one| one.id == id(20)));
}

#[test]
fn on_the_colleagues_side_cover_is_over_when_its_last_day_is_behind_the_clients_clock() {
    let lund = |records: &[Opened], now: &str| over(records, account(LUND), at(now)).len();
    let one = record(30, ME, Body::Consent(cover()), &[OKAFOR, LUND]);
    let mine = |by| {
        let Body::Pin(known) = pin(80, ME, by, false).body else { panic!("a pin") };
        record(80, LUND, Body::Pin(known), &[])
    };
    let records = vec![one.clone(), mine(Some(1))];
    assert_eq!(lund(&records, "2026-10-30T23:59:00+02:00"), 0);
    // A colleague to the east is past midnight already; the client's day is not over.
    assert_eq!(lund(&records, "2026-10-31T06:59:00+09:00"), 0);
    assert_eq!(lund(&records, "2026-10-31T00:00:00+02:00"), 1);
    assert_eq!(over(&records, account(OKAFOR), at("2026-11-20T12:00:00+01:00")).len(), 0);
    assert!(covers(&records, account(LUND)) && !covers(&records, account(OKAFOR)));
    // A hand-over that followed has no last day; nor has a link of the client's own.
    let later = Consent { at: at("2026-10-28T12:00:00+01:00"), ..consent(Purpose::HandOver, None) };
    let taken = vec![one.clone(), mine(Some(1)), record(31, ME, Body::Consent(later), &[LUND])];
    assert_eq!(lund(&taken, "2026-11-20T12:00:00+01:00"), 0);
    assert_eq!(lund(&[one, mine(Some(7))], "2026-11-20T12:00:00+01:00"), 0);
}

#[test]
fn what_is_declined_lapsed_or_ended_by_hand_gives_nobody_anything() {
    for said in [Said::Declined, Said::Lapsed] {
        let records = carried_out(with(Consent { said, ..cover() }, Vec::new()), "2026-10-20");
        assert!(reads(&records, LUND).is_empty());
    }
    let ended = with(cover(), vec![pin(11, LUND, Some(1), true)]);
    assert_eq!(consents(&ended, account(ME), day("2026-10-20"))[0].2, Stage::Ended);
    assert!(reads(&carried_out(ended, "2026-10-20"), LUND).is_empty());
}

#[test]
fn cover_does_not_end_what_was_there_before_it() {
    let records = with(cover(), vec![pin(11, LUND, None, false)]);
    let records = carried_out(records, "2026-11-20");
    assert!(is_paired(&records, account(ME), account(LUND)));
}

#[test]
fn what_was_planned_goes_along_and_is_not_lost_with_who_planned_it() {
    let appointment = Appointment {
        id: uuid::Uuid::from_u128(1),
        kind: AppointmentKind::Dosing,
        at: noon(),
        minutes: 90,
        note: None,
        dose: None,
        zone: None,
    };
    let planned = Plan { appointments: vec![appointment], ..Plan::new(account(ME)) };
    let theirs = record(60, OKAFOR, Body::Plan(planned.clone()), &[]);
    let before = with(consent(Purpose::HandOver, None), vec![theirs]);
    let after = carried_out(before, "2026-10-20");
    assert!(!is_paired(&after, account(ME), account(OKAFOR)));
    assert!(after.iter().all(|one| one.owner != account(OKAFOR)));
    assert_eq!(plan(&after, account(ME)).as_deref(), Some(&planned));
    let copy = after.iter().find(|one| one.plan().is_some()).unwrap();
    assert_eq!(copy.recipients, [account(LUND)]);
    // What the colleague plans counts from then on.
    let mut later = after;
    later.push(record(61, LUND, Body::Plan(Plan::new(account(ME))), &[]));
    assert!(plan(&later, account(ME)).unwrap().appointments.is_empty());
}

#[test]
fn while_two_plan_the_latest_change_stands_for_the_client_and_for_whoever_covers() {
    let hours = |hour: u32| at(&format!("2026-10-20T{hour:02}:00:00+02:00"));
    let appointment = Appointment {
        id: uuid::Uuid::from_u128(1),
        kind: AppointmentKind::Integration,
        at: noon(),
        minutes: 50,
        note: None,
        dose: None,
        zone: None,
    };
    let begun = Plan { appointments: vec![appointment], ..Plan::new(account(ME)) };
    let longer = |before: &Plan, minutes, hour| {
        let mut after = before.clone();
        after.appointments[0].minutes = minutes;
        after.noting(before, hours(hour))
    };
    let minutes = |plan: Option<Cow<'_, Plan>>| plan.map(|plan| plan.appointments[0].minutes);
    let lunds = longer(&begun, 60, 10);
    for (okafors, stands) in [(begun.clone(), 60), (longer(&begun, 90, 9), 60), (longer(&begun, 90, 11), 90)]
    {
        let connected = pin(11, LUND, Some(1), false);
        let planned = [(60, OKAFOR, okafors), (61, LUND, lunds.clone())];
        let planned = planned.map(|(number, who, plan)| record(number, who, Body::Plan(plan), &[]));
        let records = carried_out(with(cover(), [vec![connected], planned.to_vec()].concat()), "2026-10-20");
        assert_eq!(minutes(plan(&records, account(ME))), Some(stands));
        let own = kept_up(&given_to(&records, LUND), account(LUND), account(ME), &lunds).into_owned();
        assert_eq!(own.appointments[0].minutes, stands, "at the colleague's");
        // Whoever plans without covering is told nothing by what a client keeps.
        let hers = kept_up(&records, account(OKAFOR), account(ME), &begun).into_owned();
        assert_eq!(hers, begun);
    }
}

#[derive(Clone, Debug)]
enum Event {
    Step,
    Share(u8),
    TakeBack(u8),
    NextDay,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => Just(Event::Step),
        2 => (20_u8..28).prop_map(Event::Share),
        1 => (20_u8..28).prop_map(Event::TakeBack),
        1 => Just(Event::NextDay),
    ]
}

proptest! {
    /// Whatever is done in between, and wherever it is cut off.
    #[test]
    fn a_handover_or_cover_goes_on_from_anywhere_and_nobody_reads_more(
        hands_over in any::<bool>(),
        events in proptest::collection::vec(event(), 0..60),
    ) {
        let one = if hands_over { consent(Purpose::HandOver, None) } else { cover() };
        let mut records = with(one, (22..28).map(|number| record(number, ME, words("x"), &[])).collect());
        let mut today = day("2026-10-17");
        let mut wanted: Vec<u8> = vec![20];
        for event in events {
            match event {
                Event::Step => drop(step(&mut records, today)),
                Event::Share(number) => {
                    // As the screens do: with whoever is the therapist; who reads for them is added.
                    let is_gone = !is_paired(&records, account(ME), account(OKAFOR));
                    let to = vec![account(if is_gone { LUND } else { OKAFOR })];
                    let to = readers(&records, account(ME), &words("x"), to, today);
                    records.iter_mut().find(|one| one.id == id(number)).unwrap().recipients = to;
                    wanted.push(number);
                }
                Event::TakeBack(number) => {
                    records.iter_mut().find(|one| one.id == id(number)).unwrap().recipients.clear();
                    wanted.retain(|one| *one != number);
                }
                Event::NextDay => today = today.checked_add_days(Days::new(3)).unwrap(),
            }
            // Nobody is let go before the other has everything.
            let (okafor, lund) = (reads(&records, OKAFOR), reads(&records, LUND));
            prop_assert!(lund.iter().chain(&okafor).all(|one| wanted.contains(one)));
            if !is_paired(&records, account(ME), account(OKAFOR)) {
                prop_assert!(hands_over && okafor.is_empty());
                prop_assert!(wanted.iter().all(|one| lund.contains(one)));
            }
        }
        let records = carried_out(records, &today.to_string());
        wanted.sort_unstable();
        wanted.dedup();
        let is_on = (day("2026-10-19")..=day("2026-10-30")).contains(&today);
        let (okafor, lund) = (reads(&records, OKAFOR), reads(&records, LUND));
        if hands_over {
            prop_assert_eq!((okafor, lund), (Vec::new(), wanted));
        } else {
            prop_assert_eq!(lund, if is_on { wanted.clone() } else { Vec::new() });
            prop_assert_eq!(okafor, wanted);
        }
    }
}

#[test]
fn what_stays_with_its_author_is_granted_to_nobody_whoever_is_asked_for() {
    let records = [
        record(70, ME, Body::Consent(consent(Purpose::HandOver, None)), &[OKAFOR, LUND]),
        pin(71, LUND, Some(1), false),
    ];
    let own = [
        include_str!("../../testdata/records/jotting-v1.json"),
        include_str!("../../testdata/records/note-v1.json"),
        include_str!("../../testdata/records/pencilled-v1.json"),
        include_str!("../../testdata/records/rules-v1.json"),
        include_str!("../../testdata/records/settings-v1.json"),
        include_str!("../../testdata/records/share-v1.json"),
        include_str!("../../testdata/records/template-v1.json"),
    ];
    for shipped in own {
        let body = Body::parse(shipped.as_bytes()).unwrap();
        assert!(body.stays_with_author(), "{shipped}");
        let who = readers(&records, account(ME), &body, vec![account(OKAFOR)], day("2026-10-14"));
        assert_eq!(who, [], "{shipped}");
    }
    let shared =
        readers(&records, account(ME), &words("to be seen"), vec![account(OKAFOR)], day("2026-10-14"));
    assert!(shared.contains(&account(OKAFOR)));
}
