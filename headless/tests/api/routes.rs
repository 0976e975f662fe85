//! Every route, asked by everybody. A route without a row fails.

#[path = "routes/accounts.rs"]
mod accounts;
#[path = "routes/rows.rs"]
mod rows;
#[path = "routes/scene.rs"]
mod scene;

use std::collections::BTreeSet;

use serde_json::Value;
use server::http::{API, routes};
use wire::problem::Code;

use self::{
    rows::{Ask, Expect, Row, rows},
    scene::{CALLERS, Caller, Fresh, Scene},
};
use crate::{on_both, support::contents::Contents};

on_both!(everybody_gets_their_own_things_and_nobody_elses);

#[test]
fn every_route_has_a_row_and_every_row_a_route() {
    let routes: BTreeSet<_> = routes().iter().map(|route| (route.method.to_string(), route.path)).collect();
    let rows: BTreeSet<_> = rows().iter().map(|row| (row.method.to_owned(), row.path)).collect();
    assert_eq!(routes, rows);
}

async fn everybody_gets_their_own_things_and_nobody_elses(engine: &str) {
    let scene = Scene::on(engine).await;
    for row in rows() {
        for (at, caller) in CALLERS.into_iter().enumerate() {
            let fresh = scene.fresh(caller).await;
            let before = scene.contents().await;
            let answer = Answer::to(&scene, &row, caller, &fresh).await;
            let what = format!("{} {} ({}) by {caller:?}: {answer:?}", row.method, row.path, row.case);
            assert_eq!(answer.outcome(), row.expects[at].outcome(), "{what}");
            if !row.expects[at].may_change() {
                unchanged(&before, &scene.contents().await, row.expects[at], &what);
            }
            for secret in scene.not_for(caller, &fresh) {
                assert!(!answer.body.contains(&secret), "{what} tells {secret}");
            }
        }
    }
}

fn unchanged(before: &Contents, after: &Contents, expect: Expect, what: &str) {
    for (table, rows) in before {
        let spent = table == "logins" && matches!(expect, Expect::Spent(_));
        assert!(spent || after[table] == *rows, "{what} changed {table}");
    }
}

#[derive(Debug)]
struct Answer {
    status: u16,
    body: String,
}

impl Answer {
    async fn to(scene: &Scene, row: &Row, caller: Caller, fresh: &Fresh) -> Self {
        let Ask { place, body } = (row.ask)(scene, fresh);
        let mut path = row.path.to_owned();
        for part in place.iter().flat_map(|place| place.split('/')) {
            let (head, tail) = path.split_once('{').unwrap();
            path = format!("{head}{part}{}", tail.split_once('}').unwrap().1);
        }
        let url = format!("{}{API}{path}", scene.world.origin);
        let mut request = scene.client.request(row.method.parse().unwrap(), url);
        // Another address each time: how often somebody may try is tested elsewhere.
        request = request.header("x-forwarded-for", fresh.address());
        if let Some(token) = &fresh.token {
            request = request.bearer_auth(token);
        }
        request = match body {
            // A chunk is no JSON.
            Some(Value::String(bytes)) => {
                request.header("content-type", "application/octet-stream").body(bytes)
            }
            Some(body) => request.json(&body),
            None => request,
        };
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        let media = answer.headers().get("content-type").map(|media| media.to_str().unwrap().to_owned());
        // A stream of events does not end.
        let streams = media.as_deref() == Some("text/event-stream");
        let body = if streams { String::new() } else { answer.text().await.unwrap() };
        assert!(fresh.token.is_some() || caller == Caller::Nobody);
        scene.document.check(row.method, row.path, status, media.as_deref(), &body);
        Self { status, body }
    }

    /// Done, or the code of the refusal, also of one that stands inside of an answer.
    fn outcome(&self) -> Result<(), Code> {
        let body: Value = serde_json::from_str(&self.body).unwrap_or_default();
        let code = if self.status < 300 { &body["answers"][0]["code"] } else { &body["code"] };
        if code.is_null() { Ok(()) } else { Err(serde_json::from_value(code.clone()).unwrap()) }
    }
}
