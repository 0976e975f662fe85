use std::collections::BTreeSet;

use serde_json::Value;
use server::http::{API, routes};
use wire::problem::{Code, Problem};

use crate::{on_both, support::World};

on_both!(the_server_answers_what_the_document_says_and_nothing_else);

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
