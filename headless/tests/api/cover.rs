//! A client who has an account accepts a second therapist's invitation, and lets them go.

use futures_util::future::join_all;
use headless::{device::Device, error::Error};
use journal::{
    record::Verified,
    seal::{Fragment, Peer, SealError},
};
use wire::{
    ids::{AccountId, InviteId},
    invites::Offer,
    pairings::{NewPairing, Pairing},
    problem::Code,
    sealed::Message,
};

use super::accounts::assert_code;
use crate::{
    on_both,
    support::{World, card, entry, words},
};

on_both!(
    a_colleague_reads_what_is_granted_to_them_and_after_the_end_finds_nothing,
    of_many_who_accept_one_invitation_at_once_one_does,
    what_does_not_work_any_more_looks_like_what_never_was,
    a_therapist_accepts_none_and_nobody_is_asked_who_they_are,
    a_server_that_shows_other_keys_is_refused_and_nothing_is_granted,
    who_is_paired_stays_so_by_the_newer_invitation,
);

async fn pairings(device: &Device) -> Vec<Pairing> {
    device.http().get("/pairings").await.unwrap()
}

fn bare(invite: InviteId) -> NewPairing {
    NewPairing { invite, acceptance: Message(vec![7; 32]) }
}

fn account(device: &Device) -> AccountId {
    device.keyring().account()
}

async fn a_colleague_reads_what_is_granted_to_them_and_after_the_end_finds_nothing(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (mut lund, _) = world.therapist("dr.lund").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let (shared, private) = (Device::new_id(), Device::new_id());
    mira.put(shared, &entry("the lake"), &[account(&okafor)]).unwrap();
    mira.put(private, &entry("for me alone"), &[]).unwrap();
    mira.sync().await.unwrap();
    let (invite, fragment) = lund.invite("a colleague's client", &card()).await.unwrap();
    lund.sync().await.unwrap();
    assert_eq!(mira.accept(invite, &fragment).await.unwrap(), account(&lund));
    // Paired is not yet granted: what was shared with one is not the other's by itself.
    lund.check_pairings().await.unwrap();
    lund.sync().await.unwrap();
    assert_eq!(lund.pinned(account(&mira)).unwrap().1, Verified::Invite);
    assert!(lund.record(shared).is_none());
    mira.put(shared, &entry("the lake"), &[account(&okafor), account(&lund)]).unwrap();
    mira.sync().await.unwrap();
    for reader in [&mut okafor, &mut lund] {
        reader.sync().await.unwrap();
        assert_eq!(words(&reader.record(shared).unwrap().body), "the lake");
        assert!(reader.record(private).is_none() && reader.unopenable().is_empty());
    }
    let of_lund = pairings(&mira).await.into_iter().find(|one| one.peer == account(&lund)).unwrap();
    mira.http().delete(&format!("/pairings/{}", of_lund.pairing)).await.unwrap();
    lund.sync().await.unwrap();
    okafor.sync().await.unwrap();
    assert!(lund.record(shared).is_none());
    assert!(pairings(&lund).await.is_empty());
    assert_eq!(words(&okafor.record(shared).unwrap().body), "the lake");
    assert_eq!(pairings(&mira).await.len(), 1);
}

async fn of_many_who_accept_one_invitation_at_once_one_does(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (mut lund, _) = world.therapist("dr.lund").await;
    let mira = world.client_of(&mut okafor, "mira").await;
    let ben = world.client_of(&mut okafor, "ben").await;
    let (invite, _) = lund.invite("a colleague's client", &card()).await.unwrap();
    let tries = (0..25)
        .flat_map(|_| [&mira, &ben])
        .map(|who| async move { who.http().post_empty("/pairings", &bare(invite)).await });
    let (mut inside, mut outside) = (0, 0);
    for result in join_all(tries).await {
        match result {
            Ok(()) => inside += 1,
            // Beyond its free tries an address has to wait, and learns as little.
            Err(Error::Refused(problem)) if problem.code == Code::TooMany => outside += 1,
            refused => {
                assert_code(refused, Code::TicketUnusable);
                outside += 1;
            }
        }
    }
    assert_eq!((inside, outside), (1, 49));
    assert_eq!(pairings(&lund).await.len(), 1);
}

async fn what_does_not_work_any_more_looks_like_what_never_was(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (mut lund, _) = world.therapist("dr.lund").await;
    let mira = world.client_of(&mut okafor, "mira").await;
    let ben = world.client_of(&mut okafor, "ben").await;
    let (used, _) = lund.invite("one", &card()).await.unwrap();
    ben.http().post_empty("/pairings", &bare(used)).await.unwrap();
    let (withdrawn, _) = lund.invite("two", &card()).await.unwrap();
    lund.http().delete(&format!("/invites/{withdrawn}")).await.unwrap();
    let never = InviteId::from_random([9; 16]);
    for invite in [used, withdrawn, never] {
        assert_code(mira.http().post_empty("/pairings", &bare(invite)).await, Code::TicketUnusable);
    }
    let (expired, _) = lund.invite("three", &card()).await.unwrap();
    assert!(world.tamper("UPDATE invites SET expires_us = 1").await > 0);
    assert_code(mira.http().post_empty("/pairings", &bare(expired)).await, Code::TicketUnusable);
    assert_eq!(pairings(&mira).await.len(), 1);
}

async fn a_therapist_accepts_none_and_nobody_is_asked_who_they_are(engine: &str) {
    let world = World::on(engine).await;
    let (mut lund, _) = world.therapist("dr.lund").await;
    let (okafor, _) = world.therapist("dr.okafor").await;
    let (invite, _) = lund.invite("one", &card()).await.unwrap();
    assert_code(okafor.http().post_empty("/pairings", &bare(invite)).await, Code::NotForRole);
    assert_code(lund.http().post_empty("/pairings", &bare(invite)).await, Code::NotForRole);
    assert_code(world.http.post_empty("/pairings", &bare(invite)).await, Code::SignedOut);
    assert!(world.http.get::<Offer>(&format!("/invites/{invite}/offer")).await.is_ok());
}

async fn a_server_that_shows_other_keys_is_refused_and_nothing_is_granted(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (mut lund, _) = world.therapist("dr.lund").await;
    let (mut mallory, _) = world.therapist("mallory").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let (_, fragment) = lund.invite("one", &card()).await.unwrap();
    // The server answers the link with Mallory's keys; or somebody on the way changed the fingerprint.
    let (swapped, of_mallory) = mallory.invite("one", &card()).await.unwrap();
    for (invite, fragment) in
        [(swapped, fragment.clone()), (lund.invite("two", &card()).await.unwrap().0, of_mallory)]
    {
        let result = mira.accept(invite, &fragment).await;
        assert!(matches!(result, Err(Error::Sealed(SealError::ForeignKeys))));
        assert!(world.http.get::<Offer>(&format!("/invites/{invite}/offer")).await.is_ok());
    }
    for stranger in [&lund, &mallory] {
        assert!(mira.pinned(account(stranger)).is_none());
        let refused = mira.put(Device::new_id(), &entry("x"), &[account(stranger)]);
        assert!(matches!(refused, Err(Error::Unverified)));
    }
    assert_eq!(pairings(&mira).await.len(), 1);
}

async fn who_is_paired_stays_so_by_the_newer_invitation(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let before = pairings(&mira).await;
    let shared = Device::new_id();
    mira.put(shared, &entry("the lake"), &[account(&okafor)]).unwrap();
    mira.sync().await.unwrap();
    let (invite, fragment): (InviteId, Fragment) = okafor.invite("again", &card()).await.unwrap();
    mira.accept(invite, &fragment).await.unwrap();
    let after = pairings(&mira).await;
    assert_eq!((after.len(), after[0].pairing, after[0].invite), (1, before[0].pairing, invite));
    let (therapist, client) = (okafor.keyring().as_peer().unwrap(), mira.keyring().as_peer().unwrap());
    let proves =
        |peer: &Peer| fragment.verify(invite, &therapist, peer, after[0].acceptance.as_ref().unwrap());
    assert!(proves(&client) && !proves(&therapist));
    okafor.sync().await.unwrap();
    assert!(okafor.record(shared).is_some());
}
