use headless::device::Device;
use journal::{
    record::{Attachment, Blob, Body, Media, What},
    seal::{BlobPlace, ContentKey, Entropy, SystemEntropy},
};
use wire::{
    blobs::{NewBlob, Stored},
    ids::{BlobId, RecordId},
    limits::{BLOB_CHUNKS, CHUNK_BYTES, QUOTA_BYTES},
    problem::{Code, Problem},
};

use crate::{
    on_both,
    support::{World, at, entry, found, hex},
};

on_both!(
    chunks_come_back_as_they_were_put_and_a_cut_goes_on_where_it_was,
    an_attachment_is_read_by_whom_it_is_shared_with_and_by_nobody_else,
    a_chunk_that_the_server_swapped_does_not_open,
    what_was_deleted_is_gone_from_the_disk,
    each_bad_chunk_gets_its_own_problem,
    nobody_fills_the_disk,
);

fn blob_id() -> BlobId {
    BlobId::from_random(SystemEntropy.bytes16())
}

/// A photo of some bytes, sealed and sent by its author.
async fn photo(mira: &mut Device, len: usize) -> (RecordId, Blob, Vec<u8>) {
    let (entry_id, record) = (Device::new_id(), Device::new_id());
    mira.put(entry_id, &entry("the house by the sea"), &[]).unwrap();
    let mut content = vec![0; len];
    SystemEntropy.fill(&mut content);
    let mut photo = Attachment::new(entry_id, What::Photo, at("2026-10-14T19:05:00+02:00"));
    let key = ContentKey::make(&mut SystemEntropy);
    let chunks = journal::seal::chunks(len).unwrap();
    let blob = Blob { id: blob_id(), key, media: Media::Jpeg, bytes: len as u64, chunks, millis: None };
    photo.blob = Some(blob.clone());
    mira.put(record, &Body::Attachment(photo), &[]).unwrap();
    mira.sync().await.unwrap();
    send(mira, record, &blob, &content).await;
    (record, blob, content)
}

async fn send(mira: &Device, record: RecordId, blob: &Blob, content: &[u8]) {
    let place = blob.place(mira.keyring().account(), record);
    let sealed = place.seal(&blob.key, content, &mut SystemEntropy).unwrap();
    let _: Stored = mira.http().put(&format!("/blobs/{}", blob.id), &NewBlob { record }).await.unwrap();
    for (index, chunk) in sealed.into_iter().enumerate() {
        mira.http().put_bytes(&format!("/blobs/{}/{index}", blob.id), chunk).await.unwrap();
    }
}

async fn fetched(device: &Device, blob: &Blob) -> Vec<Vec<u8>> {
    let mut chunks = Vec::new();
    for index in 0..blob.chunks {
        chunks.push(device.http().get_bytes(&format!("/blobs/{}/{index}", blob.id)).await.unwrap());
    }
    chunks
}

async fn refused(device: &Device, path: &str) -> Code {
    match device.http().get_bytes(path).await.unwrap_err() {
        headless::error::Error::Refused(problem) => problem.code,
        other => panic!("{other}"),
    }
}

fn as_stored(engine: &str, bytes: &[u8]) -> Vec<u8> {
    let part = &bytes[100..164];
    if engine == "sqlite" { part.to_vec() } else { hex(part).into_bytes() }
}

async fn chunks_come_back_as_they_were_put_and_a_cut_goes_on_where_it_was(engine: &str) {
    let world = World::on(engine).await;
    let (mut device, _) = world.therapist("dr.okafor").await;
    let record = Device::new_id();
    device.put(record, &entry("x"), &[]).unwrap();
    device.sync().await.unwrap();
    let path = format!("/blobs/{}", blob_id());
    let new = NewBlob { record };
    let stored: Stored = device.http().put(&path, &new).await.unwrap();
    assert_eq!((stored.record, stored.chunks.as_slice(), stored.bytes), (record, &[][..], 0));
    device.http().put_bytes(&format!("{path}/0"), vec![1; 700]).await.unwrap();
    device.http().put_bytes(&format!("{path}/2"), vec![3; 900]).await.unwrap();
    // The answer to this one was lost, so it is sent again.
    device.http().put_bytes(&format!("{path}/2"), vec![3; 900]).await.unwrap();
    let stored: Stored = device.http().put(&path, &new).await.unwrap();
    assert_eq!((stored.chunks.as_slice(), stored.bytes), (&[0, 2][..], 1600));
    assert_eq!(refused(&device, &format!("{path}/1")).await, Code::NotFound);
    device.http().put_bytes(&format!("{path}/1"), vec![2; 800]).await.unwrap();
    let stored: Stored = device.http().get(&path).await.unwrap();
    assert_eq!((stored.chunks.as_slice(), stored.bytes), (&[0, 1, 2][..], 2400));
    for (index, byte, len) in [(0, 1, 700), (1, 2, 800), (2, 3, 900)] {
        assert_eq!(device.http().get_bytes(&format!("{path}/{index}")).await.unwrap(), vec![byte; len]);
    }
}

async fn an_attachment_is_read_by_whom_it_is_shared_with_and_by_nobody_else(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let (stranger, _) = world.therapist("stranger").await;
    let (record, blob, content) = photo(&mut mira, 300_000).await;
    let (therapist, owner) = (okafor.keyring().account(), mira.keyring().account());
    let path = format!("/blobs/{}/0", blob.id);
    for other in [&okafor, &stranger] {
        assert_eq!(refused(other, &path).await, Code::NotFound);
    }
    // Shared: the record brings the key, and the grant on it opens the way to the chunks.
    let body = mira.record(record).unwrap().body.clone();
    mira.put(record, &body, &[therapist]).unwrap();
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();
    let shared = okafor.record(record).unwrap().attachment().unwrap().blob.clone().unwrap();
    let chunks = fetched(&okafor, &shared).await;
    assert_eq!(*shared.place(owner, record).open(&shared.key, shared.chunks, &chunks).unwrap(), content);
    assert_eq!(refused(&stranger, &path).await, Code::NotFound);

    // Taken back: refused on the very next request.
    let Body::Attachment(attachment) = body else { panic!("no attachment") };
    let fresh = || (blob_id(), ContentKey::make(&mut SystemEntropy));
    let taken_back = attachment.taken_back(fresh);
    let next = taken_back.next.clone().unwrap();
    mira.put(record, &Body::Attachment(taken_back.clone()), &[]).unwrap();
    mira.sync().await.unwrap();
    assert_eq!(refused(&okafor, &path).await, Code::NotFound);
    // Sealed anew under another key, and what the reader could open is gone from the disk.
    send(&mira, record, &next, &content).await;
    let done = taken_back.resealed();
    mira.put(record, &Body::Attachment(done.clone()), &[]).unwrap();
    mira.sync().await.unwrap();
    assert!(found(&world.raw_database(), &as_stored(engine, &chunks[0])), "the control must be found");
    for old in &done.dropped {
        mira.http().delete(&format!("/blobs/{old}")).await.unwrap();
    }
    world.store.forget_erased().await.unwrap();
    for chunk in &chunks {
        assert!(!found(&world.raw_database(), &as_stored(engine, chunk)), "old bytes are still there");
    }
    let again = fetched(&mira, &next).await;
    assert_eq!(*next.place(owner, record).open(&next.key, next.chunks, &again).unwrap(), content);
    assert!(
        next.place(owner, record).open(&shared.key, next.chunks, &again).is_err(),
        "the old key opens it"
    );
}

async fn a_chunk_that_the_server_swapped_does_not_open(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let (record, blob, content) = photo(&mut mira, 400_000).await;
    let place: BlobPlace = blob.place(mira.keyring().account(), record);
    let whole = fetched(&mira, &blob).await;
    assert_eq!(*place.open(&blob.key, blob.chunks, &whole).unwrap(), content);
    let sql = "UPDATE chunks SET content = (SELECT other.content FROM chunks AS other WHERE other.place = 0) WHERE place = 1";
    assert_eq!(world.tamper(sql).await, 1);
    let swapped = fetched(&mira, &blob).await;
    assert_ne!(whole, swapped);
    assert!(place.open(&blob.key, blob.chunks, &swapped).is_err());
}

async fn what_was_deleted_is_gone_from_the_disk(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let (record, blob, _) = photo(&mut mira, 1000).await;
    let chunk = fetched(&mira, &blob).await.remove(0);
    assert!(found(&world.raw_database(), &as_stored(engine, &chunk)), "the control must be found");
    mira.delete(record);
    mira.sync().await.unwrap();
    world.store.forget_erased().await.unwrap();
    assert!(!found(&world.raw_database(), &as_stored(engine, &chunk)), "old bytes are still there");
    assert_eq!(refused(&mira, &format!("/blobs/{}/0", blob.id)).await, Code::NotFound);
    // Nothing comes back to a record that is gone.
    let path = format!("/blobs/{}", blob.id);
    assert!(mira.http().put::<Stored>(&path, &NewBlob { record }).await.is_err());
    assert!(mira.http().put_bytes(&format!("{path}/0"), chunk).await.is_err());
}

async fn each_bad_chunk_gets_its_own_problem(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let (_, blob, _) = photo(&mut mira, 1000).await;
    let (blob, none, client) = (blob.id, blob_id(), reqwest::Client::new());
    let token = world.token_of(mira.keyring().account(), "a token").await;
    let table = [
        (format!("{blob}/1"), "application/octet-stream", vec![7; CHUNK_BYTES + 1], Code::TooLarge),
        (format!("{blob}/{BLOB_CHUNKS}"), "application/octet-stream", vec![7; 700], Code::TooLarge),
        (format!("{blob}/99999999999"), "application/octet-stream", vec![7; 700], Code::NotFound),
        (format!("{blob}/-1"), "application/octet-stream", vec![7; 700], Code::NotFound),
        (format!("{none}/0"), "application/octet-stream", vec![7; 700], Code::NotFound),
        ("'--/0".into(), "application/octet-stream", vec![7; 700], Code::NotFound),
        (format!("{blob}/1"), "application/octet-stream", Vec::new(), Code::Malformed),
        (format!("{blob}/1"), "application/json", b"{}".to_vec(), Code::NotBytes),
        (blob.to_string(), "application/json", b"{\"record\":1}".to_vec(), Code::Malformed),
        (blob.to_string(), "application/octet-stream", b"{}".to_vec(), Code::NotJson),
    ];
    for (path, media, body, code) in table {
        let answer = client
            .put(format!("{}/api/v1/blobs/{path}", world.origin))
            .bearer_auth(&token)
            .header("content-type", media)
            .body(body)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status().as_u16(), code.status(), "{path} {code:?}");
        assert_eq!(answer.json::<Problem>().await.unwrap().code, code, "{path}");
    }
}

async fn nobody_fills_the_disk(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let (_, blob, _) = photo(&mut mira, 1000).await;
    let path = format!("/blobs/{}/1", blob.id);
    // As if there were a GiB, but for what one chunk needs.
    assert_eq!(QUOTA_BYTES, 1_073_741_824);
    assert_eq!(world.tamper("UPDATE blobs SET bytes = 1073741824 - 1000").await, 1);
    let full = mira.http().put_bytes(&path, vec![7; 1001]).await.unwrap_err();
    assert!(matches!(full, headless::error::Error::Refused(problem) if problem.code == Code::QuotaFull));
    mira.http().put_bytes(&path, vec![7; 1000]).await.unwrap();
    // What replaces a chunk counts only by how much larger it is.
    mira.http().put_bytes(&path, vec![8; 1000]).await.unwrap();
    // Another account is not touched by it, and deleting makes room.
    photo(&mut okafor, 1000).await;
    mira.http().delete(&format!("/blobs/{}", blob.id)).await.unwrap();
    photo(&mut mira, 1000).await;
}
