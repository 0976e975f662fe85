//! The same from the wire: each byte that the client's device ever pushed, with the therapist's keys tried on it.

use std::collections::BTreeSet;

use headless::device::Device;
use journal::{
    record::{Body, Form},
    seal::Place,
};
use wire::{
    bytes,
    ids::RecordId,
    sealed::{Grant, Sealed, Wrap},
    sync::{Change, Operation, Push},
};

use super::{PAGE, PART, REST, both, check_in, refresh, share};
use crate::{
    on_both,
    support::{World, entry, found, tap::Tap},
};

on_both!(in_all_that_was_ever_pushed_her_keys_open_the_shared_words_alone);

/// Rewritten before and after it is shared.
const EARLIER: &str = "The attic smelled of quince and of marzipan, at first.";

async fn in_all_that_was_ever_pushed_her_keys_open_the_shared_words_alone(engine: &str) {
    let mut world = World::on(engine).await;
    let (hers, his) = (Tap::on(&world.origin).await, Tap::on(&world.origin).await);
    world.http = hers.http.clone();
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    world.http = his.http.clone();
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let readers = [okafor.keyring().account()];

    // Written and rewritten, shared in part, written on, and the numbers brought up to date.
    let (page, numbers) = (Device::new_id(), Device::new_id());
    for words in [EARLIER, PAGE] {
        mira.put(page, &entry(words), &[]).unwrap();
        mira.put(numbers, &Body::CheckIn(check_in(2)), &[]).unwrap();
        mira.sync().await.unwrap();
    }
    let passage = share(&mut mira, page, Form::Passage, &readers);
    let levels = share(&mut mira, numbers, Form::Numbers, &readers);
    both(&mut mira, &mut okafor).await;
    mira.put(page, &entry(&format!("{PAGE} Then it was gone.")), &[]).unwrap();
    mira.put(numbers, &Body::CheckIn(check_in(4)), &[]).unwrap();
    refresh(&mut mira, numbers, &readers);
    both(&mut mira, &mut okafor).await;

    let pushed: Vec<Operation> = his
        .bodies("POST /api/v1/sync")
        .iter()
        .flat_map(|body| serde_json::from_slice::<Push>(body).unwrap().operations)
        .collect();
    let of = |record: RecordId| pushed.iter().filter(|operation| operation.record == record).count();
    assert!([page, numbers].map(of).iter().all(|many| *many >= 3), "the control: each writing was pushed");

    // Every sealed part is tried as a key, with every content, in every place that it was pushed for.
    let parts: Vec<Vec<u8>> = pushed.iter().flat_map(sealed_parts).collect();
    let client = mira.keyring().account();
    let (author, _) = okafor.pinned(client).unwrap();
    let (mut opened, mut plain) = (BTreeSet::new(), String::new());
    let mut own = String::new();
    for operation in &pushed {
        let Change::Put { epoch, content, own_wrap, .. } = &operation.change else { continue };
        let (record, rev) = (operation.record, operation.base.next());
        let place = Place { owner: client, record, rev, epoch: *epoch };
        own += &String::from_utf8(mira.keyring().open_own(&place, content, own_wrap).unwrap()).unwrap();
        for part in &parts {
            let (grant, wrap) = (Grant(part.clone()), Wrap(part.clone()));
            for sealed in [content, &Sealed(own_wrap.0.clone())] {
                if let Ok(words) = okafor.keyring().open_granted(&place, &author, sealed, &grant) {
                    opened.insert(record);
                    plain += &String::from_utf8(words).unwrap();
                }
                let as_own = okafor.keyring().open_own(&place, sealed, &wrap);
                assert!(as_own.is_err(), "her account key opens something of his");
            }
        }
    }
    assert_eq!(opened, BTreeSet::from([passage, levels]), "exactly what was shared opens");
    assert!(plain.contains(PART) && plain.contains("\"mood\":2") && plain.contains("\"mood\":4"), "{plain}");
    let sources = [page, numbers].map(|id| serde_json::to_string(&id).unwrap());
    for other in REST.into_iter().chain(sources.iter().map(String::as_str)) {
        assert!(!plain.contains(other), "{other} in {plain}");
        assert!(own.contains(other), "the control: {other} was pushed, for its author");
    }

    // Not even sealed did the rest come to her device.
    let served = hers.received();
    for operation in &pushed {
        let Change::Put { content, .. } = &operation.change else { continue };
        let came = found(&served, bytes::to_text(&content.0).as_bytes());
        assert_eq!(came, opened.contains(&operation.record), "of {}", operation.record);
    }
}

/// Everything in an operation that is sealed to somebody.
fn sealed_parts(operation: &Operation) -> Vec<Vec<u8>> {
    match &operation.change {
        Change::Put { content, own_wrap, grants, .. } => {
            let grants = grants.iter().map(|granted| granted.grant.0.clone());
            [content.0.clone(), own_wrap.0.clone()].into_iter().chain(grants).collect()
        }
        Change::Delete => Vec::new(),
    }
}
