//! What an appointment is for.

/// Before the first dosing.
pub const PREPARATION: &str = "preparation";
/// A ketamine session.
pub const DOSING: &str = "dosing session";
/// Making sense of it together.
pub const INTEGRATION: &str = "integration";
