use super::*;
use crate::measures::find;

#[test]
fn nothing_is_planned_more_often_than_the_instrument_allows() {
    let table = [
        ("phq-9", "7", Ok(Some(7))),
        ("phq-9", " 14 ", Ok(Some(14))),
        ("phq-9", "6", Err(NoCadence::TooOften(7))),
        ("gad-7", "1", Err(NoCadence::TooOften(7))),
        ("gad-7", "0", Err(NoCadence::TooOften(7))),
        ("who-5", "7", Ok(Some(7))),
        ("pcl-5", "28", Ok(Some(28))),
        ("pcl-5", "27", Err(NoCadence::TooOften(28))),
        ("pcl-5", "14", Err(NoCadence::TooOften(28))),
        ("pcl-5", "365", Ok(Some(365))),
        ("pcl-5", "366", Err(NoCadence::TooRare(365))),
        ("phq-9", "", Ok(None)),
        ("phq-9", "two", Err(NoCadence::NotDays)),
        ("phq-9", "-7", Err(NoCadence::NotDays)),
        ("phq-9", "7.5", Err(NoCadence::NotDays)),
        ("phq-9", "70000", Err(NoCadence::NotDays)),
    ];
    for (id, typed, expected) in table {
        assert_eq!(find(id).unwrap().cadence(typed), expected, "{id} every {typed:?} days");
    }
}

#[test]
fn a_usual_plan_is_what_cohorts_use_and_has_nothing_that_needs_leave() {
    let plan: Vec<_> = usual_plan()
        .into_iter()
        .map(|one| (one.instrument, one.every_days, one.before_integration, one.baseline))
        .collect();
    assert_eq!(
        plan,
        [
            ("phq-9".into(), Some(14), true, true),
            ("gad-7".into(), Some(14), true, true),
            ("pcl-5".into(), Some(30), false, false),
        ]
    );
}

#[test]
fn what_is_usual_is_allowed() {
    for instrument in all() {
        let every = instrument.usual().every_days.unwrap();
        assert_eq!(instrument.cadence(&every.to_string()), Ok(Some(every)), "{}", instrument.id);
    }
}
