//! Two devices changed one record before they met. Nothing that was written is dropped.

use super::{
    Agenda, Answer, Attachment, Body, CheckIn, Entry, Insight, Intention, Jotting, Measure, Note,
    OtherVersion, Plan, PutOff, Reply, Rest, Rules, SafetyPlan, Settings, Step, Template,
};

/// The body both started from, if it is of the kind.
macro_rules! of {
    ($kind:ident, $base:expr) => {
        if let Some(Body::$kind(base)) = $base { Some(base) } else { None }
    };
}

/// What the record says after both changes. `base` is what both started from, where it is known.
///
/// Equal bodies stay as they are. In an entry, a field that only one side changed takes that side's words;
/// where both sides changed the same field, mine stays and theirs is kept whole beside it. Short texts that both
/// changed stand one under the other. Plans are joined thing by thing, settings one by one, and a sharing rule that both sides changed is
/// no rule. Other kinds are written by one hand at a time: mine stays.
#[must_use]
pub fn merge(base: Option<&Body>, mine: &Body, theirs: &Body) -> Body {
    match (mine, theirs) {
        _ if mine == theirs => theirs.clone(),
        (Body::Entry(mine), Body::Entry(theirs)) => Body::Entry(entries(of!(Entry, base), mine, theirs)),
        (Body::CheckIn(mine), Body::CheckIn(theirs)) => {
            Body::CheckIn(CheckIn::merge(of!(CheckIn, base), mine, theirs))
        }
        (Body::Measure(mine), Body::Measure(theirs)) => {
            Body::Measure(Measure::merge(of!(Measure, base), mine, theirs))
        }
        (Body::Intention(mine), Body::Intention(theirs)) => {
            Body::Intention(Intention::merge(of!(Intention, base), mine, theirs))
        }
        (Body::Attachment(mine), Body::Attachment(theirs)) => {
            Body::Attachment(Attachment::merge(of!(Attachment, base), mine, theirs))
        }
        (Body::Insight(mine), Body::Insight(theirs)) => {
            Body::Insight(Insight::merge(of!(Insight, base), mine, theirs))
        }
        (Body::Step(mine), Body::Step(theirs)) => Body::Step(Step::merge(of!(Step, base), mine, theirs)),
        (Body::Agenda(mine), Body::Agenda(theirs)) => {
            Body::Agenda(Agenda::merge(of!(Agenda, base), mine, theirs))
        }
        (Body::SafetyPlan(mine), Body::SafetyPlan(theirs)) => {
            Body::SafetyPlan(SafetyPlan::merge(of!(SafetyPlan, base), mine, theirs))
        }
        (Body::Jotting(mine), Body::Jotting(theirs)) => {
            Body::Jotting(Jotting::merge(of!(Jotting, base), mine, theirs))
        }
        (Body::Rules(mine), Body::Rules(theirs)) => {
            Body::Rules(Rules::merged(of!(Rules, base), mine, theirs))
        }
        (Body::Plan(mine), Body::Plan(theirs)) => Body::Plan(Plan::merge(of!(Plan, base), mine, theirs)),
        (Body::Reply(mine), Body::Reply(theirs)) => Body::Reply(Reply::merge(of!(Reply, base), mine, theirs)),
        (Body::Note(mine), Body::Note(theirs)) => Body::Note(Note::merge(of!(Note, base), mine, theirs)),
        (Body::Template(mine), Body::Template(theirs)) => {
            Body::Template(Template::merge(of!(Template, base), mine, theirs))
        }
        (Body::Settings(mine), Body::Settings(theirs)) => {
            Body::Settings(Settings::merge(of!(Settings, base), mine, theirs))
        }
        (Body::PutOff(mine), Body::PutOff(theirs)) => Body::PutOff(put_offs(mine, theirs)),
        _ => mine.clone(),
    }
}

fn put_offs(mine: &PutOff, theirs: &PutOff) -> PutOff {
    let mut merged = mine.clone();
    merged.join(theirs);
    merged
}

fn entries(base: Option<&Entry>, mine: &Entry, theirs: &Entry) -> Entry {
    let mut merged = mine.clone();
    // What is taken up or unchanged is not said twice: the other version holds only what clashes.
    let mut other = OtherVersion {
        changed: theirs.changed,
        answers: Vec::new(),
        feelings: Vec::new(),
        free: String::new(),
    };
    let base_answer = |prompt: &str| base.map_or("", |entry| entry.answer(prompt));
    for Answer { prompt, question, text } in &theirs.answers {
        match three_way(base_answer(prompt), mine.answer(prompt), text) {
            Side::Mine => {}
            Side::Theirs => merged.set_answer(prompt, question, text.clone()),
            Side::Both => {
                let [prompt, question, text] = [prompt, question, text].map(String::clone);
                other.answers.push(Answer { prompt, question, text });
            }
        }
    }
    match three_way(base.map_or("", |entry| entry.free.as_str()), &mine.free, &theirs.free) {
        Side::Mine => {}
        Side::Theirs => merged.free.clone_from(&theirs.free),
        Side::Both => other.free.clone_from(&theirs.free),
    }
    // What one side took off, or decided, is done.
    if let Some(base) = base {
        let stays = |was: bool, is: bool| !was || is;
        merged.feelings.retain(|one| stays(base.feelings.contains(one), theirs.feelings.contains(one)));
        merged.others.retain(|one| stays(base.others.contains(one), theirs.others.contains(one)));
    }
    for feeling in &theirs.feelings {
        let taken_off = base.is_some_and(|entry| entry.feelings.contains(feeling));
        if !merged.feelings.contains(feeling) && !taken_off {
            merged.feelings.push(feeling.clone());
        }
    }
    for theirs in &theirs.others {
        let was_there = base.is_some_and(|entry| entry.others.contains(theirs));
        if !merged.others.contains(theirs) && !was_there {
            merged.others.push(theirs.clone());
        }
    }
    let clash = !other.answers.is_empty() || !other.free.is_empty();
    if clash && !merged.others.contains(&other) {
        merged.others.push(other);
    }
    merged.rest = rests(&mine.rest, &theirs.rest);
    merged.changed = mine.changed.max(theirs.changed);
    merged.finished = mine.finished.or(theirs.finished);
    merged.intention = mine.intention.or(theirs.intention);
    // Where they were last, on whichever device.
    if theirs.changed > mine.changed {
        merged.position = theirs.position;
        merged.page.clone_from(&theirs.page);
    }
    merged
}

/// A short text after both sides: what only one changed is that side's, what both changed stands one under the
/// other.
pub(super) fn both(base: Option<&String>, mine: &str, theirs: &str) -> String {
    match three_way(base.map_or("", String::as_str), mine, theirs) {
        Side::Mine => mine.to_owned(),
        Side::Theirs => theirs.to_owned(),
        Side::Both if mine.contains(theirs) => mine.to_owned(),
        Side::Both => format!("{mine}\n\n{theirs}"),
    }
}

/// What a newer version wrote on either side.
pub(super) fn rests(mine: &Rest, theirs: &Rest) -> Rest {
    let mut all = mine.clone();
    for (field, value) in theirs {
        all.entry(field.clone()).or_insert_with(|| value.clone());
    }
    all
}

enum Side {
    Mine,
    Theirs,
    Both,
}

fn three_way(base: &str, mine: &str, theirs: &str) -> Side {
    if mine == theirs || theirs == base || theirs.is_empty() {
        Side::Mine
    } else if mine == base || mine.is_empty() {
        Side::Theirs
    } else {
        Side::Both
    }
}
