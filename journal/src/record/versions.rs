//! What an author makes of two versions of one entry that met.

use super::{Answer, Entry, OtherVersion};

/// Which words stay where the versions differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Those that stand in the entry.
    First,
    /// Those of the other version.
    Second,
    /// All of them, the other version's behind.
    Both,
}

/// One place where two versions differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// As it was asked; `None` in free writing.
    pub question: Option<String>,
    /// What stands in the entry.
    pub first: String,
    /// What the other version says.
    pub second: String,
}

impl Entry {
    /// Where the entry and one of its other versions differ. What the other version left empty is no difference.
    #[must_use]
    pub fn differences(&self, other: &OtherVersion) -> Vec<Difference> {
        let answers = other.answers.iter().map(|answer| Difference {
            question: Some(answer.question.clone()),
            first: self.answer(&answer.prompt).into(),
            second: answer.text.clone(),
        });
        let free = Difference { question: None, first: self.free.clone(), second: other.free.clone() };
        let all = answers.chain([free]);
        all.filter(|one| !one.second.trim().is_empty() && one.first.trim() != one.second.trim()).collect()
    }

    /// Decides about the first of the other versions, which is then gone. Words to touch are kept from both.
    #[must_use]
    pub fn chosen(&self, choice: Choice) -> Self {
        let mut chosen = self.clone();
        if chosen.others.is_empty() {
            return chosen;
        }
        let OtherVersion { answers, feelings, free, .. } = chosen.others.remove(0);
        for feeling in feelings {
            if !chosen.feelings.contains(&feeling) {
                chosen.feelings.push(feeling);
            }
        }
        for Answer { prompt, question, text } in answers {
            let both = choose(choice, self.answer(&prompt), &text);
            chosen.set_answer(&prompt, &question, both);
        }
        chosen.free = choose(choice, &self.free, &free);
        chosen
    }
}

fn choose(choice: Choice, first: &str, second: &str) -> String {
    if second.trim().is_empty() || first.trim() == second.trim() {
        return first.into();
    }
    match choice {
        Choice::First => first.into(),
        Choice::Second => second.into(),
        Choice::Both if first.trim().is_empty() => second.into(),
        Choice::Both => format!("{}\n\n{}", first.trim_end(), second.trim_start()),
    }
}

#[cfg(test)]
mod tests;
