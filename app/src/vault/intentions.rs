//! Answers that become intentions.

use journal::{
    record::{Body, Opened},
    threads::{cut_off, emptied, intention_of_entry},
};
use leptos::prelude::*;
use wire::ids::RecordId;

use super::{Trouble, Vault};
use crate::device::clock;

impl Vault {
    /// The answer of an entry to the question for an intention becomes one, as it reads now; where it was taken out
    /// again, so is what it had become.
    pub fn keep_intention(self, entry: RecordId) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let (made, gone) = self.records.with_untracked(|records| {
            let written = super::find(records, entry).and_then(Opened::entry);
            let made = written.and_then(|written| {
                intention_of_entry(records, me, (entry, written), clock::now(), Self::new_id())
            });
            (made, emptied(records, me, entry))
        });
        if let Some((id, intention)) = made {
            self.write(id, Body::Intention(intention))?;
            let written = self.freshest(entry).and_then(|record| record.entry().cloned());
            if let Some(mut written) = written.filter(|written| written.intention != Some(id)) {
                written.intention = Some(id);
                self.write(entry, Body::Entry(written))?;
            }
            self.flush();
        }
        gone.map_or(Ok(()), |gone| self.delete(gone))
    }

    /// What was being answered when the app was cut off.
    pub(super) fn keep_intentions_cut_off(self) {
        let Some(me) = self.me() else { return };
        for entry in self.records.with_untracked(|records| cut_off(records, me)) {
            // What cannot be written now is an answer in its entry all the same, and is looked at the next time.
            let _later = self.keep_intention(entry);
        }
    }
}
