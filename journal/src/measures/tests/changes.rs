use chrono::Duration;

use super::*;

/// Totals a week apart, from the first of March on.
fn course(totals: &[u16]) -> Vec<Point> {
    let start = at("2026-03-01T10:00:00+01:00");
    totals
        .iter()
        .zip(0_i64..)
        .map(|(total, week)| Point {
            at: start + Duration::weeks(week),
            score: Score { total: *total, prorated: false },
        })
        .collect()
}

fn word(id: &str, totals: &[u16]) -> Option<Change> {
    change(instrument(id), &course(totals), None).map(|(word, _)| word)
}

#[test]
fn each_word_begins_exactly_at_its_boundary() {
    let table = [
        ("phq-9", 20, 4, Change::Remission),
        ("phq-9", 10, 4, Change::Remission),
        // A baseline below caseness has nothing to remit from.
        ("phq-9", 9, 4, Change::Response),
        ("phq-9", 20, 5, Change::Response),
        ("phq-9", 20, 10, Change::Response),
        ("phq-9", 20, 11, Change::ReliableImprovement),
        ("phq-9", 20, 14, Change::ReliableImprovement),
        ("phq-9", 20, 15, Change::NoReliableChange),
        ("phq-9", 20, 25, Change::NoReliableChange),
        ("phq-9", 20, 26, Change::ReliableDeterioration),
        ("phq-9", 0, 0, Change::NoReliableChange),
        ("gad-7", 8, 4, Change::Remission),
        ("gad-7", 7, 3, Change::Response),
        ("gad-7", 12, 8, Change::ReliableImprovement),
        ("gad-7", 12, 9, Change::NoReliableChange),
        ("gad-7", 12, 16, Change::ReliableDeterioration),
        // Higher is better.
        ("who-5", 20, 32, Change::ReliableImprovement),
        ("who-5", 20, 28, Change::NoReliableChange),
        ("who-5", 40, 28, Change::ReliableDeterioration),
        ("who-5", 40, 12, Change::ReliableDeterioration),
        // Neither response nor remission, however low.
        ("pcl-5", 60, 0, Change::ReliableImprovement),
        ("pcl-5", 60, 51, Change::NoReliableChange),
        ("pcl-5", 60, 70, Change::ReliableDeterioration),
    ];
    for (id, baseline, latest, expected) in table {
        assert_eq!(word(id, &[baseline, latest]), Some(expected), "{id} from {baseline} to {latest}");
    }
}

#[test]
fn fewer_than_two_complete_totals_have_no_word() {
    assert_eq!(word("phq-9", &[]), None);
    assert_eq!(word("phq-9", &[20]), None);
    let mut points = course(&[20, 4]);
    points[1].score.prorated = true;
    assert_eq!(change(instrument("phq-9"), &points, None), None);
}

#[test]
fn a_prorated_total_is_neither_baseline_nor_latest() {
    let mut points = course(&[27, 20, 9, 1]);
    points[0].score.prorated = true;
    points[3].score.prorated = true;
    let (word, baseline) = change(instrument("phq-9"), &points, None).unwrap();
    assert_eq!((word, baseline.score.total), (Change::Response, 20));
}

#[test]
fn the_baseline_is_the_last_complete_total_before_the_first_dosing() {
    let points = course(&[12, 20, 9]);
    let dosing = Some(points[1].at + Duration::days(1));
    assert_eq!(change(instrument("phq-9"), &points, dosing).unwrap().1.score.total, 20);
    // Begun without one, the first counts.
    let dosing = Some(points[0].at - Duration::days(1));
    assert_eq!(change(instrument("phq-9"), &points, dosing).unwrap().1.score.total, 12);
    // With nothing after the session the latest is the baseline itself, and nothing has changed since.
    let dosing = Some(points[2].at + Duration::days(1));
    let expected = (Change::NoReliableChange, points[2]);
    assert_eq!(change(instrument("phq-9"), &points, dosing), Some(expected));
    assert_eq!(change(instrument("phq-9"), &points[2..], dosing), None, "fewer than two");
}

proptest! {
    #[test]
    fn the_order_in_which_totals_are_given_does_not_matter(
        totals in prop::collection::vec(0_u16..=27, 0..8),
        cut in 0_i64..60,
    ) {
        let points = course(&totals);
        let mut turned = points.clone();
        turned.reverse();
        let dosing = Some(at("2026-03-01T10:00:00+01:00") + Duration::days(cut));
        for id in ["phq-9", "gad-7", "pcl-5"] {
            prop_assert_eq!(change(instrument(id), &points, dosing), change(instrument(id), &turned, dosing));
        }
    }
}
