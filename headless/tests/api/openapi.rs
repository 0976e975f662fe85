use std::collections::BTreeSet;

use serde_json::Value;
use server::http::{API, routes};
use wire::problem::{Code, Problem};

use super::accounts::assert_code;
use crate::{on_both, support::World};

const EXPLAINED: &str = include_str!("../../../docs/API.md");

on_both!(
    the_server_answers_what_the_document_says_and_nothing_else,
    what_is_asked_for_by_number_is_read_documented_and_explained,
);

async fn the_server_answers_what_the_document_says_and_nothing_else(engine: &str) {
    let world = World::on(engine).await;
    let client = reqwest::Client::new();
    let document = client.get(format!("{}{API}/openapi.json", world.origin)).send().await.unwrap();
    assert_eq!(document.headers()["content-type"], "application/json");
    let document: Value = document.json().await.unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let (mut answered, paths) = (0, document["paths"].as_object().unwrap());
    let listed: BTreeSet<_> = routes().iter().map(|route| format!("{API}{}", route.path)).collect();
    assert_eq!(paths.keys().cloned().collect::<BTreeSet<_>>(), listed);
    for (path, item) in paths {
        let url = format!("{}{}", world.origin, path.replace(['{', '}'], "x"));
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
            let described = item.get(method.to_lowercase());
            let answer = client.request(method.parse().unwrap(), &url).send().await.unwrap();
            let status = answer.status().as_u16();
            if described.is_none() {
                assert_eq!(
                    answer.json::<Problem>().await.unwrap().code,
                    Code::MethodNotAllowed,
                    "{method} {path}"
                );
                continue;
            }
            answered += 1;
            assert_ne!(status, Code::MethodNotAllowed.status(), "{method} {path}");
            assert!(
                described.unwrap()["responses"].get(status.to_string()).is_some(),
                "{method} {path}: {status}"
            );
        }
    }
    assert_eq!(answered, routes().len());
}

async fn what_is_asked_for_by_number_is_read_documented_and_explained(engine: &str) {
    let world = World::on(engine).await;
    let (okafor, _) = world.therapist("dr.okafor").await;
    let document: Value = world.http.get("/openapi.json").await.unwrap();
    let mut documented = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let path = path.strip_prefix(API).unwrap();
        for one in
            item["get"]["parameters"].as_array().into_iter().flatten().filter(|one| one["in"] == "query")
        {
            let name = one["name"].as_str().unwrap();
            let nonsense = okafor.http().get::<Value>(&format!("{path}?{name}=nonsense")).await;
            assert_code(nonsense, Code::Malformed);
            documented.insert((path.to_owned(), name.to_owned()));
        }
    }
    let explained =
        EXPLAINED.lines().filter_map(|line| line.strip_prefix("| `GET ")?.split('`').next()?.split_once('?'));
    let explained: BTreeSet<_> = explained
        .flat_map(|(path, query)| query.split('&').map(move |pair| (path, pair.split('=').next().unwrap())))
        .map(|(path, name)| (path.to_owned(), name.to_owned()))
        .collect();
    assert_eq!(documented, explained);
    assert_eq!(documented.len(), 3);
}
