//! One kind of record a file. Every body carries its version and keeps the fields it does not know, so that
//! an older app never loses what a newer one wrote.

mod acknowledgement;
mod agenda;
mod alert;
mod attachment;
mod check_in;
mod entry;
mod excerpt;
mod insight;
mod intention;
mod introduction;
mod measure;
mod merge;
mod note;
mod own;
mod pencilled;
mod plan;
mod private;
mod put_off;
mod receipt;
mod reminders;
mod reply;
mod rules;
mod safety_plan;
mod settings;
mod share;
mod step;
mod template;
mod versions;
mod words;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use wire::ids::{AccountId, Epoch, RecordId, Rev};

pub use self::{
    acknowledgement::{Acknowledgement, Done, Passed},
    agenda::{Agenda, Item, Jotting},
    alert::Alert,
    attachment::{Attachment, Blob, Due, Here, Media, Preview, What},
    check_in::{CheckIn, Level, NIGHT, SCALES, SETTLES, Scale},
    entry::{Answer, Entry, OtherVersion, first_words},
    excerpt::{Excerpt, Numbers},
    insight::Insight,
    intention::Intention,
    introduction::{Consent, Introduction, Purpose, Said},
    measure::Measure,
    merge::merge,
    note::Note,
    own::{Invitation, Pin, Profile, Verified},
    pencilled::Pencilled,
    plan::{Appointment, AppointmentKind, Dose, OwnPrompt, Plan, PlannedMeasure, Route, Telling},
    put_off::{NotNow, PutOff},
    receipt::Receipt,
    reminders::{Quiet, ReminderTime, Reminders},
    reply::Reply,
    rules::{Rule, Rules},
    safety_plan::{PARTS, Part, SafetyPlan},
    settings::{Away, Light, Settings, TextSize},
    share::{Form, Share},
    step::{Look, Outcome, Step},
    template::Template,
    versions::{Choice, Difference},
};

/// Fields that this version does not know, kept through a rewrite.
pub type Rest = Map<String, Value>;

/// The opened content of a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// Who somebody is; granted to everybody they are paired with.
    Profile(Profile),
    /// A client's appointments, written by the therapist and granted to the client.
    Plan(Plan),
    /// A guided or free entry.
    Entry(Entry),
    /// A mood check-in.
    CheckIn(CheckIn),
    /// An answered questionnaire.
    Measure(Measure),
    /// What to turn toward in a dosing session.
    Intention(Intention),
    /// A passage that is kept for itself.
    Insight(Insight),
    /// Something small to try, and what became of it.
    Step(Step),
    /// What to talk about in the next hour together.
    Agenda(Agenda),
    /// A line for that list while it is being typed; granted to nobody.
    Jotting(Jotting),
    /// A drawing, a voice note or a photo, beside an entry.
    Attachment(Attachment),
    /// What helps when it gets hard.
    SafetyPlan(SafetyPlan),
    /// "I opened this", granted to the author.
    Receipt(Receipt),
    /// An answer that asks for care, granted to the therapist.
    Alert(Alert),
    /// What was done about an alert, granted to the client.
    Acknowledgement(Acknowledgement),
    /// What a client answered with "not now"; granted to nobody.
    PutOff(PutOff),
    /// The therapist's own note of an invitation, with the part of the link the server never sees.
    Invitation(Invitation),
    /// The other side's keys, as this account first verified them.
    Pin(Pin),
    /// A passage of an entry, granted instead of the entry.
    Excerpt(Excerpt),
    /// The scales of a check-in, granted instead of the check-in.
    Numbers(Numbers),
    /// The author's own note of what is shared of a record, and how.
    Share(Share),
    /// What the client's own device shares without asking again.
    Rules(Rules),
    /// How somebody wants the app to be.
    Settings(Settings),
    /// A therapist's answer to something shared, granted to its author once it is sent.
    Reply(Reply),
    /// A therapist's own note about an hour; granted to nobody.
    Note(Note),
    /// An appointment while its form is being filled in; granted to nobody.
    Pencilled(Pencilled),
    /// A therapist's own prompt, kept to be given; granted to nobody.
    Template(Template),
    /// A therapist asks a client to let a colleague read; granted to the client once it is sent.
    Introduction(Introduction),
    /// What the client answered to that, granted to whoever it is about.
    Consent(Consent),
    /// A kind from a newer version: kept whole.
    #[serde(untagged)]
    Unknown(Value),
}

/// The content is not a JSON object with a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a record")]
pub struct NotARecord;

impl Body {
    /// From the padded-off plaintext of an envelope.
    ///
    /// # Errors
    /// When the bytes are not a JSON object with a `kind`.
    pub fn parse(json: &[u8]) -> Result<Self, NotARecord> {
        let value: Value = serde_json::from_slice(json).map_err(|_| NotARecord)?;
        if value.get("kind").and_then(Value::as_str).is_none() {
            return Err(NotARecord);
        }
        serde_json::from_value(value).map_err(|_| NotARecord)
    }

    /// Whether the server may know that it should not wait. An alert alone; what it says stays sealed.
    #[must_use]
    pub const fn is_urgent(&self) -> bool {
        matches!(self, Self::Alert(_))
    }

    /// The plaintext to seal.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// A record that was opened on this device.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Which record.
    pub id: RecordId,
    /// Who wrote it.
    pub owner: AccountId,
    /// Which revision.
    pub rev: Rev,
    /// Which epoch of its key.
    pub epoch: Epoch,
    /// What it says.
    pub body: Body,
    /// Who else can read it; known to the author only.
    pub recipients: Vec<AccountId>,
}

impl Opened {
    /// The entry in it, if it is one.
    #[must_use]
    pub const fn entry(&self) -> Option<&Entry> {
        if let Body::Entry(entry) = &self.body { Some(entry) } else { None }
    }

    /// The check-in in it, if it is one.
    #[must_use]
    pub const fn check_in(&self) -> Option<&CheckIn> {
        if let Body::CheckIn(check_in) = &self.body { Some(check_in) } else { None }
    }

    /// The passage in it, if it is one.
    #[must_use]
    pub const fn excerpt(&self) -> Option<&Excerpt> {
        if let Body::Excerpt(excerpt) = &self.body { Some(excerpt) } else { None }
    }

    /// The decision about sharing in it, if it is one.
    #[must_use]
    pub const fn share(&self) -> Option<&Share> {
        if let Body::Share(share) = &self.body { Some(share) } else { None }
    }

    /// The answered questionnaire in it, if it is one.
    #[must_use]
    pub const fn measure(&self) -> Option<&Measure> {
        if let Body::Measure(measure) = &self.body { Some(measure) } else { None }
    }

    /// The plan in it, if it is one.
    #[must_use]
    pub const fn plan(&self) -> Option<&Plan> {
        if let Body::Plan(plan) = &self.body { Some(plan) } else { None }
    }

    /// What was put off, if that is what it tells.
    #[must_use]
    pub const fn put_off(&self) -> Option<&PutOff> {
        if let Body::PutOff(put_off) = &self.body { Some(put_off) } else { None }
    }

    /// The receipt in it, if it is one.
    #[must_use]
    pub const fn receipt(&self) -> Option<&Receipt> {
        if let Body::Receipt(receipt) = &self.body { Some(receipt) } else { None }
    }
}

#[cfg(test)]
mod tests;
