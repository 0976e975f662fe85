//! The shared record of one client, as their therapist takes it out: a document to read, tables, and a FHIR bundle for
//! another record system. Made on the device; of what is private there is nothing to begin with.

mod csv;
mod fhir;

use chrono::{DateTime, FixedOffset};
use wire::ids::AccountId;

pub use self::{
    csv::{check_ins, measures},
    fhir::bundle,
};
use crate::{
    brief::check_in_of,
    cover::copy_of_plan,
    export::{self, Everything},
    record::{Acknowledgement, Appointment, Body, CheckIn, Measure, Opened, Reply, Scale},
};

/// How many letters of a name are in the name of a file.
const LONGEST_NAME: usize = 40;

/// A heading of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The day that it counts for.
    Day,
    /// When it was made, on the client's clock.
    Made,
    /// A scale of the check-in.
    Scale(Scale),
    /// Words that were touched.
    Feelings,
    /// In the client's own words.
    Note,
    /// When an answer was changed later.
    Corrected,
    /// Which questionnaire.
    Instrument,
    /// What it comes to.
    Total,
    /// The word for the total.
    Band,
    /// Whether a mean stands for missing answers.
    Prorated,
    /// The answer to one question, by its number.
    Item(u8),
}

/// The words around somebody's own, in one language.
pub trait Words: export::Words {
    /// A heading.
    fn column(&self, column: Column) -> String;
    /// A yes in a table.
    fn yes(&self) -> &'static str;
    /// What a mean for missing answers means.
    fn prorated(&self) -> &'static str;
    /// What such an answer is, and is not.
    fn flag(&self) -> &'static str;
}

/// What a client let their therapist have, and what she planned and answered that the client can read, too.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedRecord {
    /// Whose.
    pub client: AccountId,
    /// What they call themselves.
    pub name: String,
    /// When it was taken out.
    pub made: DateTime<FixedOffset>,
    /// In an order that depends on nothing but what they are.
    pub records: Vec<Opened>,
}

impl SharedRecord {
    /// From everything that `me` has opened. Left out are other clients, her own notes and drafts, and whatever the app
    /// keeps for itself. Until she plans herself, what was planned is there as it was passed on to her.
    #[must_use]
    pub fn new(
        records: &[Opened],
        client: AccountId,
        me: AccountId,
        name: String,
        made: DateTime<FixedOffset>,
    ) -> Self {
        let theirs = |record: &&Opened| record.owner == client && is_of_the_client(&record.body);
        let has = |id| records.iter().filter(theirs).any(|record| record.id == id);
        let told = |record: &Opened| record.owner == me && record.recipients.contains(&client);
        let hers = |record: &&Opened| match &record.body {
            Body::Plan(plan) => told(record) && plan.client == client,
            Body::Reply(Reply { to, .. }) => told(record) && has(*to),
            Body::Acknowledgement(Acknowledgement { alert, .. }) => told(record) && has(*alert),
            _ => false,
        };
        let plans_herself = records.iter().any(|record| hers(&record) && record.plan().is_some());
        let passed = if plans_herself { None } else { copy_of_plan(records, client).map(|copy| copy.id) };
        let is_in = |record: &&Opened| theirs(record) || hers(record) || Some(record.id) == passed;
        let mut records: Vec<_> = records.iter().filter(is_in).cloned().collect();
        records.sort_by_key(|record| (record.owner != client, record.id));
        Self { client, name, made, records }
    }

    /// As the document and the archive have it.
    #[must_use]
    pub fn everything(&self) -> Everything<'_> {
        Everything::new(self.client, &self.name, self.made, &self.records, &[])
    }

    /// What was planned, in any order.
    #[must_use]
    pub fn appointments(&self) -> &[Appointment] {
        self.records.iter().find_map(Opened::plan).map_or(&[], |plan| plan.appointments.as_slice())
    }

    /// Check-ins and their numbers, oldest first.
    #[must_use]
    pub fn check_ins(&self) -> Vec<(&Opened, CheckIn)> {
        let mut all: Vec<_> =
            self.records.iter().filter_map(|record| Some((record, check_in_of(record)?))).collect();
        all.sort_by_key(|(_, check_in)| (check_in.day, check_in.at));
        all
    }

    /// Finished questionnaires, oldest first.
    #[must_use]
    pub fn measures(&self) -> Vec<(&Opened, &Measure, DateTime<FixedOffset>)> {
        let finished = |record: &'_ Opened| record.measure().and_then(|measure| measure.finished);
        let mut all: Vec<_> = self
            .records
            .iter()
            .filter_map(|record| Some((record, record.measure()?, finished(record)?)))
            .collect();
        all.sort_by_key(|(_, _, at)| *at);
        all
    }

    /// Pages and passages.
    #[must_use]
    pub fn pages(&self) -> usize {
        let is_page = |record: &&Opened| matches!(record.body, Body::Entry(_) | Body::Excerpt(_));
        self.records.iter().filter(is_page).count()
    }

    /// What its files are called: whose record it is and of which day, in letters that any disk takes.
    #[must_use]
    pub fn file_name(&self) -> String {
        let letters = self.name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' });
        let name: String = letters.take(LONGEST_NAME).collect::<String>().to_lowercase();
        let words = name.split_whitespace().chain(["record"]).collect::<Vec<_>>().join("-");
        format!("{words}-{}", self.made.date_naive())
    }

    /// Whether the client let nothing be seen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.records.iter().any(|record| record.owner == self.client && is_of_the_client(&record.body))
    }
}

/// What a client shares, and not what an app keeps for itself.
const fn is_of_the_client(body: &Body) -> bool {
    // What a colleague did about an alert is there as the client passed it on.
    if let Body::Acknowledgement(one) = body {
        return one.passed.is_some();
    }
    matches!(
        body,
        Body::Entry(_)
            | Body::Excerpt(_)
            | Body::CheckIn(_)
            | Body::Numbers(_)
            | Body::Measure(_)
            | Body::Intention(_)
            | Body::Insight(_)
            | Body::Step(_)
            | Body::Agenda(_)
            | Body::Attachment(_)
            | Body::SafetyPlan(_)
            | Body::Alert(_)
            | Body::Unknown(_)
    )
}

#[cfg(test)]
mod tests;
