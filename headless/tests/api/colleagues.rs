//! Further therapists join by a link that the practice's owner makes.

use headless::{device::Device, error::Error, http::Http};
use wire::{
    problem::Code,
    setup_links::{NewSetupLink, SetupLink},
};

use super::accounts::assert_code;
use crate::{
    on_both,
    support::{World, now, who},
};

on_both!(
    the_first_therapist_brings_in_a_colleague_and_the_link_works_once,
    a_withdrawn_link_looks_like_one_that_never_was,
    a_colleague_and_a_client_make_none_and_see_none,
    when_the_owner_is_gone_the_next_owns_the_practice_and_no_link_of_theirs_works,
);

async fn links(http: &Http) -> Vec<SetupLink> {
    http.get("/setup-links").await.unwrap()
}

async fn make(http: &Http) -> Result<NewSetupLink, Error> {
    http.post("/setup-links", &()).await
}

async fn the_first_therapist_brings_in_a_colleague_and_the_link_works_once(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let made = make(okafor.http()).await.unwrap();
    assert_eq!((made.expires - now()).num_days(), 6);
    let (lind, _) = Device::register_therapist(&world.http, &made.token, who("dr.lind")).await.unwrap();
    let again = Device::register_therapist(&world.http, &made.token, who("dr.late")).await;
    assert_code(again, Code::TicketUnusable);
    let [joined] = links(okafor.http()).await[..] else { panic!("one link") };
    assert!(joined.link == made.link && joined.used.is_some());
    // Used, it is not there to be withdrawn.
    assert_code(okafor.http().delete(&format!("/setup-links/{}", joined.link)).await, Code::NotFound);
    // A colleague is nobody's reader: what a client of one gave is nothing to the other.
    let mira = world.client_of(&mut okafor, "mira").await;
    let pairings: Vec<wire::pairings::Pairing> = lind.http().get("/pairings").await.unwrap();
    assert!(pairings.is_empty());
    assert!(mira.pinned(lind.keyring().account()).is_none());
    // The database has no token, only its hash.
    assert!(!crate::support::found(&world.raw_database(), made.token.as_bytes()));
}

async fn a_withdrawn_link_looks_like_one_that_never_was(engine: &str) {
    let world = World::on(engine).await;
    let (okafor, _) = world.therapist("dr.okafor").await;
    let made = make(okafor.http()).await.unwrap();
    okafor.http().delete(&format!("/setup-links/{}", made.link)).await.unwrap();
    assert_eq!(links(okafor.http()).await, []);
    for token in [made.token.as_str(), "never made"] {
        let late = Device::register_therapist(&world.http, token, who("dr.lind")).await;
        assert_code(late, Code::TicketUnusable);
    }
}

async fn a_colleague_and_a_client_make_none_and_see_none(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (lind, _) = world.therapist("dr.lind").await;
    let mira = world.client_of(&mut okafor, "mira").await;
    let made = make(okafor.http()).await.unwrap();
    for other in [&lind, &mira] {
        assert_code(make(other.http()).await, Code::NotForRole);
        assert_code(other.http().get::<Vec<SetupLink>>("/setup-links").await, Code::NotForRole);
        let path = format!("/setup-links/{}", made.link);
        assert_code(other.http().delete(&path).await, Code::NotForRole);
    }
    assert_code(make(&world.http).await, Code::SignedOut);
    assert_eq!(links(okafor.http()).await.len(), 1);
}

async fn when_the_owner_is_gone_the_next_owns_the_practice_and_no_link_of_theirs_works(engine: &str) {
    let world = World::on(engine).await;
    let (okafor, _) = world.therapist("dr.okafor").await;
    let (lind, _) = world.therapist("dr.lind").await;
    let made = make(okafor.http()).await.unwrap();
    assert_eq!(world.tamper("UPDATE accounts SET deletion_us = 1 WHERE name = 'dr.okafor'").await, 1);
    assert_eq!(world.store.remove_due(now()).await.unwrap().accounts, 1);
    let late = Device::register_therapist(&world.http, &made.token, who("dr.late")).await;
    assert_code(late, Code::TicketUnusable);
    assert!(make(lind.http()).await.is_ok());
    assert_eq!(links(lind.http()).await.len(), 1);
}
