//! What `deny.toml` says of licences, sources and wildcards, held without the tool that is named there: nobody has to
//! install it before they land something. Advisories change without us, so they are its own.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::{path::Path, process::Command};

use serde_json::Value;

const RULES: &str = include_str!("../../deny.toml");
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Every package of the lock file, as cargo tells it.
fn packages() -> Vec<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let told = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root)
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    told["packages"].as_array().unwrap().clone()
}

fn allowed() -> Vec<&'static str> {
    let (_, list) = RULES.split_once("allow = [").unwrap();
    let (list, _) = list.split_once(']').unwrap();
    list.split('"').skip(1).step_by(2).collect()
}

/// Whether an SPDX expression can be met with what is allowed.
fn is_met(expression: &str, allowed: &[&str]) -> bool {
    // Before there were expressions, a stroke stood between alternatives.
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<_> = spaced.split_whitespace().collect();
    let (met, rest) = any(&words, allowed);
    met && rest.is_empty()
}

fn any<'a>(words: &'a [&'a str], allowed: &[&str]) -> (bool, &'a [&'a str]) {
    let (mut met, mut rest) = all(words, allowed);
    while let ["OR", more @ ..] = rest {
        let (one, left) = all(more, allowed);
        (met, rest) = (met | one, left);
    }
    (met, rest)
}

fn all<'a>(words: &'a [&'a str], allowed: &[&str]) -> (bool, &'a [&'a str]) {
    let (mut met, mut rest) = one(words, allowed);
    while let ["AND", more @ ..] = rest {
        let (one, left) = one(more, allowed);
        (met, rest) = (met & one, left);
    }
    (met, rest)
}

fn one<'a>(words: &'a [&'a str], allowed: &[&str]) -> (bool, &'a [&'a str]) {
    match words {
        ["(", inner @ ..] => match any(inner, allowed) {
            (met, [")", rest @ ..]) => (met, rest),
            (_, rest) => (false, rest),
        },
        [licence, "WITH", exception, rest @ ..] => {
            (allowed.contains(&format!("{licence} WITH {exception}").as_str()), rest)
        }
        [licence, rest @ ..] => (allowed.contains(licence), rest),
        [] => (false, words),
    }
}

#[test]
fn every_dependency_may_be_depended_on() {
    let allowed = allowed();
    for package in packages() {
        let name = package["name"].as_str().unwrap();
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(is_met(licence, &allowed), "{name} is under \"{licence}\", which deny.toml does not allow");
        match package["source"].as_str() {
            Some(source) => assert_eq!(source, CRATES_IO, "{name}"),
            // One of ours.
            None => {
                for needed in package["dependencies"].as_array().unwrap() {
                    let is_ours = !needed["path"].is_null();
                    assert!(
                        is_ours || needed["req"] != "*",
                        "{name} takes any version of {}",
                        needed["name"]
                    );
                }
            }
        }
    }
}

#[test]
fn an_expression_is_met_by_what_is_allowed_and_by_nothing_else() {
    let allowed = ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"];
    for met in [
        "MIT",
        "GPL-3.0 OR MIT",
        "GPL-3.0/MIT",
        "MIT AND ISC",
        "(GPL-3.0 OR MIT) AND ISC",
        "Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(is_met(met, &allowed), "{met}");
    }
    for not in [
        "",
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(MIT",
        "MIT)",
        "Apache-2.0",
        "GPL-3.0 OR MIT AND GPL-2.0",
        "MIT WITH x",
    ] {
        assert!(!is_met(not, &allowed), "{not}");
    }
}
