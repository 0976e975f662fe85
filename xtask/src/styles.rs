//! One style sheet from `style/*.css`.

use std::{cmp::Ordering, fs, path::Path};

use crate::error::Failure;

/// What the rest stands on comes first; the rest by name.
const FIRST: [&str; 3] = ["tokens.css", "base.css", "parts.css"];

/// All style sheets, one after the other.
pub fn bundle(folder: &Path) -> Result<String, Failure> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .map_err(Failure::file(folder))?
        .flatten()
        .map(|found| found.file_name().to_string_lossy().into_owned())
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "css"))
        .collect();
    names.sort_by(|a, b| order(a, b));
    let sheets: Result<Vec<_>, _> = names
        .iter()
        .map(|name| folder.join(name))
        .map(|path| fs::read_to_string(&path).map_err(Failure::file(path)))
        .collect();
    Ok(sheets?.concat())
}

fn order(a: &str, b: &str) -> Ordering {
    let place = |name: &str| FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len());
    place(a).cmp(&place(b)).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_base_and_parts_come_before_the_rest() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["write.css", "parts.css", "app.css", "tokens.css", "base.css", "notes.md"] {
            fs::write(folder.path().join(name), format!("{name} ")).unwrap();
        }
        assert_eq!(bundle(folder.path()).unwrap(), "tokens.css base.css parts.css app.css write.css ");
    }
}
