//! One record in the document.

mod parts;

use chrono::{DateTime, FixedOffset};

use self::parts::{alert, attachment, feelings, fields, measure, plan, said, step, version};
use super::{Label, Words, html::Html};
use crate::{
    export::Taken,
    record::{Body, PARTS, What},
};

/// What was written, under what it is and when. What is about people, keys and the app itself is written down as it is.
/// `opened` says who read it.
pub fn write(
    html: &mut Html,
    taken: &Taken<'_>,
    at: Option<DateTime<FixedOffset>>,
    opened: &[String],
    words: &dyn Words,
) {
    html.open("article");
    let mut facts = vec![name(&taken.body, words).to_owned()];
    facts.extend(at.map(|at| words.time(at)));
    let is_draft = match &*taken.body {
        Body::Entry(entry) => entry.finished.is_none(),
        Body::Measure(measure) => measure.finished.is_none(),
        _ => false,
    };
    facts.extend(is_draft.then(|| words.label(Label::Draft).into()));
    facts.extend((!taken.recipients.is_empty()).then(|| words.label(Label::Shared).into()));
    html.class(if at.is_some() { "p" } else { "h3" }, "facts", &facts.join(" · "));
    match &*taken.body {
        Body::Entry(entry) => {
            version(html, &entry.answers, &entry.feelings, &entry.free, words);
            for other in &entry.others {
                html.class("p", "facts", words.label(Label::Other));
                version(html, &other.answers, &other.feelings, &other.free, words);
            }
        }
        Body::CheckIn(check_in) => {
            said(html, &words.levels(check_in));
            feelings(html, &check_in.feelings, words);
            said(html, &check_in.note);
        }
        Body::Numbers(numbers) => {
            begun(html, numbers.at, words);
            said(html, &words.levels(&numbers.as_check_in()));
        }
        Body::Excerpt(excerpt) => {
            begun(html, excerpt.started, words);
            asked(html, excerpt.passage.question.as_deref());
            said(html, &excerpt.passage.text);
        }
        Body::Measure(filled) => measure(html, filled, words),
        Body::Insight(insight) => {
            asked(html, insight.question.as_deref());
            said(html, &insight.text);
        }
        Body::Step(one) => step(html, one, words),
        Body::Agenda(agenda) => {
            for item in &agenda.items {
                asked(html, item.question.as_deref());
                said(html, &item.text);
            }
        }
        Body::Jotting(jotting) => said(html, &jotting.text),
        Body::Attachment(one) => attachment(html, one, taken.file.as_deref(), words),
        Body::SafetyPlan(plan) => {
            for part in PARTS.into_iter().filter(|part| !plan.text(*part).trim().is_empty()) {
                html.text("h4", words.safety(part));
                said(html, plan.text(part));
            }
        }
        Body::Plan(of_therapist) => plan(html, of_therapist, words),
        Body::Alert(told) => alert(html, told),
        Body::Acknowledgement(one) => {
            let done: Vec<&str> = one.done.iter().map(|done| words.done(*done)).collect();
            said(html, &done.join(", "));
            said(html, &one.note);
            said(html, one.passed.as_ref().map_or("", |passed| passed.name.as_str()));
        }
        Body::Reply(reply) => said(html, &reply.text),
        Body::Introduction(introduction) => said(html, &introduction.words),
        Body::Note(note) => said(html, &note.text),
        Body::Template(template) => {
            html.text("h4", &template.question);
            said(html, &template.help);
        }
        Body::Intention(intention) => said(html, &intention.text),
        other => fields(html, other),
    }
    for line in opened {
        html.class("p", "facts", line);
    }
    html.close("article");
}

/// In which order things without a day stand.
pub const fn rank(body: &Body) -> u8 {
    match body {
        Body::SafetyPlan(_) => 0,
        Body::Plan(_) => 1,
        Body::Jotting(_) => 2,
        Body::Excerpt(_) | Body::Numbers(_) => 3,
        Body::Unknown(_) => 4,
        Body::Profile(_) => 5,
        _ => 6,
    }
}

fn name(body: &Body, words: &dyn Words) -> &'static str {
    let label = match body {
        Body::Entry(entry) => return words.moment(entry.moment),
        Body::CheckIn(_) => Label::CheckIn,
        Body::Measure(_) => Label::Measure,
        Body::Intention(_) => Label::Intention,
        Body::Insight(_) => Label::Insight,
        Body::Step(_) => Label::Step,
        Body::Agenda(_) => Label::Agenda,
        Body::Jotting(_) => Label::Jotting,
        Body::Attachment(attachment) => match attachment.what {
            What::Sketch => Label::Sketch,
            What::Voice => Label::Voice,
            What::Photo => Label::Photo,
        },
        Body::SafetyPlan(_) => Label::SafetyPlan,
        Body::Plan(_) => Label::Plan,
        Body::Alert(_) => Label::Alert,
        Body::Acknowledgement(_) => Label::Acknowledgement,
        Body::Reply(_) => Label::Reply,
        Body::Note(_) => Label::Note,
        Body::Pencilled(_) => Label::Pencilled,
        Body::Template(_) => Label::Template,
        Body::Profile(_) => Label::Profile,
        Body::Receipt(_) => Label::Receipt,
        Body::PutOff(_) => Label::PutOff,
        Body::Invitation(_) => Label::Invitation,
        Body::Introduction(_) => Label::Introduction,
        Body::Consent(_) => Label::Consent,
        Body::Pin(_) => Label::Pin,
        Body::Excerpt(_) => Label::Excerpt,
        Body::Numbers(_) => Label::Numbers,
        Body::Share(_) => Label::Share,
        Body::Rules(_) => Label::Rules,
        Body::Settings(_) => Label::Settings,
        Body::Unknown(_) => Label::Unknown,
    };
    words.label(label)
}

fn begun(html: &mut Html, at: DateTime<FixedOffset>, words: &dyn Words) {
    html.class("p", "facts", &format!("{} · {}", words.day(at.date_naive()), words.time(at)));
}

fn asked(html: &mut Html, question: Option<&str>) {
    if let Some(question) = question {
        html.text("h4", question);
    }
}
