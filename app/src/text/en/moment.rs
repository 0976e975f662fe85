//! What a page is, by the moment it was written in.

/// Days before a session.
pub const PREPARATION: &str = "Before a session";
/// The evening before.
pub const EVE_BEFORE: &str = "The eve of a session";
/// The first hours.
pub const SOFT_LANDING: &str = "Just after";
/// To 24 hours.
pub const SAME_DAY: &str = "The same day";
/// To 72 hours.
pub const NEXT_DAYS: &str = "The days after";
/// To ten days.
pub const ONE_WEEK: &str = "The first week";
/// Weeks and months.
pub const LATER: &str = "Later on";
/// Reading back.
pub const LOOKING_BACK: &str = "Looking back";
/// Chosen.
pub const HARD: &str = "A hard moment";
/// Chosen.
pub const GOOD: &str = "A good moment";
/// Chosen.
pub const DREAM: &str = "A dream";
/// Chosen.
pub const LETTER: &str = "A letter not to be sent";
/// Chosen.
pub const FREE: &str = "A page";
