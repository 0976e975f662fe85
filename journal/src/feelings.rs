//! Somebody's own words for feelings: kept with what they were touched for, and offered again.

use std::collections::HashMap;

use wire::ids::AccountId;

use crate::{prompts::feeling_of, record::Opened};

/// How many characters a word of one's own may have.
pub const LONGEST: usize = 40;
/// How many are offered again.
pub const OFFERED: usize = 12;

/// The words of one's own that were used most often, the most used first.
#[must_use]
pub fn own_words(records: &[Opened], me: AccountId) -> Vec<String> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for record in records.iter().filter(|record| record.owner == me) {
        let touched = record.check_in().map(|check_in| &check_in.feelings);
        let touched = touched.or_else(|| record.entry().map(|entry| &entry.feelings));
        for word in touched.into_iter().flatten().filter(|word| feeling_of(word).is_none()) {
            *times.entry(word).or_default() += 1;
        }
    }
    let mut words: Vec<_> = times.into_iter().collect();
    words.sort_by(|(one, often), (other, rather)| rather.cmp(often).then_with(|| one.cmp(other)));
    words.into_iter().take(OFFERED).map(|(word, _)| word.to_owned()).collect()
}

/// What was typed as a word of one's own: on one line and not too long. `None` is nothing.
#[must_use]
pub fn own_word(typed: &str) -> Option<String> {
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let word: String = line.chars().take(LONGEST).collect();
    (!word.is_empty()).then(|| word.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;
    use wire::ids::{Epoch, RecordId, Rev};

    use super::*;
    use crate::record::{Body, CheckIn};

    fn touched(number: u8, owner: AccountId, words: &[&str]) -> Opened {
        let mut check_in = CheckIn::new(DateTime::parse_from_rfc3339("2026-10-14T20:00:00+02:00").unwrap());
        check_in.feelings = words.iter().map(|word| (*word).into()).collect();
        let id = RecordId::from_random([number; 16]);
        Opened {
            id,
            owner,
            rev: Rev(1),
            epoch: Epoch(0),
            body: Body::CheckIn(check_in),
            recipients: Vec::new(),
        }
    }

    #[test]
    fn own_words_are_offered_again_the_most_used_first() {
        let (me, other) = (AccountId::from_random([1; 16]), AccountId::from_random([2; 16]));
        let records = [
            touched(1, me, &["calm", "underwater"]),
            touched(2, me, &["like moss", "underwater"]),
            touched(3, other, &["theirs"]),
        ];
        assert_eq!(own_words(&records, me), ["underwater", "like moss"]);
    }

    proptest! {
        #[test]
        fn a_word_is_one_line_of_bearable_length(typed in "\\PC{0,100}") {
            if let Some(word) = own_word(&typed) {
                prop_assert!(word.chars().count() <= LONGEST && !word.trim().is_empty());
                prop_assert_eq!(own_word(&word), Some(word));
            } else {
                prop_assert!(typed.trim().is_empty());
            }
        }
    }
}
