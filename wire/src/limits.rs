//! Every number a caller can run into.

/// Largest content of one record, bytes.
pub const RECORD_BYTES: usize = 1024 * 1024;
/// Largest sealed chunk of an attachment, bytes.
pub const CHUNK_BYTES: usize = 256 * 1024;
/// Most chunks of one attachment: 64 MiB.
pub const BLOB_CHUNKS: u32 = 256;
/// Most bytes of attachments of one account.
pub const QUOTA_BYTES: i64 = 1024 * 1024 * 1024;
/// Largest body of one request, bytes.
pub const BODY_BYTES: usize = 8 * 1024 * 1024;
/// Most operations in one push, and most items in one page.
pub const BATCH: usize = 200;
/// Most recipients of one record: a therapist's card goes to everybody whom they see.
pub const RECIPIENTS: usize = 512;
/// Shortest and longest sign-in name, characters.
pub const NAME_CHARS: (usize, usize) = (3, 64);
/// Shortest and longest password, characters; checked on the device, for the server never sees it.
pub const PASSWORD_CHARS: (usize, usize) = (12, 128);
/// Longest label of a device, characters.
pub const DEVICE_CHARS: usize = 80;
/// Days in which somebody who asked for the end of an account may change their mind.
pub const DELETION_DAYS: i64 = 7;
/// Days a setup link stays open.
pub const SETUP_LINK_DAYS: i64 = 7;
/// Days an invitation stays open.
pub const INVITE_DAYS: i64 = 14;
/// Longest address of a push service, bytes.
pub const ENDPOINT_BYTES: usize = 1024;
/// Most moments an account is to be reminded at: whoever stays away is left alone after these.
pub const REMINDERS: usize = 3;
/// Farthest ahead of a reminder, days.
pub const REMINDER_DAYS: i64 = 60;
