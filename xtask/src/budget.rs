//! What a phone has to load, weighed.

use crate::{
    error::Failure,
    list::{Entry, List, Part},
    say,
};

/// All of WASM, JavaScript and CSS of the app, after brotli.
pub const LIMIT: usize = 250 * 1024;

/// Prints the weights.
pub fn print(list: &List) {
    say::step(&format!("{:<44}{:>10}{:>10}", "", "raw", "travels"));
    for (part, name) in Part::ALL {
        let files: Vec<_> = list.files.iter().filter(|entry| entry.part == part).collect();
        say::step(&line(name, files.iter().map(|entry| entry.raw).sum(), weight(list, part)));
        for entry in files {
            say::step(&line(&format!("  {}", entry.name), entry.raw, entry.travels()));
        }
    }
}

/// Refuses an app that is too heavy.
pub fn hold(list: &List) -> Result<(), Failure> {
    let has = weight(list, Part::App);
    if has > LIMIT { Err(Failure::OverBudget { has, limit: LIMIT }) } else { Ok(()) }
}

fn weight(list: &List, part: Part) -> usize {
    list.files.iter().filter(|entry| entry.part == part).map(Entry::travels).sum()
}

fn line(name: &str, raw: usize, travels: usize) -> String {
    format!("{name:<44}{raw:>10}{travels:>10}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(sizes: &[(Part, usize)]) -> List {
        let files = sizes
            .iter()
            .map(|(part, brotli)| Entry {
                name: "x".into(),
                role: "x".into(),
                part: *part,
                kind: "text/css",
                raw: 10 * brotli,
                brotli: Some(*brotli),
                gzip: None,
                immutable: true,
            })
            .collect();
        List { build: String::new(), files }
    }

    #[test]
    fn the_budget_weighs_what_the_app_loads_first_and_nothing_else() {
        assert!(hold(&list(&[(Part::App, LIMIT - 1), (Part::App, 1), (Part::SignIn, LIMIT)])).is_ok());
        assert!(hold(&list(&[(Part::App, LIMIT), (Part::App, 1)])).is_err());
    }
}
