//! Eight words that two people read to each other, where the invitation's link lost its end.

use journal::{
    record::{Body, Pin, Verified},
    seal::{Comparison, Peer, WORDS, eight_words},
};
use leptos::prelude::*;
use wire::ids::AccountId;
use zeroize::Zeroizing;

use super::{
    Trouble, Vault,
    here::stretched,
    pins::{pin_of, pinned},
};
use crate::device::{clock, worker::SignInWorker};

/// What is on the screen to be compared, and the keys that it was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    peer: Peer,
    /// To be read aloud, in this order.
    pub words: [&'static str; WORDS],
}

impl Vault {
    /// The words for somebody; stretching takes a second or two.
    pub async fn words_with(self, account: AccountId) -> Result<Compared, Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let own = self.with_open(|open| open.keyring.as_peer())??;
        let known = self.records.with_untracked(|records| pinned(records, me, account));
        let (peer, _) = known.ok_or(Trouble::Unverified)?;
        let Comparison { material, salt } = Comparison::between(&own, &peer);
        let worker = SignInWorker::start().await?;
        let stretched = stretched(&worker, &Zeroizing::new(material), salt).await?;
        Ok(Compared { peer, words: eight_words(&stretched) })
    }

    /// Both have read the same words: from now on pages can be shared. Nothing changes unless the keys are still those
    /// that the words were made of.
    pub fn verify_by_words(self, compared: &Compared) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let peer = &compared.peer;
        let found = self
            .records
            .with_untracked(|records| pin_of(records, me, peer.account()).map(|(id, pin)| (id, pin.clone())));
        let (id, pin) = found.ok_or(Trouble::Unverified)?;
        if pin.keys != *peer.keys() {
            return Err(Trouble::ForeignKeys);
        }
        if !pin.how.is_verified() {
            self.share(id, Body::Pin(Pin { how: Verified::Words, pinned: clock::now(), ..pin }), &[])?;
        }
        self.tell_profile()?;
        self.flush();
        Ok(())
    }
}
