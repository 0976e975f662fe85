use super::*;

#[test]
fn how_long_until_is_said_as_a_person_would() {
    let table = [
        (-20, "now"),
        (0, "now"),
        (1, "in one minute"),
        (12, "in 12 minutes"),
        (89, "in 89 minutes"),
        (90, "in 2 hours"),
        (149, "in 2 hours"),
        (2879, "in 48 hours"),
        (2880, "in 2 days"),
        (10_080, "in 7 days"),
    ];
    for (minutes, words) in table {
        assert_eq!(until(minutes), words, "{minutes}");
    }
}

#[test]
fn one_is_not_many() {
    assert_eq!([caseload::fresh(1), caseload::fresh(3)], ["1 new", "3 new"]);
    assert_eq!([caseload::quiet(1), caseload::quiet(9)], ["quiet for one day", "quiet for 9 days"]);
    assert_eq!(brief::since_hour("7 Oct", 1, 0), "since our last hour (7 Oct): one entry");
    assert_eq!(brief::since_hour("7 Oct", 0, 1), "since our last hour (7 Oct): one check-in");
    assert_eq!(brief::since_hour("7 Oct", 3, 5), "since our last hour (7 Oct): 3 entries, 5 check-ins");
    assert_eq!(brief::since_hour("7 Oct", 0, 0), "since our last hour (7 Oct): nothing shared");
}
