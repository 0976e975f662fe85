//! What grew beside the pages of one client: intentions, what became clear, what was tried, what is to be talked about,
//! and a plan for hard hours. All of it is shared with the therapist.

use chrono::{DateTime, FixedOffset, NaiveDate};
use journal::record::{Agenda, Body, Entry, Insight, Intention, Item, Look, Outcome, Part, SafetyPlan, Step};
use wire::ids::{AccountId, RecordId};

use crate::{device::Device, error::Error};

/// Of one client; what is said to be of a page names it by its place.
pub struct Grown {
    pub intentions: Vec<Intended>,
    pub insights: Vec<Found>,
    pub steps: Vec<Tried>,
    pub agenda: Option<(DateTime<FixedOffset>, Vec<Topic>)>,
    pub safety: Option<Safety>,
}

/// The answer to a prompt, kept as an intention.
pub struct Intended {
    pub page: usize,
    pub prompt: &'static str,
}

/// A passage of an answer that was kept.
pub struct Found {
    pub at: DateTime<FixedOffset>,
    pub page: usize,
    pub prompt: &'static str,
    pub text: &'static str,
    /// By its place among the intentions.
    pub intention: usize,
}

/// A small step.
pub struct Tried {
    pub at: DateTime<FixedOffset>,
    pub text: &'static str,
    /// By its place among the insights.
    pub insight: Option<usize>,
    pub intention: usize,
    /// The day to look back at it next.
    pub back_on: Option<NaiveDate>,
    pub looks: Vec<(DateTime<FixedOffset>, Outcome, &'static str)>,
}

/// A line of the list for the next hour.
pub enum Topic {
    /// In words of its own.
    Line(&'static str),
    /// A starred passage of an answer.
    Starred { page: usize, prompt: &'static str, text: &'static str },
}

/// The plan for hard hours.
pub struct Safety {
    pub made: DateTime<FixedOffset>,
    pub changed: DateTime<FixedOffset>,
    pub parts: [(Part, &'static str); 6],
}

impl Grown {
    /// Nothing.
    pub const fn none() -> Self {
        Self { intentions: Vec::new(), insights: Vec::new(), steps: Vec::new(), agenda: None, safety: None }
    }

    /// Writes and shares it.
    pub fn write(
        &self,
        device: &mut Device,
        pages: &[(RecordId, Entry)],
        therapist: AccountId,
    ) -> Result<(), Error> {
        let mut put = |body: Body| {
            let id = Device::new_id();
            device.put(id, &body, &[therapist]).map(|()| id)
        };
        let (mut intentions, mut insights) = (Vec::new(), Vec::new());
        for one in &self.intentions {
            let (entry, page) = nth(pages, one.page)?;
            let made = page.finished.unwrap_or(page.changed);
            let intention = Intention::of_entry(page.answer(one.prompt).into(), *entry, made);
            intentions.push(put(Body::Intention(intention))?);
        }
        for one in &self.insights {
            let (entry, page) = nth(pages, one.page)?;
            let insight = Insight {
                question: question(page, one.prompt),
                entry: Some(*entry),
                intention: Some(*nth(&intentions, one.intention)?),
                written: page.started,
                ..Insight::new(one.text.into(), one.at)
            };
            insights.push(put(Body::Insight(insight))?);
        }
        for one in &self.steps {
            let looks = one.looks.iter();
            let looks =
                looks.map(|(at, outcome, note)| Look { at: *at, outcome: *outcome, note: (*note).into() });
            let step = Step {
                insight: one.insight.map(|place| nth(&insights, place).copied()).transpose()?,
                intention: Some(*nth(&intentions, one.intention)?),
                changed: one.looks.last().map_or(one.at, |(at, ..)| *at),
                back_on: one.back_on,
                looks: looks.collect(),
                ..Step::new(one.text.into(), one.at)
            };
            put(Body::Step(step))?;
        }
        if let Some((made, topics)) = &self.agenda {
            let mut agenda = Agenda::new(*made);
            for topic in topics {
                agenda.put(item(topic, pages, *made)?);
            }
            put(Body::Agenda(agenda))?;
        }
        if let Some(one) = &self.safety {
            put(Body::SafetyPlan(one.plan()))?;
        }
        Ok(())
    }
}

impl Safety {
    fn plan(&self) -> SafetyPlan {
        let mut plan = SafetyPlan::new(self.made);
        for (part, text) in self.parts {
            plan.set(part, text.into(), self.changed);
        }
        plan
    }
}

fn item(topic: &Topic, pages: &[(RecordId, Entry)], added: DateTime<FixedOffset>) -> Result<Item, Error> {
    let id = Device::new_id().0;
    Ok(match topic {
        Topic::Line(text) => Item::line(id, (*text).into(), added),
        Topic::Starred { page, prompt, text } => {
            let (entry, page) = nth(pages, *page)?;
            Item {
                entry: Some(*entry),
                question: question(page, prompt),
                ..Item::line(id, (*text).into(), added)
            }
        }
    })
}

/// What was asked there.
fn question(page: &Entry, prompt: &str) -> Option<String> {
    page.answers.iter().find(|answer| answer.prompt == prompt).map(|answer| answer.question.clone())
}

fn nth<T>(all: &[T], place: usize) -> Result<&T, Error> {
    all.get(place).ok_or(Error::Unexpected("something of a story that is not in it"))
}
