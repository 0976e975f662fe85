use super::*;
use crate::text::{Language, account::unlock, begun, frame, in_language, later, public, sit, trouble};

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
fn at_a_desk_what_is_locked_is_no_journal() {
    let said = || [unlock::title(), unlock::again_lead(), trouble::locked()];
    for (language, journal) in [(Language::English, "journal"), (Language::Spanish, "diario")] {
        in_language(language, || {
            assert!(said().iter().all(|words| words.contains(journal)));
            sit(true);
            assert!(said().iter().all(|words| !words.contains(journal)));
            sit(false);
        });
    }
}

#[test]
fn at_a_desk_nothing_is_said_of_a_phone() {
    let said = || {
        [
            frame::kept::here().to_owned(),
            frame::sync::signed_out(),
            frame::sync::full(),
            frame::sync::away(1),
            frame::sync::away(2),
            frame::sync::offline(1),
            frame::sync::offline(2),
            frame::alarm::lead(),
            frame::alarm::refused(1),
            frame::alarm::refused(2),
            frame::alarm::put_back(),
            frame::alarm::too_long(1),
            frame::alarm::too_long(2),
            trouble::signed_out(),
            trouble::full(),
            trouble::too_long(),
            later::lead(),
            public::broken::lead(),
        ]
    };
    for (language, phone) in [(Language::English, "phone"), (Language::Spanish, "teléfono")] {
        in_language(language, || {
            assert!(said().iter().all(|words| words.contains(phone)));
            sit(true);
            for words in said() {
                assert!(!words.contains(phone), "{words}");
            }
            sit(false);
        });
    }
}

#[test]
fn a_line_begins_with_a_capital() {
    let table = [("", ""), ("told you", "Told you"), ("éxito", "Éxito"), ("34 hours", "34 hours")];
    for (words, line) in table {
        assert_eq!(begun(words), line);
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
