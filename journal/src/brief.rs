//! What a therapist sees before the hour, computed from what she was given. Every figure can be traced to
//! the records it came from; of what is private she has nothing, so nothing can be counted.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate};
use wire::ids::{AccountId, RecordId};

use crate::{
    course::{Course, Dosing},
    record::{Appointment, Body, Opened, Scale},
};

/// How many days the chart shows.
pub const CHART_DAYS: i64 = 28;

/// One day of one scale: the mean of that day's check-ins, or a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// The client's local day.
    pub day: NaiveDate,
    /// 1 to 5; `None` is a gap and is drawn as one.
    pub level: Option<f32>,
    /// The check-ins it was computed from.
    pub from: Vec<RecordId>,
}

/// One shared entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// Which record.
    pub id: RecordId,
    /// When it was last changed.
    pub changed: DateTime<FixedOffset>,
    /// Whether this revision has no receipt by the reader yet.
    pub unread: bool,
    /// Its first words.
    pub first_words: String,
    /// Hours after the dosing session it looks back on.
    pub hours_after: Option<i64>,
}

/// The brief for one client.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// What the client calls themselves.
    pub name: Option<String>,
    /// The latest dosing session.
    pub dosing: Option<Dosing>,
    /// The next appointment.
    pub next: Option<Appointment>,
    /// Where "since our last hour" begins.
    pub since: Option<DateTime<FixedOffset>>,
    /// Dosing sessions inside the chart: day and number.
    pub marks: Vec<(NaiveDate, usize)>,
    /// Newest first.
    pub shared: Vec<Shared>,
    /// Check-ins shared since the last hour together.
    pub check_ins: usize,
    days: Vec<NaiveDate>,
    levels: Vec<(RecordId, crate::record::CheckIn)>,
}

impl Brief {
    /// From everything `me` has opened; only the records of `client` and the plan for them count.
    #[must_use]
    pub fn new(records: &[Opened], client: AccountId, me: AccountId, now: DateTime<FixedOffset>) -> Self {
        let theirs = || records.iter().filter(move |record| record.owner == client);
        let appointments = records
            .iter()
            .filter(|record| record.owner == me)
            .filter_map(Opened::plan)
            .find(|plan| plan.client == client)
            .map_or_else(Vec::new, |plan| plan.appointments.clone());
        let course = Course::new(&appointments, now);
        let today = now.date_naive();
        let days: Vec<_> =
            (0..CHART_DAYS).rev().filter_map(|back| today.checked_sub_signed(Duration::days(back))).collect();
        let levels: Vec<_> = theirs()
            .filter_map(|record| record.check_in().map(|check_in| (record.id, check_in.clone())))
            .collect();
        let since = course.last_together().map(|hour| hour.at);
        let mut shared: Vec<_> = theirs().filter_map(|record| shared(record, records, me)).collect();
        shared.sort_by_key(|entry| std::cmp::Reverse(entry.changed));
        Self {
            name: theirs().find_map(|record| match &record.body {
                Body::Profile(profile) => Some(profile.display_name.clone()),
                _ => None,
            }),
            dosing: course.last_dosing(),
            next: course.next().cloned(),
            since,
            marks: course
                .dosings()
                .enumerate()
                .map(|(index, dosing)| (dosing.at.date_naive(), index + 1))
                .filter(|(day, _)| days.contains(day))
                .collect(),
            shared,
            check_ins: levels
                .iter()
                .filter(|(_, check_in)| since.is_none_or(|since| check_in.at >= since))
                .count(),
            days,
            levels,
        }
    }

    /// How many shared entries are unread.
    #[must_use]
    pub fn unread(&self) -> usize {
        self.shared.iter().filter(|entry| entry.unread).count()
    }

    /// One scale over the days of the chart, gaps included.
    #[must_use]
    pub fn line(&self, scale: Scale) -> Vec<Day> {
        self.days.iter().map(|day| self.day(*day, scale)).collect()
    }

    fn day(&self, day: NaiveDate, scale: Scale) -> Day {
        let of_day: Vec<_> = self
            .levels
            .iter()
            .filter(|(_, check_in)| check_in.day == day)
            .filter_map(|(id, check_in)| check_in.level(scale).map(|level| (*id, f32::from(level.step()))))
            .collect();
        let sum: f32 = of_day.iter().map(|(_, level)| level).sum();
        let count = u8::try_from(of_day.len()).unwrap_or(u8::MAX);
        Day {
            day,
            level: (count > 0).then(|| sum / f32::from(count)),
            from: of_day.into_iter().map(|(id, _)| id).collect(),
        }
    }
}

/// One line of the caseload.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Whose line it is.
    pub client: AccountId,
    /// The brief behind it.
    pub brief: Brief,
}

/// All clients, the next appointment first, those without one last by name.
#[must_use]
pub fn caseload(
    records: &[Opened],
    clients: &[AccountId],
    me: AccountId,
    now: DateTime<FixedOffset>,
) -> Vec<Line> {
    let mut lines: Vec<_> = clients
        .iter()
        .map(|client| Line { client: *client, brief: Brief::new(records, *client, me, now) })
        .collect();
    lines.sort_by(|one, other| {
        let key = |line: &Line| (line.brief.next.is_none(), line.brief.next.as_ref().map(|next| next.at));
        key(one).cmp(&key(other)).then_with(|| one.brief.name.cmp(&other.brief.name))
    });
    lines
}

fn shared(record: &Opened, records: &[Opened], me: AccountId) -> Option<Shared> {
    let entry = record.entry()?;
    let read = records
        .iter()
        .filter(|receipt| receipt.owner == me)
        .filter_map(Opened::receipt)
        .any(|receipt| receipt.record == record.id && receipt.revision >= record.rev);
    Some(Shared {
        id: record.id,
        changed: entry.changed,
        unread: !read,
        first_words: entry.first_words(90),
        hours_after: entry.dosing_at.map(|dosing| (entry.started - dosing).num_hours()),
    })
}

#[cfg(test)]
mod tests;
