use proptest::prelude::*;

use super::*;

fn stroke(points: &[(i16, i16)]) -> Stroke {
    let mut stroke = Stroke::begin(Ink::Pine, 12, 0.5, points[0]);
    for point in &points[1..] {
        stroke.go_to(*point);
    }
    stroke
}

fn drawn(pad: &mut Pad, points: &[(i16, i16)]) {
    assert!(pad.down(Stroke::begin(Ink::Ink, 12, 0.0, points[0])));
    for point in &points[1..] {
        pad.go_to(*point);
    }
    pad.up();
}

#[test]
fn a_stroke_is_a_smooth_path_and_a_touch_is_a_dot() {
    assert_eq!(stroke(&[(10, 20)]).path(), "M10 20L10 20");
    assert_eq!(stroke(&[(0, 0), (100, 0)]).path(), "M0 0L100 0");
    assert_eq!(stroke(&[(0, 0), (100, 0), (100, 100)]).path(), "M0 0Q100 0 100 50L100 100");
}

#[test]
fn small_a_stroke_keeps_its_ends_and_what_can_be_seen() {
    assert_eq!(stroke(&[(10, 20)]).rough(), "M10 20L10 20");
    let long = stroke(&[(0, 0), (10, 0), (20, 10), (60, 10), (65, 15), (70, 20)]);
    assert_eq!(long.rough(), "M0 0L0 0L60 10L70 20");
}

#[test]
fn a_heavier_hand_draws_wider_and_one_that_cannot_be_felt_as_chosen() {
    let width = |pressure| Stroke::begin(Ink::Ink, 12, pressure, (0, 0)).width;
    assert_eq!((width(0.0), width(0.5)), (12, 12));
    assert!(width(0.1) < 12 && width(1.0) > 12);
}

#[test]
fn every_stroke_and_clearing_can_be_undone_in_turn() {
    let mut pad = Pad::default();
    assert!(!pad.can_undo());
    drawn(&mut pad, &[(0, 0), (50, 50)]);
    drawn(&mut pad, &[(9, 9), (90, 90)]);
    let both = pad.sketch();
    pad.clear();
    assert!(pad.sketch().is_empty());
    // Clearing an empty sheet is nothing to undo.
    pad.clear();
    pad.undo();
    assert_eq!(pad.sketch(), both);
    pad.undo();
    assert_eq!(pad.finished(), &both.strokes[..1]);
    pad.undo();
    assert!(!pad.can_undo() && pad.sketch().is_empty());
    pad.undo();
    // What was drawn before the sheet was opened again can be undone, too.
    let mut again = Pad::of(both.clone());
    again.undo();
    assert_eq!(again.finished(), &both.strokes[..1]);
}

#[test]
fn the_stroke_under_the_pen_is_part_of_the_drawing() {
    let mut pad = Pad::default();
    pad.down(Stroke::begin(Ink::Ink, 12, 0.0, (0, 0)));
    pad.go_to((40, 40));
    assert!(!pad.go_to((41, 41)), "too near to say anything");
    assert_eq!((pad.finished().len(), pad.sketch().strokes.len()), (0, 1));
    // A second finger, or a lift that was never heard of.
    pad.down(Stroke::begin(Ink::Ink, 12, 0.0, (5, 5)));
    assert_eq!((pad.finished().len(), pad.sketch().strokes.len()), (1, 2));
}

#[test]
fn a_full_sheet_takes_no_more_and_fits_a_record() {
    let mut pad = Pad::default();
    while pad.down(Stroke::begin(Ink::Ink, 12, 0.0, (0, 0))) {
        for step in 0..500_i16 {
            pad.go_to((if step % 2 == 0 { 1999 } else { 0 }, step));
        }
    }
    let json = serde_json::to_vec(&pad.sketch()).unwrap();
    assert!(json.len() < wire::limits::RECORD_BYTES / 2, "{}", json.len());
}

proptest! {
    #[test]
    fn points_come_back_as_drawn_but_for_those_too_near(points in proptest::collection::vec((0..=WIDTH, 0..=HEIGHT), 1..50)) {
        let stroke = stroke(&points);
        let back: Vec<_> = stroke.points().collect();
        prop_assert_eq!(back[0], points[0]);
        prop_assert!(back.iter().all(|point| points.contains(point)));
        let written = serde_json::to_string(&stroke).unwrap();
        prop_assert_eq!(serde_json::from_str::<Stroke>(&written).unwrap(), stroke);
    }

    #[test]
    fn whatever_numbers_a_stroke_has_it_stays_on_the_sheet(at in proptest::collection::vec(any::<i16>(), 0..40)) {
        let stroke = Stroke { ink: Ink::Ink, width: 1, at };
        prop_assert!(stroke.points().all(|(x, y)| (0..=WIDTH).contains(&x) && (0..=HEIGHT).contains(&y)));
        prop_assert!(stroke.path().is_ascii());
    }

    #[test]
    fn undoing_everything_leaves_nothing_and_never_panics(steps in proptest::collection::vec(0_u8..5, 0..40)) {
        let mut pad = Pad::default();
        for step in steps {
            match step {
                0 => drop(pad.down(Stroke::begin(Ink::Plum, 9, 0.3, (1, 1)))),
                1 => drop(pad.go_to((300, 300))),
                2 => pad.up(),
                3 => pad.clear(),
                _ => pad.undo(),
            }
        }
        while pad.can_undo() {
            pad.undo();
        }
        pad.undo();
        prop_assert!(pad.sketch().is_empty());
    }
}
