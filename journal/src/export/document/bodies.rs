//! One record in the document.

use chrono::{DateTime, FixedOffset};
use serde_json::Value;

use super::{Label, Words, html::Html};
use crate::{
    export::Taken,
    record::{Answer, Body},
};

/// What was written, under what it is and when.
pub fn write(html: &mut Html, taken: &Taken<'_>, at: DateTime<FixedOffset>, words: &dyn Words) {
    html.open("article");
    let mut facts = vec![name(&taken.body, words).to_owned(), words.time(at)];
    if matches!(&*taken.body, Body::Entry(entry) if entry.finished.is_none()) {
        facts.push(words.label(Label::Draft).into());
    }
    if !taken.recipients.is_empty() {
        facts.push(words.label(Label::Shared).into());
    }
    html.class("p", "facts", &facts.join(" · "));
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
        Body::Attachment(attachment) => {
            if let Some(sketch) = &attachment.sketch {
                html.drawing(sketch, &attachment.about);
            }
            said(html, &attachment.about);
        }
        Body::Agenda(agenda) => agenda.items.iter().for_each(|item| said(html, &item.text)),
        other => other.words().into_iter().for_each(|text| said(html, text)),
    }
    html.close("article");
}

/// A record as it is: for what a newer app wrote, and for what is about people and keys.
pub fn raw(html: &mut Html, taken: &Taken<'_>) {
    let Ok(value) = serde_json::to_value(&taken.body) else { return };
    html.open("article");
    html.text("h3", value.get("kind").and_then(Value::as_str).unwrap_or_default());
    html.class("pre", "raw", &serde_json::to_string_pretty(&value).unwrap_or_default());
    html.close("article");
}

fn name(body: &Body, words: &dyn Words) -> &'static str {
    let label = match body {
        Body::Entry(entry) => return words.moment(entry.moment),
        Body::CheckIn(_) => Label::CheckIn,
        Body::Intention(_) => Label::Intention,
        Body::Insight(_) => Label::Insight,
        Body::Step(_) => Label::Step,
        Body::Agenda(_) => Label::Agenda,
        _ => Label::Attachment,
    };
    words.label(label)
}

fn version(html: &mut Html, answers: &[Answer], touched: &[String], free: &str, words: &dyn Words) {
    let answers = answers.iter().filter(|answer| !answer.text.trim().is_empty());
    let mut asked = false;
    for answer in answers {
        asked = true;
        html.text("h4", &answer.question);
        said(html, &answer.text);
    }
    feelings(html, touched, words);
    if asked && !free.trim().is_empty() {
        html.text("h4", words.label(Label::Free));
    }
    said(html, free);
}

fn feelings(html: &mut Html, touched: &[String], words: &dyn Words) {
    if touched.is_empty() {
        return;
    }
    let named: Vec<&str> = touched.iter().map(|id| words.feeling(id)).collect();
    html.class("p", "facts", &format!("{}: {}", words.label(Label::Feelings), named.join(", ")));
}

fn said(html: &mut Html, text: &str) {
    if !text.trim().is_empty() {
        html.class("p", "words", text);
    }
}
