//! An instrument as it is asked: one question after the other, in one language.

use std::collections::BTreeMap;

use super::{Instrument, score};

/// One question and what can be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its number in the instrument; the answer is kept under it.
    pub id: u8,
    /// To the letter.
    pub text: String,
    /// The sentence before it; an unscored question stands for itself.
    pub stem: Option<String>,
    /// Value and words of each answer, in the order in which they are shown.
    pub choices: Vec<(u8, String)>,
}

/// What leaving questions open has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Every question that counts was answered.
    None,
    /// The mean of the answers stands for those that are missing.
    Estimated,
    /// There is no total.
    NoTotal,
}

impl Instrument {
    /// All questions in the order in which they are asked, those that count first.
    #[must_use]
    pub fn questions(&self, language: &str) -> Vec<Question> {
        let Some((wording, _)) = self.wording(language) else { return Vec::new() };
        let choices = || self.options.iter().map(|option| option.value).zip(wording.options.iter().cloned());
        let items = self.items.iter().zip(&wording.items).map(|(item, text)| Question {
            id: item.id,
            text: text.clone(),
            stem: Some(wording.stem.clone()),
            choices: choices().collect(),
        });
        let unscored = self.unscored.iter().zip(&wording.unscored).map(|(item, words)| Question {
            id: item.id,
            text: words.text.clone(),
            stem: None,
            choices: (0..).zip(words.options.iter().cloned()).collect(),
        });
        items.chain(unscored).collect()
    }

    /// What leaving questions open comes to, before anybody finishes.
    #[must_use]
    pub fn open(&self, answers: &BTreeMap<u8, u8>) -> Open {
        match score(self, answers) {
            Some(score) if score.prorated => Open::Estimated,
            Some(_) => Open::None,
            None => Open::NoTotal,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::{all, find};

    #[test]
    fn every_question_is_asked_once_with_an_answer_for_each_value() {
        for instrument in all() {
            for language in instrument.wording.keys() {
                let questions = instrument.questions(language);
                let ids: Vec<u8> = questions.iter().map(|question| question.id).collect();
                let all = instrument.items.iter().map(|item| item.id);
                let all: Vec<u8> = all.chain(instrument.unscored.iter().map(|item| item.id)).collect();
                assert_eq!(ids, all, "{} {language}", instrument.id);
                for question in &questions[..instrument.items.len()] {
                    assert_eq!(question.choices.len(), instrument.options.len(), "{}", instrument.id);
                }
            }
        }
    }

    #[test]
    fn the_last_question_of_the_phq_9_counts_nothing_and_has_answers_of_its_own() {
        let questions = find("phq-9").unwrap().questions("en");
        assert_eq!(questions.len(), 10);
        assert_eq!(questions[9].stem, None);
        assert_eq!(questions[9].choices[0], (0, "Not difficult at all".into()));
        assert_eq!(questions[8].choices[3], (3, "Nearly every day".into()));
    }

    #[test]
    fn what_skipping_means_is_known_before_the_end() {
        let phq = find("phq-9").unwrap();
        let mut answers: BTreeMap<u8, u8> = (1..=9).map(|item| (item, 1)).collect();
        assert_eq!(phq.open(&answers), Open::None);
        answers.remove(&1);
        answers.remove(&2);
        assert_eq!(phq.open(&answers), Open::Estimated);
        answers.remove(&3);
        assert_eq!(phq.open(&answers), Open::NoTotal);
        let without_nine = (1..=8).map(|item| (item, 1)).collect();
        assert_eq!(phq.open(&without_nine), Open::NoTotal);
    }
}
