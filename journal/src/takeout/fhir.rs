//! A FHIR R4 bundle (<https://hl7.org/fhir/R4/bundle.html>): questionnaires with their LOINC codes, totals, check-ins and
//! shared pages. In it everything hangs together by itself; no server is named.

mod check_in;
mod measure;
mod page;
mod parts;

use serde_json::{Value, json};
use uuid::Uuid;

use self::parts::{Patient, instant, text, urn};
use super::{SharedRecord, Words};

/// The whole record as one JSON file, the same bytes for the same record.
#[must_use]
pub fn bundle(record: &SharedRecord, words: &dyn Words) -> Vec<u8> {
    let patient = Patient(record.client.0);
    let mut entries = vec![entry(record.client.0, person(record))];
    for (opened, measure, at) in record.measures() {
        entries.extend(measure::resources(opened.id, measure, at, patient, words));
    }
    for (opened, check_in) in record.check_ins() {
        entries.push(entry(opened.id.0, check_in::observation(opened.id, &check_in, patient, words)));
    }
    for opened in &record.records {
        entries.extend(measure::alert(opened, patient, words));
        entries.extend(page::document(opened, patient, words));
    }
    let whole = json!({
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": instant(record.made),
        "entry": entries,
    });
    serde_json::to_vec_pretty(&whole).unwrap_or_default()
}

/// Nothing but what they call themselves.
fn person(record: &SharedRecord) -> Value {
    let mut patient = json!({"resourceType": "Patient", "id": record.client.to_string()});
    if let Some(name) = text(&record.name) {
        patient["name"] = json!([{"use": "usual", "text": name}]);
    }
    patient
}

/// One resource of the bundle.
fn entry(id: Uuid, resource: Value) -> Value {
    let mut entry = json!({"fullUrl": urn(id)});
    entry["resource"] = resource;
    entry
}
