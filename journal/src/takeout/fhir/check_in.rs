//! A check-in: one observation, a component a scale.

use serde_json::{Value, json};
use wire::ids::RecordId;

use super::parts::{OWN, Patient, instant, survey, text};
use crate::{
    export::Label,
    record::{CheckIn, SCALES, Scale},
    takeout::{Column, Words},
};

/// One made for another day than it was made on has that day, without an hour.
pub fn observation(id: RecordId, check_in: &CheckIn, patient: Patient, words: &dyn Words) -> Value {
    let effective = if check_in.at.date_naive() == check_in.day {
        instant(check_in.at)
    } else {
        check_in.day.to_string()
    };
    let mut observation = json!({
        "resourceType": "Observation",
        "id": id.to_string(),
        "status": if check_in.corrected.is_some() { "amended" } else { "final" },
        "category": survey(),
        "code": {"coding": [{"system": OWN, "code": "check-in"}], "text": words.label(Label::CheckIn)},
        "subject": patient.reference(),
        "performer": [patient.reference()],
        "effectiveDateTime": effective,
        "issued": instant(check_in.at),
    });
    let mut components: Vec<Value> = SCALES
        .iter()
        .filter_map(|scale| {
            let level = check_in.level(*scale)?.step();
            let code = component(code(*scale), &words.column(Column::Scale(*scale)));
            Some(json!({"code": code, "valueInteger": level}))
        })
        .collect();
    components.extend(check_in.feelings.iter().filter_map(|id| {
        let code = component("feeling", &words.column(Column::Feelings));
        Some(json!({"code": code, "valueString": text(words.feeling(id))?}))
    }));
    if !components.is_empty() {
        observation["component"] = components.into();
    }
    if let Some(note) = text(&check_in.note) {
        observation["note"] = json!([{"text": note}]);
    }
    observation
}

fn component(code: &str, words: &str) -> Value {
    json!({"coding": [{"system": OWN, "code": code}], "text": words})
}

const fn code(scale: Scale) -> &'static str {
    match scale {
        Scale::Mood => "mood",
        Scale::Anxiety => "anxiety",
        Scale::Energy => "energy",
        Scale::Sleep => "sleep",
        Scale::Connection => "connection",
    }
}
