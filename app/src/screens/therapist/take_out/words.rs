//! The tables and the bundle as the app says them, in the therapist's language.

use journal::{
    record::Scale,
    takeout::{Column, Words},
};

use crate::{
    screens::{account::Said, parts::names},
    text::therapist::{figures, take_out as said},
};

impl Words for Said {
    fn column(&self, column: Column) -> String {
        match column {
            Column::Day => said::day(),
            Column::Made => said::made(),
            Column::Scale(scale) => return of_scale(scale),
            Column::Feelings => said::feelings(),
            Column::Note => said::note(),
            Column::Corrected => said::corrected(),
            Column::Instrument => said::instrument(),
            Column::Total => said::total(),
            Column::Band => said::band(),
            Column::Prorated => said::prorated(),
            Column::Item(item) => return item.to_string(),
        }
        .into()
    }
    fn yes(&self) -> &'static str {
        said::yes()
    }
    fn prorated(&self) -> &'static str {
        said::prorated_note()
    }
    fn flag(&self) -> &'static str {
        figures::flag()
    }
}

fn of_scale(scale: Scale) -> String {
    let words = names::scale(scale);
    said::scale(words.name, words.steps)
}
