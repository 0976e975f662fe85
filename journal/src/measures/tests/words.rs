//! Every word that is shown of an instrument, frozen: other words are another instrument, with other norms.

use std::fmt::Write;

use crate::measures::{Instrument, all};

/// As it was when each wording was last held against its source.
const FROZEN: &str = include_str!("../../../testdata/instruments.txt");

#[test]
fn no_word_of_an_instrument_changes_unseen() {
    let written: String = all().iter().map(written).collect();
    for (place, (now, frozen)) in written.lines().zip(FROZEN.lines()).enumerate() {
        assert_eq!(now, frozen, "line {} of testdata/instruments.txt", place + 1);
    }
    assert_eq!(written, FROZEN);
}

/// A line for each thing that is read, with the number it goes by.
fn written(instrument: &Instrument) -> String {
    let mut out = String::new();
    let mut line = |words: String| writeln!(out, "{words}").unwrap();
    line(format!("{}: {}, {}", instrument.id, instrument.title, instrument.full_title));
    for (language, words) in &instrument.wording {
        line(format!("[{language}] {}", words.stem));
        for (option, said) in instrument.options.iter().zip(&words.options) {
            line(format!("  {} = {said}", option.value));
        }
        for (item, asked) in instrument.items.iter().zip(&words.items) {
            line(format!("  {}{} {asked}", item.id, if item.safety { "!" } else { "." }));
        }
        for (item, asked) in instrument.unscored.iter().zip(&words.unscored) {
            line(format!("  {}. {}", item.id, asked.text));
            for (value, said) in asked.options.iter().enumerate() {
                line(format!("    {value} = {said}"));
            }
        }
        if let Some(source) = &words.source {
            line(format!("  from {source}"));
        }
    }
    for band in &instrument.bands {
        let names: Vec<_> = band.name.iter().map(|(language, name)| format!("[{language}] {name}")).collect();
        line(format!("{}-{} {}", band.from, band.to, names.join(" ")));
    }
    if let Some(cut) = instrument.cut {
        line(format!("cut {cut}"));
    }
    line(String::new());
    out
}
