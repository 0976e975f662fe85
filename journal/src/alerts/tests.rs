use chrono::Duration;
use proptest::prelude::*;
use wire::ids::{Epoch, Rev};

use super::*;
use crate::{
    measures::find,
    record::{Plan, Receipt, Rest},
};

const THERAPIST: u8 = 1;
const CLIENT: u8 = 2;
const OTHER: u8 = 3;

fn at(minutes: i64) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-10-14T21:00:00+02:00").unwrap() + Duration::minutes(minutes)
}

fn account(number: u8) -> AccountId {
    AccountId::from_random([number; 16])
}

fn id(number: u8) -> RecordId {
    RecordId::from_random([number; 16])
}

fn opened(number: u8, owner: u8, to: &[u8], body: Body) -> Opened {
    let recipients = to.iter().map(|one| account(*one)).collect();
    Opened { id: id(number), owner: account(owner), rev: Rev(1), epoch: Epoch(0), body, recipients }
}

fn measure(item_9: u8) -> Measure {
    let mut measure = Measure::new(find("phq-9").unwrap(), "en", at(0));
    measure.answer(9, Some(item_9), at(0));
    measure
}

fn alert(sent: i64) -> Alert {
    Alert::of(id(100), &measure(2), at(sent)).unwrap()
}

fn receipt(of: u8, minutes: i64) -> Body {
    let opened = at(minutes);
    Body::Receipt(Receipt {
        v: 1,
        record: id(of),
        revision: Rev(1),
        opened,
        also: Vec::new(),
        rest: Rest::new(),
    })
}

fn acknowledgement(of: u8, minutes: i64) -> Body {
    Body::Acknowledgement(Acknowledgement::new(id(of), at(minutes)))
}

#[test]
fn what_waits_longest_for_an_answer_is_not_below_what_has_one() {
    let records = [
        opened(1, CLIENT, &[], Body::Alert(alert(10))),
        opened(2, OTHER, &[], Body::Alert(alert(5))),
        opened(3, CLIENT, &[], Body::Alert(alert(20))),
        opened(4, THERAPIST, &[CLIENT], acknowledgement(3, 30)),
        opened(5, THERAPIST, &[CLIENT], receipt(1, 15)),
        opened(6, THERAPIST, &[CLIENT], receipt(1, 12)),
    ];
    let all = alerts(&records, account(THERAPIST));
    assert_eq!(all.iter().map(|one| one.record.id).collect::<Vec<_>>(), [id(1), id(2), id(3)]);
    assert_eq!(all[0].opened, Some(at(12)));
    assert_eq!((all[1].opened, all[1].acknowledged), (None, None));
    assert_eq!(all[2].acknowledged.unwrap().0, account(THERAPIST));
}

#[test]
fn of_two_who_were_told_either_answers_and_the_client_sees_who() {
    let alert = opened(1, CLIENT, &[THERAPIST, OTHER], Body::Alert(alert(0)));
    let by_other = opened(2, OTHER, &[CLIENT], acknowledgement(1, 5));
    let by_therapist = opened(3, THERAPIST, &[CLIENT], acknowledgement(1, 9));
    let who = |records: &[Opened], me: u8| alerts(records, account(me))[0].acknowledged.map(|(by, _)| by);
    let mut records = vec![alert, by_other];
    assert_eq!(who(&records, CLIENT), Some(account(OTHER)));
    assert_eq!(who(&records, OTHER), Some(account(OTHER)));
    // What a colleague did does not make it go quiet on her screen.
    assert_eq!(who(&records, THERAPIST), None);
    records.push(by_therapist);
    assert_eq!(who(&records, CLIENT), Some(account(THERAPIST)), "the newest");
    assert_eq!(who(&records, THERAPIST), Some(account(THERAPIST)));
}

#[test]
fn an_answer_that_was_not_sent_yet_quiets_nothing() {
    let alert = opened(1, CLIENT, &[], Body::Alert(alert(0)));
    let draft = opened(2, THERAPIST, &[], acknowledgement(1, 5));
    assert!(alerts(&[alert.clone(), draft.clone()], account(THERAPIST))[0].acknowledged.is_none());
    let sent = Opened { recipients: vec![account(CLIENT)], ..draft };
    assert!(alerts(&[alert, sent], account(THERAPIST))[0].acknowledged.is_some());
}

#[test]
fn what_is_not_told_is_no_alert_yet_and_only_its_author_knows_of_it() {
    let waiting = Alert { waits: Some(Telling::Ask), ..alert(0) };
    let records = [opened(1, CLIENT, &[], Body::Alert(waiting))];
    assert!(alerts(&records, account(CLIENT)).is_empty());
    assert_eq!(untold(&records, account(CLIENT)).len(), 1);
    assert!(untold(&records, account(THERAPIST)).is_empty());
}

#[test]
fn a_finished_measure_is_told_as_agreed_and_the_same_answers_only_once() {
    let mut plan = Plan::new(account(CLIENT));
    let due_now = |records: &[Opened], item_9| {
        let prepared = prepared(records, account(CLIENT), (id(100), &measure(item_9)), at(1));
        prepared.alert.map(|alert| alert.waits.unwrap())
    };
    assert_eq!(due_now(&[], 0), None);
    assert_eq!(due_now(&[], 1), Some(Telling::Ask));
    plan.telling = Telling::Always;
    let mut records = vec![opened(1, THERAPIST, &[], Body::Plan(plan))];
    assert_eq!(due_now(&records, 1), Some(Telling::Always));
    records.push(opened(2, CLIENT, &[THERAPIST], Body::Alert(alert(0))));
    assert_eq!(due_now(&records, 2), None);
    assert_eq!(due_now(&records, 3), Some(Telling::Always));
}

fn finished(item_9: u8) -> Measure {
    Measure { finished: Some(at(0)), ..measure(item_9) }
}

/// What is there after a correction was carried out, as far as it got: nothing of it, the alerts, all of it.
fn corrected(records: &[Opened], item_9: u8, got: u8) -> Vec<Opened> {
    let measure = finished(item_9);
    let prepared = prepared(records, account(CLIENT), (id(100), &measure), at(1));
    let mut records = records.to_vec();
    let number = u8::try_from(records.len()).unwrap() + 50;
    if got > 0 {
        records.extend(prepared.alert.map(|alert| opened(number, CLIENT, &[], Body::Alert(alert))));
        records.retain(|record| !prepared.stale.contains(&record.id));
    }
    if got > 1 {
        let old = records.iter_mut().find(|record| record.id == id(100)).unwrap();
        (old.body, old.recipients) = (Body::Measure(measure), prepared.readers);
    }
    records
}

fn readers(records: &[Opened]) -> &[AccountId] {
    &records.iter().find(|record| record.id == id(100)).unwrap().recipients
}

/// Whom the one alert that waits remembers.
fn held(records: &[Opened]) -> Vec<AccountId> {
    let all = untold(records, account(CLIENT));
    assert_eq!(all.len(), 1);
    all[0].1.held.clone()
}

#[test]
fn an_answer_that_a_correction_brings_is_read_by_nobody_before_its_author_was_asked() {
    let shared = |item_9| vec![opened(100, CLIENT, &[THERAPIST, OTHER], Body::Measure(finished(item_9)))];
    let both = [account(THERAPIST), account(OTHER)];
    for (before, after) in [(0, 1), (1, 2), (0, 3)] {
        let records = corrected(&shared(before), after, 2);
        assert_eq!((readers(&records), held(&records)), (&[][..], both.to_vec()), "{before} to {after}");
    }
    // What asks for no more than it did stays where it is.
    for (before, after) in [(2, 2), (2, 1)] {
        let records = corrected(&shared(before), after, 2);
        assert_eq!((readers(&records), held(&records)), (&both[..], Vec::new()), "{before} to {after}");
    }
    let records = corrected(&shared(2), 0, 2);
    assert_eq!((readers(&records), untold(&records, account(CLIENT)).len()), (&both[..], 0));
    // The same answers were told before: nothing is left to be asked.
    let mut told = shared(0);
    told.push(opened(1, CLIENT, &[THERAPIST], Body::Alert(alert(0))));
    assert_eq!(readers(&corrected(&told, 2, 2)), both);
}

#[test]
fn who_read_it_is_remembered_through_corrections_that_are_cut_off_and_corrected_again() {
    let both = [account(THERAPIST), account(OTHER)];
    let shared = vec![opened(100, CLIENT, &[THERAPIST, OTHER], Body::Measure(finished(0)))];
    // Cut off before the measure was written: it is read as it was, and corrected again it is the same.
    let cut_off = corrected(&shared, 2, 1);
    assert_eq!((readers(&cut_off), held(&cut_off)), (&both[..], both.to_vec()));
    let again = corrected(&cut_off, 2, 2);
    assert_eq!((readers(&again), held(&again)), (&[][..], both.to_vec()));
    // Higher, lower, or cut off in between: still remembered.
    for (next, got) in [(3, 2), (1, 2), (3, 1)] {
        let records = corrected(&again, next, got);
        assert_eq!((readers(&records), held(&records)), (&[][..], both.to_vec()), "{next}");
    }
    // With nothing left to ask they read it again, as before.
    let nothing = corrected(&again, 0, 2);
    assert_eq!((readers(&nothing), untold(&nothing, account(CLIENT)).len()), (&both[..], 0));
    let nothing = corrected(&cut_off, 0, 2);
    assert_eq!((readers(&nothing), untold(&nothing, account(CLIENT)).len()), (&both[..], 0));
}

#[test]
fn whom_it_was_kept_from_is_nothing_that_an_alert_tells() {
    let alert = alert(0);
    assert!(!String::from_utf8(Body::Alert(alert.clone()).to_json()).unwrap().contains("held"));
    let waiting = Alert { held: vec![account(THERAPIST)], waits: Some(Telling::Ask), ..alert };
    let json = Body::Alert(waiting.clone()).to_json();
    assert_eq!(Body::parse(&json).unwrap(), Body::Alert(waiting));
}

/// As it is said in words, looking at everything for every alert.
fn slowly(records: &[Opened], me: AccountId, told: &Told<'_>) -> (bool, Option<DateTime<FixedOffset>>) {
    let may = |one: &&Opened| {
        if told.record.owner == me {
            one.owner != me && told.record.recipients.contains(&one.owner)
        } else {
            one.owner == me
        }
    };
    let by_them = || records.iter().filter(may);
    let sent = |one: &&Opened| one.owner != me || !one.recipients.is_empty();
    let acknowledged =
        by_them().filter(sent).filter_map(Opened::acknowledgement).any(|one| one.alert == told.record.id);
    let receipts = by_them().filter_map(Opened::receipt);
    (acknowledged, receipts.filter(|one| one.covers(told.record.id).is_some()).map(|one| one.opened).min())
}

proptest! {
    #[test]
    fn one_pass_finds_what_looking_at_everything_for_every_alert_finds(
        rows in proptest::collection::vec((0_u8..3, 1_u8..4, 0_u8..4, 0_u8..8, 0_i64..60), 0..40),
        me in 1_u8..4,
    ) {
        let records: Vec<_> = (0_u8..)
            .zip(rows)
            .map(|(number, (kind, owner, to, about, minutes))| {
                let body = match kind {
                    0 => Body::Alert(alert(minutes)),
                    1 => receipt(about, minutes),
                    _ => acknowledgement(about, minutes),
                };
                opened(number, owner, if to == 0 { &[] } else { std::slice::from_ref(&to) }, body)
            })
            .collect();
        let all = alerts(&records, account(me));
        prop_assert_eq!(all.len(), records.iter().filter(|one| one.alert().is_some()).count());
        for told in &all {
            prop_assert_eq!((told.acknowledged.is_some(), told.opened), slowly(&records, account(me), told));
        }
        prop_assert!(all.is_sorted_by_key(|one| one.acknowledged.is_some()));
    }
}
