use std::collections::BTreeSet;

use serde_json::Value;
use wire::problem::Code;

use super::{API, describe, routes};

fn document() -> Value {
    serde_json::to_value(describe(&routes::all())).unwrap()
}

fn each(value: &Value, visit: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            visit(name, value);
            each(value, visit);
        }),
        Value::Array(items) => items.iter().for_each(|item| each(item, visit)),
        _ => {}
    }
}

#[test]
fn no_route_is_missing_and_none_is_invented() {
    let document = document();
    let described: BTreeSet<_> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| {
            item.as_object().unwrap().keys().map(move |method| (path.clone(), method.to_uppercase()))
        })
        .collect();
    let routes = routes::all();
    let listed: BTreeSet<_> =
        routes.iter().map(|route| (format!("{API}{}", route.path), route.method.to_string())).collect();
    assert_eq!(listed.len(), routes.len(), "a route stands in the list twice");
    assert_eq!(described, listed);
}

#[test]
fn everything_that_is_pointed_at_is_there_and_has_fields() {
    let document = document();
    let mut pointed_at = BTreeSet::new();
    each(&document, &mut |name, value| {
        if name == "$ref" {
            pointed_at.insert(value.as_str().unwrap().to_owned());
        }
    });
    for reference in &pointed_at {
        let schema = document.pointer(reference.trim_start_matches('#')).expect(reference);
        assert!(schema.as_object().is_some_and(|schema| !schema.is_empty()), "{reference} says nothing");
    }
    for name in document["components"]["schemas"].as_object().unwrap().keys() {
        assert!(pointed_at.contains(&format!("#/components/schemas/{name}")), "nothing uses {name}");
    }
}

#[test]
fn every_code_is_described_where_it_can_happen() {
    let document = document();
    let mut happening = BTreeSet::new();
    each(&document, &mut |name, value| {
        if name == "x-codes" {
            happening.extend(value.as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned()));
        }
    });
    // The one that only an undescribed request gets.
    happening.insert(Code::MethodNotAllowed.text().into());
    let all: BTreeSet<_> = Code::ALL.iter().map(|code| code.text().to_owned()).collect();
    assert_eq!(happening, all);
    let schema: BTreeSet<_> = document["components"]["schemas"]["Code"]["enum"]
        .as_array()
        .unwrap()
        .iter()
        .map(|code| code.as_str().unwrap().to_owned())
        .collect();
    assert_eq!(schema, all);
}

#[test]
fn the_page_for_people_names_every_route() {
    let page = include_str!("../../../../docs/API.md");
    for route in routes::all() {
        let named = page.lines().any(|line| {
            line.contains(&format!("{}`", route.path)) || line.contains(&format!("{}?", route.path))
        });
        assert!(named, "docs/API.md does not name {}", route.path);
    }
}
