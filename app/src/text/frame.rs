//! What is around every screen.

words! {
    /// Bottom bar of a client.
    today = "Today";
    /// Bottom bar of a client.
    journal = "Journal";
    /// Bottom bar of a client.
    session = "For session";
    /// Bottom bar of a therapist.
    clients = "Clients";
    /// Bottom bar of a therapist.
    invite = "Invite";
    /// You, privacy, settings.
    you = "You";
    /// Back to the screen before.
    back = "Back";
    /// The bottom bar, for people who hear the screen.
    main = "Main";
    /// The top bar, for people who hear the screen.
    top = "Top";
    /// While something is looked up.
    wait = "One moment";
    /// No such page.
    not_here = "There is no such page";
    /// No such page: what to do.
    not_here_go = "Go to the start";
}

/// Where words are.
pub mod kept {
    words! {
        /// Not on the disk yet.
        not = "saving…";
        /// On this device.
        here = "saved on this phone";
        /// On the server, too.
        everywhere = "saved and synced";
    }
}

/// Where everything is.
pub mod sync {
    words! {
        /// Nothing waits.
        done = "Everything is synced";
        /// On its way.
        sending = "Syncing…";
        /// No network, nothing waits.
        offline_only = "Offline. You can go on writing.";
        /// The session ended.
        signed_out = "Saved on this phone. Sign in again to sync.";
        /// Where to sign in again.
        sign_in = "Sign in";
        /// The browser has no room.
        full = "This phone has no room left, so what you type is not kept yet. Keep this page open and free some space; it is tried again every few seconds.";
        /// The browser keeps nothing.
        unavailable = "This browser does not let us keep anything (a private window, perhaps). What you type is only safe once it is synced.";
    }

    /// No network, and something waits.
    #[must_use]
    pub fn offline(waiting: usize) -> String {
        match waiting {
            0 => offline_only().into(),
            1 => "Offline. One change is saved on this phone.".into(),
            many => format!("Offline. {many} changes are saved on this phone."),
        }
    }
}

/// Another tab has the journal.
pub mod elsewhere {
    words! {
        /// Heading.
        title = "Your journal is open in another tab";
        /// Why.
        lead = "So that nothing gets mixed up, only one tab writes at a time. Everything you typed here is kept.";
        /// Button.
        go_on = "Go on here";
    }
}

/// Something that an honest server does not do.
pub mod alarm {
    words! {
        /// An older or altered state was shown.
        title = "Something about the server is not right";
        /// What it means.
        lead = "It showed an older or different version of a record than this phone has already seen. What you have here is kept. Please tell your practice.";
        /// The server will not take a record.
        refused = "The server does not take one of your changes. It stays on this phone; change the page and it is tried again.";
    }

    /// Records that do not open.
    #[must_use]
    pub fn unopenable(count: usize) -> String {
        match count {
            1 => "One page cannot be opened. It is kept; everything else is here.".into(),
            many => format!("{many} pages cannot be opened. They are kept; everything else is here."),
        }
    }
}
