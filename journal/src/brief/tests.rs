use chrono::Duration;
use uuid::Uuid;
use wire::{
    ids::{Epoch, Rev},
    keys::PublicKeys,
};

use proptest::prelude::*;

use super::*;
use crate::{
    course::Moment,
    levels::CHART_DAYS,
    measures::{Change, find},
    record::{
        Acknowledgement, Agenda, Alert, AppointmentKind, CheckIn, Done, Entry, Insight, Jotting, Level,
        Measure, Note, Pin, Plan, PutOff, Receipt, Rest, Verified,
    },
};

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

const NOW: &str = "2026-10-16T13:48:00+02:00";

fn account(number: u8) -> AccountId {
    AccountId::from_random([number; 16])
}

fn opened(number: u16, owner: AccountId, rev: u32, body: Body) -> Opened {
    let mut id = [0; 16];
    id[..2].copy_from_slice(&number.to_le_bytes());
    let id = RecordId::from_random(id);
    Opened { id, owner, rev: Rev(rev), epoch: Epoch(0), body, recipients: Vec::new() }
}

fn plan(client: AccountId) -> Body {
    let appointment = |kind, when: &str, number| Appointment {
        id: Uuid::from_u128(number),
        kind,
        at: at(when),
        minutes: 50,
        note: None,
        dose: None,
        zone: None,
    };
    let appointments = vec![
        appointment(AppointmentKind::Integration, "2026-10-07T14:00:00+02:00", 1),
        appointment(AppointmentKind::Dosing, "2026-10-05T09:00:00+02:00", 2),
        appointment(AppointmentKind::Dosing, "2026-10-15T03:48:00+02:00", 3),
        appointment(AppointmentKind::Integration, "2026-10-16T14:00:00+02:00", 4),
    ];
    Body::Plan(Plan { appointments, ..Plan::new(client) })
}

fn check_in(when: &str, mood: u8) -> Body {
    let mut check_in = CheckIn::new(at(when));
    check_in.mood = Level::new(mood);
    Body::CheckIn(check_in)
}

fn entry(when: &str, words: &str) -> Body {
    let mut entry =
        Entry::new(Moment::NextDays, Some((Uuid::from_u128(3), at("2026-10-15T03:48:00+02:00"))), at(when));
    entry.free = words.into();
    Body::Entry(entry)
}

fn receipt(record: &Opened, rev: u32) -> Body {
    Body::Receipt(Receipt {
        v: 1,
        record: record.id,
        revision: Rev(rev),
        opened: at(NOW),
        also: Vec::new(),
        rest: Rest::new(),
    })
}

fn brief(records: &[Opened]) -> Brief {
    Brief::new(records, account(1), account(2), at(NOW), Range::LastHour)
}

#[test]
fn the_dose_is_that_of_the_last_session_and_not_of_one_to_come() {
    let Body::Plan(mut plan) = plan(account(1)) else { panic!("a plan") };
    for (number, one) in plan.appointments.iter_mut().enumerate() {
        one.dose = Some(Dose { route: None, amount: number.to_string() });
    }
    let mut next = plan.appointments[0].clone();
    (next.at, next.kind) = (at("2026-12-01T09:00:00+01:00"), AppointmentKind::Dosing);
    next.dose = Some(Dose { route: None, amount: "next".into() });
    let last = plan.appointments.iter().filter(|one| one.kind == AppointmentKind::Dosing);
    let expected = last.max_by_key(|one| one.at).unwrap().dose.clone();
    plan.appointments.push(next);
    let found = brief(&[opened(1, account(2), 1, Body::Plan(plan))]).dose;
    assert_eq!(found, expected);
}

#[test]
fn with_nothing_shared_the_brief_is_empty_and_still_says_when() {
    let brief = brief(&[opened(1, account(2), 1, plan(account(1)))]);
    let dosing = brief.dosing.unwrap();
    assert_eq!((dosing.number, dosing.hours), (2, 34));
    assert_eq!(brief.next.clone().unwrap().at, at("2026-10-16T14:00:00+02:00"));
    assert_eq!(brief.since, Some(at("2026-10-07T14:00:00+02:00")));
    assert_eq!((brief.shared.len(), brief.unread().len(), brief.check_ins.len()), (0, 0, 0));
    assert!(brief.line(Scale::Mood).iter().all(|day| day.level.is_none()));
    assert_eq!(brief.marks.iter().map(|(_, number)| *number).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_day_is_the_mean_of_its_check_ins_and_a_day_without_is_a_gap() {
    let (one, two) = (
        opened(1, account(1), 1, check_in("2026-10-15T08:00:00+02:00", 2)),
        opened(2, account(1), 1, check_in("2026-10-15T20:00:00+02:00", 5)),
    );
    let records = [opened(3, account(2), 1, plan(account(1))), one.clone(), two.clone()];
    let brief = brief(&records);
    let line = brief.line(Scale::Mood);
    assert_eq!(i64::try_from(line.len()).unwrap(), CHART_DAYS);
    let day = line.iter().find(|day| day.level.is_some()).unwrap();
    assert_eq!((day.day, day.level), (at("2026-10-15T08:00:00+02:00").date_naive(), Some(3.5)));
    assert_eq!(day.from, [one.id, two.id]);
    assert_eq!(line.iter().filter(|day| day.level.is_some()).count(), 1);
    assert_eq!(brief.check_ins, [one.id, two.id]);
    assert_eq!(brief.days_checked, Some((1, 10)));
}

#[test]
fn what_is_unread_comes_one_after_the_other_in_the_order_of_the_screen() {
    let read = opened(1, account(1), 1, entry("2026-10-15T18:00:00+02:00", "already read"));
    let older = opened(2, account(1), 1, entry("2026-10-15T20:00:00+02:00", "the older one"));
    let newer = opened(3, account(1), 1, entry("2026-10-15T21:00:00+02:00", "the newer one"));
    let mut records =
        vec![read.clone(), older.clone(), newer.clone(), opened(4, account(2), 1, receipt(&read, 1))];
    assert_eq!(brief(&records).next_unread(read.id), Some(newer.id));
    // The one that is open does not lead to itself.
    assert_eq!(brief(&records).next_unread(newer.id), Some(older.id));
    records.push(opened(5, account(2), 1, receipt(&newer, 1)));
    assert_eq!(brief(&records).next_unread(newer.id), Some(older.id));
    assert_eq!(brief(&records).next_unread(older.id), None);
}

#[test]
fn an_entry_is_unread_until_this_revision_was_opened_by_me() {
    let shared = opened(1, account(1), 2, entry("2026-10-15T20:00:00+02:00", "the house by the sea"));
    let table = [
        (None, true),
        (Some((account(2), 1)), true),
        (Some((account(2), 2)), false),
        // A colleague's receipt is not mine.
        (Some((account(3), 2)), true),
    ];
    for (read, unread) in table {
        let mut records = vec![shared.clone()];
        records.extend(read.map(|(by, rev)| opened(2, by, 1, receipt(&shared, rev))));
        let brief = brief(&records);
        assert_eq!(brief.shared[0].unread, unread, "{read:?}");
        assert_eq!(brief.shared[0].hours_after, Some(16));
        assert_eq!(brief.shared[0].session(), None);
        assert_eq!(brief.shared[0].first_words, "the house by the sea");
    }
}

#[test]
fn another_clients_records_do_not_get_into_the_brief() {
    let records = [
        opened(1, account(9), 1, entry("2026-10-15T20:00:00+02:00", "of somebody else")),
        opened(2, account(9), 1, check_in("2026-10-15T20:00:00+02:00", 1)),
        opened(3, account(2), 1, plan(account(9))),
    ];
    let brief = brief(&records);
    assert_eq!(
        (brief.shared.len(), brief.check_ins.len(), brief.dosing, brief.next.clone()),
        (0, 0, None, None)
    );
}

#[test]
fn five_hundred_entries_come_newest_first() {
    let records: Vec<_> = (0..500)
        .map(|number| {
            let when = at("2026-10-01T08:00:00+02:00") + Duration::minutes(i64::from(number % 97) * 13);
            opened(number, account(1), 1, entry(&when.to_rfc3339(), "words"))
        })
        .collect();
    let brief = brief(&records);
    assert_eq!((brief.shared.len(), brief.unread().len()), (500, 500));
    assert!(brief.shared.windows(2).all(|pair| pair[0].changed >= pair[1].changed));
}

#[test]
fn the_caseload_begins_with_the_next_appointment() {
    let (soon, none) = (account(1), account(9));
    let records = [opened(1, account(2), 1, plan(soon))];
    let lines = caseload(&records, &[none, soon], account(2), at(NOW));
    assert_eq!(lines.iter().map(|line| line.client).collect::<Vec<_>>(), [soon, none]);
}

#[test]
fn an_entry_knows_the_number_of_the_session_it_looks_back_on() {
    let records = [
        opened(1, account(1), 1, entry("2026-10-15T20:00:00+02:00", "words")),
        opened(2, account(2), 1, plan(account(1))),
    ];
    let brief = brief(&records);
    assert_eq!(brief.shared[0].session(), Some(2));
    assert_eq!(brief.fresh(), [brief.shared[0].id]);
    assert_eq!(brief.heard, Some(at("2026-10-15T20:00:00+02:00")));
}

#[test]
fn what_was_said_with_a_check_in_is_there_and_a_check_in_without_words_is_not() {
    let plain = check_in;
    let mut check_in = CheckIn::new(at("2026-10-14T08:00:00+02:00"));
    check_in.feelings = vec!["heavy".into()];
    let with_feeling = Body::CheckIn(check_in.clone());
    check_in = CheckIn::new(at("2026-10-15T08:00:00+02:00"));
    check_in.note = " the stairs again ".into();
    let records = [
        opened(1, account(1), 1, with_feeling),
        opened(2, account(1), 1, Body::CheckIn(check_in)),
        opened(3, account(1), 1, plain("2026-10-15T09:00:00+02:00", 3)),
    ];
    let said = brief(&records).said;
    assert_eq!(said.iter().map(|one| one.note.as_str()).collect::<Vec<_>>(), ["the stairs again", ""]);
    assert_eq!(said[1].feelings, ["heavy"]);
}

#[test]
fn what_was_said_before_the_last_hour_together_was_heard_there() {
    let said_at = |number, when| {
        let mut check_in = CheckIn::new(at(when));
        check_in.note = when.into();
        opened(number, account(1), 1, Body::CheckIn(check_in))
    };
    let (before, after) = ("2026-09-01T08:00:00+02:00", "2026-10-15T08:00:00+02:00");
    let mut records = vec![said_at(1, before), said_at(2, after)];
    assert_eq!(brief(&records).said.len(), 2, "without a plan everything counts");
    records.push(opened(3, account(2), 1, plan(account(1))));
    let said = brief(&records).said;
    assert_eq!(said.iter().map(|one| one.note.as_str()).collect::<Vec<_>>(), [after]);
}

#[test]
fn the_caseload_is_grouped_by_local_days() {
    let table = [
        ("2026-10-16T13:00:00+02:00", Soon::Today, "the hour that is going on"),
        ("2026-10-16T23:50:00+02:00", Soon::Today, "late today"),
        ("2026-10-17T00:10:00+02:00", Soon::ThisWeek, "just after midnight"),
        ("2026-10-16T22:30:00+00:00", Soon::ThisWeek, "tomorrow here, today there"),
        ("2026-10-22T14:00:00+02:00", Soon::ThisWeek, "the sixth day"),
        ("2026-10-23T14:00:00+02:00", Soon::Later, "a week from now"),
        ("2026-10-16T12:00:00+02:00", Soon::NoDate, "over"),
    ];
    for (when, soon, why) in table {
        let appointments = vec![Appointment {
            id: Uuid::from_u128(1),
            kind: AppointmentKind::Integration,
            at: at(when),
            minutes: 50,
            note: None,
            dose: None,
            zone: None,
        }];
        let plan = Plan { appointments, ..Plan::new(account(1)) };
        let records = [opened(1, account(2), 1, Body::Plan(plan))];
        let lines = caseload(&records, &[account(1)], account(2), at(NOW));
        assert_eq!(lines[0].soon(at(NOW)), soon, "{why}");
    }
}

#[test]
fn silence_is_counted_in_days_since_something_shared_was_written() {
    let records = [opened(1, account(1), 1, check_in("2026-10-07T23:50:00+02:00", 2))];
    let lines = caseload(&records, &[account(1), account(9)], account(2), at(NOW));
    let quiet = |client| lines.iter().find(|line| line.client == client).unwrap().quiet_days(at(NOW));
    assert_eq!((quiet(account(1)), quiet(account(9))), (Some(9), None));
}

#[test]
fn silence_is_counted_from_the_start_while_nothing_is_shared() {
    let pin = |number, peer, when: &str| {
        let pin = Pin {
            v: 1,
            peer,
            keys: PublicKeys { signing: [7; 32], sharing: [7; 32], signature: [7; 64] },
            how: Verified::Invite,
            pinned: at(when),
            invite: None,
            ended: None,
            rest: Rest::new(),
        };
        opened(number, account(2), 1, Body::Pin(pin))
    };
    let records = [
        opened(1, account(1), 1, check_in("2026-10-07T23:50:00+02:00", 2)),
        pin(2, account(1), "2026-10-01T09:00:00+02:00"),
        pin(3, account(9), "2026-10-12T23:50:00+02:00"),
        pin(4, account(8), "2026-10-16T09:00:00+02:00"),
    ];
    let clients = [account(1), account(9), account(8), account(7)];
    let lines = caseload(&records, &clients, account(2), at(NOW));
    let empty = |client| lines.iter().find(|line| line.client == client).unwrap().empty_days(at(NOW));
    assert_eq!(clients.map(empty), [None, Some(4), Some(0), None]);
}

fn measure(instrument: &str, when: &str, values: &[u8]) -> Body {
    let instrument = find(instrument).unwrap();
    let mut measure = Measure::new(instrument, "en", at(when));
    for (item, value) in instrument.items.iter().zip(values) {
        measure.answer(item.id, Some(*value), at(when));
    }
    measure.finished = Some(at(when));
    Body::Measure(measure)
}

#[test]
fn a_measure_has_its_last_total_the_band_and_the_word_for_its_change() {
    let me = account(1);
    let records = [
        opened(1, account(2), 1, plan(me)),
        opened(2, me, 1, measure("phq-9", "2026-10-01T08:00:00+02:00", &[3, 3, 3, 3, 3, 2, 2, 1, 1])),
        opened(3, me, 1, measure("phq-9", "2026-10-08T08:00:00+02:00", &[2, 2, 2, 2, 2, 1, 1, 1, 1])),
        opened(4, me, 1, measure("phq-9", "2026-10-15T08:00:00+02:00", &[1; 9])),
        opened(5, me, 1, measure("gad-7", "2026-10-01T08:00:00+02:00", &[2; 7])),
    ];
    let brief = brief(&records);
    let [phq, gad] = brief.measured.as_slice() else { panic!("two instruments") };
    let totals: Vec<_> = phq.totals().map(|(given, score)| (given.id, score.total)).collect();
    assert_eq!(totals, [(records[1].id, 21), (records[2].id, 14), (records[3].id, 9)]);
    assert_eq!(phq.band().unwrap().name("en"), "mild");
    let (word, baseline) = phq.change.as_ref().unwrap();
    assert_eq!((*word, baseline.id, phq.percent()), (Change::Response, records[1].id, Some(-57)));
    assert_eq!((phq.compared(), gad.compared()), (vec![records[1].id, records[3].id], Vec::new()));
    assert_eq!(phq.before().unwrap().1.total, 14);
    assert_eq!((gad.change.as_ref(), gad.percent()), (None, None));

    // The answer from before the last hour was spoken of there; of the two later ones the newest is first.
    let asked: Vec<_> = brief.asked.iter().map(|one| (one.id, one.item, one.value)).collect();
    assert_eq!(asked, [(records[3].id, 9, 1), (records[2].id, 9, 1)]);
    let lines = caseload(&records, &[me], account(2), at(NOW));
    assert_eq!(lines[0].asked, [records[3].id, records[2].id]);
}

#[test]
fn after_an_estimated_total_the_word_is_still_about_the_latest_complete_one() {
    let me = account(1);
    let mut records = vec![
        opened(1, me, 1, measure("phq-9", "2026-10-01T08:00:00+02:00", &[3, 3, 3, 3, 3, 2, 2, 1, 1])),
        opened(2, me, 1, measure("phq-9", "2026-10-08T08:00:00+02:00", &[1; 9])),
    ];
    let before = brief(&records).measured[0].clone();
    assert!(matches!(before.change, Some((Change::Response, _))));
    // Eight of nine answers: 7 is none.
    let values = [7, 2, 2, 2, 2, 2, 2, 2, 2];
    records.push(opened(3, me, 1, measure("phq-9", "2026-10-15T08:00:00+02:00", &values)));
    let phq = &brief(&records).measured[0];
    assert_eq!(phq.last().map(|(_, score)| (score.total, score.prorated)), Some((18, true)));
    assert_eq!((&phq.change, phq.percent()), (&before.change, before.percent()));
    assert_eq!(phq.complete().unwrap().0.id, records[1].id);
    assert_eq!(phq.compared(), [records[0].id, records[1].id]);
}

#[test]
fn where_nothing_was_answered_since_the_first_session_the_word_is_made_of_one_total() {
    let me = account(1);
    let records = [
        opened(1, account(2), 1, plan(me)),
        opened(2, me, 1, measure("phq-9", "2026-10-01T08:00:00+02:00", &[2; 9])),
        opened(3, me, 1, measure("phq-9", "2026-10-04T08:00:00+02:00", &[1; 9])),
    ];
    let phq = &brief(&records).measured[0];
    assert!(matches!(&phq.change, Some((Change::NoReliableChange, from)) if from.id == records[2].id));
    assert_eq!((phq.compared(), phq.percent()), (vec![records[2].id], Some(0)));
}

/// The same questionnaire with another answer, given later.
fn corrected(record: &Opened, item: u8, value: u8, when: &str) -> Opened {
    let mut measure = record.measure().unwrap().clone();
    measure.answer(item, Some(value), at(when));
    Opened { rev: record.rev.next(), body: Body::Measure(measure), ..record.clone() }
}

/// An answer that asked for care, what was told of it, and what was done about that.
fn settled(me: AccountId, doctor: AccountId) -> [Opened; 3] {
    let answered = opened(1, me, 1, measure("phq-9", "2026-10-15T08:00:00+02:00", &[1; 9]));
    let alert = Alert::of(answered.id, answered.measure().unwrap(), at(NOW)).unwrap();
    let alert = opened(2, me, 1, Body::Alert(alert));
    let mut done = Acknowledgement::new(alert.id, at(NOW));
    done.touch(Done::Talked);
    let done = Opened { recipients: vec![me], ..opened(3, doctor, 1, Body::Acknowledgement(done)) };
    [answered, alert, done]
}

#[test]
fn an_alert_hides_the_answer_that_it_tells_and_no_other_of_the_same_questionnaire() {
    let (me, doctor) = (account(1), account(2));
    let [answered, alert, done] = settled(me, doctor);
    let higher = corrected(&answered, 9, 3, "2026-10-15T20:00:00+02:00");
    let marks = |records: &[Opened]| {
        let asked: Vec<_> = brief(records).asked.iter().map(|one| one.value).collect();
        (asked, caseload(records, &[me], doctor, at(NOW)).remove(0).asked)
    };
    assert_eq!(marks(&[answered.clone(), alert.clone()]), (vec![], vec![answered.id]));
    assert_eq!(marks(&[answered.clone(), alert.clone(), done.clone()]), (vec![], vec![]));
    assert_eq!(marks(&[higher.clone(), alert.clone()]), (vec![3], vec![answered.id]));
    assert_eq!(marks(&[higher, alert, done]), (vec![3], vec![answered.id]));
}

#[test]
fn a_correction_is_as_new_as_what_is_given_for_the_first_time() {
    let (me, doctor) = (account(1), account(2));
    let before = opened(1, me, 1, measure("phq-9", "2026-10-01T08:00:00+02:00", &[0; 9]));
    let (plan, seen) = (opened(2, doctor, 1, plan(me)), opened(3, doctor, 1, receipt(&before, 1)));
    let of = |record: &Opened| {
        let records = [record.clone(), plan.clone(), seen.clone()];
        let (line, brief) = (caseload(&records, &[me], doctor, at(NOW)).remove(0), brief(&records));
        let asked: Vec<_> = brief.asked.iter().map(|one| (one.value, one.at)).collect();
        (line.fresh, line.unread, line.heard, asked, brief.measured[0].given[0].corrected)
    };
    // From before the last hour, and talked about in it.
    let heard = Some(at("2026-10-01T08:00:00+02:00"));
    assert_eq!(of(&before), (vec![], vec![], heard, vec![], false));
    let when = "2026-10-15T20:00:00+02:00";
    let after = corrected(&before, 9, 2, when);
    assert_eq!(of(&after), (vec![before.id], vec![before.id], Some(at(when)), vec![(2, at(when))], true));
}

#[test]
fn an_answer_that_asked_for_care_is_marked_in_the_caseload_until_it_is_said_what_was_done() {
    let (me, doctor) = (account(1), account(2));
    let [answered, alert, done] = settled(me, doctor);
    let line = |records: &[Opened]| caseload(records, &[me], doctor, at(NOW)).remove(0);
    let waits = line(&[answered.clone(), alert.clone()]);
    assert_eq!((waits.asked, waits.alerts.len()), (vec![answered.id], 1));
    let settled = line(&[answered, alert, done]);
    assert_eq!((settled.asked, settled.alerts), (Vec::new(), Vec::new()));
}

#[test]
fn a_draft_of_a_measure_is_nothing_and_one_with_too_little_answered_has_no_total() {
    let mut draft = Measure::new(find("phq-9").unwrap(), "en", at(NOW));
    draft.answer(9, Some(2), at(NOW));
    let records = [
        opened(1, account(1), 1, Body::Measure(draft)),
        opened(2, account(1), 1, measure("gad-7", "2026-10-15T08:00:00+02:00", &[1])),
    ];
    let brief = brief(&records);
    assert_eq!((brief.asked.len(), brief.measured.len()), (0, 1));
    assert!(brief.measured[0].last().is_none() && brief.measured[0].given[0].score.is_none());
}

#[test]
fn a_range_that_begins_nowhere_is_not_offered_and_is_everything() {
    let me = account(1);
    let records = [opened(1, me, 1, entry("2026-10-06T08:00:00+02:00", "nothing is planned"))];
    for range in Range::ALL {
        let brief = Brief::new(&records, me, account(2), at(NOW), range);
        assert_eq!(brief.ranges, [Range::TwoWeeks, Range::Everything]);
        let wanted = if range == Range::TwoWeeks { range } else { Range::Everything };
        assert_eq!((brief.range, brief.since.is_some()), (wanted, range == Range::TwoWeeks), "{range:?}");
    }
}

#[test]
fn each_range_begins_where_it_says_and_what_is_unread_is_in_all_of_them() {
    let me = account(1);
    let old = opened(1, me, 1, entry("2026-10-06T08:00:00+02:00", "before the hour"));
    let records = [
        opened(2, account(2), 1, plan(me)),
        old.clone(),
        opened(3, account(2), 1, receipt(&old, 1)),
        opened(4, me, 1, entry("2026-10-06T09:00:00+02:00", "unread")),
        opened(5, me, 1, entry("2026-10-15T20:00:00+02:00", "after the session")),
    ];
    let table = [
        (Range::LastHour, Some("2026-10-07T14:00:00+02:00"), 2, 28),
        (Range::LastDosing, Some("2026-10-15T03:48:00+02:00"), 2, 14),
        (Range::TwoWeeks, Some("2026-10-02T13:48:00+02:00"), 3, 14),
        (Range::Everything, None, 3, 28),
    ];
    for (range, since, many, days) in table {
        let brief = Brief::new(&records, me, account(2), at(NOW), range);
        assert_eq!((brief.range, brief.ranges.as_slice()), (range, Range::ALL.as_slice()));
        assert_eq!(brief.since, since.map(at), "{range:?}");
        assert_eq!((brief.shared.len(), brief.chart_days()), (many, days), "{range:?}");
        assert_eq!(brief.shared.len() + brief.earlier.len(), 3, "{range:?}");
    }
}

#[test]
fn pages_stand_by_phase_the_latest_first_and_in_each_the_unread_first() {
    let me = account(1);
    let (older, newer) = (entry("2026-10-15T18:00:00+02:00", "b"), entry("2026-10-15T20:00:00+02:00", "c"));
    let first = Body::Entry(Entry {
        free: "a".into(),
        ..Entry::new(Moment::Preparation, None, at("2026-10-01T08:00:00+02:00"))
    });
    let read = opened(3, me, 1, newer);
    let records = [
        opened(1, account(2), 1, plan(me)),
        opened(2, me, 1, older),
        opened(4, account(2), 1, receipt(&read, 1)),
        read,
        opened(5, me, 1, first),
    ];
    let brief = brief(&records);
    let phases: Vec<_> = brief
        .phases()
        .into_iter()
        .map(|(phase, pages)| (phase, pages.iter().map(|page| page.first_words.as_str()).collect::<Vec<_>>()))
        .collect();
    assert_eq!(phases, [(Phase::After(2), vec!["b", "c"]), (Phase::Before, vec!["a"])]);
}

#[test]
fn five_hundred_records_of_two_hundred_clients_do_not_get_mixed() {
    let clients: Vec<_> = (1..=200).map(account).collect();
    let records: Vec<_> = (0..1000_u16)
        .map(|number| {
            let owner = account(u8::try_from(number % 200).unwrap() + 1);
            opened(number, owner, 1, entry("2026-10-15T20:00:00+02:00", "words"))
        })
        .collect();
    let lines = caseload(&records, &clients, account(255), at(NOW));
    assert!(lines.len() == 200 && lines.iter().all(|line| line.fresh.len() == 5 && line.unread.len() == 5));
}

#[test]
fn new_is_whatever_was_shared_since_the_last_hour_and_older_pages_that_were_not_read() {
    let (client, me) = (account(1), account(2));
    let (before, since) = ("2026-10-06T09:00:00+02:00", "2026-10-15T20:00:00+02:00");
    let finished = |when: &str| {
        let mut measure = Measure::new(find("phq-9").unwrap(), "en", at(when));
        measure.finished = Some(at(when));
        Body::Measure(measure)
    };
    let insight = |when: &str| Body::Insight(Insight::new("I may rest".into(), at(when)));
    let list = |when: &str| Body::Agenda(Agenda { changed: at(when), ..Agenda::new(at(when)) });
    let of =
        |when: &str| [entry(when, "words"), check_in(when, 3), finished(when), insight(when), list(when)];
    let mut records = vec![opened(100, me, 1, plan(client))];
    records.extend((0..).zip(of(before)).map(|(number, body)| opened(number, client, 1, body)));
    records.extend((10..).zip(of(since)).map(|(number, body)| opened(number, client, 1, body)));
    let counts = |records: &[Opened]| {
        let line = caseload(records, &[client], me, at(NOW)).remove(0);
        (line.fresh.len(), line.unread.len())
    };
    // Of what is older, the page alone.
    assert_eq!(counts(&records), (6, 6));
    let seen: Vec<_> = records[1..].to_vec();
    records.extend((200..).zip(&seen).map(|(number, one)| opened(number, me, 1, receipt(one, 1))));
    assert_eq!(counts(&records), (5, 0));
}

/// What nobody but its author ever has, and what is hers alone.
fn private(number: u16, kind: u8, minute: u32) -> Opened {
    let when = at(&format!("2026-10-16T13:{:02}:00+02:00", minute % 48));
    let (owner, body) = match kind % 4 {
        0 => (
            account(1),
            Body::Jotting(Jotting { text: "secret".into(), ..Jotting::new(Uuid::from_u128(7), when) }),
        ),
        1 => (account(1), Body::PutOff(PutOff::new())),
        2 => {
            (account(2), Body::Note(Note { text: "mine".into(), ..Note::new(account(1), None, when, when) }))
        }
        _ => (account(1), Body::Measure(Measure::new(find("phq-9").unwrap(), "en", when))),
    };
    opened(10_000 + number, owner, 1, body)
}

proptest! {
    /// The client's whole journal, of which each record is shared or not: the brief is made of the shared ones, and
    /// neither a figure nor a line of it depends on how much else there is.
    #[test]
    fn the_brief_knows_nothing_of_what_is_private(
        journal in proptest::collection::vec((0..4_u8, 1..5_u8, 0..48_u32, any::<bool>()), 0..40),
        hidden in proptest::collection::vec((0..4_u8, 0..48_u32), 0..20),
    ) {
        let me = account(1);
        let mut all = vec![opened(0, account(2), 1, plan(me))];
        for (place, (kind, level, minute, is_shared)) in journal.iter().enumerate() {
            let when = format!("2026-10-{:02}T13:{minute:02}:00+02:00", 1 + place % 15);
            let body = match kind {
                0 => check_in(&when, *level),
                1 => entry(&when, "words"),
                2 => measure("phq-9", &when, &[*level % 4; 9]),
                _ => measure("gad-7", &when, &[*level % 4; 7]),
            };
            let mut record = opened(u16::try_from(place).unwrap() + 1, me, 1, body);
            record.recipients = if *is_shared { vec![account(2)] } else { Vec::new() };
            all.push(record);
        }
        let hers: Vec<Opened> =
            all.iter().filter(|record| record.owner != me || record.recipients == [account(2)]).cloned().collect();
        let mut with_hidden = hers.clone();
        with_hidden.extend(hidden.iter().zip(0..).map(|((kind, minute), number)| private(number, *kind, *minute)));
        for range in Range::ALL {
            let shared = Brief::new(&hers, me, account(2), at(NOW), range);
            prop_assert_eq!(&shared, &Brief::new(&with_hidden, me, account(2), at(NOW), range));
            // Every figure is a list of records that she has.
            let known = |id: &RecordId| hers.iter().any(|record| record.id == *id);
            let figures = [shared.fresh(), shared.unread(), shared.check_ins.clone(), shared.glanced(), shared.earlier.clone()];
            prop_assert!(figures.iter().flatten().all(known));
            prop_assert!(shared.asked.iter().all(|one| known(&one.id)));
        }
        let lines = |records: &[Opened]| caseload(records, &[me], account(2), at(NOW));
        prop_assert_eq!(lines(&hers), lines(&with_hidden));
    }
}
