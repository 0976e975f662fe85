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
    assert_eq!([figures::pages(1), figures::pages(3)], ["one page", "3 pages"]);
    assert_eq!(figures::check_ins(1, Some((1, 8))), "one check-in on 1 of 8 days");
    assert_eq!([-5, 0, 2].map(figures::signed), ["−5", "±0", "+2"]);
}
