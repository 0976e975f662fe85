//! What a phone has to load, weighed.

use std::collections::BTreeSet;

use crate::{
    error::Failure,
    list::{Entry, List, Part},
    say,
};

/// Where somebody gets, the parts that are opened on the way, and how heavy all of it may be: WASM, JavaScript and CSS
/// after brotli, for a phone that has nothing yet. The first bound is what was asked of the first screen, which for
/// somebody new is the form to sign in, and behind the lock the field for the password. The others keep what was reached.
const WAYS: [(&str, &[&str], usize); 5] = [
    ("to the form to sign in", &["sign_in"], 250 * 1024),
    ("to an invitation", &["account"], 350 * 1024),
    ("to Today", &["sign_in", "opening", "today"], 700 * 1024),
    ("to writing", &["sign_in", "opening", "today", "writing"], 860 * 1024),
    ("to the brief", &["sign_in", "opening", "therapist"], 1030 * 1024),
];

/// One of them, with the files of its parts.
pub struct Way {
    name: &'static str,
    files: BTreeSet<String>,
    limit: usize,
}

/// All of them; `files` tells those of a part.
pub fn ways(files: impl Fn(&str) -> Vec<String>) -> Vec<Way> {
    let way = |(name, parts, limit): (&'static str, &[&str], usize)| Way {
        name,
        files: parts.iter().flat_map(|part| files(part)).collect(),
        limit,
    };
    WAYS.map(way).into()
}

impl Way {
    /// What starts first, and what its parts need besides.
    fn weight(&self, list: &List) -> usize {
        let is_on_it = |entry: &&Entry| entry.part == Part::App || self.files.contains(&entry.name);
        list.files.iter().filter(is_on_it).map(Entry::travels).sum()
    }
}

/// Prints the weights.
pub fn print(list: &List, ways: &[Way]) {
    say::step(&format!("{:<44}{:>10}{:>10}", "", "raw", "travels"));
    for (part, name) in Part::ALL {
        let files: Vec<_> = list.files.iter().filter(|entry| entry.part == part).collect();
        let weight = files.iter().map(|entry| entry.travels()).sum();
        say::step(&line(name, files.iter().map(|entry| entry.raw).sum(), weight));
        for entry in files {
            say::step(&line(&format!("  {}", entry.name), entry.raw, entry.travels()));
        }
    }
    for way in ways {
        let (has, limit) = (way.weight(list), way.limit);
        let asked = way.files.len();
        say::step(&format!("{:<44}{has:>20} of {limit}, in {asked} files besides the first", way.name));
    }
}

/// Refuses an app that is too heavy.
pub fn hold(list: &List, ways: &[Way]) -> Result<(), Failure> {
    for way in ways {
        let has = way.weight(list);
        if has > way.limit {
            return Err(Failure::OverBudget { way: way.name, has, limit: way.limit });
        }
    }
    Ok(())
}

fn line(name: &str, raw: usize, travels: usize) -> String {
    format!("{name:<44}{raw:>10}{travels:>10}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: usize = 250 * 1024;

    fn list(sizes: &[(&str, Part, usize)]) -> List {
        let files = sizes
            .iter()
            .map(|(name, part, brotli)| Entry {
                name: (*name).into(),
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
    fn the_budget_weighs_what_starts_first_with_the_form_and_nothing_else() {
        let ways = ways(|part| vec![format!("{part}.wasm")]);
        let form = |size| ("sign_in.wasm", Part::Later, size);
        let other = ("keeping.wasm", Part::Later, 10 * LIMIT);
        let worker = ("worker.wasm", Part::SignIn, 10 * LIMIT);
        assert!(hold(&list(&[("a", Part::App, LIMIT - 1), form(1), other, worker]), &ways).is_ok());
        assert!(hold(&list(&[("a", Part::App, LIMIT), form(1)]), &ways).is_err());
    }

    #[test]
    fn each_way_has_a_bound_and_a_file_on_it_counts_once() {
        let ways = ways(|_| vec!["all.wasm".to_owned()]);
        let bound = ways.iter().map(|way| way.limit).min().unwrap();
        assert!(hold(&list(&[("all.wasm", Part::Later, bound)]), &ways).is_ok());
        assert!(hold(&list(&[("all.wasm", Part::Later, bound + 1)]), &ways).is_err());
    }
}
