//! Words of the brief.

words! {
    /// Nothing is planned.
    no_date = "No appointment is planned.";
    /// No dosing session so far.
    before_first = "Before the first dosing session";
    /// Link.
    plan = "Appointments";
    /// Button.
    print = "Print";
    /// Heading.
    course = "The last four weeks";
    /// No check-ins in four weeks.
    no_course = "No check-ins are shared for these four weeks.";
    /// Heading.
    said = "Said with a check-in";
    /// Heading.
    shared_heading = "Shared";
    /// Mark.
    new = "new";
    /// Nothing is shared.
    nothing = "No page is shared right now. That is all right: there is the hour itself.";
    /// Entries without a word.
    no_words = "(no words)";
}

/// "34 hours since session 2".
#[must_use]
pub fn since_session(since: &str, number: usize) -> String {
    format!("{since} since session {number}")
}

/// What came since the last hour together.
#[must_use]
pub fn since_hour(day: &str, entries: usize, check_ins: usize) -> String {
    format!("since our last hour ({day}): {}", shared(entries, check_ins))
}

/// What came, when there was no hour yet.
#[must_use]
pub fn so_far(entries: usize, check_ins: usize) -> String {
    format!("so far: {}", shared(entries, check_ins))
}

fn shared(entries: usize, check_ins: usize) -> String {
    let count = |many: usize, one: &str, more: &str| match many {
        0 => None,
        1 => Some(one.to_owned()),
        many => Some(format!("{many} {more}")),
    };
    let parts: Vec<_> =
        [count(entries, "one entry", "entries"), count(check_ins, "one check-in", "check-ins")]
            .into_iter()
            .flatten()
            .collect();
    if parts.is_empty() { "nothing shared".into() } else { parts.join(", ") }
}

/// Unread ones.
#[must_use]
pub fn unread(count: usize) -> String {
    if count == 0 { String::new() } else { format!("{count} unread") }
}

/// The older ones that do not fit on the printed page.
#[must_use]
pub fn not_printed(count: usize) -> String {
    if count == 1 {
        "One older page is not printed.".into()
    } else {
        format!("{count} older pages are not printed.")
    }
}
