//! The real binary, killed while it works: whatever it acknowledged is there when it comes back.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader},
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use headless::{account::Credentials, device::Device, http::Http};
use journal::seal::{Entropy, SystemEntropy};
use tokio::task::JoinSet;
use wire::{
    ids::{Epoch, OpId, RecordId, Rev},
    sealed::{Sealed, Wrap},
    sync::{Change, Operation, Outcome, Page, Push, Pushed},
};

const ROUNDS: u64 = 12;
const WRITERS: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_being_killed() {
    let folder = tempfile::tempdir().unwrap();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let (mut server, link) = start(folder.path(), port);
    let token = link.unwrap().split_once('#').unwrap().1.to_owned();
    let origin = format!("http://127.0.0.1:{port}");
    let who = Credentials { name: "dr.okafor", password: "a calm evening by the lake" };
    let (device, _) = Device::register_therapist(&Http::new(&origin), &token, who).await.unwrap();
    let mut acknowledged = BTreeSet::new();
    for round in 0..ROUNDS {
        let mut writers = JoinSet::new();
        for _ in 0..WRITERS {
            writers.spawn(write_until_it_dies(device.http().clone()));
        }
        // Another moment each time, spread over the first fifth of a second.
        tokio::time::sleep(Duration::from_millis(15 + round * 53 % 190)).await;
        server.kill().unwrap();
        server.wait().unwrap();
        for records in writers.join_all().await {
            acknowledged.extend(records);
        }
        (server, _) = start(folder.path(), port);
        let there = everything(device.http()).await;
        let lost: Vec<_> = acknowledged.difference(&there).collect();
        assert!(
            lost.is_empty(),
            "round {round}: {} of {} acknowledged records are lost",
            lost.len(),
            acknowledged.len()
        );
    }
    assert!(acknowledged.len() > 50, "only {} records were written: nothing was tested", acknowledged.len());
    server.kill().unwrap();
    server.wait().unwrap();
}

/// Starts the binary; the first time it prints a setup link before it listens.
fn start(folder: &Path, port: u16) -> (Child, Option<String>) {
    let mut server = Command::new(env!("CARGO_BIN_EXE_interleaf"))
        .args(["serve", "--listen", &format!("127.0.0.1:{port}"), "--data"])
        .arg(folder.join("data"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut link, mut lines) = (None, BufReader::new(server.stdout.take().unwrap()).lines());
    for printed in lines.by_ref() {
        let printed = printed.unwrap();
        if printed.contains("\"listening\"") {
            break;
        }
        link = Some(printed);
    }
    // Keeps reading, so that the log never blocks the server.
    std::thread::spawn(move || lines.for_each(drop));
    (server, link)
}

async fn write_until_it_dies(http: Http) -> Vec<RecordId> {
    let mut acknowledged = Vec::new();
    loop {
        let record = RecordId::from_random(SystemEntropy.bytes16());
        let change = Change::Put {
            epoch: Epoch(0),
            content: Sealed(vec![7; 700]),
            own_wrap: Wrap(vec![7; 80]),
            grants: Vec::new(),
            urgent: false,
        };
        let op = OpId::from_random(SystemEntropy.bytes16());
        let push = Push { operations: vec![Operation { op, record, base: Rev(0), over: None, change }] };
        let Ok(pushed) = http.post::<Pushed>("/sync", &push).await else { return acknowledged };
        assert!(matches!(pushed.answers[0].outcome, Outcome::Applied { .. }));
        acknowledged.push(record);
    }
}

async fn everything(http: &Http) -> BTreeSet<RecordId> {
    let (mut after, mut records) = (0, BTreeSet::new());
    loop {
        let page: Page = http.get(&format!("/sync?after={after}")).await.unwrap();
        records.extend(page.items.iter().map(|item| item.record));
        after = page.next.0;
        if !page.more {
            return records;
        }
    }
}
