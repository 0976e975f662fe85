//! Rows to types and back.

use chrono::{DateTime, Utc};
use sqlx::{Row, any::AnyRow};
use wire::{
    ids::{AccountId, BlobId, Epoch, InviteId, OpId, PairingId, RecordId, Rev, Seq, SessionId, SetupLinkId},
    keys::PublicKeys,
    login::Role,
};

use super::{Result, StoreError};

/// Microseconds since 1970.
pub fn micros(at: DateTime<Utc>) -> i64 {
    at.timestamp_micros()
}

/// A time from microseconds.
pub fn time(row: &AnyRow, column: &str) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp_micros(row.try_get(column)?).ok_or(StoreError::Damaged("a time out of range"))
}

/// A time that may be missing.
pub fn time_or_none(row: &AnyRow, column: &str) -> Result<Option<DateTime<Utc>>> {
    row.try_get::<Option<i64>, _>(column)?
        .map(|micros| {
            DateTime::from_timestamp_micros(micros).ok_or(StoreError::Damaged("a time out of range"))
        })
        .transpose()
}

/// Bytes of an exact length.
pub fn exact<const N: usize>(row: &AnyRow, column: &str) -> Result<[u8; N]> {
    row.try_get::<Vec<u8>, _>(column)?.try_into().map_err(|_| StoreError::Damaged("bytes of another length"))
}

macro_rules! ids {
    ($($name:ident => $id:ident;)*) => {$(
        /// An id from its sixteen bytes.
        pub fn $name(row: &AnyRow, column: &str) -> Result<$id> {
            exact(row, column).map(|bytes| $id(uuid::Uuid::from_bytes(bytes)))
        }
    )*};
}

ids! {
    account_id => AccountId;
    record_id => RecordId;
    op_id => OpId;
    session_id => SessionId;
    invite_id => InviteId;
    pairing_id => PairingId;
    setup_link_id => SetupLinkId;
}

/// Sixteen bytes, to bind.
pub trait Bytes {
    /// As stored.
    fn stored(&self) -> Vec<u8>;
}

macro_rules! stored {
    ($($id:ident),*) => {$(impl Bytes for $id { fn stored(&self) -> Vec<u8> { self.bytes().to_vec() } })*};
}

stored!(AccountId, RecordId, SessionId, InviteId, PairingId, OpId, BlobId, SetupLinkId);

/// A revision.
pub fn rev(row: &AnyRow) -> Result<Rev> {
    u32::try_from(row.try_get::<i64, _>("rev")?).map(Rev).map_err(|_| StoreError::Damaged("a revision"))
}

/// An epoch.
pub fn epoch(row: &AnyRow) -> Result<Epoch> {
    u32::try_from(row.try_get::<i64, _>("epoch")?).map(Epoch).map_err(|_| StoreError::Damaged("an epoch"))
}

/// A place in a feed.
pub fn seq(row: &AnyRow) -> Result<Seq> {
    Ok(Seq(row.try_get("seq")?))
}

/// Public keys.
pub fn public_keys(row: &AnyRow) -> Result<PublicKeys> {
    Ok(PublicKeys {
        signing: exact(row, "signing_key")?,
        sharing: exact(row, "sharing_key")?,
        signature: exact(row, "key_signature")?,
    })
}

/// A role.
pub fn role(row: &AnyRow) -> Result<Role> {
    match row.try_get::<String, _>("role")?.as_str() {
        "therapist" => Ok(Role::Therapist),
        "client" => Ok(Role::Client),
        _ => Err(StoreError::Damaged("a role")),
    }
}

/// A role, as stored.
pub const fn role_text(role: Role) -> &'static str {
    match role {
        Role::Therapist => "therapist",
        Role::Client => "client",
    }
}
