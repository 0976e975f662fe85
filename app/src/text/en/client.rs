//! Words of the client's screens.

/// Today.
pub mod today {
    /// The first of a course.
    pub const BEFORE: &str = "before your first session";
    /// Button.
    pub const WRITE: &str = "Write";
    /// Button.
    pub const GO_ON: &str = "Go on";
    /// Button.
    pub const NOT_NOW: &str = "not now";
    /// Button.
    pub const CHECK_IN: &str = "Check in";
    /// How long it takes.
    pub const CHECK_IN_TIME: &str = "30 seconds";
    /// Button.
    pub const FREELY: &str = "Write freely";
    /// Under it.
    pub const FREELY_LINE: &str = "an empty page";
    /// A draft.
    pub const DRAFT: &str = "Go on where you stopped";
    /// Two versions.
    pub const TWO: &str = "One page was written on two devices";
    /// Two versions.
    pub const TWO_LINE: &str = "Both versions are kept. Have a look and keep what you want.";
    /// Button.
    pub const LOOK: &str = "Have a look";
    /// Soft landing.
    pub const SOFT: &str = "What is here?";
    /// Soft landing.
    pub const SOFT_LINE: &str = "One word is enough. Everything else can wait until tomorrow.";
    /// Check-in.
    pub const CHECK_IN_ASK: &str = "How are you today?";
    /// Check-in.
    pub const CHECK_IN_LINE: &str = "Five taps. You can add words if there are any.";
    /// Appointment.
    pub const BRING: &str = "What do you want to bring?";
    /// Button.
    pub const BRING_GO: &str = "Look at what is shared";
    /// Nothing.
    pub const NOTHING: &str = "Nothing is asked of you today.";
    /// Nothing.
    pub const NOTHING_LINE: &str = "The page is open if you want it.";
    /// Small print under everything.
    pub const UNDER: &str = "Also here";
    /// Next appointment.
    pub const NEXT: &str = "Next";

    /// Where somebody stands: "34 hours after your second session".
    #[must_use]
    pub fn after(since: &str, number: usize) -> String {
        format!("{since} after your {} session", super::ordinal(number))
    }
}

/// Writing.
pub mod write {
    /// The way back.
    pub const BACK: &str = "Today";
    /// Button.
    pub const NEXT: &str = "Next";
    /// Button.
    pub const SKIP: &str = "skip";
    /// Button.
    pub const BEFORE: &str = "back";
    /// Button on the last page.
    pub const DONE: &str = "Done";
    /// Free writing.
    pub const FREE: &str = "Anything else?";
    /// Free writing, alone.
    pub const FREE_ALONE: &str = "Write freely";
    /// Under it.
    pub const FREE_LINE: &str = "Whatever is there. Or nothing.";
    /// To get there at once.
    pub const TO_FREE: &str = "write freely instead";
    /// Feelings.
    pub const FEELINGS: &str = "Words that fit";
    /// More of them.
    pub const MORE: &str = "more words";
    /// Fewer of them.
    pub const FEWER: &str = "fewer words";
    /// When it is too much.
    pub const GROUND: &str = "stop here and ground";
    /// What is private.
    pub const PRIVATE: &str = "Only you can read this, until you share it. Nobody watches it live.";
    /// What is shared.
    pub const SHARED: &str =
        "This page is shared: changes go to your therapist, too. Nobody watches it live.";
    /// Soft landing.
    pub const ENOUGH: &str = "Enough for now";
    /// Soft landing: words to touch.
    pub const SOFT_WORDS: [&str; 6] = ["calm", "tender", "sad", "floating", "moved", "afraid"];

    /// "2 of 5 · the day after".
    #[must_use]
    pub fn place(at: usize, of: usize, moment: &str) -> String {
        if of < 2 { moment.into() } else { format!("{at} of {of} · {moment}") }
    }
}

/// Grounding.
pub mod ground {
    /// Heading.
    pub const TITLE: &str = "Stop here. That was enough.";
    /// Steps.
    pub const STEPS: [&str; 4] = [
        "Feel both feet on the floor.",
        "Breathe out slowly, longer than you breathe in. Five times.",
        "Name five things that you can see.",
        "Hold something warm, cold or soft.",
    ];
    /// Button.
    pub const GO_ON: &str = "Go on writing";
    /// Button.
    pub const LEAVE: &str = "Leave it for today";
    /// When it does not pass.
    pub const HELP: &str = "If it does not ease, talk to somebody:";
}

/// Check-in.
pub mod check_in {
    /// Heading.
    pub const TITLE: &str = "Check in";
    /// Button.
    pub const SKIP: &str = "skip";
    /// Words and note.
    pub const MORE: &str = "Any words for it?";
    /// Field.
    pub const NOTE: &str = "A line, if you like";
    /// Button.
    pub const DONE: &str = "Done";
    /// After midnight.
    pub const FOR: &str = "This counts for";
    /// Today.
    pub const TODAY: &str = "today";
    /// Yesterday.
    pub const YESTERDAY: &str = "yesterday";
    /// The step before.
    pub const BEFORE: &str = "back";

    /// Share with somebody.
    #[must_use]
    pub fn share(name: &str) -> String {
        format!("Share this check-in with {name}")
    }
    /// "1 of 5".
    #[must_use]
    pub fn place(at: usize, of: usize) -> String {
        format!("{at} of {of}")
    }
}

/// Journal.
pub mod journal {
    /// Heading.
    pub const TITLE: &str = "Journal";
    /// Empty.
    pub const EMPTY: &str = "Nothing here yet. The first page is a word long, if you like.";
    /// Mark.
    pub const DRAFT: &str = "not finished";
    /// Mark.
    pub const SHARED: &str = "shared";
    /// Mark.
    pub const PRIVATE: &str = "private";
    /// A check-in.
    pub const CHECK_IN: &str = "Check-in";
    /// A dosing session in the timeline.
    #[must_use]
    pub fn session(number: usize) -> String {
        format!("Your {} session", super::ordinal(number))
    }
    /// Filter.
    pub const SEARCH: &str = "Search";
    /// Nothing found.
    pub const NONE: &str = "No page has these words.";
}

/// One entry.
pub mod entry {
    /// The way back.
    pub const BACK: &str = "Journal";
    /// Button.
    pub const EDIT: &str = "Change";
    /// Button.
    pub const DELETE: &str = "Delete";
    /// Gone.
    pub const GONE: &str = "This page is not here any more.";
    /// Nobody to share with.
    pub const PRIVATE: &str = "Only you can read this page.";
    /// Preview.
    pub const KEEP: &str = "keep private";
    /// Button.
    pub const TAKE_BACK: &str = "Take back";
    /// Beside it.
    pub const TAKE_BACK_LINE: &str = "What was read cannot be unread. The page itself goes.";
    /// Dialog.
    pub const DELETE_SURE: &str = "Delete this page?";
    /// Dialog.
    pub const DELETE_LINE: &str =
        "It goes from all your devices and from the server, and cannot be brought back.";
    /// Dialog.
    pub const DELETE_KEEP: &str = "Keep it";
    /// Versions.
    pub const OTHER: &str = "The other version";
    /// Versions.
    pub const OTHER_LINE: &str =
        "This page was written on two devices before they met. Above is one, below the other.";
    /// Versions.
    pub const OTHER_DONE: &str = "Both looked at: keep the page as above";
    /// Versions.
    pub const OTHER_ADD: &str = "Add the other version to this page";
    /// Not read yet.
    pub const UNREAD: &str = "not opened yet";

    /// Preview heading.
    #[must_use]
    pub fn preview(name: &str) -> String {
        format!("What {name} will see")
    }
    /// Button.
    #[must_use]
    pub fn share(name: &str) -> String {
        format!("Share with {name}")
    }
    /// When it is read.
    #[must_use]
    pub fn when_read(name: &str, session: Option<&str>) -> String {
        match session {
            Some(session) => format!("{name} reads it before your session on {session}. Not watched live."),
            None => format!("{name} reads it before your next session. Not watched live."),
        }
    }
    /// Shared with.
    #[must_use]
    pub fn shared_with(names: &str) -> String {
        format!("{names} can read this page. Changes you make go along.")
    }
    /// Read.
    #[must_use]
    pub fn read_at(when: &str) -> String {
        format!("opened {when}")
    }
}

/// For session.
pub mod session {
    /// Heading.
    pub const TITLE: &str = "For your session";
    /// Nothing planned.
    pub const NO_DATE: &str = "No appointment is planned yet. Your therapist enters the dates.";
    /// List.
    pub const SHARED: &str = "What you share";
    /// Empty.
    pub const NOTHING: &str = "Nothing is shared. Open a page in your journal to share it; you see exactly what goes before it goes.";
    /// Check-ins.
    pub const CHECK_INS: &str = "Check-ins";
    /// Button.
    pub const TAKE_ALL: &str = "Take these back";
    /// Dates.
    pub const DATES: &str = "Appointments";
    /// Not verified.
    pub const UNVERIFIED: &str = "Sharing waits: the invitation link did not arrive whole. Ask for a new link, or pair again together in your next session. Writing works as always.";

    /// Check-ins shared.
    #[must_use]
    pub fn check_ins(count: usize) -> String {
        match count {
            1 => "One check-in is shared.".into(),
            many => format!("{many} check-ins are shared."),
        }
    }
    /// Who reads.
    #[must_use]
    pub fn lead(name: &str) -> String {
        format!("{name} reads what you share shortly before you meet. Nobody watches it live.")
    }
}

/// Whoever is not named yet.
pub const YOUR_THERAPIST: &str = "your therapist";

/// "first", "second", … "7th".
#[must_use]
pub fn ordinal(number: usize) -> String {
    const WORDS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
    let word = number.checked_sub(1).and_then(|place| WORDS.get(place));
    word.map_or_else(|| format!("{number}th"), |word| (*word).into())
}
