//! What resources are made of.

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use wire::ids::RecordId;

/// The code system of questionnaires and their answers.
pub const LOINC: &str = "http://loinc.org";
/// The code system of what only this journal asks.
pub const OWN: &str = "urn:interleaf:check-in";

/// Whose record it is.
#[derive(Clone, Copy)]
pub struct Patient(pub Uuid);

impl Patient {
    /// As others point to it.
    pub fn reference(self) -> Value {
        json!({"reference": urn(self.0)})
    }
}

/// The address of a resource in its bundle.
pub fn urn(id: Uuid) -> String {
    format!("urn:uuid:{id}")
}

/// A second resource of one record: always the same id for the same record.
pub fn derived(id: RecordId, what: &str) -> RecordId {
    let digest = Sha256::new().chain_update(id.bytes()).chain_update(what).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    RecordId::from_random(bytes)
}

/// FHIR `instant` and `dateTime`, with the offset of the client's clock.
pub fn instant(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// FHIR `string`: not empty, no control characters, and no other blanks than those it allows. `None` where nothing is
/// left to say.
pub fn text(words: &str) -> Option<String> {
    let allowed = |letter: char| match letter {
        '\n' | '\r' | '\t' => letter,
        blank if blank.is_whitespace() || blank == '\u{feff}' => ' ',
        other => other,
    };
    let plain: String = words
        .chars()
        .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t'))
        .map(allowed)
        .collect();
    let plain = plain.trim();
    (!plain.is_empty()).then(|| plain.to_owned())
}

/// A survey, as US Core has it.
pub fn survey() -> Value {
    json!([{"coding": [{
        "system": "http://terminology.hl7.org/CodeSystem/observation-category",
        "code": "survey",
        "display": "Survey",
    }]}])
}

/// A concept: a LOINC code where there is one, and its words.
pub fn concept(code: Option<&str>, words: &str) -> Value {
    let mut concept = json!({});
    if let Some(code) = code {
        concept["coding"] = json!([{"system": LOINC, "code": code}]);
    }
    if let Some(words) = text(words) {
        concept["text"] = words.into();
    }
    concept
}

#[cfg(test)]
mod tests;
