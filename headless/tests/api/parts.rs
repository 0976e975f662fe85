//! Passages and numbers: what is not shared was never sealed to the therapist, whatever she tries.

#[path = "parts/pushes.rs"]
mod pushes;

use headless::device::Device;
use journal::{
    passage::{Mark, marked, texts},
    record::{Body, CheckIn, Form, Level, Opened},
    seal::Place,
    sharing::{Shares, Write, copy, share_part, update},
};
use wire::{
    ids::{AccountId, RecordId},
    sealed::{Grant, Sealed},
    sync::{Item, Key, Page, State},
};

use crate::{
    on_both,
    support::{World, at, entry, found, hex, who},
};

on_both!(
    of_a_shared_part_the_rest_was_never_sealed_to_the_therapist,
    a_part_follows_an_edit_and_goes_with_its_source,
    what_one_device_took_back_an_offline_edit_of_another_does_not_share_again,
);

const PAGE: &str = "The attic smelled of quince. My father stood there. Then it was gone.";
const PART: &str = "My father stood there.";
const REST: [&str; 3] = ["quince", "gone", "marzipan"];

async fn of_a_shared_part_the_rest_was_never_sealed_to_the_therapist(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let readers = [okafor.keyring().account()];
    let (page, numbers) = (Device::new_id(), Device::new_id());
    mira.put(page, &entry(PAGE), &[]).unwrap();
    mira.put(numbers, &Body::CheckIn(check_in(2)), &[]).unwrap();
    let passage = share(&mut mira, page, Form::Passage, &readers);
    let levels = share(&mut mira, numbers, Form::Numbers, &readers);
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();

    // She has the two copies and nothing else that he wrote, and nothing in them is of the rest.
    let client = mira.keyring().account();
    let hers: Vec<&Opened> = okafor.records().filter(|record| record.owner == client).collect();
    let ids: Vec<RecordId> = hers.iter().map(|record| record.id).collect();
    assert!(ids.contains(&passage) && ids.contains(&levels) && ids.len() == 2, "{ids:?}");
    let text: String = hers.iter().map(|record| String::from_utf8(record.body.to_json()).unwrap()).collect();
    assert!(text.contains(PART) && text.contains("\"mood\":2"), "{text}");
    let sources = [page, numbers].map(|id| serde_json::to_string(&id).unwrap());
    for other in REST.into_iter().chain(sources.iter().map(String::as_str)) {
        assert!(!text.contains(other), "{other} in {text}");
    }
    assert_eq!(okafor.unopenable(), []);

    // With the server on her side she has every sealed byte of his, and tries each grant of hers on each.
    let (his, served) = (feed(&mira).await, feed(&okafor).await);
    let granted: Vec<&Grant> = served.iter().filter_map(grant).collect();
    let (author, _) = okafor.pinned(client).unwrap();
    let mut opened = Vec::new();
    for item in his.iter().filter(|item| item.owner == client) {
        let State::Present { epoch, content, .. } = &item.state else { continue };
        let place = Place { owner: client, record: item.record, rev: item.rev, epoch: *epoch };
        for grant in &granted {
            let open = |content: &Sealed| okafor.keyring().open_granted(&place, &author, content, grant);
            opened.extend(open(content).is_ok().then_some(item.record));
        }
    }
    opened.sort();
    let mut shared = vec![passage, levels];
    shared.sort();
    assert_eq!(opened, shared, "exactly what was shared opens");
    assert!(his.len() > 4, "the control: there was more to try");

    // His own note of it, which says where the passage is from, is his alone.
    let notes = his.iter().filter(|item| mira.record(item.record).is_some_and(|one| one.share().is_some()));
    assert_eq!(notes.filter(|item| recipients(item).is_empty()).count(), 2);
}

async fn a_part_follows_an_edit_and_goes_with_its_source(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let readers = [okafor.keyring().account()];
    let numbers = Device::new_id();
    mira.put(numbers, &Body::CheckIn(check_in(2)), &[]).unwrap();
    let id = share(&mut mira, numbers, Form::Numbers, &readers);
    both(&mut mira, &mut okafor).await;
    let first = okafor.record(id).unwrap().rev;

    // An edit of the source alone changes nothing at the reader's.
    mira.put(numbers, &Body::CheckIn(check_in(4)), &[]).unwrap();
    both(&mut mira, &mut okafor).await;
    assert_eq!(okafor.record(id).unwrap().rev, first);
    assert!(standing(&mira, numbers).parts[0].edited);
    refresh(&mut mira, numbers, &readers);
    both(&mut mira, &mut okafor).await;
    assert!(String::from_utf8(okafor.record(id).unwrap().body.to_json()).unwrap().contains("\"mood\":4"));
    assert!(!standing(&mira, numbers).parts[0].edited);

    // Deleted: the copy goes with it, at the reader's and from the disk.
    let sealed = content(&feed(&okafor).await, id);
    let stored = |bytes: &[u8]| if engine == "sqlite" { bytes.to_vec() } else { hex(bytes).into_bytes() };
    let part = stored(&sealed.0[100..164]);
    assert!(found(&world.raw_database(), &part), "the control must be found");
    let writes = shares(&mira, |shares| shares.end(numbers));
    carry_out(&mut mira, writes);
    mira.delete(numbers);
    both(&mut mira, &mut okafor).await;
    assert!(okafor.record(id).is_none() && mira.record(id).is_none());
    assert_eq!(mira.records().filter(|record| record.share().is_some()).count(), 0);
    world.store.forget_erased().await.unwrap();
    assert!(!found(&world.raw_database(), &part), "the bytes are still there");
}

async fn what_one_device_took_back_an_offline_edit_of_another_does_not_share_again(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut phone = world.client_of(&mut okafor, "mira").await;
    let readers = [okafor.keyring().account()];
    let numbers = Device::new_id();
    phone.put(numbers, &Body::CheckIn(check_in(2)), &[]).unwrap();
    let id = share(&mut phone, numbers, Form::Numbers, &readers);
    both(&mut phone, &mut okafor).await;
    let mut tablet = Device::sign_in(&world.http, who("mira")).await.unwrap();
    tablet.sync().await.unwrap();

    // The tablet is offline while it brings the numbers up to date; the phone takes them back.
    tablet.put(numbers, &Body::CheckIn(check_in(5)), &[]).unwrap();
    refresh(&mut tablet, numbers, &readers);
    let writes = shares(&phone, |shares| shares.end(numbers));
    carry_out(&mut phone, writes);
    both(&mut phone, &mut okafor).await;
    assert!(okafor.record(id).is_none());
    both(&mut tablet, &mut okafor).await;
    assert!(okafor.record(id).is_none(), "shared again");
    assert!(standing(&tablet, numbers).is_private());

    // What came back without a reader is cleared away, and the check-in itself is as it was written last.
    let writes = shares(&tablet, |shares| shares.left_over(|_| false));
    carry_out(&mut tablet, writes);
    tablet.sync().await.unwrap();
    phone.sync().await.unwrap();
    assert_eq!(phone.records().filter(|one| one.share().is_some() || one.id == id).count(), 0);
    assert_eq!(phone.record(numbers).unwrap().check_in().unwrap().mood, Level::new(5));
    assert_eq!((phone.alarms().len(), tablet.alarms().len(), okafor.alarms().len()), (0, 0, 0));
}

async fn both(one: &mut Device, other: &mut Device) {
    one.sync().await.unwrap();
    other.sync().await.unwrap();
}

fn check_in(mood: u8) -> CheckIn {
    let mut check_in = CheckIn::new(at("2026-10-14T21:00:00+02:00"));
    check_in.mood = Level::new(mood);
    check_in.feelings = vec!["marzipan".into()];
    check_in.note = "marzipan thunder".into();
    check_in
}

/// Shares the second sentence of an entry, or the numbers of a check-in; gives the copy.
fn share(device: &mut Device, source: RecordId, form: Form, readers: &[AccountId]) -> RecordId {
    let source = device.record(source).unwrap().clone();
    let passage = source.entry().and_then(|entry| marked(&texts(entry), Mark { text: 0, first: 1, last: 1 }));
    let now = at("2026-10-15T09:00:00+02:00");
    let body = copy(&source.body, form, passage.as_ref(), now).unwrap();
    let (note, id) = (Device::new_id(), Device::new_id());
    carry_out(device, share_part(&source, body, false, readers, (note, id), now));
    id
}

/// Brings the one shared part of a check-in up to date.
fn refresh(device: &mut Device, source: RecordId, readers: &[AccountId]) {
    let now = at("2026-10-15T09:30:00+02:00");
    let source = device.record(source).unwrap().clone();
    let note = device
        .records()
        .find(|one| one.share().is_some_and(|note| note.source == source.id))
        .unwrap()
        .clone();
    let body = copy(&source.body, Form::Numbers, None, now).unwrap();
    carry_out(device, update((&note, note.share().unwrap()), &source, body, readers, now));
}

fn carry_out(device: &mut Device, writes: Vec<Write>) {
    for write in writes {
        match write {
            Write::Put { id, body, readers } => device.put(id, &body, &readers).unwrap(),
            Write::Delete(id) => device.delete(id),
        }
    }
}

fn shares<T>(device: &Device, ask: impl FnOnce(&Shares) -> T) -> T {
    let records: Vec<Opened> = device.records().cloned().collect();
    ask(&Shares::new(&records, device.keyring().account()))
}

fn standing(device: &Device, source: RecordId) -> journal::sharing::Standing {
    shares(device, |shares| shares.of(device.record(source).unwrap()))
}

/// Everything that the server serves to this device.
async fn feed(device: &Device) -> Vec<Item> {
    let page: Page = device.http().get("/sync?after=0&limit=200").await.unwrap();
    page.items
}

fn grant(item: &Item) -> Option<&Grant> {
    match &item.state {
        State::Present { key: Key::Granted { grant }, .. } => Some(grant),
        _ => None,
    }
}

fn recipients(item: &Item) -> &[AccountId] {
    match &item.state {
        State::Present { key: Key::Own { recipients, .. }, .. } => recipients,
        _ => panic!("not one's own"),
    }
}

fn content(items: &[Item], record: RecordId) -> Sealed {
    let item = items.iter().find(|item| item.record == record).unwrap();
    match &item.state {
        State::Present { content, .. } => content.clone(),
        State::Gone => panic!("gone"),
    }
}
