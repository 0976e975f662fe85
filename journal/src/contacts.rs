//! Telephone numbers in what somebody typed, so that a name with a number can be called with one tap. A tap that reaches
//! somebody else is worse than none: where it is not sure what the number is, the words stay words.

mod hours;
mod run;
#[cfg(test)]
mod tests;

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they are.
    Words(&'a str),
    /// A number as it was typed.
    Number(&'a str),
}

/// The text in pieces; joined they are the text again.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut all = Vec::new();
    let mut done = 0;
    for number in run::numbers(text) {
        if number.start > done {
            all.push(Piece::Words(&text[done..number.start]));
        }
        done = number.end;
        all.push(Piece::Number(&text[number]));
    }
    if done < text.len() {
        all.push(Piece::Words(&text[done..]));
    }
    all
}

/// The `tel:` link of a number as it was typed.
#[must_use]
pub fn link(number: &str) -> String {
    // The zero in "+44 (0)20" is dialled only where one is at home.
    let abroad = number.trim_start_matches('(').starts_with(['+']) || number.starts_with("00");
    let number = if abroad { number.replacen("(0)", "", 1) } else { number.to_owned() };
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    format!("tel:{}{digits}", if number.contains('+') { "+" } else { "" })
}
