use proptest::prelude::*;

use super::text;

proptest! {
    #[test]
    fn strings_are_as_the_standard_wants_them(words in "[\u{0}-\u{2f}\u{a0}\u{2009}\u{feff}a]{0,20}|\\PC{0,20}") {
        let Some(plain) = text(&words) else { return Ok(()) };
        prop_assert!(!plain.is_empty());
        for letter in plain.chars() {
            let blank = letter.is_whitespace() || letter.is_control() || letter == '\u{feff}';
            prop_assert!(!blank || [' ', '\r', '\n', '\t'].contains(&letter), "{:?}", letter);
        }
    }
}
