//! Builds again whenever something changes that the phone loads.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

use crate::{
    build::{build, root},
    say,
};

/// What the app is made of.
const FOLDERS: [&str; 6] = ["app", "journal", "wire", "signin", "style", "public"];
const PAUSE: Duration = Duration::from_millis(500);

/// When each file was written.
type Listing = BTreeMap<PathBuf, SystemTime>;

/// Goes on until it is stopped, whether or not a build succeeds.
pub fn watch() -> ! {
    let root = root();
    // Before the build, so that what is written meanwhile counts as changed.
    let mut built = listing(&root);
    try_build();
    let mut last = built.clone();
    loop {
        thread::sleep(PAUSE);
        let found = listing(&root);
        // Not while files are still being written.
        if found == last && found != built {
            for path in differing(&built, &found) {
                say::step(&format!("changed: {}", path.strip_prefix(&root).unwrap_or(path).display()));
            }
            built.clone_from(&found);
            try_build();
        }
        last = found;
    }
}

fn try_build() {
    match build(false) {
        Ok(()) => say::step("waiting for a change"),
        Err(error) => say::step(&format!("failed: {error}; waiting for a change")),
    }
}

/// What is new, gone, or written again.
fn differing<'a>(before: &'a Listing, after: &'a Listing) -> BTreeSet<&'a Path> {
    let paths = before.keys().chain(after.keys());
    paths.filter(|path| before.get(*path) != after.get(*path)).map(PathBuf::as_path).collect()
}

fn listing(root: &Path) -> Listing {
    let mut found = Listing::new();
    for folder in FOLDERS {
        list(&root.join(folder), &mut found);
    }
    found
}

/// What goes away while this looks is left out.
fn list(folder: &Path, found: &mut Listing) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        // What an editor keeps beside a file.
        if name.starts_with('.') || name.ends_with('~') {
            continue;
        }
        match entry.metadata() {
            Ok(data) if data.is_dir() => list(&path, found),
            Ok(data) => {
                if let Ok(written) = data.modified() {
                    found.insert(path, written);
                }
            }
            Err(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: &[(&str, u64)]) -> Listing {
        let at = |second| SystemTime::UNIX_EPOCH + Duration::from_secs(second);
        files.iter().map(|(path, second)| (PathBuf::from(path), at(*second))).collect()
    }

    #[test]
    fn what_is_new_gone_or_written_again_differs_and_nothing_else() {
        let before = of(&[("app/a.rs", 1), ("app/b.rs", 1), ("app/c.rs", 5)]);
        let after = of(&[("app/a.rs", 1), ("app/c.rs", 4), ("style/d.css", 1)]);
        let found: Vec<_> = differing(&before, &after).into_iter().collect();
        assert_eq!(found, ["app/b.rs", "app/c.rs", "style/d.css"].map(Path::new));
        assert!(differing(&before, &before).is_empty());
    }

    #[test]
    fn files_are_found_at_any_depth_of_the_folders_and_without_what_editors_leave() {
        let root = tempfile::tempdir().unwrap();
        for file in ["app/src/main.rs", "app/src/.main.rs.swp", "style/base.css~", "server/src/main.rs"] {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let found: Vec<_> = listing(root.path()).into_keys().collect();
        assert_eq!(found, [root.path().join("app/src/main.rs")]);
    }
}
