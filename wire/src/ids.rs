//! Names for things that travel. A newtype each, so that no signature can mix them up.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! uuid_ids {
    ($($(#[$meta:meta])* $name:ident;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The sixteen bytes, as stored and as bound into what is sealed.
            #[must_use]
            pub const fn bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// From the sixteen bytes of one that is known.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }

            /// From sixteen random bytes; marks them as a version 4 UUID (version 7 would leak the time of writing).
            #[must_use]
            pub fn from_random(bytes: [u8; 16]) -> Self {
                Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

uuid_ids! {
    /// A client's or a therapist's account. Made on the device, because keys are bound to it before it is registered.
    AccountId;
    /// One record of one author.
    RecordId;
    /// The chunks of one attachment, as they were sealed under one key.
    BlobId;
    /// One attempt to change a record; the same id makes a retry harmless.
    OpId;
    /// One signed-in device.
    SessionId;
    /// An invitation by a therapist; also the path of the link.
    InviteId;
    /// A link by which a therapist joins the practice.
    SetupLinkId;
    /// A therapist and a client who know each other's keys.
    PairingId;
    /// One sign-in between its two requests.
    LoginId;
}

macro_rules! counters {
    ($($(#[$meta:meta])* $name:ident($inner:ty);)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl $name {
            /// The one after.
            #[must_use]
            pub const fn next(self) -> Self {
                Self(self.0 + 1)
            }
        }
    )*};
}

counters! {
    /// How many times a record was written; 0 before the first.
    Rev(u32);
    /// How many times a record's key was renewed because somebody lost access; starts at 0.
    Epoch(u32);
    /// A place in an account's feed of changes; 0 before the first.
    Seq(i64);
}

impl Seq {
    /// A number that grew whenever the server was found to have been put back to an older state.
    #[must_use]
    pub const fn era(self) -> i64 {
        self.0 >> 32
    }

    /// What lies before the first place of an era.
    #[must_use]
    pub const fn end_before(era: i64) -> Self {
        Self(era << 32)
    }
}
