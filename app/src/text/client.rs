//! Words of the client's screens.

/// Today.
pub mod today {
    words! {
        /// The first of a course.
        before = "before your first session";
        /// Button.
        write = "Write";
        /// Button.
        go_on = "Go on";
        /// Button.
        not_now = "not now";
        /// Button.
        check_in = "Check in";
        /// How long it takes.
        check_in_time = "30 seconds";
        /// Button.
        freely = "Write freely";
        /// Under it.
        freely_line = "an empty page";
        /// A draft.
        draft = "Go on where you stopped";
        /// Two versions.
        two = "One page was written on two devices";
        /// Two versions.
        two_line = "Both versions are kept. Have a look and keep what you want.";
        /// Button.
        look = "Have a look";
        /// Soft landing.
        soft = "What is here?";
        /// Soft landing.
        soft_line = "One word is enough. Everything else can wait until tomorrow.";
        /// Check-in.
        check_in_ask = "How are you today?";
        /// Check-in.
        check_in_line = "Five taps. You can add words if there are any.";
        /// Appointment.
        bring = "What do you want to bring?";
        /// Button.
        bring_go = "Look at what is shared";
        /// Nothing.
        nothing = "Nothing is asked of you today.";
        /// Nothing.
        nothing_line = "The page is open if you want it.";
        /// Small print under everything.
        under = "Also here";
        /// Next appointment.
        next = "Next";
    }

    /// Where somebody stands: "34 hours after your second session".
    #[must_use]
    pub fn after(since: &str, number: usize) -> String {
        format!("{since} after your {} session", super::ordinal(number))
    }
}

/// Writing.
pub mod write {
    words! {
        /// The way back.
        back = "Today";
        /// Button.
        next = "Next";
        /// Button.
        skip = "skip";
        /// Button.
        before = "back";
        /// Button on the last page.
        done = "Done";
        /// Free writing.
        free = "Anything else?";
        /// Free writing, alone.
        free_alone = "Write freely";
        /// Under it.
        free_line = "Whatever is there. Or nothing.";
        /// To get there at once.
        to_free = "write freely instead";
        /// Feelings.
        feelings = "Words that fit";
        /// More of them.
        more = "more words";
        /// Fewer of them.
        fewer = "fewer words";
        /// When it is too much.
        ground = "stop here and ground";
        /// What is private.
        private = "Only you can read this, until you share it. Nobody watches it live.";
        /// What is shared.
        shared = "This page is shared: changes go to your therapist, too. Nobody watches it live.";
        /// Soft landing.
        enough = "Enough for now";
    }
    /// "2 of 5 · the day after".
    #[must_use]
    pub fn place(at: usize, of: usize, moment: &str) -> String {
        if of < 2 { moment.into() } else { format!("{at} of {of} · {moment}") }
    }
}

/// Grounding.
pub mod ground {
    words! {
        /// Heading.
        title = "Stop here. That was enough.";
    }
    /// Steps.
    pub const STEPS: [&str; 4] = [
        "Feel both feet on the floor.",
        "Breathe out slowly, longer than you breathe in. Five times.",
        "Name five things that you can see.",
        "Hold something warm, cold or soft.",
    ];
    words! {
        /// Button.
        go_on = "Go on writing";
        /// Button.
        leave = "Leave it for today";
        /// When it does not pass.
        help = "If it does not ease, talk to somebody:";
    }
}

/// Check-in.
pub mod check_in {
    words! {
        /// Heading.
        title = "Check in";
        /// Button.
        skip = "skip";
        /// Words and note.
        more = "Any words for it?";
        /// Field.
        note = "A line, if you like";
        /// Button.
        done = "Done";
        /// After midnight.
        for_ = "This counts for";
        /// Today.
        today = "today";
        /// Yesterday.
        yesterday = "yesterday";
        /// The step before.
        before = "back";
    }

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
    words! {
        /// Heading.
        title = "Journal";
        /// Empty.
        empty = "Nothing here yet. The first page is a word long, if you like.";
        /// Mark.
        draft = "not finished";
        /// Mark.
        shared = "shared";
        /// Mark.
        private = "private";
        /// A check-in.
        check_in = "Check-in";
    }
    /// A dosing session in the timeline.
    #[must_use]
    pub fn session(number: usize) -> String {
        format!("Your {} session", super::ordinal(number))
    }
    words! {
        /// Filter.
        search = "Search";
        /// Nothing found.
        none = "No page has these words.";
    }
}

/// One entry.
pub mod entry {
    words! {
        /// The way back.
        back = "Journal";
        /// Button.
        edit = "Change";
        /// Button.
        delete = "Delete";
        /// Gone.
        gone = "This page is not here any more.";
        /// Nobody to share with.
        private = "Only you can read this page.";
        /// Preview.
        keep = "keep private";
        /// Button.
        take_back = "Take back";
        /// Beside it.
        take_back_line = "What was read cannot be unread. The page itself goes.";
        /// Dialog.
        delete_sure = "Delete this page?";
        /// Dialog.
        delete_line = "It goes from all your devices and from the server, and cannot be brought back.";
        /// Dialog.
        delete_keep = "Keep it";
        /// Versions.
        other = "The other version";
        /// Versions.
        other_line = "This page was written on two devices before they met. Above is one, below the other.";
        /// Versions.
        other_done = "Both looked at: keep the page as above";
        /// Versions.
        other_add = "Add the other version to this page";
        /// Not read yet.
        unread = "not opened yet";
    }

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
    words! {
        /// Heading.
        title = "For your session";
        /// Nothing planned.
        no_date = "No appointment is planned yet. Your therapist enters the dates.";
        /// List.
        shared = "What you share";
        /// Empty.
        nothing = "Nothing is shared. Open a page in your journal to share it; you see exactly what goes before it goes.";
        /// Check-ins.
        check_ins_heading = "Check-ins";
        /// Button.
        take_all = "Take these back";
        /// Dates.
        dates = "Appointments";
        /// Not verified.
        unverified = "Sharing waits: the invitation link did not arrive whole. Ask for a new link, or pair again together in your next session. Writing works as always.";
    }

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

words! {
    /// Whoever is not named yet.
    your_therapist = "your therapist";
}

/// "first", "second", … "7th".
#[must_use]
pub fn ordinal(number: usize) -> String {
    const WORDS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
    let word = number.checked_sub(1).and_then(|place| WORDS.get(place));
    word.map_or_else(|| format!("{number}th"), |word| (*word).into())
}
