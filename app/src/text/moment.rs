//! What a page is, by the moment it was written in.

words! {
    /// Days before a session.
    preparation = "Before a session";
    /// The evening before.
    eve_before = "The eve of a session";
    /// The first hours.
    soft_landing = "Just after";
    /// To 24 hours.
    same_day = "The same day";
    /// To 72 hours.
    next_days = "The days after";
    /// To ten days.
    one_week = "The first week";
    /// Weeks and months.
    later = "Later on";
    /// Reading back.
    looking_back = "Looking back";
    /// Chosen.
    hard = "A hard moment";
    /// Chosen.
    good = "A good moment";
    /// Chosen.
    dream = "A dream";
    /// Chosen.
    letter = "A letter not to be sent";
    /// Chosen.
    free = "A page";
}
