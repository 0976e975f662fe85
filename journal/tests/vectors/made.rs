//! What sealing makes of fixed keys, words and randomness. Shared by the native test and by the one in WASM.

use journal::seal::{BlobPlace, ContentKey, Entropy, Fragment, Keyring, Place, RecoveryCode, Registration};
use serde_json::{Value, json};
use wire::{
    bytes::to_text,
    ids::{AccountId, BlobId, Epoch, InviteId, RecordId, Rev},
    sealed::{Grant, Sealed},
};

const SHIPPED: &str = include_str!("../../testdata/seal-v1.json");
const WORDS: &[u8] = b"the house by the sea";
const DRAWING: &[u8] = b"a drawing";

/// The same bytes every time.
struct Frozen(u8);

impl Entropy for Frozen {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(5).wrapping_add(41);
            *byte = self.0;
        }
    }
}

struct Person {
    ring: Keyring,
    registration: Registration,
    code: RecoveryCode,
}

fn person(seed: u8) -> Person {
    let account = AccountId::from_random([seed; 16]);
    let (ring, registration, code) = Keyring::make(account, &[seed; 64], &mut Frozen(seed)).unwrap();
    Person { ring, registration, code }
}

fn place(owner: &Person) -> Place {
    Place {
        owner: owner.ring.account(),
        record: RecordId::from_random([9; 16]),
        rev: Rev(3),
        epoch: Epoch(1),
    }
}

fn blob(owner: &Person) -> BlobPlace {
    BlobPlace {
        owner: owner.ring.account(),
        record: RecordId::from_random([9; 16]),
        blob: BlobId::from_random([4; 16]),
    }
}

fn made() -> Value {
    let (client, therapist) = (person(1), person(2));
    let peer = therapist.ring.as_peer().unwrap();
    let readers = std::slice::from_ref(&peer);
    let sealed = client.ring.seal_record(&place(&client), WORDS, readers, &mut Frozen(9)).unwrap();
    let invite = InviteId::from_random([5; 16]);
    let link = Fragment::make(&peer, &mut Frozen(7));
    let key = ContentKey::make(&mut Frozen(3));
    let chunks = blob(&client).seal(&key, DRAWING, &mut Frozen(6)).unwrap();
    json!({
        "content": to_text(&sealed.content.0),
        "own_wrap": to_text(&sealed.own_wrap.0),
        "grant": to_text(&sealed.grants[0].grant.0),
        "chunk": to_text(&chunks[0]),
        "password_wrap": to_text(&client.registration.wraps.password.0),
        "recovery_wrap": to_text(&client.registration.wraps.recovery.0),
        "identity": to_text(&client.registration.wraps.identity.0),
        "signature": to_text(&client.registration.keys.signature),
        "recovery_code": client.code.to_string(),
        "recovery_check": to_text(&client.registration.recovery_check),
        "fragment": link.to_string(),
        "card": to_text(&link.seal_card(invite, b"card", &mut Frozen(7)).unwrap().0),
        "acceptance": to_text(&link.accept(invite, &peer, &client.ring.as_peer().unwrap()).unwrap().0),
    })
}

/// The same comes out as when the format was first shipped, and what was sealed then opens.
pub fn hold() {
    let shipped: Value = serde_json::from_str(SHIPPED).unwrap();
    let (made, shipped_all) = (made(), shipped.as_object().unwrap());
    assert_eq!(made.as_object().unwrap().len(), shipped_all.len());
    for (name, was) in shipped_all {
        assert_eq!(&made[name], was, "{name}: a changed format needs a new number, not new vectors");
    }
    let bytes = |name: &str| wire::bytes::from_text(shipped[name].as_str().unwrap()).unwrap();
    let (client, therapist) = (person(1), person(2));
    let (content, grant) = (Sealed(bytes("content")), Grant(bytes("grant")));
    let author = client.ring.as_peer().unwrap();
    let opened = therapist.ring.open_granted(&place(&client), &author, &content, &grant);
    assert_eq!(opened.unwrap(), WORDS);
    let key = ContentKey::make(&mut Frozen(3));
    assert_eq!(blob(&client).open(&key, 1, &[bytes("chunk")]).unwrap().as_slice(), DRAWING);
}
