use proptest::prelude::*;
use uuid::Uuid;
use wire::ids::{Epoch, Rev};

use super::*;
use crate::{
    course::Moment,
    measures::find,
    record::{
        Acknowledgement, Alert, Appointment, Attachment, CheckIn, Entry, Measure, Reply, Rest, SafetyPlan,
    },
};

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn account(number: u8) -> AccountId {
    AccountId::from_random([number; 16])
}

fn opened(number: u8, body: Body, shared: bool) -> Opened {
    Opened {
        id: RecordId::from_random([number; 16]),
        owner: account(1),
        rev: Rev(1),
        epoch: Epoch(0),
        body,
        recipients: if shared { vec![account(2)] } else { Vec::new() },
    }
}

fn page(number: u8, when: &str, shared: bool) -> Opened {
    opened(number, Body::Entry(Entry::new(Moment::Free, None, at(when))), shared)
}

fn course(now: &str) -> Course {
    let appointment = |kind, when: &str| Appointment {
        id: Uuid::nil(),
        kind,
        at: at(when),
        minutes: 60,
        note: None,
        dose: None,
        zone: None,
    };
    let appointments = [
        appointment(AppointmentKind::Preparation, "2026-10-01T10:00:00+02:00"),
        appointment(AppointmentKind::Dosing, "2026-10-05T09:00:00+02:00"),
        appointment(AppointmentKind::Dosing, "2026-10-12T09:00:00+02:00"),
        appointment(AppointmentKind::Integration, "2026-10-20T09:00:00+02:00"),
    ];
    Course::new(&appointments, at(now))
}

const NOW: &str = "2026-10-14T20:00:00+02:00";

fn shown(records: &[Opened], filter: &Filter) -> Vec<String> {
    timeline(records, account(1), &course(NOW), filter)
        .into_iter()
        .map(|line| match line.what {
            What::Record(id) => format!("{} {}", line.day, id.bytes()[0]),
            What::Dosing(number) => format!("{} dosing {number}", line.day),
            What::Appointment(kind) => format!("{} {kind:?}", line.day),
        })
        .collect()
}

fn journal() -> Vec<Opened> {
    let mut night = CheckIn::new(at("2026-10-13T00:40:00+02:00"));
    // Made after midnight, it counts for the evening before.
    night.day = "2026-10-12".parse().unwrap();
    let mut foreign = page(9, "2026-10-12T12:00:00+02:00", false);
    foreign.owner = account(2);
    vec![
        page(1, "2026-10-12T12:00:00+02:00", true),
        opened(2, Body::CheckIn(night), true),
        page(3, "2026-10-14T08:00:00+02:00", false),
        page(4, "2026-09-30T08:00:00+02:00", false),
        foreign,
        opened(5, Body::Unknown(serde_json::json!({"kind": "drawing"})), false),
    ]
}

#[test]
fn what_was_written_stands_between_the_sessions_newest_first() {
    assert_eq!(
        shown(&journal(), &Filter::default()),
        [
            "2026-10-14 3",
            "2026-10-12 2",
            "2026-10-12 1",
            "2026-10-12 dosing 2",
            "2026-10-05 dosing 1",
            "2026-10-01 Preparation",
            "2026-09-30 4",
        ]
    );
}

#[test]
fn each_filter_takes_what_it_says_and_filters_add_up() {
    let pages = Filter { kind: Some(Kind::Pages), ..Filter::default() };
    assert_eq!(shown(&journal(), &pages), ["2026-10-14 3", "2026-10-12 1", "2026-09-30 4"]);
    let shared = Filter { seen: Some(Seen::Shared), ..Filter::default() };
    assert_eq!(shown(&journal(), &shared), ["2026-10-12 2", "2026-10-12 1"]);
    let both = Filter { seen: Some(Seen::Private), ..pages };
    assert_eq!(shown(&journal(), &both), ["2026-10-14 3", "2026-09-30 4"]);
    let sessions = Filter { kind: Some(Kind::Sessions), ..Filter::default() };
    assert_eq!(shown(&journal(), &sessions).len(), 3);
    let found = Filter { found: Some([RecordId::from_random([1; 16])].into()), ..Filter::default() };
    assert_eq!(shown(&journal(), &found), ["2026-10-12 1"]);
    let until = Filter { until: Some("2026-10-05".parse().unwrap()), ..Filter::default() };
    assert_eq!(shown(&journal(), &until).len(), 3);
}

#[test]
fn a_page_of_which_a_passage_is_shared_is_shared_and_not_private() {
    let source = page(3, "2026-10-14T08:00:00+02:00", false);
    let entry = source.entry().unwrap();
    let passage = crate::passage::Passage { prompt: None, question: None, text: "words".into() };
    let copy = Body::Excerpt(crate::record::Excerpt::new(entry, passage, at(NOW)));
    let [share, id] = [8, 9].map(|number| RecordId::from_random([number; 16]));
    let seen = |seen| Filter { seen: Some(seen), ..Filter::default() };
    for (granted, partly) in [(true, 1), (false, 0)] {
        let writes =
            crate::sharing::share_part(&source, copy.clone(), false, &[account(2)], (share, id), at(NOW));
        let mut records = vec![source.clone()];
        for write in writes {
            let crate::sharing::Write::Put { id, body, readers } = write else { panic!("nothing goes") };
            records.push(Opened { id, ..opened(0, body, granted && !readers.is_empty()) });
        }
        assert_eq!(
            shown(&records, &seen(Seen::Shared)).iter().filter(|line| line.ends_with('3')).count(),
            partly
        );
        assert_eq!(
            shown(&records, &seen(Seen::Private)).iter().filter(|line| line.ends_with('3')).count(),
            1 - partly
        );
    }
}

fn id(number: u8) -> RecordId {
    RecordId::from_random([number; 16])
}

/// As the other person's device sealed it.
fn theirs(number: u8, body: Body) -> Opened {
    Opened { owner: account(2), ..opened(number, body, false) }
}

fn photo_of(entry: u8) -> Body {
    Body::Attachment(Attachment::new(id(entry), Beside::Photo, at(NOW)))
}

fn answer_to(record: u8) -> Body {
    Body::Reply(Reply::new(id(record), at(NOW)))
}

/// What stands in the timeline after a search found these, each with what was found beside it.
fn after_search(records: &[Opened], found: &[u8]) -> Vec<(u8, Option<u8>)> {
    let found = Some(found.iter().map(|number| id(*number)).collect());
    let lines = timeline(records, account(1), &course(NOW), &Filter { found, ..Filter::default() });
    let number = |id: RecordId| id.bytes()[0];
    lines.iter().map(|line| (line.id().map_or(0, number), line.beside.map(number))).collect()
}

#[test]
fn what_is_found_beside_a_page_stands_in_the_line_of_the_page() {
    let records = [
        page(1, "2026-10-12T12:00:00+02:00", true),
        page(2, "2026-10-13T12:00:00+02:00", true),
        opened(3, photo_of(1), false),
        theirs(4, answer_to(2)),
        opened(5, photo_of(9), false),
    ];
    assert_eq!(after_search(&records, &[3]), [(1, Some(3))]);
    assert_eq!(after_search(&records, &[3, 4]), [(2, Some(4)), (1, Some(3))]);
    // Its own words come first.
    assert_eq!(after_search(&records, &[1, 3, 4]), [(2, Some(4)), (1, None)]);
    // Of a page that is gone nothing is left to show.
    assert!(after_search(&records, &[5]).is_empty());
}

/// Two pages with something beside them, one of somebody else's, and one without.
fn pages_with_more() -> Vec<Opened> {
    let beside = |number, entry, what, made| {
        opened(number, Body::Attachment(Attachment::new(id(entry), what, at(made))), false)
    };
    vec![
        beside(1, 7, Beside::Voice, "2026-10-12T08:00:00+02:00"),
        beside(2, 7, Beside::Photo, "2026-10-12T10:00:00+02:00"),
        beside(3, 7, Beside::Sketch, "2026-10-12T09:00:00+02:00"),
        beside(4, 8, Beside::Voice, "2026-10-12T09:00:00+02:00"),
        theirs(5, photo_of(9)),
        page(7, "2026-10-12T08:00:00+02:00", true),
        page(8, "2026-10-11T08:00:00+02:00", false),
        page(9, "2026-10-10T08:00:00+02:00", false),
    ]
}

#[test]
fn a_picture_is_shown_before_a_voice_and_the_first_of_several() {
    let shown = |kind| attached(&pages_with_more(), account(1), kind);
    assert_eq!(shown(None), [(id(7), id(3)), (id(8), id(4))].into());
    assert_eq!(shown(Some(Kind::Pages)), shown(None));
    // Whoever looks for one of them is shown that.
    assert_eq!(shown(Some(Kind::With(Beside::Photo))), [(id(7), id(2))].into());
    assert_eq!(shown(Some(Kind::With(Beside::Voice))), [(id(7), id(1)), (id(8), id(4))].into());
}

#[test]
fn pages_are_found_by_what_stands_beside_them_and_by_what_else_is_asked() {
    let records = pages_with_more();
    let with = |what| Filter { kind: Some(Kind::With(what)), ..Filter::default() };
    assert_eq!(shown(&records, &with(Beside::Sketch)), ["2026-10-12 7"]);
    assert_eq!(shown(&records, &with(Beside::Photo)), ["2026-10-12 7"]);
    assert_eq!(shown(&records, &with(Beside::Voice)), ["2026-10-12 7", "2026-10-11 8"]);
    let private = Filter { seen: Some(Seen::Private), ..with(Beside::Voice) };
    assert_eq!(shown(&records, &private), ["2026-10-11 8"]);
    // Its caption was searched for: the page stands for it.
    let found = Filter { found: Some([id(2)].into()), ..with(Beside::Photo) };
    assert_eq!(shown(&records, &found), ["2026-10-12 7"]);
    let words = Filter { found: Some([id(9)].into()), ..with(Beside::Photo) };
    assert!(shown(&records, &words).is_empty());
}

#[test]
fn only_what_is_there_can_be_asked_for() {
    assert_eq!(kinds_beside(&pages_with_more(), account(1)), Beside::ALL);
    assert_eq!(kinds_beside(&pages_with_more(), account(2)), [Beside::Photo]);
    assert!(kinds_beside(&journal(), account(1)).is_empty());
}

#[test]
fn an_answer_to_a_part_is_found_where_the_part_is_from() {
    let source = page(1, "2026-10-12T12:00:00+02:00", false);
    let passage = crate::passage::Passage { prompt: None, question: None, text: "words".into() };
    let copy = Body::Excerpt(crate::record::Excerpt::new(source.entry().unwrap(), passage, at(NOW)));
    let writes = crate::sharing::share_part(&source, copy, false, &[account(2)], (id(8), id(9)), at(NOW));
    let mut records = vec![source, theirs(4, answer_to(9))];
    for write in writes {
        let crate::sharing::Write::Put { id, body, .. } = write else { panic!("nothing goes") };
        records.push(Opened { id, ..opened(0, body, false) });
    }
    assert_eq!(after_search(&records, &[4]), [(1, Some(4))]);
}

#[test]
fn an_appointment_is_found_by_its_note_also_when_it_is_still_to_come() {
    let appointment = |id: u128, kind, when: &str, note: Option<&str>| Appointment {
        id: Uuid::from_u128(id),
        kind,
        at: at(when),
        minutes: 60,
        note: note.map(str::to_owned),
        dose: None,
        zone: None,
    };
    let course = Course::new(
        &[
            appointment(1, AppointmentKind::Dosing, "2026-10-05T09:00:00+02:00", None),
            appointment(2, AppointmentKind::Dosing, "2026-10-12T09:00:00+02:00", Some("bring a blanket")),
            appointment(
                3,
                AppointmentKind::Integration,
                "2026-10-20T09:00:00+02:00",
                Some("The BLANKET room"),
            ),
            appointment(4, AppointmentKind::Integration, "2026-10-13T09:00:00+02:00", Some("the garden")),
        ],
        at(NOW),
    );
    let seen = |typed: &str, filter: Filter| {
        let noted = noted(&course, &Query::parse(typed));
        let lines = timeline(&journal(), account(1), &course, &Filter { noted, ..filter });
        lines.iter().map(|line| (line.day.to_string(), line.what)).collect::<Vec<_>>()
    };
    let searched = Filter { found: Some(BTreeSet::new()), ..Filter::default() };
    let integration = ("2026-10-20".to_owned(), What::Appointment(AppointmentKind::Integration));
    let second = ("2026-10-12".to_owned(), What::Dosing(2));
    assert_eq!(seen("blanket", searched.clone()), [integration.clone(), second.clone()]);
    assert_eq!(seen("room blanket", searched.clone()), [integration]);
    assert_eq!(seen("nowhere", searched.clone()), []);
    assert_eq!(seen("blanket", Filter { kind: Some(Kind::Pages), ..searched.clone() }), []);
    assert_eq!(seen("blanket", Filter { seen: Some(Seen::Shared), ..searched }), []);
    assert!(noted(&course, &Query::default()).is_empty());
    // Without a search the plan's notes change nothing.
    assert_eq!(seen("", Filter::default()).len(), 7);
}

#[test]
fn a_plan_and_an_answered_questionnaire_have_a_line_only_when_they_are_found() {
    let alert = Alert {
        v: 1,
        measure: id(1),
        instrument: "phq-9".into(),
        answers: vec![(9, 1)],
        answered: at(NOW),
        sent: at(NOW),
        waits: None,
        held: Vec::new(),
        rest: Rest::new(),
    };
    let measure = Measure::new(find("phq-9").unwrap(), "en", at("2026-10-12T12:00:00+02:00"));
    let records = [
        opened(1, Body::Measure(measure), true),
        opened(2, Body::SafetyPlan(SafetyPlan::new(at("2026-10-13T12:00:00+02:00"))), false),
        opened(3, Body::Alert(alert), true),
        theirs(4, answer_to(1)),
        theirs(5, Body::Acknowledgement(Acknowledgement::new(id(3), at(NOW)))),
        theirs(6, Body::SafetyPlan(SafetyPlan::new(at(NOW)))),
    ];
    assert_eq!(after_search(&records, &[2, 4, 6]), [(2, None), (1, Some(4))]);
    assert_eq!(after_search(&records, &[5]), [(1, Some(5))]);
    let shown = timeline(&records, account(1), &course(NOW), &Filter::default());
    assert!(shown.iter().all(|line| line.id().is_none()));
}

#[test]
fn a_session_stands_on_the_day_of_what_was_written_around_it_wherever_that_is_read() {
    // In Tokyo the session began in the night, when it was still the evening before where it is read.
    let session = Appointment {
        id: Uuid::nil(),
        kind: AppointmentKind::Dosing,
        at: at("2026-10-05T20:00:00+02:00"),
        minutes: 60,
        note: None,
        dose: None,
        zone: None,
    };
    let tokyo = page(1, "2026-10-06T05:00:00+09:00", false);
    let home = page(2, "2026-10-19T10:00:00+02:00", false);
    let mut foreign = page(3, "2026-10-06T03:00:00-10:00", false);
    foreign.owner = account(2);
    let seen = |records: &[Opened]| {
        let course = Course::new(std::slice::from_ref(&session), at(NOW)).lived(written(records, account(1)));
        let lines = timeline(records, account(1), &course, &Filter::default());
        let day = lines.iter().find(|line| line.what == What::Dosing(1)).unwrap().day;
        (day.to_string(), course.stand_of(day), course.stand_of(day.pred_opt().unwrap()))
    };
    assert_eq!(seen(&[tokyo, home.clone(), foreign]), ("2026-10-06".into(), Some((1, 0)), None));
    assert_eq!(seen(&[home]), ("2026-10-05".into(), Some((1, 0)), None));
    assert_eq!(seen(&[]), ("2026-10-05".into(), Some((1, 0)), None));
}

#[test]
fn the_months_are_those_that_have_something() {
    let lines = timeline(&journal(), account(1), &course(NOW), &Filter::default());
    assert_eq!(months(&lines), ["2026-10-14".parse().unwrap(), "2026-09-30".parse().unwrap()]);
}

#[test]
fn a_day_stands_after_the_last_dosing_on_it_or_before_it() {
    let course = course(NOW);
    let stand = |day: &str| course.stand_of(day.parse().unwrap());
    assert_eq!(stand("2026-10-04"), None);
    assert_eq!(stand("2026-10-05"), Some((1, 0)));
    assert_eq!(stand("2026-10-11"), Some((1, 6)));
    assert_eq!(stand("2026-10-14"), Some((2, 2)));
}

proptest! {
    #[test]
    fn while_nothing_new_has_begun_the_clock_changes_no_line_and_no_stand(
        (now, later) in (0_i64..40_000, 0_i64..3_000), day in 0_i64..30,
    ) {
        let at_minute = |minutes| {
            let now = at("2026-09-20T00:00:00+02:00") + chrono::Duration::minutes(minutes);
            course(&now.to_rfc3339())
        };
        let (before, after) = (at_minute(now), at_minute(now + later));
        let seen = |course: &Course| {
            let lines = timeline(&journal(), account(1), course, &Filter::default());
            let day = "2026-09-20".parse::<NaiveDate>().unwrap() + chrono::Duration::days(day);
            (lines, course.stand_of(day))
        };
        prop_assert_eq!(before.has_begun_as(&after), seen(&before).0 == seen(&after).0);
        if before.has_begun_as(&after) {
            prop_assert_eq!(seen(&before), seen(&after));
        }
    }

    #[test]
    fn nothing_is_lost_or_shown_twice_and_days_never_go_up(
        times in proptest::collection::vec((0_i64..40_000, any::<bool>()), 0..30),
    ) {
        let records: Vec<Opened> = (0_u8..)
            .zip(&times)
            .map(|(number, (minutes, shared))| {
                let started = at("2026-09-20T00:00:00+02:00") + chrono::Duration::minutes(*minutes);
                opened(number, Body::Entry(Entry::new(Moment::Free, None, started)), *shared)
            })
            .collect();
        let pages = |seen| {
            let filter = Filter { kind: Some(Kind::Pages), seen, ..Filter::default() };
            timeline(&records, account(1), &course(NOW), &filter)
        };
        let all = pages(None);
        prop_assert_eq!(all.len(), records.len());
        prop_assert_eq!(pages(Some(Seen::Shared)).len() + pages(Some(Seen::Private)).len(), all.len());
        prop_assert!(all.is_sorted_by(|one, next| one.day >= next.day));
    }

    #[test]
    fn everything_that_was_found_is_shown_and_nothing_else(
        kinds in proptest::collection::vec((0_u8..4, any::<bool>()), 1..30),
    ) {
        // Record by record: a page, or something beside the page before it.
        let mut home = 0;
        let (mut records, mut homes) = (Vec::new(), Vec::new());
        for (number, (kind, is_found)) in (1_u8..).zip(&kinds) {
            if *kind == 0 || home == 0 {
                home = number;
                records.push(page(number, "2026-10-12T12:00:00+02:00", true));
            } else if *kind == 1 {
                records.push(theirs(number, answer_to(home)));
            } else {
                records.push(opened(number, photo_of(home), false));
            }
            homes.extend(is_found.then_some((number, home)));
        }
        let found: Vec<u8> = homes.iter().map(|(number, _)| *number).collect();
        let shown = after_search(&records, &found);
        let wanted: BTreeSet<u8> = homes.iter().map(|(_, home)| *home).collect();
        prop_assert_eq!(shown.len(), wanted.len());
        for (line, beside) in shown {
            prop_assert!(homes.contains(&(beside.unwrap_or(line), line)));
            prop_assert_eq!(beside.is_none(), found.contains(&line));
        }
    }
}
