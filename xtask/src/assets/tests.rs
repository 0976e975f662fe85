use super::*;

fn shelf(folder: &tempfile::TempDir) -> Shelf {
    Shelf::open(folder.path().to_owned(), true).unwrap()
}

fn names(folder: &tempfile::TempDir) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|found| found.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_name_changes_with_the_content_and_only_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut shelf = shelf(&folder);
    let mut put = |bytes: &[u8]| shelf.put("styles", Part::App, "styles.css", Name::Hashed, bytes).unwrap();
    let (one, same, other) = (put(b"a{}"), put(b"a{}"), put(b"b{}"));
    assert_eq!(one, same);
    assert_ne!(one, other);
    assert!(one.starts_with("styles-") && Path::new(&one).extension().unwrap() == "css");
}

#[test]
fn what_the_list_does_not_name_is_dropped() {
    let folder = tempfile::tempdir().unwrap();
    for name in [".gitignore", "styles-old.css", "styles-old.css.br"] {
        fs::write(folder.path().join(name), "x").unwrap();
    }
    let mut shelf = shelf(&folder);
    let styles = shelf.put("styles", Part::App, "styles.css", Name::Hashed, b"a{}").unwrap();
    shelf.put("icon", Part::Around, "icon.png", Name::Fixed, b"png").unwrap();
    shelf.close("stamp".into()).unwrap();
    let mut wanted = vec![".gitignore".to_owned(), "icon.png".into(), "list.json".into(), styles.clone()];
    wanted.extend([format!("{styles}.br"), format!("{styles}.gz")]);
    wanted.sort();
    assert_eq!(names(&folder), wanted);
}

#[test]
fn a_file_with_a_fixed_name_is_squeezed_anew_when_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    let mut shelf = shelf(&folder);
    for text in ["one", "another one"] {
        shelf.put("worker", Part::Around, "worker.js", Name::Fixed, text.as_bytes()).unwrap();
        let mut out = Vec::new();
        let small = fs::read(folder.path().join("worker.js.br")).unwrap();
        brotli::BrotliDecompress(&mut small.as_slice(), &mut out).unwrap();
        assert_eq!(out, text.as_bytes());
    }
}

#[test]
fn the_stamp_changes_with_any_file_and_with_what_is_added() {
    let folder = tempfile::tempdir().unwrap();
    let mut shelf = shelf(&folder);
    shelf.put("styles", Part::App, "styles.css", Name::Hashed, b"a{}").unwrap();
    let (one, also) = (shelf.stamp(b"x"), shelf.stamp(b"y"));
    shelf.put("start", Part::App, "start.js", Name::Hashed, b"1").unwrap();
    assert_ne!(one, also);
    assert_ne!(one, shelf.stamp(b"x"));
}
