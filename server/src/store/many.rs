//! Statements on many rows at once, written for one row and widened.
//!
//! Each statement is a trip to SQLite's thread or to PostgreSQL, and that costs more than the row. Widths are powers
//! of two, so that a few prepared statements of each kind serve every number of rows.

#[cfg(test)]
mod tests;

use std::{iter, sync::OnceLock};

use sqlx::{Any, any::AnyArguments, query::Query};

/// Most rows in one statement; SQLite seeks each parameter's name among all.
const MOST: usize = 32;
/// 1, 2, 4 … 32 rows.
const WIDTHS: usize = MOST.ilog2() as usize + 1;

/// A statement with its wider forms.
#[derive(Debug)]
pub struct Many {
    one: &'static str,
    texts: OnceLock<[String; WIDTHS]>,
}

impl Many {
    /// From the statement for one row. Its parameters stand in order in one group, which is repeated: a row
    /// `VALUES ($1, $2)`, a list `IN ($1)`, or a selected row `SELECT $1, $2)`. Selected rows come behind an empty
    /// `SELECT` of the same columns, from which PostgreSQL learns their types.
    #[must_use]
    pub const fn statement(one: &'static str) -> Self {
        Self { one, texts: OnceLock::new() }
    }

    /// Every width, narrowest first.
    pub fn texts(&self) -> &[String] {
        self.texts.get_or_init(|| std::array::from_fn(|width| widened(self.one, 1 << width)))
    }

    /// For as many rows as one of [`pieces`] has; bind each row's parameters in turn.
    pub fn rows(&'static self, rows: usize) -> Query<'static, Any, AnyArguments> {
        let width = rows.trailing_zeros() as usize;
        sqlx::query(self.texts().get(width).map_or(self.one, String::as_str))
    }
}

/// The rows in pieces that a statement is wide enough for, in order.
pub fn pieces<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    iter::from_fn(move || {
        let (piece, rest) = rows.split_at(MOST.min(1 << rows.len().checked_ilog2()?));
        rows = rest;
        Some(piece)
    })
}

/// How a group of parameters is repeated: what stands before it, what opens and closes each row, what parts them.
const FORMS: [(&str, &str, &str, &str); 3] =
    [("", "SELECT ", "", " UNION ALL "), ("IN (", "", "", ", "), ("VALUES ", "(", ")", ", ")];

fn widened(one: &str, rows: usize) -> String {
    for (before, opens, closes, between) in FORMS {
        let Some((head, rest)) = one.split_once(&format!("{before}{opens}$1")) else { continue };
        let Some((others, end)) = rest.split_once(')') else { continue };
        let width = 1 + others.matches('$').count();
        let rows: Vec<_> = (0..rows)
            .map(|row| {
                let parameters = (1..=width).map(|column| format!("${}", row * width + column));
                format!("{opens}{}{closes}", parameters.collect::<Vec<_>>().join(", "))
            })
            .collect();
        let end = if closes.is_empty() { format!("){end}") } else { end.to_owned() };
        return format!("{head}{before}{}{end}", rows.join(between));
    }
    one.to_owned()
}
