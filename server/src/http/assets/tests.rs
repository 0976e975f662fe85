use super::*;

const FILE: File = File {
    name: "phone-0123456789ab.js",
    role: "phone-glue",
    kind: "text/javascript; charset=utf-8",
    immutable: true,
    raw: b"raw",
    brotli: Some(b"br"),
    gzip: Some(b"gz"),
};

fn asking(accept: &str) -> HeaderMap {
    HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_str(accept).unwrap())])
}

async fn sent(file: &File, accept: &str) -> (Vec<u8>, Option<String>) {
    let response = answer(file, &asking(accept));
    let encoding =
        response.headers().get(header::CONTENT_ENCODING).map(|value| value.to_str().unwrap().to_owned());
    (axum::body::to_bytes(response.into_body(), 1024).await.unwrap().to_vec(), encoding)
}

#[tokio::test]
async fn a_browser_gets_the_smallest_that_it_can_read() {
    for (accept, bytes, encoding) in [
        ("gzip, deflate, br, zstd", "br", Some("br")),
        ("gzip;q=1.0, br;q=0", "gz", Some("gzip")),
        ("identity", "raw", None),
        ("br;q=0.5,gzip;q=0", "br", Some("br")),
        ("brotli", "raw", None),
        ("", "raw", None),
    ] {
        let wanted = (bytes.as_bytes().to_vec(), encoding.map(str::to_owned));
        assert_eq!(sent(&FILE, accept).await, wanted, "{accept}");
    }
    let plain = File { brotli: None, gzip: None, ..FILE };
    assert_eq!(sent(&plain, "br, gzip").await, (b"raw".to_vec(), None));
}

#[test]
fn what_is_named_by_its_content_is_kept_for_ever_and_the_rest_for_a_day() {
    let headers = |file: &File| answer(file, &asking("br")).headers().clone();
    let hashed = headers(&FILE);
    assert_eq!(hashed["cache-control"], "public, max-age=31536000, immutable");
    assert_eq!(hashed["vary"], "accept-encoding");
    assert_eq!(hashed["content-type"], "text/javascript; charset=utf-8");
    let fixed = headers(&File { immutable: false, brotli: None, gzip: None, ..FILE });
    assert_eq!(fixed["cache-control"], "public, max-age=86400");
    assert!(!fixed.contains_key("vary"));
}

#[test]
fn the_worker_brings_a_policy_under_which_it_can_run() {
    let worker = answer(&File { role: "signin-worker", ..FILE }, &asking("br"));
    let policy = worker.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("'wasm-unsafe-eval'") && policy.contains("connect-src 'self'"));
    assert!(!answer(&FILE, &asking("br")).headers().contains_key("content-security-policy"));
}

#[test]
fn without_a_build_the_public_pages_have_their_styles_fonts_and_icon() {
    let plain = Shelf::plain();
    for role in ["styles", "words-normal", "words-italic", "icon"] {
        assert!(plain.role(role).is_some_and(|file| !file.raw.is_empty()), "{role}");
    }
    let styles = String::from_utf8(plain.role("styles").unwrap().raw.to_vec()).unwrap();
    for file in &plain.files {
        assert!(file.role == "styles" || file.role == "icon" || styles.contains(file.name));
    }
}
