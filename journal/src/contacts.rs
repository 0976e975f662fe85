//! Telephone numbers in what somebody typed, so that a name with a number can be called with one tap.

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they are.
    Words(&'a str),
    /// A number as it was typed.
    Number(&'a str),
}

/// Emergency numbers have three digits; the longest international ones fifteen.
const DIGITS: std::ops::RangeInclusive<usize> = 3..=15;

/// The text in pieces; joined they are the text again.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut all = Vec::new();
    let mut done = 0;
    let mut at = 0;
    while let Some(start) = text[at..].find(begins).map(|found| at + found) {
        let end = text[start..].find(|c: char| !goes_on(c)).map_or(text.len(), |found| start + found);
        let number = text[start..end].trim_end_matches(|c: char| !c.is_ascii_digit());
        let end_of_number = start + number.len();
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let alone =
            !is_word(text[..start].chars().next_back()) && !is_word(text[end_of_number..].chars().next());
        if alone && DIGITS.contains(&number.chars().filter(char::is_ascii_digit).count()) {
            if start > done {
                all.push(Piece::Words(&text[done..start]));
            }
            all.push(Piece::Number(number));
            done = end_of_number;
        }
        // At least the one character that begins a number is behind us.
        at = end.max(start + 1);
    }
    if done < text.len() {
        all.push(Piece::Words(&text[done..]));
    }
    all
}

/// The `tel:` link of a number as it was typed.
#[must_use]
pub fn link(number: &str) -> String {
    let dialled = number.chars().enumerate().filter(|(at, c)| c.is_ascii_digit() || (*at == 0 && *c == '+'));
    format!("tel:{}", dialled.map(|(_, c)| c).collect::<String>())
}

const fn begins(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '+' | '(')
}

const fn goes_on(c: char) -> bool {
    begins(c) || matches!(c, ' ' | '-' | '.' | '/' | ')' | '\u{a0}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn numbers(text: &str) -> Vec<&str> {
        let number = |piece| if let Piece::Number(number) = piece { Some(number) } else { None };
        pieces(text).into_iter().filter_map(number).collect()
    }

    #[test]
    fn numbers_are_found_as_people_type_them() {
        for (text, found) in [
            ("Ana 0171 234 56 78, after six", vec!["0171 234 56 78"]),
            ("Ana: +49 (171) 234-5678.\nSam 555.123.4567", vec!["+49 (171) 234-5678", "555.123.4567"]),
            ("988", vec!["988"]),
            ("my 2 sisters, 12 steps", vec![]),
            ("room B12345 or 123abc", vec![]),
            ("(the neighbour) 030/123", vec!["030/123"]),
            ("++", vec![]),
        ] {
            assert_eq!(numbers(text), found, "{text}");
        }
        assert_eq!(link("+49 (171) 234-5678"), "tel:+491712345678");
        assert_eq!(link("030/123"), "tel:030123");
    }

    proptest! {
        #[test]
        fn no_character_is_lost_and_only_digits_are_dialled(text in "([a-zé ,\n]|[0-9+()./-]){0,40}") {
            let whole: String = pieces(&text)
                .into_iter()
                .map(|piece| match piece { Piece::Words(text) | Piece::Number(text) => text })
                .collect();
            prop_assert_eq!(&whole, &text);
            for number in numbers(&text) {
                let dialled = link(number);
                let digits = dialled.trim_start_matches("tel:").trim_start_matches('+');
                prop_assert!(digits.len() >= 3 && digits.chars().all(|c| c.is_ascii_digit()));
            }
        }
    }
}
