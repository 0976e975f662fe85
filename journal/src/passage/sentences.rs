//! Where sentences end, in any script, without a dictionary. A cut in the wrong place costs a tap and no word.

use std::ops::Range;

/// What is longer, in characters, is cut at a comma or between words: who writes at night may not set a full stop.
const LONGEST: usize = 180;
/// A cut at a comma must leave at least this much before it.
const SHORTEST: usize = 40;

/// These end a sentence when white space follows.
const SPACED: [char; 9] = ['.', '!', '?', '…', '؟', '۔', '।', '॥', '։'];
/// These end a sentence whatever follows.
const WIDE: [char; 5] = ['。', '！', '？', '｡', '．'];
/// These may stand behind the end and belong to it.
const CLOSING: [char; 13] = ['"', '\'', '”', '’', '»', '›', ')', ']', '}', '」', '』', '）', '*'];
/// Where a long sentence is cut.
const COMMAS: [char; 9] = [',', ';', ':', '–', '—', '،', '、', '，', '；'];
/// A point behind these ends nothing.
const SHORT: [&str; 15] =
    ["dr", "dra", "mr", "mrs", "ms", "sr", "sra", "srta", "prof", "st", "e.g", "i.e", "p.ej", "vs", "approx"];

/// Where the sentences of a text are, in bytes: in order, none empty, none with white space at its ends. Between
/// and around them is nothing but white space.
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, sign) in text.char_indices() {
        if at < from {
            continue;
        }
        let next = at + sign.len_utf8();
        let end = match sign {
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(next),
            _ if SPACED.contains(&sign) || WIDE.contains(&sign) => end_of(text, from, at),
            _ => None,
        };
        if let Some(end) = end {
            push(text, from..end, &mut found);
            from = end;
        }
    }
    push(text, from..text.len(), &mut found);
    found
}

/// Where the sentence ends that seems to end with the sign at `at`.
fn end_of(text: &str, from: usize, at: usize) -> Option<usize> {
    let tail = text.get(at..)?;
    let signs = tail.trim_start_matches(|sign| SPACED.contains(&sign) || WIDE.contains(&sign));
    let behind = signs.trim_start_matches(CLOSING);
    let is_quoted = behind.len() < signs.len();
    let ending = tail.get(..tail.len() - signs.len())?;
    let end = text.len() - behind.len();
    if behind.is_empty() {
        return Some(end);
    }
    if !behind.starts_with(char::is_whitespace) {
        return ending.contains(WIDE).then_some(end);
    }
    let goes_on = behind.trim_start().starts_with(char::is_lowercase);
    // "Why?" she asked … and on.
    if goes_on && (is_quoted || ending.contains('…') || ending.starts_with("..")) {
        return None;
    }
    let word = text.get(from..at)?.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let is_short = SHORT.iter().any(|short| word.eq_ignore_ascii_case(short));
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    (ending != "." || !(is_short || is_initial)).then_some(end)
}

/// Adds a sentence without the white space around it, in pieces when it is long.
fn push(text: &str, place: Range<usize>, found: &mut Vec<Range<usize>>) {
    let (mut start, end) = (place.start, place.end);
    while let Some(left) = text.get(start..end) {
        let trimmed = left.trim_start();
        start = end - trimmed.len();
        let trimmed = trimmed.trim_end();
        if trimmed.is_empty() {
            return;
        }
        let cut = cut(trimmed);
        found.push(start..start + trimmed.get(..cut).map_or(cut, |first| first.trim_end().len()));
        start += cut;
    }
}

/// Where a long sentence is cut; its length when it is not.
fn cut(sentence: &str) -> usize {
    let Some((limit, _)) = sentence.char_indices().nth(LONGEST) else { return sentence.len() };
    let (mut at_comma, mut at_space) = (None, None);
    let mut before = ' ';
    for (count, (at, sign)) in sentence.char_indices().enumerate() {
        let is_space = sign.is_whitespace();
        if at > limit && (at_space.is_some() || at_comma.is_some()) {
            break;
        }
        if count >= SHORTEST {
            // A wide comma, or a dash, has no space behind it.
            if COMMAS.contains(&before) && (is_space || before.len_utf8() > 2) {
                at_comma = Some(at);
            }
            if is_space {
                at_space = Some(at);
            }
        }
        before = sign;
    }
    at_comma.filter(|at| *at <= limit).or(at_space).or(at_comma).unwrap_or(sentence.len())
}
