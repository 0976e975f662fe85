use headless::device::Device;
use journal::{
    alerts::{Told, alerts},
    measures::find,
    record::{Acknowledgement, Alert, Body, Done, Measure, Opened, Receipt, Rest, Telling},
};
use wire::{
    ids::RecordId,
    sync::{Page, State},
};

use crate::{
    on_both,
    support::{World, at, card, entry},
};

on_both!(
    an_alert_is_sent_opened_and_acknowledged_and_says_one_answer,
    whoever_covers_acknowledges_what_they_were_told_and_the_client_sees_who_did,
    nobody_else_can_read_an_alert_or_quiet_it,
    a_measure_without_such_an_answer_makes_no_alert,
    what_is_not_told_is_neither_urgent_nor_there_until_it_is,
);

async fn an_alert_is_sent_opened_and_acknowledged_and_says_one_answer(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let (therapist, client) = (okafor.keyring().account(), mira.keyring().account());

    // The measure itself stays private: its bytes never leave for her.
    let (measure, alert, page) = (Device::new_id(), Device::new_id(), Device::new_id());
    mira.put(measure, &Body::Measure(answered(2)), &[]).unwrap();
    mira.put(page, &entry("the house by the sea"), &[therapist]).unwrap();
    mira.put(alert, &Body::Alert(made(measure, 2)), &[therapist]).unwrap();
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();
    assert!(okafor.record(measure).is_none());
    assert_eq!(flags(&okafor, &[alert, page]).await, [true, false]);

    let there = all(&okafor);
    let [told] = alerts(&there, therapist)[..] else { panic!("not one alert") };
    assert_eq!((told.alert.instrument.as_str(), &told.alert.answers[..]), ("phq-9", &[(9, 2)][..]));
    assert_eq!((told.opened, told.acknowledged), (None, None));

    okafor.put(Device::new_id(), &receipt(told.record), &[client]).unwrap();
    okafor.sync().await.unwrap();
    mira.sync().await.unwrap();
    let here = all(&mira);
    assert_eq!(one(&here, &mira).opened, Some(at("2026-10-14T21:30:00+02:00")));

    okafor.put(Device::new_id(), &acknowledgement(alert), &[client]).unwrap();
    okafor.sync().await.unwrap();
    mira.sync().await.unwrap();
    let here = all(&mira);
    let (by, seen) = one(&here, &mira).acknowledged.unwrap();
    assert_eq!(by, therapist);
    assert_eq!((&seen.done[..], seen.note.as_str()), (&[Done::Talked][..], "We talked tonight."));
    assert!(one(&all(&okafor), &okafor).acknowledged.is_some());

    // Taken back, it is gone on her side and not urgent any more.
    mira.take_back(alert).unwrap();
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();
    assert!(alerts(&all(&okafor), therapist).is_empty());
    assert_eq!(flags(&mira, &[alert]).await, [false]);
}

async fn whoever_covers_acknowledges_what_they_were_told_and_the_client_sees_who_did(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (mut lund, _) = world.therapist("dr.lund").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let (invite, fragment) = lund.invite("a colleague's client", &card()).await.unwrap();
    lund.sync().await.unwrap();
    let cover = mira.accept(invite, &fragment).await.unwrap();
    let (therapist, client) = (okafor.keyring().account(), mira.keyring().account());
    let alert = Device::new_id();
    mira.put(alert, &Body::Alert(made(Device::new_id(), 2)), &[therapist, cover]).unwrap();
    mira.sync().await.unwrap();
    lund.check_pairings().await.unwrap();
    for device in [&mut okafor, &mut lund] {
        device.sync().await.unwrap();
        assert_eq!(flags(device, &[alert]).await, [true]);
        assert_eq!(one(&all(device), device).acknowledged, None);
    }

    lund.put(Device::new_id(), &acknowledgement(alert), &[client]).unwrap();
    for device in [&mut lund, &mut mira, &mut okafor] {
        device.sync().await.unwrap();
    }
    for device in [&lund, &mira] {
        assert_eq!(one(&all(device), device).acknowledged.unwrap().0, cover);
    }
    // She was told, too: her own screen keeps asking until she says what she did.
    assert_eq!(one(&all(&okafor), &okafor).acknowledged, None);
}

async fn nobody_else_can_read_an_alert_or_quiet_it(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (mut colleague, _) = world.therapist("dr.lund").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let mut jonas = world.client_of(&mut okafor, "jonas").await;
    let therapist = okafor.keyring().account();

    let alert = Device::new_id();
    mira.put(alert, &Body::Alert(made(Device::new_id(), 1)), &[therapist]).unwrap();
    // She herself and another client, who somehow learned the id, claim that it was opened and dealt with.
    mira.put(Device::new_id(), &acknowledgement(alert), &[therapist]).unwrap();
    jonas.put(Device::new_id(), &acknowledgement(alert), &[therapist]).unwrap();
    let mine = mira.record(alert).unwrap().clone();
    jonas.put(Device::new_id(), &receipt(&mine), &[therapist]).unwrap();
    for device in [&mut mira, &mut jonas, &mut okafor, &mut colleague] {
        device.sync().await.unwrap();
    }

    assert!(colleague.record(alert).is_none() && jonas.record(alert).is_none());
    assert!(flags(&colleague, &[alert]).await.is_empty() && flags(&jonas, &[alert]).await.is_empty());
    for device in [&okafor, &mira] {
        let records = all(device);
        let told = one(&records, device);
        assert_eq!((told.opened, told.acknowledged), (None, None));
    }
}

async fn what_is_not_told_is_neither_urgent_nor_there_until_it_is(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let (therapist, client) = (okafor.keyring().account(), mira.keyring().account());

    let (measure, alert, answer) = (Device::new_id(), Device::new_id(), Device::new_id());
    let waiting = Alert { waits: Some(Telling::Always), ..made(measure, 1) };
    mira.put(alert, &Body::Alert(waiting), &[]).unwrap();
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();
    assert_eq!(flags(&mira, &[alert]).await, [false]);
    assert!(flags(&okafor, &[alert]).await.is_empty() && okafor.record(alert).is_none());
    assert!(alerts(&all(&mira), client).is_empty());

    mira.put(alert, &Body::Alert(made(measure, 1)), &[therapist]).unwrap();
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();
    assert_eq!(flags(&okafor, &[alert]).await, [true]);
    assert_eq!(one(&all(&okafor), &okafor).alert.waits, None);

    // What she is writing about it stays hers until she sends it.
    okafor.put(answer, &acknowledgement(alert), &[]).unwrap();
    okafor.sync().await.unwrap();
    mira.sync().await.unwrap();
    assert!(mira.record(answer).is_none());
    assert!(one(&all(&okafor), &okafor).acknowledged.is_none());
}

async fn a_measure_without_such_an_answer_makes_no_alert(_: &str) {
    assert_eq!(Alert::of(Device::new_id(), &answered(0), at("2026-10-14T21:06:00+02:00")), None);
    let mut skipped = answered(1);
    skipped.answers.remove(&9);
    assert_eq!(Alert::of(Device::new_id(), &skipped, at("2026-10-14T21:06:00+02:00")), None);
}

/// A PHQ-9 with 3 on the first item and this on item 9.
fn answered(item_9: u8) -> Measure {
    let when = at("2026-10-14T21:04:00+02:00");
    let mut measure = Measure::new(find("phq-9").unwrap(), "en", when);
    measure.answer(1, Some(3), when);
    measure.answer(9, Some(item_9), when);
    measure.finished = Some(when);
    measure
}

pub fn made(measure: RecordId, item_9: u8) -> Alert {
    Alert::of(measure, &answered(item_9), at("2026-10-14T21:06:00+02:00")).unwrap()
}

fn receipt(of: &Opened) -> Body {
    Body::Receipt(Receipt {
        v: 1,
        record: of.id,
        revision: of.rev,
        opened: at("2026-10-14T21:30:00+02:00"),
        also: Vec::new(),
        rest: Rest::new(),
    })
}

fn acknowledgement(alert: RecordId) -> Body {
    Body::Acknowledgement(Acknowledgement {
        v: 1,
        alert,
        done: vec![Done::Talked],
        note: "We talked tonight.".into(),
        at: at("2026-10-14T22:10:00+02:00"),
        passed: None,
        rest: Rest::new(),
    })
}

fn all(device: &Device) -> Vec<Opened> {
    device.records().cloned().collect()
}

fn one<'a>(records: &'a [Opened], device: &Device) -> Told<'a> {
    let [told] = alerts(records, device.keyring().account())[..] else { panic!("not one alert") };
    told
}

/// Whether each of these is urgent to the server, as it serves them to this device.
async fn flags(device: &Device, records: &[RecordId]) -> Vec<bool> {
    let page: Page = device.http().get("/sync?after=0&limit=200").await.unwrap();
    let flag = |id: &RecordId| {
        page.items.iter().find(|item| item.record == *id).and_then(|item| match &item.state {
            State::Present { urgent, .. } => Some(*urgent),
            State::Gone => None,
        })
    };
    records.iter().filter_map(flag).collect()
}
