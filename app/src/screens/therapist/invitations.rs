//! Invitations that nobody accepted yet. The notes are records; who accepted is known to the server.

use chrono::{DateTime, Duration, FixedOffset};
use journal::record::{Body, Invitation, Opened};
use leptos::{prelude::*, task::spawn_local};
use wire::{
    ids::{AccountId, InviteId, RecordId},
    limits,
};

use crate::vault::{Accepted, Trouble, Vault, link, use_vault};

/// One that nobody accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The note of it.
    pub record: RecordId,
    /// The path of the link.
    pub invite: InviteId,
    /// For whom, in the therapist's word.
    pub called: String,
    /// The whole link.
    pub link: String,
    /// When it was made.
    pub made: DateTime<FixedOffset>,
    /// When it stops working.
    pub until: DateTime<FixedOffset>,
}

/// How far asking the server has come.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Asking,
    Answered(Accepted),
    Unreached,
}

impl Asked {
    const fn answer(&self) -> Option<&Accepted> {
        if let Self::Answered(answer) = self { Some(answer) } else { None }
    }
}

/// All invitations of the open account.
#[derive(Clone, Copy)]
pub struct Invitations {
    vault: Vault,
    asked: RwSignal<Asked>,
    /// Those that wait, newest first.
    pub waiting: Memo<Vec<Waiting>>,
}

/// The invitations; the server is asked now, and again when somebody joins.
pub fn use_invitations() -> Invitations {
    let vault = use_vault();
    let asked = RwSignal::new(Asked::Asking);
    let waiting = Memo::new(move |_| {
        let me = vault.who().map(|who| who.account);
        asked.with(|asked| {
            let used = asked.answer().map_or(&[][..], |answer| answer.used.as_slice());
            vault.records.with(|records| me.map_or_else(Vec::new, |me| waiting(records, me, used)))
        })
    });
    let invitations = Invitations { vault, asked, waiting };
    let people = Memo::new(move |_| vault.people().len());
    Effect::new(move |_| {
        people.track();
        spawn_local(async move {
            if invitations.ask().await.is_err()
                && asked.try_with_untracked(|asked| asked.answer().is_none()) == Some(true)
            {
                drop(asked.try_set(Asked::Unreached));
            }
        });
    });
    invitations
}

impl Invitations {
    /// Whether it is still to be heard who accepted; tracked.
    pub fn is_asking(self) -> bool {
        self.asked.with(|asked| *asked == Asked::Asking)
    }

    /// Whether the server could not say who accepted; tracked.
    pub fn is_unreached(self) -> bool {
        self.asked.with(|asked| *asked == Asked::Unreached)
    }

    /// The word on the link somebody joined by; tracked.
    pub fn called(self, account: AccountId) -> Option<String> {
        let invite = self.asked.with(|asked| {
            let joined = asked.answer()?.joined.iter().find(|(peer, _)| *peer == account)?;
            Some(joined.1)
        })?;
        self.vault.records.with(|records| {
            records.iter().filter_map(note).find(|note| note.invite == invite).map(|note| note.called.clone())
        })
    }

    /// Makes one useless and takes it off the list. One that was accepted meanwhile stays (false): its note is
    /// the proof of who accepted it.
    pub async fn withdraw(self, waiting: Waiting) -> Result<bool, Trouble> {
        match self.vault.withdraw(waiting.invite).await {
            Ok(()) => {}
            Err(Trouble::Ticket) => {
                let answer = self.ask().await?;
                if answer.used.contains(&waiting.invite) {
                    self.vault.look_who_joined();
                    return Ok(false);
                }
            }
            Err(trouble) => return Err(trouble),
        }
        self.vault.delete(waiting.record)?;
        Ok(true)
    }

    async fn ask(self) -> Result<Accepted, Trouble> {
        let answer = self.vault.accepted().await?;
        // The screen may be gone by now; then nobody needs to know.
        drop(self.asked.try_set(Asked::Answered(answer.clone())));
        Ok(answer)
    }
}

const fn note(record: &Opened) -> Option<&Invitation> {
    if let Body::Invitation(note) = &record.body { Some(note) } else { None }
}

fn waiting(records: &[Opened], me: AccountId, used: &[InviteId]) -> Vec<Waiting> {
    let own = records.iter().filter(|record| record.owner == me);
    let notes = own.filter_map(|record| note(record).map(|note| (record.id, note)));
    let mut waiting: Vec<_> = notes
        .filter(|(_, note)| !used.contains(&note.invite))
        .map(|(record, note)| Waiting {
            record,
            invite: note.invite,
            called: note.called.clone(),
            link: link(note.invite, &note.fragment),
            made: note.made,
            until: note.made + Duration::days(limits::INVITE_DAYS),
        })
        .collect();
    waiting.sort_by_key(|one| std::cmp::Reverse(one.until));
    waiting
}
