//! A questionnaire: its answers, and its total.

use chrono::{DateTime, FixedOffset};
use serde_json::{Value, json};
use wire::ids::RecordId;

use super::{
    entry,
    parts::{LOINC, Patient, concept, derived, instant, survey, text, urn},
};
use crate::{
    measures::{Instrument, Score, Wording, find},
    record::{Body, Measure, Opened},
    takeout::Words,
};

/// What an answer counts (<https://hl7.org/fhir/R4/extension-ordinalvalue.html>).
const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/// The answers, and the total where there is one.
pub fn resources(
    id: RecordId,
    measure: &Measure,
    at: DateTime<FixedOffset>,
    patient: Patient,
    words: &dyn Words,
) -> Vec<Value> {
    let known = find(&measure.instrument);
    let mut all = vec![entry(id.0, response(id, measure, at, patient))];
    if let Some((known, score)) = known.zip(measure.score()) {
        let total = derived(id, "total");
        let resource = observation(total, id, (known, measure, score), at, patient, words);
        all.push(entry(total.0, resource));
    }
    all
}

/// "amended" where an answer was changed after the end.
const fn status(measure: &Measure, first: &'static str) -> &'static str {
    if measure.corrected.is_some() { "amended" } else { first }
}

/// Every question in the words in which it was read. One that was left out has no answer.
fn response(id: RecordId, measure: &Measure, at: DateTime<FixedOffset>, patient: Patient) -> Value {
    let mut response = json!({
        "resourceType": "QuestionnaireResponse",
        "id": id.to_string(),
        "status": status(measure, "completed"),
        "subject": patient.reference(),
        "author": patient.reference(),
        "source": patient.reference(),
        "authored": instant(measure.corrected.unwrap_or(at)),
    });
    // A code may not have blanks, whatever another app wrote.
    if !measure.language.is_empty() && measure.language.chars().all(|letter| letter.is_ascii_graphic()) {
        response["language"] = measure.language.as_str().into();
    }
    let known =
        find(&measure.instrument).and_then(|known| Some((known, known.wording(&measure.language)?.0)));
    let items: Vec<Value> = match known {
        Some((known, wording)) => questions(known, wording, measure),
        None => measure
            .answers
            .iter()
            .map(|(item, value)| json!({"linkId": item.to_string(), "answer": [{"valueInteger": value}]}))
            .collect(),
    };
    if let Some(loinc) = known.and_then(|(known, _)| known.loinc.as_ref()) {
        response["questionnaire"] = format!("{LOINC}/q/{}", loinc.panel).into();
    }
    if !items.is_empty() {
        response["item"] = items.into();
    }
    response
}

fn questions(known: &Instrument, wording: &Wording, measure: &Measure) -> Vec<Value> {
    let scored = known.items.iter().zip(&wording.items).map(|(item, question)| {
        let answer = measure.answers.get(&item.id).map(|value| {
            let place = known.options.iter().position(|option| option.value == *value);
            let code = place.and_then(|place| known.options.get(place)?.loinc.as_deref());
            answered(*value, code, place.and_then(|place| wording.options.get(place)))
        });
        question_of(item.id, item.loinc.as_deref(), question, answer)
    });
    let besides = known.unscored.iter().zip(&wording.unscored).map(|(item, asked)| {
        let answer = measure
            .answers
            .get(&item.id)
            .map(|value| answered(*value, None, asked.options.get(usize::from(*value))));
        question_of(item.id, item.loinc.as_deref(), &asked.text, answer)
    });
    scored.chain(besides).collect()
}

/// Linked by the code of the question, as LOINC's own forms are, or else by its number.
fn question_of(item: u8, code: Option<&str>, question: &str, answer: Option<Value>) -> Value {
    let mut value = json!({
        "linkId": code.map_or_else(|| item.to_string(), |code| format!("/{code}")),
        "text": question,
    });
    if let Some(answer) = answer {
        value["answer"] = json!([answer]);
    }
    value
}

/// As a code with its words and what it counts; as a number where the words are not known.
fn answered(value: u8, code: Option<&str>, said: Option<&String>) -> Value {
    let Some(said) = said else { return json!({"valueInteger": value}) };
    let mut coding = json!({
        "extension": [{"url": ORDINAL, "valueDecimal": value}],
        "display": said,
    });
    if let Some(code) = code {
        coding["system"] = LOINC.into();
        coding["code"] = code.into();
    }
    json!({"valueCoding": coding})
}

fn observation(
    id: RecordId,
    from: RecordId,
    (known, measure, score): (&Instrument, &Measure, Score),
    at: DateTime<FixedOffset>,
    patient: Patient,
    words: &dyn Words,
) -> Value {
    let [lowest, highest] = known.total.range;
    let code = known.loinc.as_ref().map(|loinc| loinc.total.as_str());
    let mut total = json!({
        "resourceType": "Observation",
        "id": id.to_string(),
        "status": status(measure, "final"),
        "category": survey(),
        "code": concept(code, &format!("{} {lowest}–{highest}", known.title)),
        "subject": patient.reference(),
        "performer": [patient.reference()],
        "effectiveDateTime": instant(at),
        "valueInteger": score.total,
        "derivedFrom": [{"reference": urn(from.0)}],
    });
    if let Some(band) = known.band(score.total) {
        total["interpretation"] = json!([{"text": band.name(words.language())}]);
    }
    if score.prorated {
        total["note"] = json!([{"text": words.prorated()}]);
    }
    total
}

/// Answers that ask for care, as the client sent them; the questionnaire need not be shared.
pub fn alert(opened: &Opened, patient: Patient, words: &dyn Words) -> Vec<Value> {
    let Body::Alert(alert) = &opened.body else { return Vec::new() };
    let known = find(&alert.instrument);
    let of = |(item, value): &(u8, u8)| {
        let place = known.and_then(|known| known.items.iter().position(|one| one.id == *item));
        let asked = known.zip(place);
        let code = asked.and_then(|(known, place)| known.items.get(place)?.loinc.as_deref());
        let question = asked.and_then(|(known, place)| known.wording(words.language())?.0.items.get(place));
        let id = derived(opened.id, &item.to_string());
        let title = known.map_or(alert.instrument.as_str(), |known| &known.title);
        let name =
            question.map_or_else(|| format!("{title}, {item}"), |question| format!("{title}: {question}"));
        let mut observation = json!({
            "resourceType": "Observation",
            "id": id.to_string(),
            "status": "final",
            "category": survey(),
            "code": concept(code, &name),
            "subject": patient.reference(),
            "performer": [patient.reference()],
            "effectiveDateTime": instant(alert.answered),
            "issued": instant(alert.sent),
            "valueInteger": value,
        });
        if let Some(flag) = text(words.flag()) {
            observation["note"] = json!([{"text": flag}]);
        }
        entry(id.0, observation)
    };
    alert.answers.iter().map(of).collect()
}
