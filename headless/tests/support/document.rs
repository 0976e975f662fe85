//! The API's document, held against what the server really answers.

use serde_json::{Value, json};
use server::http::API;

use super::World;

pub struct Document(Value);

impl Document {
    pub async fn of(world: &World) -> Self {
        let url = format!("{}{API}/openapi.json", world.origin);
        Self(reqwest::get(url).await.unwrap().json().await.unwrap())
    }

    /// The answer must stand in the document: its status, its media type, its shape, and a problem's code.
    pub fn check(&self, method: &str, path: &str, status: u16, media: Option<&str>, body: &str) {
        let route = format!("{method} {path} answered {status}");
        let answers = &self.0["paths"][format!("{API}{path}")][method.to_lowercase()]["responses"];
        let described =
            answers.get(status.to_string()).unwrap_or_else(|| panic!("{route}, which is not described"));
        let Some(content) = described.get("content") else {
            assert_eq!(body, "", "{route} with a body that is not described");
            return;
        };
        let media =
            media.unwrap_or_else(|| panic!("{route} without a media type")).split(';').next().unwrap();
        let shape =
            content.get(media).unwrap_or_else(|| panic!("{route} as {media}, which is not described"));
        let Some(schema) = shape.get("schema") else { return };
        let body: Value = serde_json::from_str(body).unwrap();
        let whole = json!({ "allOf": [schema], "components": self.0["components"] });
        if let Err(error) = jsonschema::validate(&whole, &body) {
            panic!("{route}, not as described: {error} in {body}");
        }
        if media == "application/problem+json" {
            let codes = described["x-codes"].as_array().unwrap();
            assert!(codes.contains(&body["code"]), "{route} with {}, which is not described", body["code"]);
        }
    }
}
