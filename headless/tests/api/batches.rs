//! What is committed together comes out as if each operation had been alone, and as a small model says.

#[path = "batches/model.rs"]
mod model;

use std::{cell::Cell, collections::BTreeSet, time::Duration};

use futures_util::future::join_all;
use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, TestRunner},
};
use server::store::{Applied, Store};
use sqlx::{AnyPool, Row};
use wire::{
    ids::{AccountId, BlobId, Epoch, OpId, RecordId, Rev, Seq},
    limits::RECIPIENTS,
    problem::Code,
    sealed::{Grant, Sealed, Wrap},
    sync::{Answer, Change, Granted, Operation, Outcome},
};

use self::model::{ACCOUNTS, Model, Plan};
use crate::{
    on_both,
    support::{World, now},
};

on_both!(one_that_fails_does_not_fail_the_others, what_everybody_reads_reaches_a_whole_practice);

/// What several people push before the writer comes to it: who, and what.
type Batch = Vec<(usize, Vec<Plan>)>;

fn batches() -> impl Strategy<Value = Vec<Batch>> {
    let push = || (0..ACCOUNTS, vec(model::plan(), 0..5));
    // Sometimes so many that a table needs several statements.
    let batch = prop_oneof![8 => vec(push(), 1..6), 1 => vec(push(), 40..90)];
    vec(batch, 1..5)
}

#[test]
fn together_is_as_one_by_one_on_sqlite() {
    compare("sqlite", 48);
}

#[test]
fn together_is_as_one_by_one_on_postgres() {
    compare("postgres", 16);
}

fn compare(engine: &str, cases: u32) {
    // With one thread everybody's push is queued before the writer looks: they share a commit.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let pair = runtime.block_on(Pair::on(engine));
    // A case that failed leaves its rows, so that no smaller one could be told from it.
    let config = Config { cases, max_shrink_iters: 0, failure_persistence: None, ..Config::default() };
    let number = Cell::new(0);
    TestRunner::new(config)
        .run(&batches(), |batches| {
            number.set(number.get() + 1);
            runtime.block_on(pair.compare(number.get(), &batches));
            Ok(())
        })
        .unwrap();
}

/// Two databases with the same people.
struct Pair {
    together: World,
    alone: World,
    pools: [AnyPool; 2],
}

impl Pair {
    async fn on(engine: &str) -> Self {
        let (together, alone) = (World::on(engine).await, World::on(engine).await);
        let pools = [together.pool().await, alone.pool().await];
        Self { together, alone, pools }
    }

    async fn compare(&self, case: u8, batches: &[Batch]) {
        let mut model = Model::new(case);
        for pool in &self.pools {
            people(pool, &model).await;
        }
        for batch in batches {
            let pushes: Vec<_> = batch
                .iter()
                .map(|(author, plans)| {
                    let now = now();
                    let expected: Vec<_> = plans.iter().map(|plan| model.apply(*author, plan, now)).collect();
                    (model.account(*author), now, expected)
                })
                .collect();
            let together = join_all(pushes.iter().map(|(author, now, steps)| {
                let operations = steps.iter().map(|step| step.operation.clone()).collect();
                self.together.store.apply(*author, operations, *now)
            }));
            let together = together.await.into_iter().map(Result::unwrap);
            for ((author, now, steps), together) in pushes.iter().zip(together) {
                let mut alone = Applied::default();
                for step in steps {
                    let one =
                        self.alone.store.apply(*author, vec![step.operation.clone()], *now).await.unwrap();
                    alone.answers.extend(one.answers);
                    alone.touched.extend(one.touched);
                    alone.erased |= one.erased;
                }
                let expected: Vec<_> = steps.iter().map(|step| step.answer.clone()).collect();
                assert_eq!(together.answers, expected);
                assert_eq!(alone.answers, expected);
                let touched: BTreeSet<_> = steps.iter().flat_map(|step| step.touched.clone()).collect();
                assert_eq!(together.touched.iter().copied().collect::<BTreeSet<_>>(), touched);
                assert_eq!((alone.touched, alone.erased), (together.touched, together.erased));
                assert_eq!(together.erased, steps.iter().any(|step| step.erased));
            }
            for (owner, record) in model.live() {
                let blob = BlobId(record.0);
                for store in [&self.together.store, &self.alone.store] {
                    assert!(store.put_blob(owner, blob, record).await.unwrap().is_some());
                }
            }
        }
        let [together, alone] = &self.pools;
        let (mut together, mut alone) =
            (self.together.contents(together).await, self.alone.contents(alone).await);
        // The check of each server's own setup key.
        for contents in [&mut together, &mut alone] {
            assert!(contents.remove("meta").is_some());
        }
        assert_eq!(together, alone);
        for account in 0..ACCOUNTS {
            let page =
                self.together.store.page(model.account(account), Seq(0), Seq(0), 200, now()).await.unwrap();
            assert_eq!(page.items, model.feed(account));
        }
    }
}

/// The model's people: a therapist, two clients of theirs, and somebody else.
async fn people(pool: &AnyPool, model: &Model) {
    for account in (0..ACCOUNTS).map(|at| model.account(at)) {
        put_account(pool, account).await;
    }
    for client in [1, 2] {
        pair(pool, model.account(0), model.account(client)).await;
    }
}

async fn pair(pool: &AnyPool, therapist: AccountId, client: AccountId) {
    let sql =
        "INSERT INTO pairings (id, therapist_id, client_id, invite_id, since_us) VALUES ($2, $1, $2, $2, 0)";
    sqlx::query(sql)
        .bind(therapist.bytes().to_vec())
        .bind(client.bytes().to_vec())
        .execute(pool)
        .await
        .unwrap();
}

async fn put_account(pool: &AnyPool, account: AccountId) {
    let sql = "INSERT INTO accounts (id, name, role, seq, opaque, signing_key, sharing_key, key_signature,
                   password_wrap, recovery_wrap, identity_wrap, recovery_check, made_us)
               VALUES ($1, $2, 'client', 0, $1, $1, $1, $1, $1, $1, $1, $1, 0)";
    sqlx::query(sql).bind(account.bytes().to_vec()).bind(account.to_string()).execute(pool).await.unwrap();
}

fn new_record(record: RecordId, byte: u8) -> Operation {
    let change = Change::Put {
        epoch: Epoch(0),
        content: Sealed(vec![byte; 600]),
        own_wrap: Wrap(vec![byte; 80]),
        grants: Vec::new(),
        urgent: false,
    };
    Operation { op: OpId(record.0), record, base: Rev(0), over: None, change }
}

const fn id(byte: u8) -> [u8; 16] {
    [byte; 16]
}

async fn one_that_fails_does_not_fail_the_others(engine: &str) {
    let world = World::on(engine).await;
    let pool = world.pool().await;
    let authors = [1, 2, 3].map(|byte| AccountId::from_random(id(byte)));
    // The second one's account went between the question who calls and the push.
    put_account(&pool, authors[0]).await;
    put_account(&pool, authors[2]).await;
    let pushes = authors.iter().zip(11..).map(|(author, byte)| {
        let operations = vec![new_record(RecordId::from_random(id(byte)), byte)];
        world.store.apply(*author, operations, now())
    });
    let done: Vec<_> = join_all(pushes).await.into_iter().map(|one| one.map(|one| one.answers)).collect();
    for (at, answers) in done.iter().enumerate() {
        match answers {
            Ok(answers) => {
                assert!(at != 1 && matches!(answers[0].outcome, Outcome::Applied { rev: Rev(1), .. }));
            }
            Err(_) => assert_eq!(at, 1),
        }
    }
    let rows = sqlx::query("SELECT owner_id FROM records").fetch_all(&pool).await.unwrap();
    assert_eq!(rows.len(), 2);
}

/// A therapist's card has as many readers as she has clients.
async fn what_everybody_reads_reaches_a_whole_practice(engine: &str) {
    let world = World::on(engine).await;
    let pool = world.pool().await;
    let therapist = AccountId::from_random(id(255));
    put_account(&pool, therapist).await;
    let mut clients = Vec::new();
    for place in 0..=RECIPIENTS {
        let client = AccountId::from_random(u128::try_from(place).unwrap().to_be_bytes());
        put_account(&pool, client).await;
        pair(&pool, therapist, client).await;
        clients.push(client);
    }
    let card = |byte: u8, readers: &[AccountId]| {
        let mut operation = new_record(RecordId::from_random(id(byte)), byte);
        if let Change::Put { grants, .. } = &mut operation.change {
            *grants =
                readers.iter().map(|one| Granted { recipient: *one, grant: Grant(vec![byte; 80]) }).collect();
        }
        operation
    };
    let most = card(7, &clients[..RECIPIENTS]);
    let done = world.store.apply(therapist, vec![most, card(8, &clients)], now()).await.unwrap();
    assert!(matches!(done.answers[0].outcome, Outcome::Applied { rev: Rev(1), .. }));
    assert_eq!(done.answers[1].outcome, Outcome::Refused { code: Code::Malformed });
    for client in [clients[0], clients[RECIPIENTS - 1]] {
        assert_eq!(world.store.page(client, Seq(0), Seq(0), 10, now()).await.unwrap().items.len(), 1);
    }
    assert_eq!(
        world.store.page(clients[RECIPIENTS], Seq(0), Seq(0), 10, now()).await.unwrap().items.len(),
        0
    );
}

/// Two processes on one database, as while one takes over from the other.
#[tokio::test]
async fn a_record_that_somebody_makes_at_the_same_moment_stays_theirs() {
    let world = World::on("postgres").await;
    let (pool, store) = (world.pool().await, Store::open(&world.database).await.unwrap());
    let (one, other) = (AccountId::from_random(id(1)), AccountId::from_random(id(2)));
    put_account(&pool, one).await;
    put_account(&pool, other).await;
    let record = RecordId::from_random(id(3));
    let mut theirs = pool.begin().await.unwrap();
    let sql =
        "INSERT INTO records (id, owner_id, rev, epoch, content, written_us) VALUES ($1, $2, 1, 0, $1, 0)";
    sqlx::query(sql)
        .bind(record.bytes().to_vec())
        .bind(one.bytes().to_vec())
        .execute(&mut *theirs)
        .await
        .unwrap();
    // Looked, found nothing, and waits for the row of a transaction that is not done.
    let mine = tokio::spawn(async move { store.apply(other, vec![new_record(record, 9)], now()).await });
    let waiting = "SELECT CAST(COUNT(*) AS BIGINT) AS many FROM pg_locks WHERE NOT granted";
    while sqlx::query(waiting).fetch_one(&pool).await.unwrap().get::<i64, _>("many") == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    theirs.commit().await.unwrap();
    let refused = Answer { op: OpId(record.0), outcome: Outcome::Refused { code: Code::NotFound } };
    let applied = mine.await.unwrap().unwrap();
    assert_eq!((applied.answers, applied.touched), (vec![refused], Vec::new()));
    let sql =
        "SELECT owner_id, rev, content, (SELECT CAST(COUNT(*) AS BIGINT) FROM feed) AS fed FROM records";
    let row = sqlx::query(sql).fetch_one(&pool).await.unwrap();
    assert_eq!(row.get::<Vec<u8>, _>("owner_id"), one.bytes());
    assert_eq!(row.get::<Vec<u8>, _>("content"), record.bytes());
    assert_eq!((row.get::<i64, _>("rev"), row.get::<i64, _>("fed")), (1, 0));
}
