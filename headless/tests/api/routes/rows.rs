//! The table: what is asked of each route, and what each caller gets.

use chrono::Duration;
use serde_json::{Value, json};
use wire::{
    bytes,
    ids::{BlobId, InviteId, OpId, PairingId, RecordId, Rev, SessionId, SetupLinkId},
    problem::Code,
    sync::{Change, Operation},
};

use super::{
    accounts::{accounts, own_account},
    scene::{Caller, Fresh, Scene, id, put},
};
use crate::support::{now, push::Browser};

pub struct Row {
    pub method: &'static str,
    pub path: &'static str,
    pub case: &'static str,
    pub ask: fn(&Scene, &Fresh) -> Ask,
    /// In the order of `CALLERS`: nobody, client A, client B, A's therapist, another therapist.
    pub expects: [Expect; 5],
}

pub struct Ask {
    /// What stands for the path's `{…}`.
    pub place: Option<String>,
    pub body: Option<Value>,
}

#[derive(Clone, Copy, Debug)]
pub enum Expect {
    /// Done, and nothing changed by it.
    Read,
    /// Done.
    Done,
    /// Refused, and nothing changed by it.
    Refused(Code),
    /// Refused, and a sign-in's ticket is used up.
    Spent(Code),
}

impl Expect {
    pub fn outcome(self) -> Result<(), Code> {
        match self {
            Self::Read | Self::Done => Ok(()),
            Self::Refused(code) | Self::Spent(code) => Err(code),
        }
    }

    pub fn may_change(self) -> bool {
        matches!(self, Self::Done)
    }
}

use Expect::{Done, Read, Refused};

pub const OUT: Expect = Refused(Code::SignedOut);
const ROLE: Expect = Refused(Code::NotForRole);
const NONE: Expect = Refused(Code::NotFound);
const UNPAIRED: Expect = Refused(Code::NotPaired);
pub const TICKET: Expect = Refused(Code::TicketUnusable);
pub const WRONG: Expect = Refused(Code::WrongCredentials);
pub const TAKEN: Expect = Refused(Code::IdTaken);

pub fn row(
    method: &'static str,
    path: &'static str,
    case: &'static str,
    ask: fn(&Scene, &Fresh) -> Ask,
    expects: [Expect; 5],
) -> Row {
    Row { method, path, case, ask, expects }
}

fn plain(_: &Scene, _: &Fresh) -> Ask {
    Ask { place: None, body: None }
}

fn at(place: &impl ToString) -> Ask {
    Ask { place: Some(place.to_string()), body: None }
}

pub fn body(body: Value) -> Ask {
    Ask { place: None, body: Some(body) }
}

fn push(operation: &Operation) -> Ask {
    body(json!({ "operations": [operation] }))
}

pub fn rows() -> Vec<Row> {
    [
        anybody(),
        accounts(),
        own_account(),
        sessions(),
        pairings(),
        sync(),
        invites(),
        setup_links(),
        attached(),
        nudges(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn anybody() -> Vec<Row> {
    vec![
        row("GET", "/health", "", plain, [Read; 5]),
        row("GET", "/openapi.json", "", plain, [Read; 5]),
        row("GET", "/demo", "not asked for", plain, [Read; 5]),
        row("GET", "/invites/{invite}/offer", "open", |_, fresh| at(&fresh.invite), [Read; 5]),
        row("GET", "/invites/{invite}/offer", "guessed", |_, _| at(&id(InviteId::from_random)), [TICKET; 5]),
    ]
}

fn sessions() -> Vec<Row> {
    vec![
        row("GET", "/session", "", plain, [OUT, Read, Read, Read, Read]),
        row("DELETE", "/session", "", plain, [OUT, Done, Done, Done, Done]),
        row("GET", "/sessions", "", plain, [OUT, Read, Read, Read, Read]),
        row(
            "DELETE",
            "/sessions/{session}",
            "A's",
            |_, fresh| at(&fresh.session_of_a),
            [OUT, Done, NONE, NONE, NONE],
        ),
        row(
            "DELETE",
            "/sessions/{session}",
            "guessed",
            |_, _| at(&id(SessionId::from_random)),
            [OUT, NONE, NONE, NONE, NONE],
        ),
        row("DELETE", "/sessions/{session}", "no id", |_, _| at(&"'--"), [OUT, NONE, NONE, NONE, NONE]),
    ]
}

fn pairings() -> Vec<Row> {
    let end = |case, ask, expects| row("DELETE", "/pairings/{pairing}", case, ask, expects);
    vec![
        end("A's", |_, fresh| at(&fresh.pairing_of_a), [OUT, Done, NONE, Done, NONE]),
        end("guessed", |_, _| at(&id(PairingId::from_random)), [OUT, NONE, NONE, NONE, NONE]),
        end("no id", |_, _| at(&"'--"), [OUT, NONE, NONE, NONE, NONE]),
        // A client who is paired with her already is paired by the new invitation.
        row("POST", "/pairings", "open", |_, fresh| accept(fresh.invite), [OUT, Done, Done, ROLE, ROLE]),
        row(
            "POST",
            "/pairings",
            "guessed",
            |_, _| accept(id(InviteId::from_random)),
            [OUT, TICKET, TICKET, ROLE, ROLE],
        ),
    ]
}

fn accept(invite: InviteId) -> Ask {
    body(json!({ "invite": invite, "acceptance": "AAAA" }))
}

fn sync() -> Vec<Row> {
    let mut rows = vec![
        row("GET", "/pairings", "", plain, [OUT, Read, Read, Read, Read]),
        row("GET", "/sync", "", plain, [OUT, Read, Read, Read, Read]),
        row("GET", "/events", "", plain, [OUT, Read, Read, Read, Read]),
    ];
    let mut push_row = |case, ask, expects| rows.push(row("POST", "/sync", case, ask, expects));
    let owner = [OUT, Done, NONE, NONE, NONE];
    push_row("write A's", |_, fresh| push(&put(fresh.private, Rev(1), &[])), owner);
    push_row(
        "write what A shared",
        |scene, fresh| push(&put(fresh.shared, Rev(1), scene.account(Caller::TherapistOfA).as_slice())),
        [OUT, Done, UNPAIRED, UNPAIRED, UNPAIRED],
    );
    push_row(
        "write A's as if it were new",
        |_, fresh| push(&put(fresh.private, Rev(0), &[])),
        // To its author it is there already, and shown.
        [OUT, Read, NONE, NONE, NONE],
    );
    push_row(
        "delete what A shared",
        |_, fresh| {
            push(&Operation {
                op: id(OpId::from_random),
                record: fresh.shared,
                base: Rev(1),
                over: None,
                change: Change::Delete,
            })
        },
        owner,
    );
    push_row(
        "grant to A",
        |scene, _| push(&put(id(RecordId::from_random), Rev(0), &[scene.a()])),
        [OUT, UNPAIRED, UNPAIRED, Done, UNPAIRED],
    );
    push_row(
        "grant to A's therapist",
        |scene, _| {
            push(&put(id(RecordId::from_random), Rev(0), scene.account(Caller::TherapistOfA).as_slice()))
        },
        [OUT, Done, UNPAIRED, UNPAIRED, UNPAIRED],
    );
    rows
}

fn make(blob: BlobId, record: RecordId) -> Ask {
    Ask { place: Some(blob.to_string()), body: Some(json!({ "record": record })) }
}

fn chunk(blob: BlobId, chunk: u32) -> Ask {
    Ask { place: Some(format!("{blob}/{chunk}")), body: Some("a sealed chunk".into()) }
}

fn attached() -> Vec<Row> {
    let (own, read) = ([OUT, Done, NONE, NONE, NONE], [OUT, Read, NONE, NONE, NONE]);
    let shared = [OUT, Read, NONE, Read, NONE];
    let nobody = [OUT, NONE, NONE, NONE, NONE];
    vec![
        row("PUT", "/blobs/{blob}", "of A's", |_, fresh| make(id(BlobId::from_random), fresh.private), own),
        row(
            "PUT",
            "/blobs/{blob}",
            "of what A shared",
            |_, fresh| make(id(BlobId::from_random), fresh.shared),
            own,
        ),
        row("PUT", "/blobs/{blob}", "that is there", |_, fresh| make(fresh.shared_blob, fresh.shared), read),
        row(
            "PUT",
            "/blobs/{blob}",
            "of another record",
            |_, fresh| make(fresh.shared_blob, fresh.private),
            nobody,
        ),
        row(
            "PUT",
            "/blobs/{blob}",
            "of no record",
            |_, _| make(id(BlobId::from_random), id(RecordId::from_random)),
            nobody,
        ),
        row("GET", "/blobs/{blob}", "A's", |_, fresh| at(&fresh.private_blob), read),
        row("GET", "/blobs/{blob}", "that A shared", |_, fresh| at(&fresh.shared_blob), shared),
        row("GET", "/blobs/{blob}", "guessed", |_, _| at(&id(BlobId::from_random)), nobody),
        row("PUT", "/blobs/{blob}/{chunk}", "A's", |_, fresh| chunk(fresh.private_blob, 1), own),
        row("PUT", "/blobs/{blob}/{chunk}", "that A shared", |_, fresh| chunk(fresh.shared_blob, 0), own),
        row("PUT", "/blobs/{blob}/{chunk}", "guessed", |_, _| chunk(id(BlobId::from_random), 0), nobody),
        row("GET", "/blobs/{blob}/{chunk}", "A's", |_, fresh| at(&format!("{}/0", fresh.private_blob)), read),
        row(
            "GET",
            "/blobs/{blob}/{chunk}",
            "that A shared",
            |_, fresh| at(&format!("{}/0", fresh.shared_blob)),
            shared,
        ),
        row(
            "GET",
            "/blobs/{blob}/{chunk}",
            "that is not here",
            |_, fresh| at(&format!("{}/9", fresh.shared_blob)),
            nobody,
        ),
        row("DELETE", "/blobs/{blob}", "A's", |_, fresh| at(&fresh.private_blob), own),
        row("DELETE", "/blobs/{blob}", "that A shared", |_, fresh| at(&fresh.shared_blob), own),
        row("DELETE", "/blobs/{blob}", "guessed", |_, _| at(&id(BlobId::from_random)), nobody),
    ]
}

fn subscribe(endpoint: &str) -> Ask {
    let browser = bytes::to_text(&Browser::new("", "").subscription().p256dh);
    body(json!({ "endpoint": endpoint, "p256dh": browser, "auth": bytes::to_text(&[7; 16]) }))
}

fn remind(hours: i64) -> Ask {
    body(json!({ "at": [now() + Duration::hours(hours)] }))
}

fn nudges() -> Vec<Row> {
    let (read, done) = ([OUT, Read, Read, Read, Read], [OUT, Done, Done, Done, Done]);
    let refused = |code| [OUT, Refused(code), Refused(code), Refused(code), Refused(code)];
    vec![
        row("GET", "/push/key", "", plain, read),
        row("PUT", "/push/subscription", "", |_, _| subscribe("https://push.example/a"), done),
        row(
            "PUT",
            "/push/subscription",
            "inside",
            |_, _| subscribe("http://10.0.0.1/a"),
            refused(Code::EndpointUnfit),
        ),
        row("DELETE", "/push/subscription", "", plain, done),
        row("PUT", "/reminders", "", |_, _| remind(1), done),
        row("PUT", "/reminders", "past", |_, _| remind(-1), refused(Code::MomentUnfit)),
        row("GET", "/reminders", "", plain, read),
    ]
}

/// A's therapist was here first, so the practice is hers.
fn setup_links() -> Vec<Row> {
    let withdraw = |case, ask, expects| row("DELETE", "/setup-links/{link}", case, ask, expects);
    vec![
        row("GET", "/setup-links", "", plain, [OUT, ROLE, ROLE, Read, ROLE]),
        row("POST", "/setup-links", "", plain, [OUT, ROLE, ROLE, Done, ROLE]),
        withdraw("the owner's", |_, fresh| at(&fresh.setup_link), [OUT, ROLE, ROLE, Done, ROLE]),
        withdraw("guessed", |_, _| at(&id(SetupLinkId::from_random)), [OUT, ROLE, ROLE, NONE, ROLE]),
        withdraw("no id", |_, _| at(&"'--"), [OUT, ROLE, ROLE, NONE, ROLE]),
    ]
}

fn invites() -> Vec<Row> {
    vec![
        row("GET", "/invites", "", plain, [OUT, ROLE, ROLE, Read, Read]),
        row(
            "POST",
            "/invites",
            "new",
            |_, _| body(json!({ "invite": id(InviteId::from_random), "card": "AAAA" })),
            [OUT, ROLE, ROLE, Done, Done],
        ),
        row(
            "POST",
            "/invites",
            "with an id in use",
            |_, fresh| body(json!({ "invite": fresh.invite, "card": "AAAA" })),
            [OUT, ROLE, ROLE, TAKEN, TAKEN],
        ),
        row(
            "DELETE",
            "/invites/{invite}",
            "A's therapist's",
            |_, fresh| at(&fresh.invite),
            [OUT, ROLE, ROLE, Done, NONE],
        ),
        row(
            "DELETE",
            "/invites/{invite}",
            "guessed",
            |_, _| at(&id(InviteId::from_random)),
            [OUT, ROLE, ROLE, NONE, NONE],
        ),
    ]
}
