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
    /// What the lines are.
    course_help = "One dot a day that had a check-in; days without are left open.";
    /// No check-ins in four weeks.
    no_course = "No check-ins are shared for these four weeks.";
    /// The lines as a table.
    table = "The same as a table";
    /// What the table says.
    table_caption = "A day with several check-ins shows the middle of them.";
    /// Column.
    day = "Day";
    /// Column.
    session_column = "Session";
    /// A day without, for people who hear the table.
    gap = "no check-in";
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

/// A dosing session, as a mark in a table.
#[must_use]
pub fn session(number: usize) -> String {
    format!("session {number}")
}

/// Several check-ins on one day.
#[must_use]
pub fn several(word: &str, count: usize) -> String {
    if count > 1 { format!("{word} ({count})") } else { word.into() }
}

/// A chart, for people who cannot see it.
#[must_use]
pub fn chart(scale: &str, days: usize, between: Option<(&str, &str)>, last: Option<(&str, &str)>) -> String {
    let days = if days == 1 { "one day".into() } else { format!("{days} days") };
    match (between, last) {
        (Some((lowest, highest)), Some((word, day))) => {
            format!(
                "{scale}: {days} of 28 with a check-in, between {lowest} and {highest}; last {word}, {day}."
            )
        }
        _ => format!("{scale}: no check-in in 28 days."),
    }
}
