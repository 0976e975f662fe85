//! Digits that stand together, and whether they are a number that somebody can be called by.

use std::ops::Range;

use super::hours::{self, digits};

/// What is called as it is, and is not the beginning of what stands behind it: emergency numbers and crisis lines.
const SHORT: [&str; 19] = [
    "000", "016", "024", "061", "062", "110", "111", "112", "113", "115", "116123", "131114", "14416",
    "1737", "3114", "741741", "911", "988", "999",
];
/// Behind these stands no telephone number.
const NOT_BEHIND: [&str; 14] = [
    "ext",
    "extension",
    "extensión",
    "x",
    "dw",
    "durchwahl",
    "nst",
    "anexo",
    "interno",
    "room",
    "zimmer",
    "apt",
    "flat",
    "unit",
];
/// How many digits a number of these countries has at most, with the country's own; for the rest of the world 15.
const LONGEST: [(&str, usize); 8] =
    [("1", 11), ("31", 11), ("33", 11), ("34", 11), ("41", 11), ("44", 12), ("52", 12), ("61", 11)];
/// Between the digits of one number.
const JOINS: [&str; 5] = [" ", "\u{a0}", "-", ".", "/"];
/// The same behind an area code in brackets.
const CLOSES: [&str; 8] = [")", ") ", ")\u{a0}", ")-", ").", ")/", ") - ", ") / "];
const OPENS: [&str; 4] = [" (", "\u{a0}(", "(", "-("];
/// Between what may be one number or two.
const UNTIDY: [&str; 9] = [" -", "- ", "  ", "--", " .", " /", "/ ", "..", "//"];

/// Groups of digits.
#[derive(Clone)]
struct Run<'a> {
    text: &'a str,
    /// Before the plus or the bracket.
    start: usize,
    groups: Vec<Range<usize>>,
    /// It goes on in a way that may be the number's own or not.
    unsure: bool,
}

/// Where the numbers stand.
pub fn numbers(text: &str) -> Vec<Range<usize>> {
    let runs = all(text);
    let torn: Vec<bool> = runs.windows(2).map(|pair| pair[0].torn_from(&pair[1])).collect();
    let is_torn = |at: Option<usize>| at.and_then(|at| torn.get(at)).copied().unwrap_or_default();
    let sure = |(at, run): &(usize, &Run)| {
        !run.unsure && run.is_alone() && !is_torn(at.checked_sub(1)) && !is_torn(Some(*at))
    };
    runs.iter().enumerate().filter(sure).flat_map(|(_, run)| run.numbers()).collect()
}

fn all(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(first) = next_digit(text, at) {
        at = hours::end(text, first).unwrap_or_else(|| {
            let run = Run::from(text, first);
            let end = run.end();
            runs.push(run);
            end
        });
    }
    runs
}

fn next_digit(text: &str, from: usize) -> Option<usize> {
    text[from..].find(|c: char| c.is_ascii_digit()).map(|found| from + found)
}

/// A bracket is closed here, and the number goes on.
fn closes(rest: &str) -> bool {
    CLOSES.iter().any(|closes| rest.strip_prefix(closes).is_some_and(|rest| digits(rest) > 0))
}

impl<'a> Run<'a> {
    /// From the first digit as far as it goes.
    fn from(text: &'a str, first: usize) -> Self {
        let end = first + digits(&text[first..]);
        let plus = first - usize::from(text[..first].ends_with('+'));
        let mut open = text[..plus].ends_with('(') && closes(&text[end..]);
        let mut run = Self { text, start: plus - usize::from(open), groups: Vec::new(), unsure: false };
        run.groups.push(first..end);
        while let Some(next) = next_digit(text, run.end()) {
            let join = &text[run.end()..next];
            if hours::end(text, next).is_some() {
                // "12 34 10 Uhr" may end with the 34 or have lost the rest.
                run.unsure |= join == " " && run.ends_in_two() && !text[next..].starts_with("24");
                break;
            }
            let group = next..next + digits(&text[next..]);
            let own = if open { CLOSES.contains(&join) } else { run.goes_on(join, &group) };
            let opens = !open && OPENS.contains(&join) && closes(&text[group.end..]);
            let may = !open && run.count() < 7 && (opens || run.has_begun() && UNTIDY.contains(&join));
            if !own && !may {
                break;
            }
            run.unsure |= !(own || opens && run.is_code());
            open = opens;
            run.groups.push(group);
        }
        run
    }

    fn end(&self) -> usize {
        self.groups.last().map_or(self.start, |group| group.end)
    }

    fn group(&self, at: usize) -> &'a str {
        self.groups.get(at).map_or("", |group| &self.text[group.clone()])
    }

    fn last(&self) -> &'a str {
        self.group(self.groups.len().saturating_sub(1))
    }

    fn joins(&self) -> Vec<&'a str> {
        self.groups.windows(2).map(|pair| &self.text[pair[0].end..pair[1].start]).collect()
    }

    fn count(&self) -> usize {
        self.groups.iter().map(Range::len).sum()
    }

    fn has_plus(&self) -> bool {
        self.groups.first().is_some_and(|first| self.text[self.start..first.start].contains('+'))
    }

    fn is_abroad(&self) -> bool {
        self.has_plus() || self.group(0).starts_with("00") && self.group(0) != "000"
    }

    /// A country's code, so that an area code in brackets may follow.
    fn is_code(&self) -> bool {
        self.groups.len() == 1 && (self.is_abroad() || matches!(self.group(0), "1" | "8"))
    }

    /// More than the number of a line in a list.
    fn has_begun(&self) -> bool {
        self.has_plus() || self.count() > 2 || self.group(0).starts_with('0')
    }

    fn ends_in_two(&self) -> bool {
        self.last().len() == 2
    }

    fn goes_on(&self, join: &str, next: &Range<usize>) -> bool {
        if join != "/" {
            // Behind a whole number begins another area code.
            let begins = join == " "
                && self.count() > 9
                && next.len() > 2
                && [self.group(0), &self.text[next.clone()]].iter().all(|group| group.starts_with('0'));
            return JOINS.contains(&join) && !begins;
        }
        // Only an area code is divided like that; otherwise there are two numbers.
        let area =
            self.group(0).starts_with('0') || self.has_plus() || self.text[self.start..].starts_with('(');
        area && self.count() < 8
            && !self.joins().contains(&"/")
            && !self.text[next.clone()].starts_with('0')
            && (self.last().len() > 2 || next.len() > 2)
    }

    /// One number in two pieces rather than two numbers: "030 - 1234567", "555 / 1234567", "10,000".
    fn torn_from(&self, right: &Self) -> bool {
        let between = self.text.get(self.end()..right.start).unwrap_or_default();
        let is_part = self.groups.len() == 1 && self.count() < 7 && !SHORT.contains(&self.group(0));
        let begun = self.has_begun();
        is_part
            && !right.has_plus()
            && match between {
                "," | "/" => true,
                " - " | " – " | " / " => begun && right.count() > 2,
                " (" | "(" => self.has_plus(),
                _ => false,
            }
    }

    /// Not a piece of a word, an amount or an address, and no extension.
    fn is_alone(&self) -> bool {
        let (before, after) = (&self.text[..self.start], &self.text[self.end()..]);
        let mut last = before.chars().rev();
        let tied = match last.next() {
            Some('-' | '.') => last.next().is_some_and(char::is_alphabetic),
            Some(c) => c.is_alphanumeric() || "#*@_=+$€£".contains(c),
            None => false,
        };
        let mut next = after.chars();
        let goes_on = match next.next() {
            Some('-' | '.') => next.next().is_some_and(char::is_alphabetic),
            Some(c) => c.is_alphanumeric() || "%°@_=$€£".contains(c),
            None => false,
        };
        let word = before.trim_end_matches([' ', '.', ':']);
        let word = word.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
        // "800-273-TALK (8255)"
        let in_letters = before.trim_end_matches([' ', '(']).trim_end_matches(char::is_alphabetic);
        let said_twice = in_letters.ends_with('-')
            && in_letters.trim_end_matches('-').ends_with(|c: char| c.is_ascii_digit());
        !tied && !goes_on && !said_twice && !NOT_BEHIND.contains(&word.as_str())
    }

    /// The number that it is, or the numbers in a row, where all are written alike.
    fn numbers(&self) -> Vec<Range<usize>> {
        let parts = if self.is_number() { 1..=1 } else { 2..=4 };
        let found = parts.filter(|parts| self.groups.len().is_multiple_of(*parts)).find_map(|parts| {
            let long = self.groups.len() / parts;
            let chunks: Vec<Self> = self
                .groups
                .chunks(long)
                .enumerate()
                .map(|(at, groups)| {
                    let start =
                        if at == 0 { self.start } else { groups.first().map_or(0, |group| group.start) };
                    Self { groups: groups.to_vec(), start, ..self.clone() }
                })
                .collect();
            let shape = |run: &Self| (run.groups.iter().map(Range::len).collect::<Vec<_>>(), run.joins());
            let alike = chunks.windows(2).all(|pair| {
                shape(&pair[0]) == shape(&pair[1]) && &self.text[pair[0].end()..pair[1].start] == " "
            });
            let full = |run: &Self| {
                run.is_number() && (parts == 1 || run.count() > 6 || SHORT.contains(&run.group(0)))
            };
            (alike && chunks.iter().all(full)).then_some(chunks)
        });
        found.unwrap_or_default().iter().map(|run| run.start..run.end()).collect()
    }

    fn is_number(&self) -> bool {
        let (count, first, last) = (self.count(), self.group(0), self.last());
        if self.groups.len() == 1 {
            // An area code alone reaches nobody.
            return (3..=15).contains(&count)
                && !(first.starts_with('0') && (4..=6).contains(&count))
                && !(self.has_plus() && count < 7);
        }
        let joins = self.joins();
        let begins = self.is_abroad() || (first.len() > 1 || count > 9) && first.len() < 6;
        // "030 1234-0" is a switchboard.
        let ends = last.len() > 1 || last == "0" && joins.last() == Some(&"-") && count > 6;
        self.is_as_long(&joins) && begins && ends && self.is_whole() && !self.ends_in_other(&joins)
    }

    fn is_as_long(&self, joins: &[&str]) -> bool {
        let (count, long) = (self.count(), self.groups.iter().map(Range::len).collect::<Vec<_>>());
        if self.is_abroad() {
            let digits: String = (0..long.len()).map(|at| self.group(at)).collect();
            let country = LONGEST.iter().find(|(country, _)| self.has_plus() && digits.starts_with(country));
            let at_home = usize::from(long.get(1) == Some(&1) && self.group(1) == "0");
            return (8..=country.map_or(15, |(_, longest)| longest + at_home)).contains(&count)
                && (count == 11 || country.is_none_or(|(country, _)| *country != "1"));
        }
        let in_twos = long.iter().all(|long| *long == 2);
        let is_marked = joins.iter().any(|join| !matches!(*join, " " | "\u{a0}"));
        // "4 7 8", "10-12": counting, or hours.
        (if in_twos { matches!(count, 6 | 8 | 10) } else { long.iter().any(|long| *long > 2) })
            && !(in_twos && (count == 10) != self.group(0).starts_with('0'))
            && (if is_marked { 7..=12 } else { 6..=12 }).contains(&count)
            // With the number of a house behind it.
            && !(long.len() > 4 && count > 11)
            && !matches!(long.as_slice(), [3, 3, 3 | 4, _, ..] | [1, 3, 3, 4, _, ..])
            && (self.group(0).starts_with('0') || !matches!(long.as_slice(), [3, 2, 2, 2, _, ..]))
    }

    /// Not a short number with something behind it, nor one behind another.
    fn is_whole(&self) -> bool {
        let (count, first) = (self.count(), self.group(0));
        let begins = self.is_abroad()
            || match first {
                "116" | "13" => count == 6,
                // Madrid and Ourense.
                "911" | "988" => count == 9 && self.group(1).len() < 4,
                "016" | "024" | "061" | "062" => count > 9,
                _ => !SHORT.contains(&first),
            };
        let rest = Self { groups: self.groups[..self.groups.len() - 1].to_vec(), ..self.clone() };
        let two = SHORT.contains(&self.last()) && rest.count() > 8 && rest.is_number();
        begins && !two
    }

    /// "030 123456 8-17", "0900-1700", "555-1234 12 Main Street".
    fn ends_in_other(&self, joins: &[&str]) -> bool {
        let hour = |group: &str| group.len() < 3 && group.parse::<u8>().is_ok_and(|hour| hour <= 24);
        let clock = |group: &str| group.len() == 4 && group < "2401" && ["00", "30"].contains(&&group[2..]);
        let (before, last) = (self.group(self.groups.len().saturating_sub(2)), self.last());
        let is_range = joins.ends_with(&["-"])
            && (clock(before) && clock(last) || joins.ends_with(&[" ", "-"]) && hour(before) && hour(last));
        is_range || joins.ends_with(&[" "]) && last.len() < 3 && before.len() > 2
    }
}
