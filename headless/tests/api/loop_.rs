use headless::device::Device;
use journal::{
    brief::{Brief, Range},
    record::{Appointment, AppointmentKind, Body, CheckIn, Level, Plan, Receipt},
};
use uuid::Uuid;

use crate::{
    on_both,
    support::{World, at, card, entry, found, hex, words},
};

on_both!(a_client_writes_shares_and_takes_back_and_the_therapist_reads);

async fn a_client_writes_shares_and_takes_back_and_the_therapist_reads(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let (therapist, client) = (okafor.keyring().account(), mira.keyring().account());

    // Names are records too: the server has neither.
    okafor.put(Device::new_id(), &Body::Profile(card()), &[client]).unwrap();
    let mut name = card();
    name.display_name = "Mira L.".into();
    name.practice = None;
    mira.put(Device::new_id(), &Body::Profile(name), &[therapist]).unwrap();

    // The plan: a dosing session behind, an integration appointment ahead.
    okafor.put(Device::new_id(), &plan(client), &[client]).unwrap();
    okafor.sync().await.unwrap();
    mira.sync().await.unwrap();
    let seen = mira.records().find_map(|record| record.plan()).unwrap();
    assert_eq!(seen.appointments.len(), 2);

    // Two entries and a check-in; one entry stays private.
    let (shared, private, numbers) = (Device::new_id(), Device::new_id(), Device::new_id());
    mira.put(shared, &entry("the house by the sea"), &[therapist]).unwrap();
    mira.put(private, &entry("only for me"), &[]).unwrap();
    mira.put(numbers, &Body::CheckIn(check_in()), &[therapist]).unwrap();
    mira.sync().await.unwrap();
    assert_eq!(mira.pending(), 0);
    okafor.sync().await.unwrap();

    let now = at("2026-10-15T09:00:00+02:00");
    let brief = |device: &Device| {
        Brief::new(&device.records().cloned().collect::<Vec<_>>(), client, therapist, now, Range::LastHour)
    };
    let before = brief(&okafor);
    assert_eq!(before.name.as_deref(), Some("Mira L."));
    assert_eq!(before.dosing.unwrap().hours, 48);
    assert_eq!((before.shared.len(), before.unread().len(), before.check_ins.len()), (1, 1, 1));
    assert!(okafor.record(private).is_none());

    // She opens it: read here, and the client sees when.
    let receipt = Receipt {
        v: 1,
        record: shared,
        revision: okafor.record(shared).unwrap().rev,
        opened: now,
        also: Vec::new(),
        rest: serde_json::Map::default(),
    };
    okafor.put(Device::new_id(), &Body::Receipt(receipt), &[client]).unwrap();
    okafor.sync().await.unwrap();
    mira.sync().await.unwrap();
    assert_eq!(brief(&okafor).unread().len(), 0);
    assert!(mira.records().any(|record| record.receipt().is_some_and(|read| read.record == shared)));

    // An edit of a live share reaches her, and is unread again.
    mira.put(shared, &entry("the house by the sea, and my grandmother"), &[therapist]).unwrap();
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();
    assert_eq!(words(&okafor.record(shared).unwrap().body), "the house by the sea, and my grandmother");
    assert_eq!(brief(&okafor).unread().len(), 1);

    // Taken back: gone there, and the bytes she could open are no longer in the database.
    let old = stored_content(&okafor, shared).await;
    assert!(found(&world.raw_database(), &as_stored(engine, &old)), "the control must be found");
    mira.take_back(shared).unwrap();
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();
    assert!(okafor.record(shared).is_none());
    assert_eq!(brief(&okafor).shared.len(), 0);
    world.store.forget_erased().await.unwrap();
    assert!(!found(&world.raw_database(), &as_stored(engine, &old)), "old bytes are still there");
    assert_eq!(words(&mira.record(shared).unwrap().body), "the house by the sea, and my grandmother");
    assert_eq!((mira.alarms().len(), okafor.alarms().len()), (0, 0));
}

/// The sealed bytes of a record, as its reader is served them.
async fn stored_content(device: &Device, record: wire::ids::RecordId) -> Vec<u8> {
    let page: wire::sync::Page = device.http().get("/sync?after=0&limit=200").await.unwrap();
    let item = page.items.into_iter().find(|item| item.record == record).unwrap();
    match item.state {
        wire::sync::State::Present { content, .. } => content.0,
        wire::sync::State::Gone => panic!("gone"),
    }
}

/// A stretch of them as it lies in the file or in the dump.
fn as_stored(engine: &str, bytes: &[u8]) -> Vec<u8> {
    let part = &bytes[100..164];
    if engine == "sqlite" {
        return part.to_vec();
    }
    hex(part).into_bytes()
}

fn plan(client: wire::ids::AccountId) -> Body {
    let appointment = |kind, when: &str, number| Appointment {
        id: Uuid::from_u128(number),
        kind,
        at: at(when),
        minutes: 90,
        note: None,
        dose: None,
        zone: None,
    };
    Body::Plan(Plan {
        appointments: vec![
            appointment(AppointmentKind::Dosing, "2026-10-13T09:00:00+02:00", 1),
            appointment(AppointmentKind::Integration, "2026-10-16T14:00:00+02:00", 2),
        ],
        ..Plan::new(client)
    })
}

fn check_in() -> CheckIn {
    let mut check_in = CheckIn::new(at("2026-10-14T21:00:00+02:00"));
    check_in.mood = Level::new(4);
    check_in
}
