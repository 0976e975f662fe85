use super::*;
use crate::{
    help_first::{countries, first_of},
    text::crisis::{Country, ELSEWHERE, How, Practice, Reach, Said, Way},
};

fn links() -> Links {
    Links { styles: "/assets/x.css".into(), icon: "/assets/x.svg".into(), theme: None, keeping: Vec::new() }
}

fn page(page: &Page) -> String {
    html(page, &links(), Language::English)
}

fn same(text: &str) -> Said {
    Said { english: text.into(), spanish: text.into() }
}

fn both(reach: Reach) -> Said<Reach> {
    Said { english: reach.clone(), spanish: reach }
}

fn to_call(number: &str) -> Reach {
    Reach { how: How::Call, shown: number.into(), link: format!("tel:{number}") }
}

fn lines() -> Lines {
    let country = |code: Option<&str>, name: &str, number: &str| Country {
        code: code.map(Into::into),
        name: same(name),
        ways: vec![Way { name: same("Line"), at: both(to_call(number)) }],
        emergency: vec!["000".into()],
        checked: (2026, 11, 1),
    };
    let countries = vec![
        country(Some("AU"), "Australia", "131114"),
        country(Some("NZ"), "New Zealand", "1737"),
        country(None, "Anywhere else", "1"),
    ];
    Lines { practice: None, countries }
}

fn lindenhof() -> Practice {
    Practice {
        name: same("Lindenhof"),
        words: same("Call us"),
        ways: vec![Way {
            name: same("Desk"),
            at: Said { english: to_call("030 1"), spanish: to_call("030 2") },
        }],
        checked: Some((2026, 11, 20)),
    }
}

fn help(region: Option<&str>) -> Page {
    Page::Help { lines: lines(), region: region.map(Into::into) }
}

fn all() -> [Page; 4] {
    [Page::Welcome, help(Some("AU")), Page::Privacy, Page::Unbuilt]
}

#[test]
fn every_page_can_be_read_without_script_and_leads_to_help() {
    for one in all() {
        let html = page(&one);
        assert!(html.starts_with("<!doctype html><html lang=\"en\" dir=\"ltr\">"), "{html}");
        assert!(html.contains("href=\"/help\"") && html.contains("<main id=\"text\">"));
        assert_eq!(html.matches("<h1").count(), 1);
        // The security policy forbids inline script and style.
        assert!(!html.contains("<script") && !html.contains("style="));
    }
}

#[test]
fn only_help_has_itself_kept_and_only_by_scripts_of_this_server_behind_their_guard() {
    let keeping = ["/assets/trusted-types.js".to_owned(), "/assets/help.js".into()];
    let theme = Some("/assets/theme.js".to_owned());
    let links = Links { theme, keeping: keeping.into(), ..links() };
    for one in all() {
        let html = html(&one, &links, Language::English);
        let scripts: Vec<_> =
            html.split("<script").skip(1).map(|script| script.split('>').next().unwrap()).collect();
        if let Page::Help { .. } = one {
            assert_eq!(
                scripts.len(),
                html.matches("></script>").count(),
                "nothing stands in a script: {html}"
            );
            assert!(scripts.iter().all(|script| script.contains("src=\"/assets/")));
            // The first blocks, before the styles: nothing is painted in a light that was not chosen.
            assert!(scripts[0].contains("theme") && !scripts[0].contains("module"));
            assert!(html.find(scripts[0]).unwrap() < html.find("stylesheet").unwrap());
            assert!(scripts[1..].iter().all(|script| script.contains("module")));
            assert!(scripts[1].contains("trusted-types") && scripts[2].contains("help"));
            assert!(html.len() <= 14 * 1024);
        } else {
            assert!(scripts.is_empty(), "{one:?}");
        }
    }
}

#[test]
fn the_countries_that_can_be_chosen_are_those_of_the_page() {
    let named = |codes: &[&str]| -> Vec<_> {
        countries(&page(&help(codes.first().copied())))
            .into_iter()
            .map(|(code, name)| format!("{code} {name}"))
            .collect()
    };
    assert_eq!(named(&[]), ["AU Australia", "NZ New Zealand", "ZZ Anywhere else"]);
    assert_eq!(ELSEWHERE, "ZZ", "as the app looks for it");
    assert_eq!(named(&["NZ"]), named(&[]), "wherever they stand on the page");
    let mut more = lines();
    let and = Country { code: Some("PT".into()), name: same("Here & <there>"), ..more.countries[0].clone() };
    more.countries.push(and);
    let shown = countries(&page(&Page::Help { lines: more, region: None }));
    assert_eq!(shown[1], ("PT".into(), "Here & <there>".into()));
    assert!(countries("<h1>Bad gateway</h1>").is_empty());
}

#[test]
fn every_page_is_said_in_the_language_that_is_asked_for_and_offers_the_other() {
    for one in all() {
        let (english, spanish) = (page(&one), html(&one, &links(), Language::Spanish));
        assert!(
            spanish.contains("<html lang=\"es\" dir=\"ltr\">") && spanish.contains("Ayuda ya"),
            "{spanish}"
        );
        assert!(!spanish.contains("Help now") && !english.contains("Ayuda ya"));
        assert!(english.contains("?lang=es\"") && spanish.contains("?lang=en\""));
        // The next page on this thread is not said in the last one's language.
        assert_eq!(page(&one), english);
    }
}

#[test]
fn the_first_page_leads_those_who_have_a_journal_into_it() {
    assert!(page(&Page::Welcome).contains("<a href=\"/app\" class=\"main\">Open my journal</a>"));
}

#[test]
fn what_a_tap_on_an_emergency_number_does_is_said() {
    assert!(page(&help(Some("AU"))).contains(">Call 000</a>"));
}

#[test]
fn help_without_a_known_country_offers_all_of_them_to_choose() {
    let html = page(&help(None));
    assert!(html.contains("local emergency number"));
    assert!(html.contains("/help?country=AU") && html.contains("/help?country=NZ"));
    assert!(page(&Page::Help { lines: Lines::default(), region: None }).contains("tel:112"));
}

#[test]
fn the_shell_has_its_words_in_every_language() {
    let html = the_shell();
    for word in [
        "Help now",
        "Ayuda ya",
        "Opening…",
        "Abriendo…",
        "WebAssembly is switched off",
        "WebAssembly apagado",
    ] {
        assert!(html.contains(word), "{word}");
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
    let html = page(&help(Some("AU")));
    for way in lines().countries.iter().flat_map(|country| &country.ways) {
        let link = &way.at.english.link;
        assert!(html.contains(link), "{link} is missing");
    }
    let (open, folded) = (html.find("<h2>Australia").unwrap(), html.find("<details").unwrap());
    assert!(open < folded);
    assert!(html[..open].contains("tel:000"));
    assert_eq!(html.matches("Last checked").count(), lines().countries.len());
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

#[test]
fn the_lines_of_a_chosen_country_come_out_of_whatever_page_there_is() {
    let with =
        Page::Help { lines: Lines { practice: Some(lindenhof()), ..lines() }, region: Some("AU".into()) };
    let shown = page(&with);
    let own = first_of(&shown, None).unwrap();
    assert!(own.contains("131114") && own.contains("Lindenhof") && !own.contains("1737"));
    assert_eq!(first_of(&shown, Some("AU")).unwrap(), own);
    assert_eq!(first_of(&shown, Some("XX")).unwrap(), own, "a country that the page does not have");
    let chosen = first_of(&shown, Some("NZ")).unwrap();
    assert!(
        chosen.contains("1737") && chosen.contains("Lindenhof") && !chosen.contains("131114"),
        "{chosen}"
    );
    assert_eq!(chosen.matches("New Zealand").count(), 1);
    assert!(chosen.find("tel:000").unwrap() < chosen.find("tel:1737").unwrap(), "emergency first: {chosen}");
    assert_eq!(chosen.matches("<li").count(), chosen.matches("</li>").count());
    assert_eq!(chosen.matches("<section>").count(), chosen.matches("</section>").count());
    let unknown = page(&help(None));
    assert!(first_of(&unknown, Some("NZ")).unwrap().contains("1737"));
    assert_eq!(first_of("<h1>Bad gateway</h1>", Some("NZ")), None);
}

#[test]
fn where_no_row_is_theirs_the_one_for_everywhere_else_stands_open_and_on_the_care_screen() {
    for region in [None, Some("PT"), Some(ELSEWHERE)] {
        let shown = page(&help(region));
        let first = first_of(&shown, None).unwrap();
        assert!(first.contains("<h2>Anywhere else") && first.contains("tel:1\""), "{region:?}: {first}");
        assert!(first.contains("local emergency number"));
        assert_eq!(shown.matches("id=\"ZZ\"").count(), 1, "{region:?}");
        // The countries there are stand before what else there is to read.
        assert!(shown.find("id=\"countries\"").unwrap() < shown.find("While you wait").unwrap());
    }
    // It can be chosen where the page has another country first, with what is to be said of its emergency number.
    let abroad = page(&help(Some("AU")));
    let first = first_of(&abroad, Some(ELSEWHERE)).unwrap();
    assert!(first.contains("<h2>Anywhere else") && !first.contains("131114"), "{first}");
    assert!(first.contains("local emergency number"));
    assert!(abroad.contains("/help?country=ZZ") && !first.contains("/help?country"));
}

#[test]
fn each_emergency_number_of_a_country_can_be_called() {
    let mut more = lines();
    more.countries[1].emergency = vec!["999".into(), "112".into()];
    let shown =
        |region: Option<&str>| page(&Page::Help { lines: more.clone(), region: region.map(Into::into) });
    let own = first_of(&shown(Some("NZ")), None).unwrap();
    let chosen = first_of(&shown(Some("AU")), Some("NZ")).unwrap();
    for first in [own, chosen] {
        // On top, and below the lines.
        let numbers = "<a href=\"tel:999\">Call 999</a><a href=\"tel:112\">Call 112</a>";
        assert_eq!(first.matches(numbers).count(), 2, "{first}");
    }
}

#[test]
fn the_practice_has_its_own_number_in_each_language_and_says_when_it_was_checked() {
    let with = Page::Help { lines: Lines { practice: Some(lindenhof()), ..lines() }, region: None };
    let said = |language| first_of(&html(&with, &links(), language), None).unwrap();
    let (english, spanish) = (said(Language::English), said(Language::Spanish));
    assert!(english.contains("tel:030 1") && !english.contains("tel:030 2"), "{english}");
    assert!(spanish.contains("tel:030 2") && !spanish.contains("tel:030 1"), "{spanish}");
    assert!(english.contains("2026-11-20"), "{english}");
}
