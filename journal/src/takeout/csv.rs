//! Tables as RFC 4180 has them, which no spreadsheet can take for formulas.

use chrono::{DateTime, FixedOffset};

use super::{Column, SharedRecord, Words};
use crate::{
    measures::find,
    record::{Measure, SCALES},
};

/// Says to a spreadsheet that the letters are UTF-8.
pub(super) const MARK: char = '\u{feff}';

/// One row a check-in, oldest first.
#[must_use]
pub fn check_ins(record: &SharedRecord, words: &dyn Words) -> String {
    let mut columns = vec![Column::Day, Column::Made];
    columns.extend(SCALES.map(Column::Scale));
    columns.extend([Column::Feelings, Column::Note, Column::Corrected]);
    let mut table = Table::new(&columns, words);
    for (_, check_in) in record.check_ins() {
        let mut row = vec![check_in.day.to_string(), minute(check_in.at)];
        row.extend(
            SCALES.map(|scale| check_in.level(scale).map_or(String::new(), |level| level.step().to_string())),
        );
        let feelings: Vec<_> = check_in.feelings.iter().map(|id| words.feeling(id)).collect();
        row.extend([feelings.join(", "), check_in.note, check_in.corrected.map_or(String::new(), minute)]);
        table.row(&row);
    }
    table.out
}

/// One row a finished questionnaire, oldest first. A question that was left out is empty.
#[must_use]
pub fn measures(record: &SharedRecord, words: &dyn Words) -> String {
    let all = record.measures();
    let last = all.iter().filter_map(|(_, measure, _)| measure.answers.keys().next_back()).max();
    let items = 1..=last.copied().unwrap_or_default();
    let mut columns = vec![
        Column::Made,
        Column::Instrument,
        Column::Total,
        Column::Band,
        Column::Prorated,
        Column::Corrected,
    ];
    columns.extend(items.clone().map(Column::Item));
    let mut table = Table::new(&columns, words);
    for (_, measure, at) in all {
        let mut row = result(measure, at, words);
        row.extend(items.clone().map(|item| measure.answers.get(&item).map_or(String::new(), u8::to_string)));
        table.row(&row);
    }
    table.out
}

fn result(measure: &Measure, at: DateTime<FixedOffset>, words: &dyn Words) -> Vec<String> {
    let (known, score) = (find(&measure.instrument), measure.score());
    let title = known.map_or(&measure.instrument, |known| &known.title);
    let band = known.zip(score).and_then(|(known, score)| known.band(score.total));
    let prorated = score.is_some_and(|score| score.prorated);
    vec![
        minute(at),
        title.clone(),
        score.map_or(String::new(), |score| score.total.to_string()),
        band.map_or("", |band| band.name(words.language())).into(),
        if prorated { words.yes() } else { "" }.into(),
        measure.corrected.map_or(String::new(), minute),
    ]
}

/// As spreadsheets read it; on the client's clock.
fn minute(at: DateTime<FixedOffset>) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

/// Rows of cells.
pub(super) struct Table {
    pub out: String,
}

impl Table {
    fn new(columns: &[Column], words: &dyn Words) -> Self {
        let mut table = Self { out: MARK.to_string() };
        table.row(&columns.iter().map(|column| words.column(*column)).collect::<Vec<_>>());
        table
    }

    pub(super) fn row(&mut self, cells: &[String]) {
        for (place, text) in cells.iter().enumerate() {
            if place > 0 {
                self.out.push(',');
            }
            self.cell(text);
        }
        self.out.push_str("\r\n");
    }

    fn cell(&mut self, text: &str) {
        let formula = is_formula(text);
        let quoted = formula || text.contains([',', '"', '\r', '\n']) || text.trim() != text;
        if !quoted {
            self.out.push_str(text);
            return;
        }
        self.out.push('"');
        if formula {
            self.out.push('\'');
        }
        self.out.push_str(&text.replace('"', "\"\""));
        self.out.push('"');
    }
}

/// Whether a spreadsheet might compute it, or already reads it as text that was kept from computing. Such a cell gets
/// an apostrophe in front, as OWASP "CSV injection" has it, also where quotes or blanks come first: some programs take
/// those off before they look.
fn is_formula(text: &str) -> bool {
    let starts = |letter: char| matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let bare = text.trim_start_matches(|letter: char| {
        letter.is_whitespace() || letter.is_control() || matches!(letter, '"' | '\'' | MARK)
    });
    text.starts_with(['\t', '\r', '\n', '\'']) || bare.starts_with(starts)
}
