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
    assert_eq!(lines.for_region(Some("XX")).0, None);
    assert_eq!(lines.for_region(None).1.len(), lines.countries.len());
    // The source lists these; none may get lost.
    for code in ["US", "CA", "GB", "IE", "AU", "NZ", "IN", "DE", "FR", "ES", "MX"] {
        assert!(lines.for_region(Some(code)).0.is_some(), "{code}");
    }
}

#[test]
fn a_tap_reaches_the_number_that_is_read() {
    let links = |way: &str| with(way).unwrap().countries[0].ways[0].link.clone();
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
        "ways":[{"name":{"en":"Front desk","es":"Recepción"},"call":"030 123"}]}"#;
    let lines = parse(&format!(r#"{{"practice":{practice},"countries":[{rest}]}}"#)).unwrap();
    let practice = lines.practice.unwrap();
    assert_eq!(
        (practice.words.spanish.as_str(), practice.ways[0].link.as_str()),
        ("Te llamamos.", "tel:030123")
    );
}
