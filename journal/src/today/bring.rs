//! What is brought to an appointment that is near.

use super::{APPOINTMENT, Facts, Thing};
use crate::{agenda::current, record::Appointment};

impl Facts<'_> {
    /// What to bring is asked until something stands on the list for the hour; then the list itself is the thing, until
    /// somebody else can read it.
    pub(super) fn appointment(self) -> Option<Thing> {
        let next = self.course.next().filter(|next| next.at - self.now() < APPOINTMENT)?;
        self.to_bring(next).filter(|thing| self.is_awake(thing))
    }

    fn to_bring(self, next: &Appointment) -> Option<Thing> {
        let list = current(self.records, self.me, self.course, self.now());
        let list = list.filter(|list| list.hour.as_ref().is_some_and(|hour| hour.id == next.id));
        let Some(list) = list.filter(|list| !list.agenda.items.is_empty()) else {
            return Some(Thing::Appointment(next.clone()));
        };
        let is_private = self.own().any(|one| one.id == list.id && one.recipients.is_empty());
        is_private.then_some(Thing::List(list.id))
    }
}
