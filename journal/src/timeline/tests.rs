use proptest::prelude::*;
use uuid::Uuid;
use wire::ids::{Epoch, Rev};

use super::*;
use crate::{
    course::Moment,
    record::{Appointment, CheckIn, Entry},
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
}
