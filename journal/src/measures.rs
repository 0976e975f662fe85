//! Instruments as data: what is asked to the letter, how it is scored, and what a change means. Another one is
//! added as a file in `journal/measures`, without code.

mod asked;
mod begun;
mod cadence;
mod change;
mod due;
mod instrument;
mod score;

pub use self::{
    asked::{Open, Question},
    begun::{Begun, begun, is_aside},
    cadence::{NoCadence, usual_plan},
    change::{Change, Point, change},
    due::{A_DAY, BEFORE_APPOINTMENT, Due, Reason, due},
    instrument::{
        Band, Better, ChangeRule, Criteria, Instrument, Item, Loinc, Need, Remission, Total, Unscored,
        UnscoredWords, Wording, all, find,
    },
    score::{Pattern, Score, pattern, score},
};

#[cfg(test)]
mod tests;
