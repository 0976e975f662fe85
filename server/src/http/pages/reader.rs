//! Who reads a public page: in which language and from which country. Chosen by a link and remembered by the reader's
//! own browser, or else what the browser says of itself. The server keeps none of it.

use std::convert::Infallible;

use app::text::Language;
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, header, request::Parts},
    response::Response,
};

/// A year, in seconds.
const AGE: u32 = 365 * 24 * 3600;
/// The name in a link and in the cookie; the app reads this cookie, too.
const LANGUAGE: &str = "lang";
const COUNTRY: &str = "country";

/// How a page is to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    pub language: Language,
    /// ISO 3166 code in capitals, where it is known.
    pub region: Option<String>,
    /// What the reader chose by this very link, to be remembered.
    cookies: Vec<HeaderValue>,
}

impl<S: Sync> FromRequestParts<S> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts.uri.query().unwrap_or_default(), &parts.headers))
    }
}

impl Reader {
    pub fn of(query: &str, headers: &HeaderMap) -> Self {
        let chosen = |name| value(query, '&', name);
        let (language, country) = (chosen(LANGUAGE).and_then(Language::of), chosen(COUNTRY).and_then(region));
        let mut cookies = Vec::new();
        cookies.extend(language.map(|language| cookie(LANGUAGE, language.tag(), "")));
        // Only the server reads this one.
        cookies.extend(country.as_deref().map(|country| cookie(COUNTRY, country, "; HttpOnly")));
        let kept = |name| text(headers, header::COOKIE).and_then(|kept| value(kept, ';', name));
        let asked = text(headers, header::ACCEPT_LANGUAGE).unwrap_or_default();
        Self {
            language: language
                .or_else(|| kept(LANGUAGE).and_then(Language::of))
                .or_else(|| tags(asked).find_map(Language::of))
                .unwrap_or_default(),
            region: country.or_else(|| kept(COUNTRY).and_then(region)).or_else(|| {
                tags(asked).filter_map(|tag| tag.rsplit_once('-')).find_map(|(_, last)| region(last))
            }),
            cookies: cookies.into_iter().flatten().collect(),
        }
    }

    /// Says to caches what the answer depends on, and to the browser what to remember.
    pub fn mark(self, mut response: Response) -> Response {
        let headers = response.headers_mut();
        headers.insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
        for cookie in self.cookies {
            headers.append(header::SET_COOKIE, cookie);
        }
        response
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The value of `name` in "a=1&b=2" or "a=1; b=2".
fn value<'a>(pairs: &'a str, between: char, name: &str) -> Option<&'a str> {
    let pairs = pairs.split(between).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find_map(|(key, value)| (key == name).then_some(value))
}

fn cookie(name: &str, value: &str, more: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{name}={value}; Path=/; Max-Age={AGE}; SameSite=Lax{more}")).ok()
}

/// The tags of an `Accept-Language`, in the order they stand.
fn tags(languages: &str) -> impl Iterator<Item = &str> {
    languages.split(',').filter_map(|language| language.split(';').next()).map(str::trim)
}

/// A country code, in capitals. Every other text is none, so nothing else reaches a cookie or a page.
fn region(code: &str) -> Option<String> {
    (code.len() == 2 && code.chars().all(|letter| letter.is_ascii_alphabetic()))
        .then(|| code.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(query: &str, cookie: &str, languages: &str) -> Reader {
        let mut headers = HeaderMap::new();
        for (name, value) in [(header::COOKIE, cookie), (header::ACCEPT_LANGUAGE, languages)] {
            headers.insert(name, HeaderValue::from_str(value).unwrap());
        }
        Reader::of(query, &headers)
    }

    fn found(query: &str, cookie: &str, languages: &str) -> (Language, Option<String>) {
        let Reader { language, region, .. } = reader(query, cookie, languages);
        (language, region)
    }

    #[test]
    fn the_browser_says_language_and_country_until_the_reader_does() {
        use Language::{English, Spanish};
        let region = |code: &str| Some(code.to_owned());
        assert_eq!(found("", "", "en-AU,en;q=0.8"), (English, region("AU")));
        assert_eq!(found("", "", "de, es-mx;q=0.7"), (Spanish, region("MX")));
        assert_eq!(found("", "", "zh-Hant, fr"), (English, None));
        assert_eq!(found("", "", "*"), (English, None));
        assert_eq!(found("", "lang=es; country=ES", "en-US"), (Spanish, region("ES")));
        assert_eq!(found("", "__Host-session=x; lang=en", "es"), (English, None));
        assert_eq!(found("lang=es&country=nz", "lang=en; country=ES", "en-US"), (Spanish, region("NZ")));
        assert_eq!(found("lang=tlh&country=<b>", "lang=es", "en-US"), (Spanish, region("US")));
    }

    #[test]
    fn only_what_was_chosen_is_remembered() {
        let cookies = |query: &str| {
            let response = reader(query, "", "en-US").mark(Response::default());
            assert_eq!(response.headers()["vary"], "accept-language, cookie");
            let all = response.headers().get_all("set-cookie").iter();
            all.map(|cookie| cookie.to_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(cookies(""), Vec::<String>::new());
        assert_eq!(cookies("country=x%0d%0aSet-Cookie:a"), Vec::<String>::new());
        assert_eq!(cookies("lang=es"), ["lang=es; Path=/; Max-Age=31536000; SameSite=Lax"]);
        assert_eq!(cookies("country=mx"), ["country=MX; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"]);
    }
}
