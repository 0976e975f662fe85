//! What is around every screen.

/// Bottom bar of a client.
pub const TODAY: &str = "Today";
/// Bottom bar of a client.
pub const JOURNAL: &str = "Journal";
/// Bottom bar of a client.
pub const SESSION: &str = "For session";
/// Bottom bar of a therapist.
pub const CLIENTS: &str = "Clients";
/// Bottom bar of a therapist.
pub const INVITE: &str = "Invite";
/// You, privacy, settings.
pub const YOU: &str = "You";
/// Back to the screen before.
pub const BACK: &str = "Back";
/// The bottom bar, for people who hear the screen.
pub const MAIN: &str = "Main";
/// The top bar, for people who hear the screen.
pub const TOP: &str = "Top";
/// While something is looked up.
pub const WAIT: &str = "One moment";
/// No such page.
pub const NOT_HERE: &str = "There is no such page";
/// No such page: what to do.
pub const NOT_HERE_GO: &str = "Go to the start";

/// Where words are.
pub mod kept {
    /// Not on the disk yet.
    pub const NOT: &str = "saving…";
    /// On this device.
    pub const HERE: &str = "saved on this phone";
    /// On the server, too.
    pub const EVERYWHERE: &str = "saved and synced";
}

/// Where everything is.
pub mod sync {
    /// Nothing waits.
    pub const DONE: &str = "Everything is synced";
    /// On its way.
    pub const SENDING: &str = "Syncing…";
    /// No network, nothing waits.
    pub const OFFLINE: &str = "Offline. You can go on writing.";
    /// The session ended.
    pub const SIGNED_OUT: &str = "Saved on this phone. Sign in again to sync.";
    /// Where to sign in again.
    pub const SIGN_IN: &str = "Sign in";
    /// The browser has no room.
    pub const FULL: &str = "This phone has no room left, so what you type is not kept yet. Keep this page open and free some space; it is tried again every few seconds.";
    /// The browser keeps nothing.
    pub const UNAVAILABLE: &str = "This browser does not let us keep anything (a private window, perhaps). What you type is only safe once it is synced.";

    /// No network, and something waits.
    #[must_use]
    pub fn offline(waiting: usize) -> String {
        match waiting {
            0 => OFFLINE.into(),
            1 => "Offline. One change is saved on this phone.".into(),
            many => format!("Offline. {many} changes are saved on this phone."),
        }
    }
}

/// Another tab has the journal.
pub mod elsewhere {
    /// Heading.
    pub const TITLE: &str = "Your journal is open in another tab";
    /// Why.
    pub const LEAD: &str =
        "So that nothing gets mixed up, only one tab writes at a time. Everything you typed here is kept.";
    /// Button.
    pub const GO_ON: &str = "Go on here";
}

/// Something that an honest server does not do.
pub mod alarm {
    /// An older or altered state was shown.
    pub const TITLE: &str = "Something about the server is not right";
    /// What it means.
    pub const LEAD: &str = "It showed an older or different version of a record than this phone has already seen. What you have here is kept. Please tell your practice.";
    /// The server will not take a record.
    pub const REFUSED: &str = "The server does not take one of your changes. It stays on this phone; change the page and it is tried again.";

    /// Records that do not open.
    #[must_use]
    pub fn unopenable(count: usize) -> String {
        match count {
            1 => "One page cannot be opened. It is kept; everything else is here.".into(),
            many => format!("{many} pages cannot be opened. They are kept; everything else is here."),
        }
    }
}
