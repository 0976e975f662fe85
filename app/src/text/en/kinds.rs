//! What an appointment is for.

/// Before the first dosing.
pub const PREPARATION: &str = "Preparation";
/// A ketamine session.
pub const DOSING: &str = "Dosing session";
/// Making sense of it together.
pub const INTEGRATION: &str = "Integration";
