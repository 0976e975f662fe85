use std::collections::BTreeSet;

use chrono::Duration;
use journal::{
    course::{Course, Moment},
    prompts::FEELINGS,
};

use super::{grown::Topic, story::Kept, *};

/// Every quarter of an hour of a day, at an offset that is not UTC's, across the end of a year.
fn moments_to_make_it_at() -> impl Iterator<Item = DateTime<FixedOffset>> {
    let midnight = DateTime::parse_from_rfc3339("2027-01-02T00:07:31.5-08:00").unwrap();
    (0..96).map(move |quarter| midnight + Duration::minutes(15 * quarter))
}

fn stories(now: DateTime<FixedOffset>) -> [Story; 6] {
    let calendar = Calendar::new(now);
    [
        maya::story(&calendar),
        jonas::story(&calendar),
        ines::story(&calendar),
        tomas::story(&calendar),
        sana::story(&calendar),
        walter::story(&calendar),
    ]
}

#[test]
fn every_entry_was_written_in_its_moment_whenever_the_demo_is_made() {
    let chosen = [Moment::HardMoment, Moment::GoodMoment, Moment::Dream, Moment::Letter];
    for now in moments_to_make_it_at() {
        for story in stories(now) {
            for page in &story.pages {
                let entry = page.entry(&story.appointments);
                let course = Course::new(&story.appointments, page.at);
                let fits = chosen.contains(&page.words.moment) || course.moment() == page.words.moment;
                assert!(fits, "{:?} was written in {:?}, made at {now}", page.words.moment, course.moment());
                assert_eq!(
                    entry.answers.len(),
                    page.words.answers.len(),
                    "a prompt of {:?}",
                    page.words.moment
                );
                assert!(entry.finished.is_some_and(|finished| finished < now));
                if let Kept::Read(read) = page.kept {
                    assert!(entry.finished.is_some_and(|finished| finished < read) && read < now);
                }
            }
        }
    }
}

#[test]
fn what_grew_is_of_the_pages_it_names_and_comes_after_them() {
    for now in moments_to_make_it_at() {
        for story in stories(now) {
            let pages: Vec<_> = story.pages.iter().map(|page| page.entry(&story.appointments)).collect();
            let is_of = |page: usize, prompt: &str, text: &str| pages[page].answer(prompt).contains(text);
            let grown = &story.grown;
            for one in &grown.intentions {
                assert!(!pages[one.page].answer(one.prompt).is_empty());
            }
            for one in &grown.insights {
                assert!(is_of(one.page, one.prompt, one.text), "{}", one.text);
                assert!(pages[one.page].finished.unwrap() < one.at && one.at < now, "{}", one.text);
            }
            for one in &grown.steps {
                assert!(one.insight.is_none_or(|place| grown.insights[place].at < one.at) && one.at < now);
                assert!(one.looks.iter().all(|(at, ..)| one.at < *at && *at < now), "{}", one.text);
                // Today asks Maya for a page, and nobody for a step.
                assert!(one.back_on.is_none_or(|day| day > now.date_naive()), "{}", one.text);
            }
            if let Some((made, topics)) = &grown.agenda {
                let course = Course::new(&story.appointments, now);
                assert!(course.last_together().unwrap().end() < *made && *made < now);
                assert!(course.next().is_some_and(journal::record::Appointment::is_together));
                assert!(topics.iter().all(|topic| match topic {
                    Topic::Line(text) => !text.is_empty(),
                    Topic::Starred { page, prompt, text } => is_of(*page, prompt, text),
                }));
            }
            if let Some(safety) = &grown.safety {
                assert!(safety.made < safety.changed && safety.changed < now);
            }
            for page in &story.pages {
                let Some(reply) = page.reply else { continue };
                let Kept::Read(opened) = page.kept else { panic!("an answer to what was not read") };
                assert!(opened < reply.at && reply.at < reply.read && reply.read < now, "{}", reply.text);
            }
        }
    }
}

#[test]
fn the_sessions_are_as_long_ago_as_the_story_says() {
    for now in moments_to_make_it_at() {
        let [maya, jonas, ..] = stories(now).map(|story| Course::new(&story.appointments, now));
        let last = |course: &Course| course.last_dosing().map(|dosing| (dosing.number, dosing.hours));
        assert_eq!((last(&maya), last(&jonas)), (Some((2, 34)), Some((1, 9 * 24))));
        assert_eq!((maya.moment(), jonas.moment()), (Moment::NextDays, Moment::OneWeek));
        let next = |course: &Course| course.next().unwrap().at.to_rfc3339();
        assert_eq!(next(&maya), "2027-01-03T14:00:00-08:00");
        assert_eq!(next(&jonas), "2027-01-05T10:00:00-08:00");
    }
}

#[test]
fn check_ins_have_gaps_dip_before_a_session_and_lift_after_it() {
    let now = moments_to_make_it_at().nth(80).unwrap();
    let [maya, jonas, ..] = stories(now);
    let days = |story: &Story| story.check_ins.iter().map(|(one, _)| one.day).collect::<BTreeSet<_>>();
    assert!((20..27).contains(&days(&maya).len()) && maya.check_ins.len() > days(&maya).len());
    assert!((4..10).contains(&days(&jonas).len()));
    assert!(!days(&maya).contains(&now.date_naive()), "today's is still to be made");
    for session in Course::new(&maya.appointments, now).dosings() {
        let mood = |from: i64, to: i64| {
            let hours = (from..to).map(Duration::hours).map(|hours| session.at + hours).collect::<Vec<_>>();
            let moods: Vec<_> = maya
                .check_ins
                .iter()
                .filter(|(one, _)| (hours[0]..hours[hours.len() - 1]).contains(&one.at))
                .filter_map(|(one, _)| one.mood)
                .map(|level| f32::from(level.step()))
                .collect();
            moods.iter().sum::<f32>() / f32::from(u8::try_from(moods.len()).unwrap())
        };
        assert!(mood(-60, 0) + 0.9 < mood(3, 72), "{} and {}", mood(-60, 0), mood(3, 72));
    }
}

#[test]
fn what_is_shared_has_no_private_note_and_every_feeling_is_one_to_touch() {
    let words: Vec<_> = FEELINGS.iter().flat_map(|(_, words)| *words).map(|feeling| feeling.id).collect();
    for story in stories(moments_to_make_it_at().next().unwrap()) {
        let touched = story.check_ins.iter().flat_map(|(one, _)| &one.feelings).map(String::as_str);
        let felt = story.pages.iter().flat_map(|page| page.words.feelings).copied();
        assert!(touched.chain(felt).all(|word| words.contains(&word)));
        for kept in [true, false] {
            assert!(story.check_ins.iter().any(|(_, shared)| *shared == kept));
        }
        assert!(story.check_ins.iter().all(|(one, shared)| !shared || one.note.is_empty()));
    }
}

#[test]
fn the_same_now_makes_the_same_weeks() {
    let now = moments_to_make_it_at().next().unwrap();
    let made = || stories(now).map(|story| story.check_ins);
    assert_eq!(made(), made());
}
