//! Words of the screens about accounts and this device.

/// The fields that several screens share.
pub mod fields {
    /// Field.
    pub const NAME: &str = "Sign-in name";
    /// Under it.
    pub const NAME_HELP: &str = "Anything you will remember; it need not be an email address.";
    /// Field.
    pub const PASSWORD: &str = "Password";
    /// Field.
    pub const NEW_PASSWORD: &str = "Password (12 characters or more)";
    /// Under it.
    pub const NEW_PASSWORD_HELP: &str =
        "Four or five words in a row make a good one. We never see it, so we cannot send it to you.";
    /// Choice.
    pub const KEEP: &str = "This is my own device";
    /// Under it.
    pub const KEEP_HELP: &str = "Your password then opens the journal here without a connection, too.";
    /// The fewest characters of a password.
    pub const LEAST: u32 = 12;
}

/// The journal is on this device, and locked.
pub mod unlock {
    /// Heading.
    pub const TITLE: &str = "Your journal is locked";
    /// Field.
    pub const PASSWORD: &str = "Password";
    /// Button.
    pub const OPEN: &str = "Unlock";
    /// Button, meanwhile.
    pub const OPENING: &str = "Unlocking…";
    /// Another way.
    pub const OTHER: &str = "Sign in with another name, or use the recovery code";
    /// Heading when only the server can open it.
    pub const AGAIN_TITLE: &str = "Please sign in again";
    /// Why.
    pub const AGAIN_LEAD: &str = "On this device the journal is not kept open between visits.";
    /// Button.
    pub const AGAIN: &str = "Sign in";

    /// Whose it is.
    #[must_use]
    pub fn lead(name: &str) -> String {
        format!("Signed in as {name}. Your password opens it, with or without a connection.")
    }
}

/// Signing in.
pub mod sign_in {
    /// Heading.
    pub const TITLE: &str = "Sign in";
    /// Button.
    pub const GO: &str = "Sign in";
    /// Button, meanwhile.
    pub const GOING: &str = "Signing in…";
    /// Another way.
    pub const RECOVER: &str = "I forgot my password";
    /// The demo.
    pub const DEMO: &str = "Have a look around";
    /// The demo.
    pub const DEMO_LINE: &str =
        "This server shows a demo. Choose who you want to be; everything in it is made up.";

    /// Somebody else's journal is here.
    #[must_use]
    pub fn replaces(name: &str) -> String {
        format!(
            "The journal of {name} is on this device. Signing in with another name takes it off this device; what was not synced yet would be lost."
        )
    }
}

/// A therapist's account.
pub mod setup {
    /// Heading.
    pub const TITLE: &str = "Set up your practice";
    /// Lead.
    pub const LEAD: &str = "You will see what your clients choose to share, shortly before you meet. What they do not share, nobody can read: not you, and not this server.";
    /// Field.
    pub const PRACTICE: &str = "Name of the practice";
    /// Field.
    pub const CALLED: &str = "Your name, as clients know it";
    /// Button.
    pub const GO: &str = "Create account";
    /// Button, meanwhile.
    pub const GOING: &str = "Making your keys…";
    /// The link is cut.
    pub const NO_TOKEN: &str = "This setup link is not whole: the part after # is missing. Copy the whole line that the server printed.";
}

/// A client's account.
pub mod join {
    /// While it is looked up.
    pub const LOOKING: &str = "Looking at your invitation…";
    /// Heading without a card.
    pub const TITLE: &str = "Your invitation";
    /// What the app is for.
    pub const FOR_TITLE: &str = "What this is for";
    /// What the app is for.
    pub const FOR: &str = "A journal for the days after a session, when things are still moving. A page, a word, a check-in: as much or as little as you like.";
    /// What will be seen.
    pub const SEEN_TITLE: &str = "What your therapist sees";
    /// What will be seen.
    pub const SEEN: &str = "Only what you choose to share, page by page. You see exactly what goes before it goes, and you can take it back.";
    /// What will not be seen.
    pub const UNSEEN: &str = "Everything else is locked with keys that only you have. Nobody can read it, not even the people who run this server.";
    /// Not a monitor.
    pub const LIVE_TITLE: &str = "Nobody watches it live";
    /// Not a monitor.
    pub const LIVE: &str = "What you share is read before your next session, not at once. If something cannot wait, call somebody: Help now is on every screen.";
    /// Heading of the form.
    pub const ACCOUNT: &str = "Make your journal";
    /// Field.
    pub const CALLED: &str = "What should your therapist call you?";
    /// Button.
    pub const GO: &str = "Make my journal";
    /// Button, meanwhile.
    pub const GOING: &str = "Making your keys…";
    /// The fragment is lost.
    pub const NOT_WHOLE: &str = "The link did not arrive whole: the part after # is missing or cut. You can begin to write, but sharing waits. Better: ask your therapist for the link again, or scan the code from their screen.";
    /// Try again.
    pub const RETRY: &str = "Try again";
    /// Somebody's journal is here.
    pub const OTHER: &str = "A journal is already on this device. Making a new one takes it off this device; what was not synced yet would be lost.";

    /// Whose practice it is.
    #[must_use]
    pub fn title(name: &str) -> String {
        format!("{name} invites you")
    }
}

/// The recovery kit.
pub mod kit {
    /// Heading.
    pub const TITLE: &str = "Your recovery kit";
    /// Lead.
    pub const LEAD: &str = "If you forget your password, this code is the only way back. Print it, write it down or keep it in a password manager. Whoever has it can read your journal.";
    /// Label.
    pub const CODE: &str = "Recovery code";
    /// Label.
    pub const SITE: &str = "Site";
    /// Label.
    pub const NAME: &str = "Sign-in name";
    /// Label.
    pub const MADE: &str = "Made on";
    /// For people who cannot see it.
    pub const QR: &str = "The recovery code as a QR code";
    /// Button.
    pub const PRINT: &str = "Print";
    /// Button.
    pub const COPY: &str = "Copy";
    /// Button, after.
    pub const COPIED: &str = "Copied";
    /// Button.
    pub const GO: &str = "Go on";
    /// The wrong group.
    pub const WRONG: &str = "That is not this group. Look at the code once more; you can take your time.";

    /// What to type back.
    #[must_use]
    pub fn ask(number: usize) -> String {
        format!("To be sure you have it: type group {number}")
    }
}

/// Coming back.
pub mod recover {
    /// Heading.
    pub const TITLE: &str = "Back in with your recovery code";
    /// Lead.
    pub const LEAD: &str = "You choose a new password and get a new code. All other devices are signed out; everything you wrote is there again.";
    /// Field.
    pub const CODE: &str = "Recovery code";
    /// Under it.
    pub const CODE_HELP: &str = "Seven groups of four. Capitals, spaces and dashes do not matter.";
    /// Button.
    pub const GO: &str = "Open my journal";
    /// Button, meanwhile.
    pub const GOING: &str = "Opening…";
}

/// You.
pub mod you {
    /// Heading.
    pub const TITLE: &str = "You";
    /// Theme.
    pub const THEME: &str = "Light";
    /// Theme.
    pub const THEMES: [&str; 4] = ["as this device", "light", "dark", "dim, for the hours after a session"];
    /// People.
    pub const PEOPLE: &str = "Paired with";
    /// A verified person.
    pub const VERIFIED: &str = "keys checked by the invitation link";
    /// An unverified person.
    pub const UNVERIFIED: &str = "not verified: nothing can be shared yet";
    /// Devices.
    pub const DEVICES: &str = "Signed-in devices";
    /// This one.
    pub const THIS: &str = "this device";
    /// Button.
    pub const END: &str = "sign out there";
    /// Offline.
    pub const DEVICES_OFFLINE: &str = "The list needs a connection.";
    /// Privacy.
    pub const PRIVACY: &str = "Privacy";
    /// Privacy.
    pub const PRIVACY_GO: &str = "What the server can and cannot see";
    /// This device.
    pub const HERE: &str = "This device";
    /// Button.
    pub const LOCK: &str = "Lock now";
    /// Button.
    pub const SIGN_OUT: &str = "Sign out";
    /// Dialog.
    pub const SIGN_OUT_SURE: &str = "Sign out of this device?";
    /// Dialog.
    pub const SIGN_OUT_LINE: &str = "Your journal is taken off this device. It is on the server, sealed, and comes back when you sign in.";
    /// Dialog.
    pub const STAY: &str = "Stay signed in";

    /// Unsent words.
    #[must_use]
    pub fn unsent(count: usize) -> String {
        match count {
            1 => "One change was not synced yet and would be lost. Wait for a connection first, if you can."
                .into(),
            many => format!(
                "{many} changes were not synced yet and would be lost. Wait for a connection first, if you can."
            ),
        }
    }
    /// Since when.
    #[must_use]
    pub fn seen(when: &str) -> String {
        format!("last used {when}")
    }
}
