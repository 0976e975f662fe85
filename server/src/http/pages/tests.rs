use super::{super::assets::File, *};

fn file(role: &'static str) -> File {
    let (raw, brotli, gzip) = (b"x", None, None);
    File { name: role, role, kind: "text/plain", immutable: true, raw, brotli, gzip }
}

const ROLES: [&str; 10] = [
    "styles",
    "icon",
    "theme",
    "trusted-types",
    "start",
    "phone-glue",
    "phone-wasm",
    "signin-worker",
    "manifest",
    "icon-touch",
];

#[test]
fn the_shell_names_everything_that_was_built_and_the_stamp() {
    let shell = shell::rendered(&Shelf::new("0123456789ab", &ROLES.map(file)), &Lines::default()).unwrap();
    for role in ROLES {
        assert!(shell.html.contains(&format!("\"/assets/{role}\"")), "{role}");
    }
    assert!(shell.html.contains(&format!("name=\"build\" content=\"{}\"", shell.stamp)), "{}", shell.html);
    assert!(shell.html.len() <= 14 * 1024);
}

#[test]
fn help_is_kept_by_what_was_built_and_by_nothing_where_nothing_was() {
    let file = |role: &&'static str| file(role);
    let built: Vec<_> = ROLES.iter().chain(&["help"]).map(file).collect();
    assert_eq!(links(&Shelf::new("", &built)).keeping, ["/assets/trusted-types", "/assets/help"]);
    assert_eq!(links(&Shelf::new("", &built)).theme.as_deref(), Some("/assets/theme"));
    assert_eq!(links(&Shelf::plain()).theme, None);
    assert!(links(&Shelf::new("", &ROLES.map(|role| file(&role)))).keeping.is_empty());
    assert!(links(&Shelf::plain()).keeping.is_empty());
}

#[test]
fn the_stamp_changes_with_the_build() {
    let stamp =
        |build| shell::rendered(&Shelf::new(build, &ROLES.map(file)), &Lines::default()).unwrap().stamp;
    assert_eq!(stamp("one"), stamp("one"));
    assert_ne!(stamp("one"), stamp("two"));
}

#[test]
fn without_the_app_there_is_no_shell() {
    assert!(shell::rendered(&Shelf::plain(), &Lines::default()).is_none());
}

#[test]
fn the_stamp_changes_with_the_crisis_lines() {
    let shelf = Shelf::new("0123456789ab", &ROLES.map(file));
    let other = crate::crisis::load(None).unwrap();
    let stamp = |lines: &Lines| shell::rendered(&shelf, lines).unwrap().stamp;
    assert_ne!(stamp(&Lines::default()), stamp(&other));
}
