//! How often a short code may be tried on a device that somebody else may hold, and what is tried first as a code or
//! as a password.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

/// The fewest characters of a passcode.
pub const LEAST: usize = 6;
/// Tries that cost nothing.
const FREE: u32 = 4;
/// The wait after the first try that does; doubled by each further one.
const FIRST: Duration = Duration::seconds(15);
/// After so many the code opens nothing any more. A million codes of six digits, ten tries: one in 100,000.
const MOST: u32 = 10;

/// What is over and over in a password that repeats.
const PIECE: usize = 4;
/// The letters of what is most used where twelve characters are asked for, in lists of passwords that became known.
const WORDS: &str = "password passwrd pssword psswrd mypassword thisismypassword qwerty qwertyuiop qwertyuiopasdfghjkl \
    qwertyuiopasdfghjklzxcvbnm qwerasdf asdf asdfghjkl zxcvbnm qazwsx qazwsxedc qazwsxedcrfv zaqwsx abc abcd abcdef \
    iloveyou letmein welcome admin administrator changeme princess sunshine football baseball basketball superman \
    dragon monkey master shadow michael trustno unbelievable chocolate correcthorsebatterystaple contrasena \
    micontrasena tequiero tequieromucho teamo teamomucho hola estrella mariposa bienvenido ketamine interleaf";

/// Tries since the code was last right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tries {
    count: u32,
    last: Option<DateTime<Utc>>,
}

/// Whether a code may be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// Now.
    Try,
    /// After this long.
    Wait(Duration),
    /// Never again: only the password opens.
    Never,
}

impl Tries {
    /// Whether a code may be tried now. A clock that was set back does not shorten a wait, nor lengthen it.
    #[must_use]
    pub fn may(&self, now: DateTime<Utc>) -> May {
        if self.count >= MOST {
            return May::Never;
        }
        let (Some(last), Some(over)) = (self.last, self.count.checked_sub(FREE)) else { return May::Try };
        let wait = FIRST * 2_i32.pow(over.min(10));
        let left = wait - (now - last).max(Duration::zero());
        if left > Duration::zero() { May::Wait(left) } else { May::Try }
    }

    /// One more, to be kept before it is made.
    #[must_use]
    pub const fn counted(&self, now: DateTime<Utc>) -> Self {
        Self { count: self.count.saturating_add(1), last: Some(now) }
    }
}

/// Whether a passcode is one: long enough, and not one character over and over or in a row.
#[must_use]
pub fn is_fit(code: &str) -> bool {
    code.chars().count() >= LEAST && !is_row(code)
}

/// Whether a password, however long, is one that everybody tries first: something short over and over, characters in
/// a row, or one of a few words with nothing but digits and signs around it.
#[must_use]
pub fn is_easy(password: &str) -> bool {
    let plain = password.to_lowercase().replace('ñ', "n");
    let characters: Vec<char> = plain.chars().collect();
    let repeats = |piece| characters.chunks(piece).all(|chunk| characters.starts_with(chunk));
    let letters: String = plain.chars().filter(char::is_ascii_lowercase).collect();
    let is_word = |word| !letters.is_empty() && letters.replace(word, "").is_empty();
    (1..=PIECE).any(repeats) || is_row(&plain) || WORDS.split(' ').any(is_word)
}

/// One character over and over, or each the next or the one before; after 9 comes 0.
fn is_row(code: &str) -> bool {
    let letters: Vec<char> = code.chars().collect();
    let step = |pair: &[char]| match pair {
        ['9', '0'] => 1,
        ['0', '9'] => -1,
        [one, next] => i64::from(u32::from(*next)) - i64::from(u32::from(*one)),
        _ => 0,
    };
    [0, 1, -1].into_iter().any(|wanted| letters.windows(2).all(|pair| step(pair) == wanted))
}

#[cfg(test)]
mod tests;
