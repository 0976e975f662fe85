//! One HTML document that needs nothing else: no script, no network, readable and printable for ever. Whatever
//! somebody wrote is text in it and never markup.

mod bodies;
mod html;
mod readings;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

use self::{html::Html, readings::Readings};
use super::{Everything, Taken};
use crate::{
    course::{Course, Moment},
    record::{AppointmentKind, Body, CheckIn, Done, Outcome, Part, Route},
    timeline::when,
};

/// How it looks, on a screen and on paper.
const STYLE: &str = include_str!("document.css");

/// Words around somebody's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// What this document is and that it is not locked.
    Lead,
    /// Heading of the list of months.
    Months,
    /// A page or a measure that is not finished.
    Draft,
    /// Somebody else can read it.
    Shared,
    /// Words that were touched.
    Feelings,
    /// Free writing behind answers.
    Free,
    /// Another version of a page.
    Other,
    /// A question of a measure that was left out.
    Skipped,
    /// The sum of a measure.
    Total,
    /// The sum of a measure, where a mean stands for an answer that is missing.
    Prorated,
    /// The file that an attachment is in.
    File,
    /// The bytes of an attachment are not in the archive.
    Missing,
    /// What became of a step.
    Outcome(Outcome),
    /// Heading of what has no day.
    Rest,
    /// Records that could not be opened.
    Unopenable,
    /// A check-in.
    CheckIn,
    /// A measure.
    Measure,
    /// An intention.
    Intention,
    /// An insight.
    Insight,
    /// A step.
    Step,
    /// A list for an hour together.
    Agenda,
    /// A line for that list that was being typed.
    Jotting,
    /// A drawing.
    Sketch,
    /// A voice note.
    Voice,
    /// A photo.
    Photo,
    /// The safety plan.
    SafetyPlan,
    /// Appointments, measures and prompts from the therapist.
    Plan,
    /// An answer that asks for care, as it was told.
    Alert,
    /// What was done about such an answer.
    Acknowledgement,
    /// A therapist's answer to something shared.
    Reply,
    /// A therapist's own note.
    Note,
    /// An appointment while its form is filled in.
    Pencilled,
    /// A therapist's own prompt, kept to be given.
    Template,
    /// How ketamine is given.
    Route(Route),
    /// Who somebody is.
    Profile,
    /// Somebody opened something.
    Receipt,
    /// What was answered with "not now".
    PutOff,
    /// A therapist's note of an invitation.
    Invitation,
    /// A therapist asks to let a colleague read.
    Introduction,
    /// What was answered to that.
    Consent,
    /// Somebody's keys.
    Pin,
    /// A passage as it was shared.
    Excerpt,
    /// The numbers of a check-in as they were shared.
    Numbers,
    /// A decision about sharing.
    Share,
    /// What is shared without asking.
    Rules,
    /// How the app is set.
    Settings,
    /// A kind from a newer version.
    Unknown,
}

/// The language of a document: its words, and how days and times are said in it.
pub trait Words {
    /// BCP 47, as in `lang`.
    fn language(&self) -> &'static str;
    /// "Maya's journal".
    fn title(&self, name: &str) -> String;
    /// "Made on Wednesday 25 November 2026, 14:00".
    fn made(&self, at: DateTime<FixedOffset>) -> String;
    /// "November 2026".
    fn month(&self, day: NaiveDate) -> String;
    /// "Wednesday 25 November 2026".
    fn day(&self, day: NaiveDate) -> String;
    /// "14:00".
    fn time(&self, at: DateTime<FixedOffset>) -> String;
    /// What a page is by its moment.
    fn moment(&self, moment: Moment) -> &'static str;
    /// A dosing session by its number.
    fn dosing(&self, number: usize) -> String;
    /// What another appointment is for.
    fn appointment(&self, kind: AppointmentKind) -> &'static str;
    /// The levels of a check-in, in words.
    fn levels(&self, check_in: &CheckIn) -> String;
    /// What was done about an answer that asks for care.
    fn done(&self, done: Done) -> &'static str;
    /// Who opened it, as far as they are known by name, and when: "Dr. Okafor opened it on Friday 27 November 2026, 9:12".
    fn opened(&self, by: Option<&str>, at: DateTime<FixedOffset>) -> String;
    /// A heading of the safety plan.
    fn safety(&self, part: Part) -> &'static str;
    /// A touched word.
    fn feeling<'a>(&self, id: &'a str) -> &'a str;
    /// Anything else.
    fn label(&self, label: Label) -> &'static str;
}

/// Everything as one document; `course` gives the sessions between.
#[must_use]
pub fn document(everything: &Everything<'_>, course: &Course, words: &dyn Words) -> String {
    let days = days(everything, course, words);
    let readings = Readings::of(everything);
    let mut html = Html::new(words.language());
    let title = words.title(&everything.name);
    html.head(&title, STYLE);
    html.text("h1", &title);
    html.text("p", &words.made(everything.made));
    html.text("p", words.label(Label::Lead));
    let mut months: Vec<NaiveDate> = days.iter().map(|line| line.0).collect();
    months.dedup_by_key(|day| month_of(*day));
    if months.len() > 1 {
        html.open("nav");
        html.text("h2", words.label(Label::Months));
        html.open("ul");
        for day in &months {
            html.link(&format!("#{}", month_of(*day)), &words.month(*day));
        }
        html.close("ul");
        html.close("nav");
    }
    let (mut month, mut last) = (String::new(), None);
    for (day, at, what) in &days {
        if month_of(*day) != month {
            month = month_of(*day);
            html.anchor("h2", &month, &words.month(*day));
        }
        if last.replace(*day) != Some(*day) {
            html.text("h3", &words.day(*day));
        }
        match what {
            Line::Record(place) => {
                if let Some(taken) = everything.records.get(*place) {
                    bodies::write(&mut html, taken, Some(*at), &readings.said(taken, words), words);
                }
            }
            Line::Session(name) => html.class("p", "session", &format!("{name} · {}", words.time(*at))),
        }
    }
    rest(&mut html, everything, &readings, words);
    html.finish()
}

/// What stands in the days.
enum Line {
    /// By its place among the records.
    Record(usize),
    /// Its name.
    Session(String),
}

type Dated = (NaiveDate, DateTime<FixedOffset>, Line);

/// What has a day, oldest first, with the appointments that have begun.
fn days(everything: &Everything<'_>, course: &Course, words: &dyn Words) -> Vec<Dated> {
    let records = everything.records.iter().enumerate();
    let mut all: Vec<Dated> = records
        .filter_map(|(place, taken)| {
            let (at, day) = place_of(&taken.body)?;
            Some((day, at, Line::Record(place)))
        })
        .collect();
    let own = everything.records.iter().filter(|taken| taken.owner == everything.account);
    let course = course.clone().lived(own.filter_map(|taken| when(&taken.body)).map(|(at, _)| at));
    let mut dosings = 0;
    all.extend(course.begun().map(|appointment| {
        let name = if appointment.kind == AppointmentKind::Dosing {
            dosings += 1;
            words.dosing(dosings)
        } else {
            words.appointment(appointment.kind).to_owned()
        };
        (course.local_day(appointment.at), appointment.at, Line::Session(name))
    }));
    all.sort_by_key(|(day, at, _)| (*day, *at));
    all
}

/// What has no day: what somebody reads comes first, then what the app keeps for itself.
fn rest(html: &mut Html, everything: &Everything<'_>, readings: &Readings<'_>, words: &dyn Words) {
    let mut rest: Vec<&Taken<'_>> = everything
        .records
        .iter()
        .filter(|taken| place_of(&taken.body).is_none() && !is_untold(&taken.body))
        .filter(|taken| !readings.say(&taken.body))
        .collect();
    rest.sort_by_key(|taken| bodies::rank(&taken.body));
    if !rest.is_empty() {
        html.text("h2", words.label(Label::Rest));
    }
    for taken in rest {
        bodies::write(html, taken, None, &readings.said(taken, words), words);
    }
    if !everything.unopenable.is_empty() {
        html.text("h2", words.label(Label::Unopenable));
        for id in everything.unopenable.iter() {
            html.text("p", &id.to_string());
        }
    }
}

fn month_of(day: NaiveDate) -> String {
    format!("m{}-{:02}", day.year(), day.month())
}

/// Nobody was told: it is in the complete data, and no day of the document says that somebody was.
const fn is_untold(body: &Body) -> bool {
    matches!(body, Body::Alert(alert) if alert.waits.is_some())
}

/// What has a place in the document's days.
fn place_of(body: &Body) -> Option<(DateTime<FixedOffset>, NaiveDate)> {
    match body {
        Body::Attachment(attachment) => Some((attachment.made, attachment.made.date_naive())),
        Body::Measure(measure) => Some((measure.started, measure.started.date_naive())),
        Body::Alert(alert) if alert.waits.is_none() => Some((alert.sent, alert.sent.date_naive())),
        Body::Acknowledgement(one) => Some((one.at, one.at.date_naive())),
        Body::Reply(reply) => Some((reply.made, reply.made.date_naive())),
        Body::Note(note) => Some((note.about, note.about.date_naive())),
        other => when(other),
    }
}
