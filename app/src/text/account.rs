//! Words of the screens about accounts and this device.

/// The fields that several screens share.
pub mod fields {
    words! {
        /// Field.
        name = "Sign-in name";
        /// Under it.
        name_help = "Anything you will remember; it need not be an email address.";
        /// Field.
        password = "Password";
        /// Field.
        new_password = "Password (12 characters or more)";
        /// Under it.
        new_password_help = "Four or five words in a row make a good one. We never see it, so we cannot send it to you.";
        /// Choice.
        keep = "This is my own device";
        /// Under it.
        keep_help = "Your password then opens the journal here without a connection, too.";
    }
    /// The fewest characters of a password.
    pub const LEAST: u32 = 12;
}

/// The journal is on this device, and locked.
pub mod unlock {
    words! {
        /// Heading.
        title = "Your journal is locked";
        /// Field.
        password = "Password";
        /// Button.
        open = "Unlock";
        /// Button, meanwhile.
        opening = "Unlocking…";
        /// Another way.
        other = "Sign in with another name, or use the recovery code";
        /// Heading when only the server can open it.
        again_title = "Please sign in again";
        /// Why.
        again_lead = "On this device the journal is not kept open between visits.";
        /// Button.
        again = "Sign in";
    }

    /// Whose it is.
    #[must_use]
    pub fn lead(name: &str) -> String {
        format!("Signed in as {name}. Your password opens it, with or without a connection.")
    }
}

/// Signing in.
pub mod sign_in {
    words! {
        /// Heading.
        title = "Sign in";
        /// Button.
        go = "Sign in";
        /// Button, meanwhile.
        going = "Signing in…";
        /// Another way.
        recover = "I forgot my password";
        /// The demo.
        demo = "Have a look around";
        /// The demo.
        demo_line = "This server shows a demo. Choose who you want to be; everything in it is made up.";
    }

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
    words! {
        /// Heading.
        title = "Set up your practice";
        /// Lead.
        lead = "You will see what your clients choose to share, shortly before you meet. What they do not share, nobody can read: not you, and not this server.";
        /// Field.
        practice = "Name of the practice";
        /// Field.
        called = "Your name, as clients know it";
        /// Button.
        go = "Create account";
        /// Button, meanwhile.
        going = "Making your keys…";
        /// The link is cut.
        no_token = "This setup link is not whole: the part after # is missing. Copy the whole line that the server printed.";
    }
}

/// A client's account.
pub mod join {
    words! {
        /// While it is looked up.
        looking = "Looking at your invitation…";
        /// Heading without a card.
        heading = "Your invitation";
        /// What the app is for.
        for_title = "What this is for";
        /// What the app is for.
        for_ = "A journal for the days after a session, when things are still moving. A page, a word, a check-in: as much or as little as you like.";
        /// What will be seen.
        seen_title = "What your therapist sees";
        /// What will be seen.
        seen = "Only what you choose to share, page by page. You see exactly what goes before it goes, and you can take it back.";
        /// What will not be seen.
        unseen = "Everything else is locked with keys that only you have. Nobody can read it, not even the people who run this server.";
        /// Not a monitor.
        live_title = "Nobody watches it live";
        /// Not a monitor.
        live = "What you share is read before your next session, not at once. If something cannot wait, call somebody: Help now is on every screen.";
        /// Heading of the form.
        account = "Make your journal";
        /// Field.
        called = "What should your therapist call you?";
        /// Button.
        go = "Make my journal";
        /// Button, meanwhile.
        going = "Making your keys…";
        /// The fragment is lost.
        not_whole = "The link did not arrive whole: the part after # is missing or cut. You can begin to write, but sharing waits. Better: ask your therapist for the link again, or scan the code from their screen.";
        /// Try again.
        retry = "Try again";
        /// Somebody's journal is here.
        other = "A journal is already on this device. Making a new one takes it off this device; what was not synced yet would be lost.";
    }

    /// Whose practice it is.
    #[must_use]
    pub fn title(name: &str) -> String {
        format!("{name} invites you")
    }
}

/// The recovery kit.
pub mod kit {
    words! {
        /// Heading.
        title = "Your recovery kit";
        /// Lead.
        lead = "If you forget your password, this code is the only way back. Print it, write it down or keep it in a password manager. Whoever has it can read your journal.";
        /// Label.
        code = "Recovery code";
        /// Label.
        site = "Site";
        /// Label.
        name = "Sign-in name";
        /// Label.
        made = "Made on";
        /// For people who cannot see it.
        qr = "The recovery code as a QR code";
        /// Button.
        print = "Print";
        /// Button.
        copy = "Copy";
        /// Button, after.
        copied = "Copied";
        /// Button.
        go = "Go on";
        /// The wrong group.
        wrong = "That is not this group. Look at the code once more; you can take your time.";
    }

    /// What to type back.
    #[must_use]
    pub fn ask(number: usize) -> String {
        format!("To be sure you have it: type group {number}")
    }
}

/// Coming back.
pub mod recover {
    words! {
        /// Heading.
        title = "Back in with your recovery code";
        /// Lead.
        lead = "You choose a new password and get a new code. All other devices are signed out; everything you wrote is there again.";
        /// Field.
        code = "Recovery code";
        /// Under it.
        code_help = "Seven groups of four. Capitals, spaces and dashes do not matter.";
        /// Button.
        go = "Open my journal";
        /// Button, meanwhile.
        going = "Opening…";
    }
}

/// You.
pub mod you {
    words! {
        /// Heading.
        title = "You";
        /// Theme.
        theme = "Light";
    }
    /// Theme.
    pub const THEMES: [&str; 4] = ["as this device", "light", "dark", "dim, for the hours after a session"];
    words! {
        /// People.
        people = "Paired with";
        /// A verified person.
        verified = "keys checked by the invitation link";
        /// An unverified person.
        unverified = "not verified: nothing can be shared yet";
        /// Devices.
        devices = "Signed-in devices";
        /// This one.
        this = "this device";
        /// Button.
        end = "sign out there";
        /// Offline.
        devices_offline = "The list needs a connection.";
        /// Privacy.
        privacy = "Privacy";
        /// Privacy.
        privacy_go = "What the server can and cannot see";
        /// This device.
        here = "This device";
        /// Button.
        lock = "Lock now";
        /// Button.
        sign_out = "Sign out";
        /// Dialog.
        sign_out_sure = "Sign out of this device?";
        /// Dialog.
        sign_out_line = "Your journal is taken off this device. It is on the server, sealed, and comes back when you sign in.";
        /// Dialog.
        stay = "Stay signed in";
    }

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
