//! Bytes that only their author, or somebody the author chose, can open.

use serde::{Deserialize, Serialize};

macro_rules! opaque_bytes {
    ($($(#[$meta:meta])* $name:ident;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = "base64url"))]
        #[serde(transparent)]
        pub struct $name(#[serde(with = "crate::bytes")] pub Vec<u8>);

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({} bytes)", stringify!($name), self.0.len())
            }
        }
    )*};
}

opaque_bytes! {
    /// The content of a record, of a card or of a key store, in an envelope.
    Sealed;
    /// A key, sealed for its owner.
    Wrap;
    /// A record's key, sealed by its author for one recipient.
    Grant;
    /// A message of the sign-in protocol.
    Message;
}
