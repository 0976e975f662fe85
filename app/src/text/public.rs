//! Words of the pages that need no script, and of the whole product.

words! {
    /// The product's name.
    name = "Interleaf";
    /// The link that is on every page.
    help_now = "Help now";
    /// For people who move by keyboard.
    skip = "Skip to the text";
    /// At the foot of every page.
    privacy = "What we can and cannot see";
}

/// The app itself broke.
pub mod broken {
    words! {
        /// Heading.
        title = "Something in the app broke";
        /// What of the words.
        lead = "What you wrote is kept on this phone. Open the app again to go on.";
        /// Link.
        again = "Open again";
    }
}

/// A heading and its paragraphs.
pub struct Part {
    /// The heading.
    pub heading: &'static str,
    /// What follows it.
    pub paragraphs: &'static [&'static str],
}

/// The first page.
pub mod welcome {
    use super::Part;

    words! {
        /// Its heading.
        title = "A page of your own between two sessions";
        /// What it is, in two sentences.
        lead = "Interleaf is a journal for the days after a session, when things are still moving. You write; \
         your therapist reads only what you choose to share, shortly before you meet again.";
    }
    /// For whom.
    pub const PARTS: [Part; 3] = [
        Part {
            heading: "Yours first",
            paragraphs: &[
                "Everything you write is locked on your own device before it goes anywhere. What you do not share \
                 can be read by nobody else: not by your therapist, not by the people who run this server.",
            ],
        },
        Part {
            heading: "Nobody watches it live",
            paragraphs: &[
                "A journal cannot answer, and nobody is reading along. If something cannot wait, call somebody: \
                 Help now is at the top of every page, with or without an account.",
            ],
        },
        Part {
            heading: "How to begin",
            paragraphs: &[
                "Clients begin with a link or a code from their therapist. Therapists begin with a setup link from \
                 whoever runs this server.",
            ],
        },
    ];
}

/// Help now.
pub mod help {
    use super::Part;

    words! {
        /// Its heading.
        title = "Help now";
        /// Before the list.
        lead = "You can talk to somebody right now, by day and by night. It is free, and you need not know what to say.";
        /// Danger to life.
        emergency = "If your life, or somebody else’s, is in danger, call";
        /// Over the list of all countries.
        countries = "By country";
        /// Before the number.
        emergency_short = "Emergency";
        /// Before the date.
        checked = "Last checked";
    }
    /// After the list.
    pub const PARTS: [Part; 2] = [
        Part {
            heading: "While you wait, or if you do not want to call",
            paragraphs: &[
                "Put both feet on the floor. Breathe out slowly, longer than you breathe in. Do that five times.",
                "Look around and name five things you can see, four you can touch, three you can hear, two you can smell, \
                 one you can taste.",
                "Hold something cold, or something soft. Say today’s date and where you are. This will pass, and it need \
                 not pass alone.",
            ],
        },
        Part {
            heading: "If you are worried about somebody else",
            paragraphs: &[
                "Ask them plainly whether they are thinking of ending their life. Asking does not put the thought there.",
                "Stay with them, or stay on the phone. Move what could hurt them out of reach if you safely can. Call a line \
                 above together, or the emergency number.",
            ],
        },
    ];
}

/// What the server can and cannot see.
pub mod privacy {
    use super::Part;

    words! {
        /// Its heading.
        title = "What we can and cannot see";
        /// In short.
        lead = "Your words are locked on your device with keys that only you hold. Here is what that covers, and \
         what it does not.";
    }
    /// In full.
    pub const PARTS: [Part; 5] = [
        Part {
            heading: "What this server sees",
            paragraphs: &[
                "Your sign-in name, whether you are a client or a therapist, who is connected with whom, and how many \
                 locked pages you have, with their rough size, when they were stored and whom you let read them.",
                "The devices you are signed in on, and, while you are connected, your internet address.",
            ],
        },
        Part {
            heading: "What it cannot see",
            paragraphs: &[
                "What you write, your moods, your appointments, your name as your therapist knows it, what kind of page \
                 it is, or the day it is about. It never gets your password.",
            ],
        },
        Part {
            heading: "What your therapist sees",
            paragraphs: &[
                "Only what you shared, while it is shared. Not how much else there is. You can take a page back; what was \
                 read cannot be unread.",
            ],
        },
        Part {
            heading: "What no lock can promise",
            paragraphs: &[
                "This server also hands out the program that does the locking. Somebody who could change that program \
                 could read what you type from then on. If your therapist runs this server, your pages cannot be read by \
                 them as long as the program they run is unmodified.",
                "Somebody who has your unlocked phone can read what you can read.",
            ],
        },
        Part {
            heading: "If you lose your password",
            paragraphs: &[
                "Nobody can reset it for you, because nobody else has a key. The recovery code that you keep on paper is \
                 the only other way in.",
            ],
        },
    ];
}
