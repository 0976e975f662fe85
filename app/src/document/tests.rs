use super::*;
use crate::text::crisis::COUNTRIES;

fn links() -> Links {
    Links { styles: "/assets/x.css".into(), icon: "/assets/x.svg".into() }
}

fn page(page: &Page) -> String {
    html(page, &links())
}

fn all() -> [Page; 4] {
    [Page::Welcome, Page::Help { region: Some("US".into()) }, Page::Privacy, Page::Unbuilt]
}

#[test]
fn every_page_can_be_read_without_script_and_leads_to_help() {
    for one in all() {
        let html = page(&one);
        assert!(html.starts_with("<!doctype html><html lang=\"en\">"), "{html}");
        assert!(html.contains("href=\"/help\"") && html.contains("<main id=\"text\">"));
        assert_eq!(html.matches("<h1").count(), 1);
        // The security policy forbids inline script and style.
        assert!(!html.contains("<script") && !html.contains("style="));
    }
}

#[test]
fn the_title_gives_nothing_away() {
    for one in all() {
        assert!(page(&one).contains("<title>Interleaf</title>"));
    }
}

#[test]
fn help_lists_every_line_with_the_persons_country_open() {
    let html = page(&Page::Help { region: Some("AU".into()) });
    for way in COUNTRIES.iter().flat_map(|country| country.ways) {
        assert!(html.contains(way.link), "{} is missing", way.link);
    }
    let (open, folded) = (html.find("<h2>Australia").unwrap(), html.find("<details").unwrap());
    assert!(open < folded);
    assert!(html[..open].contains("tel:000"));
    assert_eq!(html.matches("Last checked").count(), COUNTRIES.len());
}

#[test]
fn the_page_fits_the_first_fourteen_kilobytes() {
    for one in all() {
        let bytes = page(&one).len();
        assert!(bytes <= 14 * 1024, "{one:?} is {bytes} bytes before compression");
    }
}

fn the_shell() -> String {
    let address = |name: &str| format!("/assets/{name}-0123456789ab");
    shell(&Shell {
        links: links(),
        theme: address("theme"),
        trusted_types: address("trusted-types"),
        start: address("start"),
        glue: address("phone"),
        wasm: address("phone-wasm"),
        worker: address("signin-worker"),
        manifest: address("manifest"),
        touch_icon: address("icon-touch"),
        build: "0123456789ab".into(),
    })
}

#[test]
fn the_shell_runs_only_scripts_of_this_server_and_its_guard_comes_first() {
    let html = the_shell();
    let scripts: Vec<_> = html.split("<script").skip(1).collect();
    assert_eq!(scripts.len(), 3);
    assert!(scripts.iter().all(|script| script.contains("src=\"/assets/")));
    assert!(scripts[0].contains("trusted-types") && scripts[2].contains("module"), "{html}");
    assert!(html.contains(" as=\"fetch\"") && !html.contains("r#"), "{html}");
    assert!(!html.contains(" style="), "{html}");
}

#[test]
fn the_shell_leads_to_help_with_and_without_script_and_fits_fourteen_kilobytes() {
    let html = the_shell();
    let without = html.split("<noscript>").nth(1).unwrap().split("</noscript>").next().unwrap();
    assert!(without.contains("href=\"/help\""));
    assert!(html.split("<noscript>").next().unwrap().contains("href=\"/help\""));
    assert!(html.contains("<div id=\"app\">") && html.contains("<title>Interleaf</title>"));
    assert!(html.len() <= 14 * 1024, "{} bytes", html.len());
}

#[test]
fn the_browsers_frame_and_the_home_screen_have_the_colours_of_the_page() {
    let tokens = include_str!("../../../style/tokens.css");
    let paper = tokens.split("--paper: light-dark(").nth(1).unwrap().split(')').next().unwrap();
    let html = the_shell();
    for colour in paper.split(", ") {
        assert!(html.contains(&format!("content=\"{colour}\"")), "{colour}");
    }
    let manifest = include_str!("../../../public/manifest.webmanifest");
    assert_eq!(manifest.matches(paper.split(", ").next().unwrap()).count(), 2);
}
