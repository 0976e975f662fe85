//! Words after which the way to help may be offered while somebody writes.
//!
//! This runs on the writer's own device and says yes or no; nothing is kept, sent or counted. It is no assessment: most
//! people who need help use none of these words, and many who use them do not need it at that moment. So it may
//! only ever offer what stands at the top of each screen anyway, and it can be switched off.
//!
//! The list is short on purpose and written for this app. Its topics are those of item 9 of the PHQ-9 (being better off
//! dead, hurting oneself) and of the ideation and behaviour questions of the Columbia scale: wishing to be dead, not
//! waking up, ending one's life, ways of hurting oneself. Left out is what people here say of other things: *die* and
//! *dead* alone, the death of the ego or of others, and sayings such as "dying to see you" or "me muero de risa". A
//! clinician of the practice's language should read it again whenever it changes; the table in the tests is what
//! was decided.

use crate::search::fold_letter;

/// English; folded, without apostrophes, words parted by one space.
const ENGLISH: &[&str] = &[
    "suicide",
    "suicidal",
    "kill myself",
    "killing myself",
    "end my life",
    "ending my life",
    "end my own life",
    "end it all",
    "take my life",
    "take my own life",
    "taking my own life",
    "wish i was dead",
    "wish i were dead",
    "wish i wasnt here",
    "wish i werent alive",
    "wish i was never born",
    "want to be dead",
    "better off dead",
    "better off without me",
    "no reason to live",
    "nothing to live for",
    "dont want to live",
    "do not want to live",
    "dont want to be alive",
    "do not want to be alive",
    "dont want to wake up",
    "do not want to wake up",
    "never wake up again",
    "hurt myself",
    "hurting myself",
    "harm myself",
    "harming myself",
    "self harm",
    "selfharm",
    "cutting myself",
    "cut my wrists",
];

/// Spanish; the same.
const SPANISH: &[&str] = &[
    "suicidio",
    "suicidarme",
    "suicidar",
    "suicidas",
    "matarme",
    "quitarme la vida",
    "acabar con mi vida",
    "terminar con mi vida",
    "acabar con todo esto de una vez",
    "no quiero vivir",
    "no quiero seguir viviendo",
    "no quiero despertar",
    "no quiero estar viva",
    "no quiero estar vivo",
    "ojala no despertara",
    "ojala no hubiera nacido",
    "ojala estuviera muerta",
    "ojala estuviera muerto",
    "mejor muerta",
    "mejor muerto",
    "estarian mejor sin mi",
    "sin ganas de vivir",
    "hacerme dano",
    "me hago dano",
    "lastimarme",
    "autolesion",
    "autolesiones",
    "autolesionarme",
    "cortarme las venas",
];

/// Wishes, which a *not* before them or an *of* after them turns into something else: "I do not want to die", "quiero
/// morirme de risa".
const WISHES: &[&str] = &[
    "want to die",
    "wanted to die",
    "wanna die",
    "like to die",
    "quiero morir",
    "quiero morirme",
    "quisiera morir",
    "quisiera morirme",
    "queria morirme",
    "ganas de morir",
    "ganas de morirme",
];
const TURNED_BEFORE: &[&str] = &["not", "dont", "didnt", "doesnt", "never", "no", "nunca", "tampoco"];
const TURNED_AFTER: &[&str] = &["of", "from", "laughing", "de"];

/// Names that have one of the words in them.
const NAMES: &[&str] = &["suicide squad"];

/// Whether the way to help may be offered beside these words, in either language: people write in both.
#[must_use]
pub fn may_offer_help(text: &str) -> bool {
    sentences(text).iter().any(|words| {
        (0..words.len()).any(|place| {
            let (before, here) = words.split_at(place);
            is_one_of(ENGLISH, here) && !is_one_of(NAMES, here)
                || is_one_of(SPANISH, here)
                || is_wish(before, here)
        })
    })
}

fn is_wish(before: &[String], here: &[String]) -> bool {
    let is_turned =
        |word: Option<&String>, list: &[&str]| word.is_some_and(|word| list.contains(&word.as_str()));
    let Some(wish) = WISHES.iter().find(|wish| begins(here, wish)) else { return false };
    let after = here.get(wish.split(' ').count());
    !is_turned(before.last(), TURNED_BEFORE) && !is_turned(after, TURNED_AFTER)
}

fn is_one_of(list: &[&str], here: &[String]) -> bool {
    list.iter().any(|phrase| begins(here, phrase))
}

/// Whether whole words stand here.
fn begins(here: &[String], phrase: &str) -> bool {
    let mut here = here.iter();
    phrase.split(' ').all(|word| here.next().is_some_and(|one| one == word))
}

/// Words without case, marks and apostrophes, parted where a sentence or a part of one ends.
fn sentences(text: &str) -> Vec<Vec<String>> {
    let mut all = vec![vec![String::new()]];
    for letter in text.chars() {
        match letter {
            '\'' | '\u{2019}' | '\u{02bc}' => {}
            '.' | ',' | ';' | ':' | '!' | '?' | '\n' | '¡' | '¿' | '…' | '(' | ')' => {
                all.push(vec![String::new()]);
            }
            _ => fold_letter(letter, |plain| {
                let Some(words) = all.last_mut() else { return };
                match (plain.is_alphanumeric(), words.last_mut()) {
                    (true, Some(word)) => word.push(plain),
                    (false, Some(word)) if !word.is_empty() => words.push(String::new()),
                    _ => {}
                }
            }),
        }
    }
    for words in &mut all {
        words.retain(|word| !word.is_empty());
    }
    all.retain(|words| !words.is_empty());
    all
}

#[cfg(test)]
mod tests;
