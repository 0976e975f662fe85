//! Two therapists, a client each, and what belongs to them.

use std::sync::atomic::{AtomicU32, Ordering};

use chrono::Duration;
use headless::device::Device;
use journal::seal::{Entropy, SystemEntropy};
use rand08::rngs::OsRng;
use server::store::{Pending, Put};
use sha2::{Digest, Sha256};
use signin::Registering;
use sqlx::AnyPool;
use wire::{
    ids::{
        AccountId, BlobId, Epoch, InviteId, LoginId, OpId, PairingId, RecordId, Rev, SessionId, SetupLinkId,
    },
    login::{RegisterStart, RegisterStarted, Ticket},
    sealed::{Grant, Message, Sealed, Wrap},
    sync::{Change, Granted, Operation, Outcome},
};

use crate::support::{PASSWORD, World, contents::Contents, document::Document, now};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    Nobody,
    ClientA,
    ClientB,
    TherapistOfA,
    OtherTherapist,
}

pub const CALLERS: [Caller; 5] =
    [Caller::Nobody, Caller::ClientA, Caller::ClientB, Caller::TherapistOfA, Caller::OtherTherapist];

pub struct Scene {
    pub world: World,
    pub client: reqwest::Client,
    pub document: Document,
    /// In the order of [`CALLERS`], without nobody.
    devices: [Device; 4],
    /// Of somebody who has registered as far as that.
    pub upload: Message,
    pool: AnyPool,
    next: AtomicU32,
}

/// Made anew for each ask, so that none sees what another did.
pub struct Fresh {
    number: u32,
    /// The caller's.
    pub token: Option<String>,
    /// A's second device.
    pub session_of_a: SessionId,
    /// A's, shared with nobody.
    pub private: RecordId,
    /// A's, shared with A's therapist.
    pub shared: RecordId,
    /// A's with A's therapist.
    pub pairing_of_a: PairingId,
    /// Beside the private one, with one chunk.
    pub private_blob: BlobId,
    /// Beside the shared one, with one chunk.
    pub shared_blob: BlobId,
    /// By A's therapist, not used yet.
    pub invite: InviteId,
    /// By A's therapist, whose practice it is; not used yet.
    pub setup_link: SetupLinkId,
    /// A sign-in of A's that has not proved anything yet.
    pub login: LoginId,
}

impl Fresh {
    pub fn address(&self) -> String {
        let [_, a, b, c] = self.number.to_be_bytes();
        format!("10.{a}.{b}.{c}")
    }
}

pub fn id<T>(from: impl Fn([u8; 16]) -> T) -> T {
    from(SystemEntropy.bytes16())
}

/// A record as it travels, granted to these.
pub fn put(record: RecordId, base: Rev, recipients: &[AccountId]) -> Operation {
    let grants =
        recipients.iter().map(|recipient| Granted { recipient: *recipient, grant: Grant(vec![7; 90]) });
    let change = Change::Put {
        epoch: Epoch(0),
        content: Sealed(vec![7; 700]),
        own_wrap: Wrap(vec![7; 80]),
        grants: grants.collect(),
        urgent: false,
    };
    Operation { op: id(OpId::from_random), record, base, over: None, change }
}

impl Scene {
    pub async fn on(engine: &str) -> Self {
        let world = World::on(engine).await;
        let (mut okafor, _) = world.therapist("dr.okafor").await;
        let mira = world.client_of(&mut okafor, "mira").await;
        let (mut other, _) = world.therapist("dr.other").await;
        let ben = world.client_of(&mut other, "ben").await;
        world.setup_token("upload").await;
        let (registering, request) = Registering::start(PASSWORD, &mut OsRng).unwrap();
        let start = RegisterStart {
            name: "somebody".into(),
            ticket: Ticket::Setup { token: "upload".into() },
            request,
        };
        let started: RegisterStarted = world.http.post("/register/start", &start).await.unwrap();
        let (upload, _) = registering.finish(&started.response, &mut OsRng).unwrap();
        Self {
            client: reqwest::Client::new(),
            document: Document::of(&world).await,
            pool: world.pool().await,
            devices: [mira, ben, okafor, other],
            upload,
            world,
            next: AtomicU32::new(1),
        }
    }

    pub fn account(&self, caller: Caller) -> Option<AccountId> {
        let at = CALLERS.iter().position(|other| *other == caller).unwrap();
        at.checked_sub(1).map(|at| self.devices[at].keyring().account())
    }

    pub fn a(&self) -> AccountId {
        self.account(Caller::ClientA).unwrap()
    }

    pub async fn contents(&self) -> Contents {
        self.world.contents(&self.pool).await
    }

    pub async fn fresh(&self, caller: Caller) -> Fresh {
        let (store, number) = (&self.world.store, self.next.fetch_add(1, Ordering::Relaxed));
        let therapist = self.account(Caller::TherapistOfA).unwrap();
        self.part(therapist, self.account(Caller::ClientB).unwrap()).await;
        let token = match self.account(caller) {
            None => None,
            Some(account) => {
                let token = format!("token {number}");
                self.session(account, &token).await;
                Some(token)
            }
        };
        let fresh = Fresh {
            number,
            token,
            session_of_a: self.session(self.a(), &format!("second device {number}")).await,
            private: id(RecordId::from_random),
            pairing_of_a: self.pair_again(therapist).await,
            shared: id(RecordId::from_random),
            private_blob: id(BlobId::from_random),
            shared_blob: id(BlobId::from_random),
            invite: id(InviteId::from_random),
            setup_link: id(SetupLinkId::from_random),
            login: id(LoginId::from_random),
        };
        let records = vec![put(fresh.private, Rev(0), &[]), put(fresh.shared, Rev(0), &[therapist])];
        let applied = store.apply(self.a(), records, now()).await.unwrap();
        assert!(applied.answers.iter().all(|answer| matches!(answer.outcome, Outcome::Applied { .. })));
        for (blob, record) in [(fresh.private_blob, fresh.private), (fresh.shared_blob, fresh.shared)] {
            assert!(store.put_blob(self.a(), blob, record).await.unwrap().is_some());
            assert_eq!(store.put_chunk(self.a(), blob, 0, vec![7; 700]).await.unwrap(), Put::Kept);
        }
        assert!(store.put_invite(therapist, fresh.invite, &Sealed(vec![7; 100]), now()).await.unwrap());
        let hash = Sha256::digest(format!("colleague {number}").as_bytes()).into();
        store.make_setup_link(therapist, fresh.setup_link, &hash, now()).await.unwrap();
        let pending = Pending { account: Some(self.a()), state: vec![7; 100] };
        store.put_login(fresh.login, &pending, now() + Duration::minutes(1)).await.unwrap();
        fresh
    }

    /// A and A's therapist, whatever was asked before.
    async fn pair_again(&self, therapist: AccountId) -> PairingId {
        let pairing = id(PairingId::from_random);
        let sql = "INSERT INTO pairings (id, therapist_id, client_id, invite_id, since_us)
                   VALUES ($1, $2, $3, $1, 0) ON CONFLICT DO NOTHING";
        sqlx::query(sql)
            .bind(pairing.bytes().to_vec())
            .bind(therapist.bytes().to_vec())
            .bind(self.a().bytes().to_vec())
            .execute(&self.pool)
            .await
            .unwrap();
        self.world.store.pairings_of(self.a()).await.unwrap()[0].pairing
    }

    /// Who is not paired, whatever was asked before.
    async fn part(&self, therapist: AccountId, client: AccountId) {
        sqlx::query("DELETE FROM pairings WHERE therapist_id = $1 AND client_id = $2")
            .bind(therapist.bytes().to_vec())
            .bind(client.bytes().to_vec())
            .execute(&self.pool)
            .await
            .unwrap();
    }

    async fn session(&self, account: AccountId, token: &str) -> SessionId {
        let (session, hash) = (id(SessionId::from_random), Sha256::digest(token.as_bytes()).into());
        self.world.store.put_session(session, account, &hash, "a device", now()).await.unwrap();
        session
    }

    /// What an answer to this caller must not say, whatever was asked.
    pub fn not_for(&self, caller: Caller, fresh: &Fresh) -> Vec<String> {
        let mut secrets = Vec::new();
        if caller != Caller::TherapistOfA {
            secrets.extend([fresh.invite.to_string(), fresh.setup_link.to_string()]);
        }
        if caller != Caller::ClientA {
            secrets.extend([
                fresh.private.to_string(),
                fresh.session_of_a.to_string(),
                fresh.login.to_string(),
            ]);
        }
        if !matches!(caller, Caller::ClientA | Caller::TherapistOfA) {
            secrets.extend([self.a().to_string(), fresh.shared.to_string()]);
        }
        secrets
    }
}
