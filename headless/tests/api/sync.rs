use headless::device::Device;
use journal::{
    record::{Body, Entry},
    seal::SystemEntropy,
};
use wire::{
    ids::{AccountId, Epoch, OpId, RecordId, Rev},
    problem::Code,
    sealed::{Grant, Sealed, Wrap},
    sync::{Change, Granted, Operation, Outcome, Page, Push, Pushed},
};

use crate::{
    on_both,
    support::{World, entry, who, words},
};

on_both!(
    a_retry_changes_nothing_even_after_the_record_moved_on,
    other_peoples_records_cannot_be_touched_or_told_apart_from_none,
    a_grant_goes_only_to_somebody_paired,
    losing_access_needs_a_new_key,
    pages_bring_everything_once_and_in_order,
    two_devices_that_edited_one_entry_offline_keep_both_versions,
    a_deleted_record_is_gone_for_everybody,
    events_say_only_that_something_changed,
);

fn put(record: RecordId, base: u32, epoch: u32, byte: u8, to: &[AccountId]) -> Operation {
    Operation {
        op: op(),
        record,
        base: Rev(base),
        over: None,
        change: Change::Put {
            epoch: Epoch(epoch),
            content: Sealed(vec![byte; 600]),
            own_wrap: Wrap(vec![1; 80]),
            grants: to.iter().map(|one| Granted { recipient: *one, grant: Grant(vec![2; 80]) }).collect(),
            urgent: false,
        },
    }
}

fn op() -> OpId {
    OpId::from_random(journal::seal::Entropy::bytes16(&mut SystemEntropy))
}

async fn push(device: &Device, operation: &Operation) -> Outcome {
    let push = Push { operations: vec![operation.clone()] };
    let pushed: Pushed = device.http().post("/sync", &push).await.unwrap();
    assert_eq!(pushed.answers[0].op, operation.op);
    pushed.answers[0].outcome.clone()
}

const fn refused(code: Code) -> Outcome {
    Outcome::Refused { code }
}

async fn a_retry_changes_nothing_even_after_the_record_moved_on(engine: &str) {
    let world = World::on(engine).await;
    let (device, _) = world.therapist("dr.okafor").await;
    let id = Device::new_id();
    let first = put(id, 0, 0, 1, &[]);
    let applied = push(&device, &first).await;
    assert!(matches!(applied, Outcome::Applied { rev: Rev(1), .. }));
    assert!(matches!(push(&device, &put(id, 1, 0, 2, &[])).await, Outcome::Applied { rev: Rev(2), .. }));
    assert_eq!(push(&device, &first).await, applied);
    // The same words with another id are a conflict, and say what is there.
    let Outcome::Conflict { current } = push(&device, &put(id, 0, 0, 1, &[])).await else {
        panic!("no conflict")
    };
    assert_eq!((current.rev, current.record), (Rev(2), id));
}

async fn other_peoples_records_cannot_be_touched_or_told_apart_from_none(engine: &str) {
    let world = World::on(engine).await;
    let (one, _) = world.therapist("one").await;
    let (other, _) = world.therapist("other").await;
    let id = Device::new_id();
    push(&one, &put(id, 0, 0, 1, &[])).await;
    let before: Page = one.http().get("/sync?after=0").await.unwrap();
    for base in [0, 1] {
        assert_eq!(push(&other, &put(id, base, 0, 9, &[])).await, refused(Code::NotFound));
    }
    let delete = Operation { op: op(), record: id, base: Rev(1), over: None, change: Change::Delete };
    assert_eq!(push(&other, &delete).await, refused(Code::NotFound));
    let none =
        Operation { op: op(), record: Device::new_id(), base: Rev(1), over: None, change: Change::Delete };
    assert_eq!(push(&other, &none).await, refused(Code::NotFound));
    let after: Page = one.http().get("/sync?after=0").await.unwrap();
    assert_eq!(before.items, after.items);
    let theirs: Page = other.http().get("/sync?after=0").await.unwrap();
    assert_eq!(theirs.items, []);
}

async fn a_grant_goes_only_to_somebody_paired(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (stranger, _) = world.therapist("stranger").await;
    let mira = world.client_of(&mut okafor, "mira").await;
    let to_stranger = put(Device::new_id(), 0, 0, 1, &[stranger.keyring().account()]);
    assert_eq!(push(&mira, &to_stranger).await, refused(Code::NotPaired));
    let twice = put(Device::new_id(), 0, 0, 1, &[okafor.keyring().account(); 2]);
    assert_eq!(push(&mira, &twice).await, refused(Code::Malformed));
}

async fn losing_access_needs_a_new_key(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mira = world.client_of(&mut okafor, "mira").await;
    let id = Device::new_id();
    push(&mira, &put(id, 0, 3, 1, &[okafor.keyring().account()])).await;
    assert_eq!(push(&mira, &put(id, 1, 3, 2, &[])).await, refused(Code::EpochStale));
    assert_eq!(
        push(&mira, &put(id, 1, 2, 2, &[okafor.keyring().account()])).await,
        refused(Code::EpochStale)
    );
    assert!(matches!(push(&mira, &put(id, 1, 4, 2, &[])).await, Outcome::Applied { rev: Rev(2), .. }));
}

async fn pages_bring_everything_once_and_in_order(engine: &str) {
    let world = World::on(engine).await;
    let (device, _) = world.therapist("dr.okafor").await;
    for byte in 0..7 {
        push(&device, &put(Device::new_id(), 0, 0, byte, &[])).await;
    }
    let (mut after, mut seen) = (0, Vec::new());
    loop {
        let page: Page = device.http().get(&format!("/sync?after={after}&limit=3")).await.unwrap();
        seen.extend(page.items.iter().map(|item| (item.seq, item.record)));
        after = page.next.0;
        if !page.more {
            break;
        }
    }
    assert_eq!(seen.len(), 7);
    assert!(seen.windows(2).all(|pair| pair[0].0 < pair[1].0));
}

async fn two_devices_that_edited_one_entry_offline_keep_both_versions(engine: &str) {
    let world = World::on(engine).await;
    let (mut phone, _) = world.therapist("dr.okafor").await;
    let id = Device::new_id();
    phone.put(id, &entry("begun"), &[]).unwrap();
    phone.sync().await.unwrap();
    let mut tablet = Device::sign_in(&world.http, who("dr.okafor")).await.unwrap();
    tablet.sync().await.unwrap();
    phone.put(id, &entry("begun on the phone"), &[]).unwrap();
    tablet.put(id, &entry("begun on the tablet"), &[]).unwrap();
    for _ in 0..2 {
        phone.sync().await.unwrap();
        tablet.sync().await.unwrap();
    }
    for device in [&phone, &tablet] {
        let Body::Entry(Entry { others, .. }) = &device.record(id).unwrap().body else {
            panic!("not an entry")
        };
        let both = [words(&device.record(id).unwrap().body), others[0].answers[0].text.clone()];
        assert_eq!(both, ["begun on the tablet", "begun on the phone"]);
        assert_eq!((device.pending(), device.alarms().len()), (0, 0));
    }
}

async fn a_deleted_record_is_gone_for_everybody(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let id = Device::new_id();
    mira.put(id, &entry("once shared"), &[okafor.keyring().account()]).unwrap();
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();
    assert!(okafor.record(id).is_some());
    mira.delete(id);
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();
    assert!(okafor.record(id).is_none() && mira.record(id).is_none());
}

async fn events_say_only_that_something_changed(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let mut listening = okafor.http().listen("/events").await.unwrap();
    mira.put(Device::new_id(), &entry("the house by the sea"), &[okafor.keyring().account()]).unwrap();
    mira.sync().await.unwrap();
    let heard = listening.chunk().await.unwrap().unwrap();
    assert_eq!(String::from_utf8_lossy(&heard).trim(), "data: changed");
}
