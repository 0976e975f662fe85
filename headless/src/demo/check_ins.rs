//! Weeks of check-ins: low before a dosing session, lighter after it, with the noise and the gaps of real days.

use chrono::{DateTime, Duration, FixedOffset};
use journal::{
    prompts::FEELINGS,
    record::{CheckIn, Level, SCALES, Scale},
};
use rand08::{Rng, SeedableRng, rngs::StdRng};

use super::calendar::Calendar;

/// For how long a session's lift fades, hours.
const FADES: i64 = 14 * 24;
/// For how long before a session it gets harder, hours.
const DREADED: i64 = 72;

/// How somebody's weeks go. Levels are in tenths of a step.
pub struct Temper {
    pub seed: u64,
    /// How many days ago the first and the last day with a check-in may be.
    pub days: (i64, i64),
    /// Of a hundred days, how many have one, and of those, how many a second.
    pub often: (u32, u32),
    /// Mood on a day with nothing near.
    pub mood: i64,
    /// What a session lifts it by at first.
    pub lift: i64,
    /// What it costs to have one ahead.
    pub dread: i64,
    /// Days ago that were bad.
    pub bad: &'static [i64],
    /// Days ago on whose evening something was noted, and what. What has words is kept private.
    pub notes: &'static [(i64, &'static str)],
}

/// The check-ins, oldest first, each with whether it is shared.
pub fn check_ins(
    calendar: &Calendar,
    dosings: &[DateTime<FixedOffset>],
    temper: &Temper,
) -> Vec<(CheckIn, bool)> {
    let mut dice = StdRng::seed_from_u64(temper.seed);
    let mut made = Vec::new();
    let (first, last) = temper.days;
    for ago in (last..=first).rev() {
        // As many throws every day, so that one day's luck does not move the next one's.
        let (some, more, early) = (dice.gen_range(0..100), dice.gen_range(0..100), dice.gen_bool(0.5));
        let note = temper.notes.iter().find(|(day, _)| *day == ago).map(|(_, words)| *words);
        let any = some < temper.often.0 || note.is_some();
        let both = any && more < temper.often.1;
        let morning = calendar.day(-ago, 7, dice.gen_range(20..140));
        let evening = calendar.day(-ago, 20, dice.gen_range(15..200));
        for (at, wanted) in [
            (morning, any && (both || (early && note.is_none()))),
            (evening, any && (both || !early || note.is_some())),
        ] {
            let near = weather(temper, dosings, at) - if temper.bad.contains(&ago) { 9 } else { 0 };
            let mut check_in = answered(&mut dice, temper, near, at, at == morning);
            let kept = dice.gen_range(0..6) == 0;
            if at == evening {
                check_in.note = note.unwrap_or_default().into();
            }
            if wanted && !with_therapist(dosings, at) {
                let shared = !kept && check_in.note.is_empty();
                made.push((check_in, shared));
            }
        }
    }
    made
}

/// What the sessions near `at` add to the mood.
fn weather(temper: &Temper, dosings: &[DateTime<FixedOffset>], at: DateTime<FixedOffset>) -> i64 {
    dosings
        .iter()
        .map(|dosing| match (at - *dosing).num_hours() {
            hours @ 0..FADES => temper.lift * (FADES - hours) / FADES,
            hours if -DREADED < hours && hours < 0 => -temper.dread * (DREADED + hours) / DREADED,
            _ => 0,
        })
        .sum()
}

fn answered(
    dice: &mut StdRng,
    temper: &Temper,
    near: i64,
    at: DateTime<FixedOffset>,
    morning: bool,
) -> CheckIn {
    let mut check_in = CheckIn::new(at);
    for scale in SCALES {
        let (usual, noise) = match scale {
            Scale::Mood => (temper.mood + near, 5),
            Scale::Anxiety => (59 - temper.mood - near * 3 / 4, 9),
            Scale::Energy => (temper.mood + near / 2, 9),
            Scale::Sleep => (temper.mood + 2 + near / 2, 10),
            Scale::Connection => (temper.mood - 1 + near * 3 / 4, 7),
        };
        let tenths = usual + dice.gen_range(-noise..=noise);
        let skipped = dice.gen_range(0..12) == 0 && scale != Scale::Mood;
        // The night is asked about once.
        if !skipped && (morning || scale != Scale::Sleep) {
            check_in.set_level(scale, step(tenths));
        }
    }
    let groups = if near > 4 { [0, 1] } else { [2, 3] };
    for group in groups {
        let (_, words) = FEELINGS[group];
        let (word, touched) = (dice.gen_range(0..words.len()), dice.gen_bool(0.45));
        if touched {
            check_in.feelings.push(words[word].id.into());
        }
    }
    check_in
}

fn step(tenths: i64) -> Option<Level> {
    Level::new(u8::try_from(((tenths + 5) / 10).clamp(1, 5)).ok()?)
}

/// Nobody checks in during a session.
fn with_therapist(dosings: &[DateTime<FixedOffset>], at: DateTime<FixedOffset>) -> bool {
    dosings.iter().any(|dosing| (Duration::zero()..Duration::hours(3)).contains(&(at - *dosing)))
}
