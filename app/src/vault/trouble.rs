//! What can go wrong, for a person.

use journal::seal::SealError;
use wire::problem::Code;

use crate::device::{database::StorageError, key::KeyError, net::NetError, worker::WorkerError};

/// Why something did not happen. The words for it are in `text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// No network, or the server is away.
    #[error("no network")]
    Network,
    /// The server asked to wait so many seconds.
    #[error("wait")]
    Wait(u32),
    /// Name and password, or name and code, do not belong together.
    #[error("wrong credentials")]
    Wrong,
    /// The session ended: sign in again.
    #[error("signed out")]
    SignedOut,
    /// Somebody has this sign-in name.
    #[error("name taken")]
    NameTaken,
    /// The name is too short, too long or odd.
    #[error("name unfit")]
    NameUnfit,
    /// The password is too short, or one that everybody tries first.
    #[error("password unfit")]
    PasswordUnfit,
    /// Too short, or one that everybody tries first.
    #[error("passcode unfit")]
    PasscodeUnfit,
    /// Tried too often: only the password opens.
    #[error("passcode off")]
    PasscodeOff,
    /// The link was used, withdrawn, or is too old.
    #[error("ticket unusable")]
    Ticket,
    /// The server shows other keys than were expected.
    #[error("foreign keys")]
    ForeignKeys,
    /// The recovery code has a slip of the pen in it.
    #[error("mistyped code")]
    Code,
    /// The other side is not verified: nothing is shared with them.
    #[error("unverified")]
    Unverified,
    /// The browser has no room left.
    #[error("storage full")]
    Full,
    /// The browser keeps nothing here.
    #[error("storage unavailable")]
    Storage,
    /// Kept here, and longer than the server takes.
    #[error("too long")]
    TooLong,
    /// A newer version of the app wrote it.
    #[error("newer version")]
    Newer,
    /// The keys are not in memory.
    #[error("locked")]
    Locked,
    /// Something in the app itself.
    #[error("unexpected")]
    Unexpected,
}

impl From<NetError> for Trouble {
    fn from(error: NetError) -> Self {
        match error {
            NetError::Network => Self::Network,
            NetError::Wait(seconds) => Self::Wait(seconds),
            NetError::Refused(code) => match code {
                Code::WrongCredentials => Self::Wrong,
                Code::SignedOut => Self::SignedOut,
                Code::NameTaken => Self::NameTaken,
                Code::NameUnfit => Self::NameUnfit,
                Code::TicketUnusable | Code::NotFound => Self::Ticket,
                _ => Self::Unexpected,
            },
        }
    }
}

impl From<StorageError> for Trouble {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Full => Self::Full,
            StorageError::Unavailable => Self::Storage,
        }
    }
}

impl From<SealError> for Trouble {
    fn from(error: SealError) -> Self {
        match error {
            SealError::ForeignKeys => Self::ForeignKeys,
            SealError::WrongKey => Self::Wrong,
            SealError::NewerFormat => Self::Newer,
            SealError::Damaged => Self::Unexpected,
        }
    }
}

impl From<WorkerError> for Trouble {
    fn from(_: WorkerError) -> Self {
        Self::Unexpected
    }
}

impl From<KeyError> for Trouble {
    fn from(_: KeyError) -> Self {
        Self::Storage
    }
}
