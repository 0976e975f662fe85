use futures_util::future::join_all;
use headless::{device::Device, error::Error};
use journal::{
    record::Verified,
    seal::{Fragment, SealError, SystemEntropy},
};
use wire::{invites::Offer, problem::Code};

use super::accounts::assert_code;
use crate::{
    on_both,
    support::{World, card, entry, who},
};

on_both!(
    the_link_shows_whose_practice_it_is_and_the_server_cannot,
    of_many_who_use_one_link_at_once_one_gets_in,
    without_the_fragment_nothing_is_shared,
    a_link_with_another_secret_verifies_nobody,
    a_server_that_shows_other_keys_is_refused,
    a_withdrawn_or_expired_link_looks_like_one_that_never_was,
);

async fn the_link_shows_whose_practice_it_is_and_the_server_cannot(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (invite, fragment) = okafor.invite("mira", &card()).await.unwrap();
    let offer: Offer = world.http.get(&format!("/invites/{invite}/offer")).await.unwrap();
    let link: Fragment = fragment.to_string().parse().unwrap();
    let shown = link.open_card(invite, &offer.card).unwrap();
    assert!(String::from_utf8(shown).unwrap().contains("Lakeside"));
}

async fn of_many_who_use_one_link_at_once_one_gets_in(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (invite, fragment) = okafor.invite("mira", &card()).await.unwrap();
    let names: Vec<_> = (0..8).map(|number| format!("mira{number}")).collect();
    let tries =
        names.iter().map(|name| Device::register_client(&world.http, invite, Some(&fragment), who(name)));
    let mut inside = 0;
    for result in join_all(tries).await {
        match result {
            Ok(_) => inside += 1,
            refused => assert_code(refused, Code::TicketUnusable),
        }
    }
    assert_eq!(inside, 1);
}

async fn without_the_fragment_nothing_is_shared(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (invite, _) = okafor.invite("mira", &card()).await.unwrap();
    let (mut mira, _) = Device::register_client(&world.http, invite, None, who("mira")).await.unwrap();
    okafor.check_pairings().await.unwrap();
    let (therapist, client) = (okafor.keyring().account(), mira.keyring().account());
    assert_eq!(okafor.pinned(client).unwrap().1, Verified::Unverified);
    assert_eq!(mira.pinned(therapist).unwrap().1, Verified::Unverified);
    assert!(matches!(mira.put(Device::new_id(), &entry("x"), &[therapist]), Err(Error::Unverified)));
    assert!(matches!(okafor.put(Device::new_id(), &entry("x"), &[client]), Err(Error::Unverified)));
    // In the room they read the same words to each other, and each says so on their own device.
    assert_eq!(mira.words_with(therapist).unwrap(), okafor.words_with(client).unwrap());
    mira.verify_by_words(therapist).unwrap();
    assert!(matches!(okafor.put(Device::new_id(), &entry("x"), &[client]), Err(Error::Unverified)));
    mira.put(Device::new_id(), &entry("the heron"), &[therapist]).unwrap();
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();
    assert!(okafor.records().any(|record| record.owner == client && record.body == entry("the heron")));
    okafor.verify_by_words(client).unwrap();
    okafor.put(Device::new_id(), &entry("x"), &[client]).unwrap();
}

async fn a_link_with_another_secret_verifies_nobody(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (invite, _) = okafor.invite("mira", &card()).await.unwrap();
    let mangled = Fragment::make(&okafor.keyring().as_peer().unwrap(), &mut SystemEntropy);
    let (mira, _) = Device::register_client(&world.http, invite, Some(&mangled), who("mira")).await.unwrap();
    okafor.check_pairings().await.unwrap();
    let (therapist, client) = (okafor.keyring().account(), mira.keyring().account());
    assert_eq!(mira.pinned(therapist).unwrap().1, Verified::Unverified);
    assert_eq!(okafor.pinned(client).unwrap().1, Verified::Unverified);
}

async fn a_server_that_shows_other_keys_is_refused(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (mallory, _) = world.therapist("mallory").await;
    let (_, fragment) = okafor.invite("mira", &card()).await.unwrap();
    // The server answers the link with an invitation of Mallory's.
    let (mut mallory, swapped) = (mallory, fragment);
    let (invite, _) = mallory.invite("mira", &card()).await.unwrap();
    let result = Device::register_client(&world.http, invite, Some(&swapped), who("mira")).await;
    assert!(matches!(result, Err(Error::Sealed(SealError::ForeignKeys))));
    // Nothing was made: the invitation still works.
    assert!(world.http.get::<Offer>(&format!("/invites/{invite}/offer")).await.is_ok());
}

async fn a_withdrawn_or_expired_link_looks_like_one_that_never_was(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (withdrawn, _) = okafor.invite("one", &card()).await.unwrap();
    okafor.http().delete(&format!("/invites/{withdrawn}")).await.unwrap();
    let (expired, fragment) = okafor.invite("two", &card()).await.unwrap();
    assert_eq!(world.tamper("UPDATE invites SET expires_us = 1").await, 1);
    for invite in [withdrawn.to_string(), expired.to_string(), "no-id".into()] {
        assert_code(world.http.get::<Offer>(&format!("/invites/{invite}/offer")).await, Code::TicketUnusable);
    }
    let late = Device::register_client(&world.http, expired, Some(&fragment), who("mira")).await;
    assert_code(late, Code::TicketUnusable);
}
