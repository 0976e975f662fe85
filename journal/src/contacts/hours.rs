//! What beside a number says when, and not whom: "24/7", "9.00 to 17.00", "17 h", a date.

const ALWAYS: [&str; 6] = ["24/7", "24 / 7", "7/24", "24/365", "24h/24", "24 h/24"];
/// Between two times of the day.
const UNTIL: [&str; 9] = [" - ", " – ", "–", "—", " to ", " until ", " bis ", " a ", "-"];
const UNITS: [&str; 16] = [
    "h",
    "hs",
    "hr",
    "hrs",
    "hour",
    "hours",
    "hora",
    "horas",
    "uhr",
    "std",
    "stunden",
    "am",
    "pm",
    "a.m",
    "p.m",
    "o’clock",
];
const QUARTERS: [&str; 4] = ["00", "15", "30", "45"];

/// Where a time that begins at `at` ends, in bytes.
pub fn end(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    if let Some(always) = ALWAYS.iter().find(|always| rest.strip_prefix(**always).is_some_and(ends)) {
        return Some(at + always.len());
    }
    // In the middle of a number.
    let mut before = text[..at].chars().rev();
    if before.next().is_some_and(|c| "-./".contains(c)) && before.next().is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    let long = date(rest).or_else(|| day(rest)).or_else(|| {
        let (first, sure) = clock(rest)?;
        let tail = &rest[first..];
        let range = UNTIL.iter().find_map(|until| {
            let after = tail.strip_prefix(*until)?;
            let (second, also) = clock(after)?;
            // Only "9-17" may be part of a number.
            ((sure || also || *until != "-") && ends(&after[second..]))
                .then_some(first + until.len() + second)
        });
        range.or_else(|| (sure && ends(tail)).then_some(first))
    })?;
    Some(at + long)
}

/// Nothing that goes on like a number.
fn ends(rest: &str) -> bool {
    let mut next = rest.chars();
    match next.next() {
        Some('-' | '.' | '/' | ':') => !next.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}

/// How long a time of the day is, and whether it can be nothing else.
fn clock(rest: &str) -> Option<(usize, bool)> {
    let hour = digits(rest);
    if !(1..=2).contains(&hour) || rest[..hour].parse::<u8>().is_ok_and(|hour| hour > 24) {
        return None;
    }
    let minutes = minutes(&rest[hour..]);
    let long = hour + minutes.unwrap_or_default();
    let tail = &rest[long..];
    let word = tail.strip_prefix([' ', '\u{a0}']).unwrap_or(tail);
    let unit: String = word.chars().take_while(|c| c.is_alphabetic() || matches!(c, '.' | '’')).collect();
    let named = unit.trim_end_matches('.').to_lowercase();
    if UNITS.contains(&named.as_str()) {
        let dots = unit.len() - unit.trim_end_matches('.').len();
        return Some((long + tail.len() - word.len() + unit.len() - dots, true));
    }
    Some((long, minutes.is_some()))
}

/// ":30", "h30", or ".30" where it is a quarter.
fn minutes(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix([':', '.', 'h'])?;
    if digits(after) != 2 {
        return None;
    }
    let minutes = &after[..2];
    let can_be = if rest.starts_with('.') { QUARTERS.contains(&minutes) } else { minutes < "60" };
    can_be.then_some(3)
}

/// "1.11.2026", "2026-11-01", "11/1/26".
fn date(rest: &str) -> Option<usize> {
    let first = digits(rest);
    let between = rest[first..].chars().next().filter(|c| "-./".contains(*c))?;
    let (second, third) = rest[first + 1..].split_once(between)?;
    let last = digits(third);
    let of_day = match (first, last) {
        (1..=2, 2 | 4) => small(&rest[..first]),
        (4, 1..=2) => small(&third[..last]),
        _ => false,
    };
    (of_day && small(second) && ends(&third[last..])).then_some(first + second.len() + last + 2)
}

/// "9/17": a day of a month, or from when until when.
fn day(rest: &str) -> Option<usize> {
    let (first, second) = rest.split_once('/')?;
    let last = digits(second);
    (small(first) && small(&second[..last]) && ends(&second[last..])).then_some(first.len() + last + 1)
}

/// A day, a month or an hour.
fn small(text: &str) -> bool {
    text.len() < 3 && digits(text) == text.len() && text.parse::<u8>().is_ok_and(|of| of <= 31)
}

/// How many digits it begins with.
pub fn digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())
}
