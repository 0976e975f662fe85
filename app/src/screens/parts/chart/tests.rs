use super::*;

fn days(levels: &[Option<f32>]) -> Vec<Day> {
    let first = NaiveDate::from_ymd_opt(2026, 10, 1).unwrap();
    levels
        .iter()
        .zip(first.iter_days())
        .map(|(level, day)| Day { day, level: *level, from: Vec::new() })
        .collect()
}

#[test]
fn neighbouring_days_are_joined_and_gaps_stay_open() {
    let plot = plot(&days(&[Some(1.0), Some(5.0), None, Some(3.0)]));
    assert_eq!(plot.line, "M40.0 70.0L120.0 20.0M280.0 45.0");
    assert_eq!(plot.dots, [(40.0, 70.0), (120.0, 20.0), (280.0, 45.0)]);
}

#[test]
fn without_a_day_there_is_nothing_to_draw() {
    let plot = plot(&days(&[None; 28]));
    assert_eq!((plot.dots.len(), plot.line.as_str()), (0, ""));
}

#[test]
fn the_chart_is_said_in_words() {
    let mood = crate::text::scales::mood(crate::text::language());
    assert_eq!(label(mood, &days(&[None; 28]), None), "Mood: no check-in in 28 days.");
    let said = label(mood, &days(&[Some(1.0), Some(3.5), None]), Some(&("lightish", "Fri 2 Oct".into())));
    assert_eq!(
        said,
        "Mood: 2 days of 3 with a check-in, between low and lightish; last lightish, Fri 2 Oct."
    );
}

#[test]
fn a_level_between_two_words_takes_the_nearer_one() {
    let mood = crate::text::scales::mood(crate::text::language());
    let table =
        [(1.0, "low"), (1.4, "low"), (1.5, "lowish"), (3.0, "in between"), (3.5, "lightish"), (5.0, "light")];
    for (level, word) in table {
        assert_eq!(band(mood, level), word, "{level}");
    }
}
