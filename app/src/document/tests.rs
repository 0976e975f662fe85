use super::*;
use crate::text::crisis::COUNTRIES;

fn page(page: &Page) -> String {
    html(page, "/assets/x.css")
}

fn all() -> [Page; 3] {
    [Page::Welcome, Page::Help { region: Some("US".into()) }, Page::Privacy]
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
