//! All clients in one list.

use chrono::{DateTime, Duration, FixedOffset};
use wire::ids::AccountId;

use super::{Brief, shelf::Shelf};
use crate::record::Opened;

/// One line of the caseload.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Whose line it is.
    pub client: AccountId,
    /// The brief behind it.
    pub brief: Brief,
}

/// When somebody comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Soon {
    /// Today, or right now.
    Today,
    /// In the six days after today.
    ThisWeek,
    /// After that.
    Later,
    /// There is no date.
    NoDate,
}

impl Line {
    /// When this client comes next, in the local days of `now`.
    #[must_use]
    pub fn soon(&self, now: DateTime<FixedOffset>) -> Soon {
        let Some(next) = &self.brief.next else { return Soon::NoDate };
        let (day, today) = (next.at.with_timezone(now.offset()).date_naive(), now.date_naive());
        if day <= today {
            Soon::Today
        } else if day < today + Duration::days(7) {
            Soon::ThisWeek
        } else {
            Soon::Later
        }
    }

    /// Whole local days since the client last let something be read.
    #[must_use]
    pub fn quiet_days(&self, now: DateTime<FixedOffset>) -> Option<i64> {
        let heard = self.brief.heard?.with_timezone(now.offset()).date_naive();
        Some((now.date_naive() - heard).num_days())
    }
}

/// All clients, the next appointment first, those without one last by name.
#[must_use]
pub fn caseload(
    records: &[Opened],
    clients: &[AccountId],
    me: AccountId,
    now: DateTime<FixedOffset>,
) -> Vec<Line> {
    let shelf = Shelf::new(records, me);
    let mut lines: Vec<_> = clients
        .iter()
        .map(|client| Line { client: *client, brief: Brief::from_shelf(&shelf, *client, now) })
        .collect();
    lines.sort_by(|one, other| {
        let key = |line: &Line| (line.brief.next.is_none(), line.brief.next.as_ref().map(|next| next.at));
        key(one).cmp(&key(other)).then_with(|| one.brief.name.cmp(&other.brief.name))
    });
    lines
}
