use super::{super::assets::File, *};

#[test]
fn the_first_language_with_a_region_says_where_somebody_is() {
    assert_eq!(region("en-AU,en;q=0.8"), Some("AU".into()));
    assert_eq!(region("de, es-mx;q=0.7"), Some("MX".into()));
    assert_eq!(region("zh-Hant, en"), None);
    assert_eq!(region("*"), None);
}

fn file(role: &'static str) -> File {
    let (raw, brotli, gzip) = (b"x", None, None);
    File { name: role, role, kind: "text/plain", immutable: true, raw, brotli, gzip }
}

const ROLES: [&str; 10] = [
    "styles",
    "icon",
    "theme",
    "trusted-types",
    "start",
    "phone-glue",
    "phone-wasm",
    "signin-worker",
    "manifest",
    "icon-touch",
];

#[test]
fn the_shell_names_everything_that_was_built_and_the_stamp() {
    let shell = shell::rendered(&Shelf::new("0123456789ab", &ROLES.map(file))).unwrap();
    for role in ROLES {
        assert!(shell.html.contains(&format!("\"/assets/{role}\"")), "{role}");
    }
    assert!(shell.html.contains(&format!("name=\"build\" content=\"{}\"", shell.stamp)), "{}", shell.html);
    assert!(shell.html.len() <= 14 * 1024);
}

#[test]
fn the_stamp_changes_with_the_build() {
    let stamp = |build| shell::rendered(&Shelf::new(build, &ROLES.map(file))).unwrap().stamp;
    assert_eq!(stamp("one"), stamp("one"));
    assert_ne!(stamp("one"), stamp("two"));
}

#[test]
fn without_the_app_there_is_no_shell() {
    assert!(shell::rendered(&Shelf::plain()).is_none());
}

/// Holds in a binary with the app and in one without.
#[tokio::test]
async fn every_page_of_the_app_is_the_shell_or_says_how_to_build_it() {
    let response = shell().await;
    let (status, headers) = (response.status(), response.headers().clone());
    let body = axum::body::to_bytes(response.into_body(), 64 * 1024).await.unwrap();
    let body = String::from_utf8(body.to_vec()).unwrap();
    let policy = headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe-inline"));
    assert_eq!(headers["cache-control"], "no-cache");
    if SHELL.is_some() {
        assert_eq!(status, StatusCode::OK);
        assert!(body.contains("<div id=\"app\">") && policy.contains("require-trusted-types-for 'script'"));
    } else {
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(body.contains("cargo xtask build --release"));
    }
}
