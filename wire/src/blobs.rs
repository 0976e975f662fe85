//! Attachments, as sealed chunks. The server knows which record a blob belongs to, and nothing more of it.

use serde::{Deserialize, Serialize};

use crate::ids::RecordId;

/// `PUT /blobs/{blob}`: makes it, or finds it as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewBlob {
    /// The caller's record that it belongs to: whoever may read that may read the blob, and with it the blob goes.
    pub record: RecordId,
}

/// What there is of a blob.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stored {
    /// The record that it belongs to.
    pub record: RecordId,
    /// The chunks that are here, ascending. Going on after a cut is sending the others.
    pub chunks: Vec<u32>,
    /// The length of these, sealed.
    pub bytes: i64,
}
