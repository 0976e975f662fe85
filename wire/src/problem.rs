//! What can go wrong, as stable codes. No words for people: those live with the screens.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[doc = $meaning:literal])+ $name:ident = $text:literal, $status:literal;)*) => {
        /// A stable code, the same for ever.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Code {
            $($(#[doc = $meaning])+ #[serde(rename = $text)] $name,)*
        }

        impl Code {
            /// All of them, in the order of their statuses.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// As it travels.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            /// The HTTP status it comes with.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status),* }
            }

            /// What it means, for a developer.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => concat!($($meaning),+)),* }
            }
        }
    };
}

codes! {
    /// The body is not JSON of the documented shape.
    Malformed = "malformed", 400;
    /// The name is too short, too long or has control characters.
    NameUnfit = "name_unfit", 400;
    /// The address is none of a push service on the public net: https, port 443, a name, at most 1 KiB.
    EndpointUnfit = "endpoint_unfit", 400;
    /// A moment is past or too far ahead.
    MomentUnfit = "moment_unfit", 400;
    /// A message of the sign-in protocol does not parse.
    HandshakeMalformed = "handshake_malformed", 400;
    /// Name and password, or name and recovery code, do not belong together; the same for a name that does not exist.
    WrongCredentials = "wrong_credentials", 401;
    /// There is no session, or it ended.
    SignedOut = "signed_out", 401;
    /// The request came from another site.
    ForeignOrigin = "foreign_origin", 403;
    /// The caller's role has no use for this.
    NotForRole = "not_for_role", 403;
    /// A grant names somebody who is not paired with the author.
    NotPaired = "not_paired", 403;
    /// There is no such thing for this caller.
    NotFound = "not_found", 404;
    /// Used, expired, withdrawn or never made: the invitation or setup link does not work.
    TicketUnusable = "ticket_unusable", 404;
    /// The path exists, the method does not.
    MethodNotAllowed = "method_not_allowed", 405;
    /// The body came too slowly.
    TooSlow = "too_slow", 408;
    /// Somebody has this sign-in name.
    NameTaken = "name_taken", 409;
    /// The id is already in use.
    IdTaken = "id_taken", 409;
    /// The epoch is lower than the record's, or did not rise although somebody lost access.
    EpochStale = "epoch_stale", 409;
    /// The body or a record in it is larger than documented.
    TooLarge = "too_large", 413;
    /// The body is not `application/json`.
    NotJson = "not_json", 415;
    /// The body is not `application/octet-stream`.
    NotBytes = "not_bytes", 415;
    /// Too many tries; `Retry-After` says when.
    TooMany = "too_many", 429;
    /// Something broke on the server; nothing was half done.
    Internal = "internal", 500;
    /// The server is full or stopping; `Retry-After` says when.
    Busy = "busy", 503;
    /// The account has no room for more attachments; nothing was written.
    QuotaFull = "quota_full", 507;
}

// By hand: the derive does not see a name that a macro passes on.
#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Code {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::Type::String)
            .description(Some("A stable code, the same for ever."))
            .enum_values(Some(Self::ALL.iter().map(|code| code.text())))
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Code {}

/// RFC 9457 `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `about:blank`; the code tells.
    #[serde(rename = "type")]
    pub kind: String,
    /// What the code means, for a developer.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The stable code.
    pub code: Code,
}

impl From<Code> for Problem {
    fn from(code: Code) -> Self {
        Self { kind: "about:blank".into(), title: code.meaning().trim().into(), status: code.status(), code }
    }
}
