//! The database is put back to an older backup: what it lost comes back from the devices.

use headless::device::Device;
use journal::sync::Alarm;
use wire::{ids::Rev, sync::Page};

use crate::{
    on_both,
    support::{World, entry, who, words},
};

on_both!(
    what_was_lost_is_handed_in_again_and_what_was_deleted_stays_deleted,
    only_the_first_who_knows_more_begins_an_era
);

const BACK_UP: [&str; 5] = [
    "CREATE TABLE kept_records AS SELECT * FROM records",
    "CREATE TABLE kept_grants AS SELECT * FROM grants",
    "CREATE TABLE kept_feed AS SELECT * FROM feed",
    "CREATE TABLE kept_operations AS SELECT * FROM operations",
    "CREATE TABLE kept_accounts AS SELECT id, seq FROM accounts",
];
const PUT_BACK: [&str; 9] = [
    "DELETE FROM grants",
    "DELETE FROM feed",
    "DELETE FROM operations",
    "DELETE FROM records",
    "INSERT INTO records SELECT * FROM kept_records",
    "INSERT INTO grants SELECT * FROM kept_grants",
    "INSERT INTO feed SELECT * FROM kept_feed",
    "INSERT INTO operations SELECT * FROM kept_operations",
    "UPDATE accounts SET seq = (SELECT seq FROM kept_accounts WHERE kept_accounts.id = accounts.id)",
];

async fn run(world: &World, statements: &'static [&'static str]) {
    for sql in statements {
        world.tamper(sql).await;
    }
}

async fn what_was_lost_is_handed_in_again_and_what_was_deleted_stays_deleted(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let therapist = okafor.keyring().account();
    let (changed, lost, gone, answer) =
        (Device::new_id(), Device::new_id(), Device::new_id(), Device::new_id());
    mira.put(changed, &entry("before the backup"), &[therapist]).unwrap();
    mira.put(gone, &entry("to be deleted"), &[]).unwrap();
    mira.sync().await.unwrap();
    mira.put(Device::new_id(), &entry("the last thing in the backup"), &[]).unwrap();
    mira.sync().await.unwrap();
    let mut tablet = Device::sign_in(&world.http, who("mira")).await.unwrap();
    tablet.sync().await.unwrap();
    run(&world, &BACK_UP).await;

    mira.put(changed, &entry("after the backup"), &[therapist]).unwrap();
    mira.put(lost, &entry("new since the backup"), &[therapist]).unwrap();
    mira.delete(gone);
    mira.sync().await.unwrap();
    okafor.put(answer, &entry("an answer"), &[mira.keyring().account()]).unwrap();
    okafor.sync().await.unwrap();
    mira.sync().await.unwrap();
    run(&world, &PUT_BACK).await;

    mira.put(lost, &entry("and newer, on the train"), &[therapist]).unwrap();
    mira.sync().await.unwrap();
    // By now others have written more than was lost.
    for _ in 0..9 {
        tablet.put(Device::new_id(), &entry("from the tablet"), &[therapist]).unwrap();
    }
    for _ in 0..2 {
        tablet.sync().await.unwrap();
        okafor.sync().await.unwrap();
        mira.sync().await.unwrap();
    }
    for device in [&mira, &tablet, &okafor] {
        assert_eq!(words(&device.record(changed).unwrap().body), "after the backup");
        assert_eq!(words(&device.record(lost).unwrap().body), "and newer, on the train");
        assert_eq!(words(&device.record(answer).unwrap().body), "an answer");
        assert!(device.record(gone).is_none());
        assert_eq!((device.pending(), device.unopenable().len()), (0, 0));
        assert!(device.alarms().iter().all(|alarm| *alarm == Alarm::FeedWentBack));
    }
    assert_eq!(mira.alarms(), [Alarm::FeedWentBack]);
    // Nobody meets a revision a second time with other words.
    assert!(mira.record(changed).unwrap().rev > Rev(2));
    // Somebody who comes new has all of it.
    let mut fresh = Device::sign_in(&world.http, who("dr.okafor")).await.unwrap();
    fresh.sync().await.unwrap();
    assert_eq!(words(&fresh.record(lost).unwrap().body), "and newer, on the train");
    assert!(fresh.alarms().is_empty());
}

async fn only_the_first_who_knows_more_begins_an_era(engine: &str) {
    let world = World::on(engine).await;
    let (device, _) = world.therapist("dr.okafor").await;
    let asked = |after: i64, seen: i64| format!("/sync?after={after}&seen={seen}");
    let before: Page = device.http().get(&asked(0, 0)).await.unwrap();
    let end = before.next.0;
    let same: Page = device.http().get(&asked(end, end)).await.unwrap();
    assert_eq!((same.next, same.items.len()), (before.next, 0));
    let first: Page = device.http().get(&asked(end, end + 1)).await.unwrap();
    assert!(first.next.era() > before.next.era() && first.items.is_empty());
    let again: Page = device.http().get(&asked(first.next.0 + 7, 0)).await.unwrap();
    assert_eq!(again.next, first.next, "it says where it ends, and begins no other era");
    // Whoever reads from the beginning gets everything.
    let whole: Page = device.http().get(&asked(0, 0)).await.unwrap();
    assert_eq!(whole.items, before.items);
    let late: Page = device.http().get(&asked(end, end)).await.unwrap();
    assert_eq!(late.next, first.next, "whoever comes from before hears of it");
}
