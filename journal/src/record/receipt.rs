//! "I opened this."

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use wire::ids::{RecordId, Rev};

use super::Rest;

/// Written by the reader's device, granted to the author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Version of this body.
    pub v: u8,
    /// What was opened.
    pub record: RecordId,
    /// Which revision of it.
    pub revision: Rev,
    /// When, on the reader's clock.
    pub opened: DateTime<FixedOffset>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}
