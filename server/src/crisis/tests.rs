use super::*;

fn with(way: &str) -> Result<Lines, String> {
    let country = |code: &str, way: &str| {
        format!(r#"{{{code}"name":"X","ways":[{way}],"emergency":"112","checked":"2026-11-01"}}"#)
    };
    let row = country(r#""code":"NZ","#, way);
    let rest = country("", r#"{"name":"Y","call":"1"}"#);
    parse(&format!(r#"{{"countries":[{row},{rest}]}}"#)).map_err(|error| error.to_string())
}

#[test]
fn the_file_that_comes_with_the_server_is_right() {
    let lines = load(None).unwrap();
    let (own, others) = lines.for_region(Some("NZ"));
    assert_eq!(own.unwrap().name.english, "New Zealand");
    assert_eq!(others.len(), lines.countries.len() - 1);
    assert_eq!(others.last().unwrap().code, None);
    for nowhere in [Some("XX"), Some(ELSEWHERE), None] {
        let (first, others) = lines.for_region(nowhere);
        assert_eq!(first.unwrap().code, None, "{nowhere:?}: the row for everywhere else stands in");
        assert_eq!(first.unwrap().ways[0].at.english.link, "https://findahelpline.com");
        assert_eq!(others.len(), lines.countries.len() - 1);
    }
    // The source lists these; none may get lost.
    for code in ["US", "CA", "GB", "IE", "AU", "NZ", "IN", "DE", "FR", "ES", "MX"] {
        assert_eq!(lines.for_region(Some(code)).0.unwrap().code.as_deref(), Some(code));
    }
    for code in ["GB", "IE"] {
        assert_eq!(lines.for_region(Some(code)).0.unwrap().emergency, ["999", "112"]);
    }
}

#[test]
fn a_country_has_one_emergency_number_or_several() {
    let emergency = |row: &str| {
        let country = |code: &str, row: &str| {
            format!(
                r#"{{{code}"name":"X","ways":[{{"name":"A","call":"1"}}],"emergency":{row},"checked":"2026-11-01"}}"#
            )
        };
        let (own, rest) = (country(r#""code":"GB","#, row), country("", r#""112""#));
        let lines =
            parse(&format!(r#"{{"countries":[{own},{rest}]}}"#)).map_err(|error| error.to_string())?;
        Ok::<_, String>(lines.countries[0].emergency.clone())
    };
    assert_eq!(emergency(r#""999""#).unwrap(), ["999"], "as files were written before");
    assert_eq!(emergency(r#"["999","112"]"#).unwrap(), ["999", "112"]);
    for wrong in ["[]", r#""call us""#, r#"["999","9"]"#, r#"["999",""]"#] {
        assert!(emergency(wrong).unwrap_err().contains("GB: `emergency`"), "{wrong}");
    }
    assert!(emergency("999").unwrap_err().contains("not of the form"));
}

#[test]
fn the_code_for_everywhere_else_is_no_countrys() {
    let row = |code: &str| {
        format!(
            r#"{{{code}"name":"X","ways":[{{"name":"A","call":"1"}}],"emergency":"112","checked":"2026-11-01"}}"#
        )
    };
    let file = format!(r#"{{"countries":[{},{}]}}"#, row(r#""code":"ZZ","#), row(""));
    assert!(parse(&file).unwrap_err().to_string().contains("ZZ: no country has"));
}

#[test]
fn a_tap_reaches_the_number_that_is_read() {
    let links = |way: &str| with(way).unwrap().countries[0].ways[0].at.english.link.clone();
    assert_eq!(links(r#"{"name":"A","call":"13 11 14"}"#), "tel:131114");
    assert_eq!(links(r#"{"name":"A","text":"0477 13","dial":"+6147713"}"#), "sms:+6147713");
    assert_eq!(links(r#"{"name":"A","text":"741741","say":"HOME"}"#), "sms:741741?body=HOME");
    assert_eq!(links(r#"{"name":"A","page":"https://help.example"}"#), "https://help.example");
}

#[test]
fn a_mistake_is_named_with_its_row() {
    for (way, why) in [
        (r#"{"name":"A","call":"988","dial":"989"}"#, "NZ: `dial` is another number"),
        (r#"{"name":"A","call":"988","text":"988"}"#, "NZ: each way has one of"),
        (r#"{"name":"A"}"#, "NZ: each way has one of"),
        (r#"{"name":"A","call":"call me"}"#, "NZ: a number has digits"),
        (r#"{"name":"A","page":"http://help.example"}"#, "NZ: a `page` begins with https"),
        (r#"{"name":"A","call":"1","say":"HOME"}"#, "NZ: `say` stands without"),
        (r#"{"name":" ","call":"1"}"#, "NZ: a text is empty"),
        (r#"{"name":{"en":"A"},"call":"1"}"#, "not of the form"),
        (r#"{"name":"A","call":{"en":"1"}}"#, "not of the form"),
        (r#"{"name":"A","call":{"en":"1","es":"dos"}}"#, "NZ: a number has digits"),
        (r#"{"name":"A","call":{"en":"12","es":"13"},"dial":"+12"}"#, "NZ: `dial` is another number"),
        (r#"{"name":"A","calls":"1"}"#, "unknown field `calls`"),
        ("", "NZ: `ways` is empty"),
    ] {
        let said = with(way).unwrap_err();
        assert!(said.contains(why), "{way}: {said}");
    }
    let none = parse(r#"{"countries":[]}"#).unwrap_err().to_string();
    assert!(none.contains("exactly one row has no `code`"), "{none}");
    let missing = load(Some(Path::new("/nowhere/lines.json"))).unwrap_err().to_string();
    assert!(missing.contains("/nowhere/lines.json"), "{missing}");
}

#[test]
fn a_practice_says_its_own_words_in_each_language() {
    let rest = r#"{"name":"Y","ways":[{"name":"Y","call":"1"}],"emergency":"112","checked":"2026-11-01"}"#;
    let practice = r#"{"name":"Lindenhof","words":{"en":"We call back.","es":"Te llamamos."},
        "ways":[{"name":{"en":"Front desk","es":"Recepción"},"call":"030 123"},
            {"name":"Line","call":{"en":"030 124","es":"030 125"},"dial":{"en":"+4930124","es":"+4930125"}}]"#;
    let parsed = |more: &str| {
        parse(&format!(r#"{{"practice":{practice}{more}}},"countries":[{rest}]}}"#))
            .unwrap()
            .practice
            .unwrap()
    };
    let said = parsed("");
    assert_eq!(said.words.spanish, "Te llamamos.");
    let links: Vec<_> = said.ways.iter().map(|way| [&way.at.english.link, &way.at.spanish.link]).collect();
    assert_eq!(links, [["tel:030123", "tel:030123"], ["tel:+4930124", "tel:+4930125"]]);
    assert_eq!(said.checked, None, "as files were written before");
    assert_eq!(parsed(r#","checked":"2026-11-20""#).checked, Some((2026, 11, 20)));
}
