//! The lines that Help now shows first, for the places in the app where somebody needs them: from the network, or as
//! this phone has kept the page.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::text::{Language, language};

thread_local! {
    static LINES: RefCell<Option<(Language, String)>> = const { RefCell::new(None) };
}

/// What was fetched before, if it was in the language of the moment.
#[must_use]
pub fn kept() -> Option<String> {
    LINES
        .with_borrow(|kept| kept.as_ref().filter(|(of, _)| *of == language()).map(|(_, lines)| lines.clone()))
}

/// The practice's own words and the lines of the person's country, as the server renders them; `None` where neither
/// network nor phone has them. They are shown as they are: the page's own policy lets nothing in that could run.
pub async fn lines() -> Option<String> {
    let said = language();
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str("/help")).await.ok()?;
    let answer: Response = answer.dyn_into().ok().filter(Response::ok)?;
    let page = JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?;
    let (_, after) = page.split_once("<article>")?;
    let (lines, _) = after.split_once("</article>")?;
    LINES.set(Some((said, lines.to_owned())));
    Some(lines.to_owned())
}
