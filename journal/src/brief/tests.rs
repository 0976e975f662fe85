use chrono::Duration;
use uuid::Uuid;
use wire::ids::{Epoch, Rev};

use super::*;
use crate::{
    course::Moment,
    levels::CHART_DAYS,
    record::{AppointmentKind, CheckIn, Entry, Level, Plan, Receipt},
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
        rest: crate::record::Rest::new(),
    })
}

fn brief(records: &[Opened]) -> Brief {
    Brief::new(records, account(1), account(2), at(NOW))
}

#[test]
fn with_nothing_shared_the_brief_is_empty_and_still_says_when() {
    let brief = brief(&[opened(1, account(2), 1, plan(account(1)))]);
    let dosing = brief.dosing.unwrap();
    assert_eq!((dosing.number, dosing.hours), (2, 34));
    assert_eq!(brief.next.clone().unwrap().at, at("2026-10-16T14:00:00+02:00"));
    assert_eq!(brief.since, Some(at("2026-10-07T14:00:00+02:00")));
    assert_eq!((brief.shared.len(), brief.unread(), brief.check_ins), (0, 0, 0));
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
    assert_eq!(brief.check_ins, 2);
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
        assert_eq!(brief.shared[0].session, None);
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
    assert_eq!((brief.shared.len(), brief.check_ins, brief.dosing, brief.next.clone()), (0, 0, None, None));
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
    assert_eq!((brief.shared.len(), brief.unread()), (500, 500));
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
    assert_eq!(brief.shared[0].session, Some(2));
    assert_eq!(brief.shared_since(), 1);
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
