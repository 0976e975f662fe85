//! The lines that Help now shows first, for the places in the app where somebody needs them: from the network, or as
//! this phone has kept the page.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::{local::storage, settings::HELP_COUNTRY};
use crate::{
    help_first::{self, first_of},
    text::{Language, language},
};

thread_local! {
    static PAGE: RefCell<Option<(Language, String)>> = const { RefCell::new(None) };
}

/// What was fetched before, if it was in the language of the moment.
#[must_use]
pub fn kept(country: Option<&str>) -> Option<String> {
    PAGE.with_borrow(|kept| {
        let (_, page) = kept.as_ref().filter(|(of, _)| *of == language())?;
        chosen_of(page, country)
    })
}

/// The practice's own words and the lines of the person's country, as the server renders them; `None` where neither
/// network nor phone has them. Which country was chosen stays here. They are shown as they are: the page's own policy
/// lets nothing in that could run.
pub async fn lines(country: Option<&str>) -> Option<String> {
    let said = language();
    let page = page().await?;
    let lines = chosen_of(&page, country)?;
    PAGE.set(Some((said, page)));
    Some(lines)
}

/// The country of the settings, or the one that was chosen on the page itself after it.
fn chosen_of(page: &str, country: Option<&str>) -> Option<String> {
    let kept = storage().and_then(|storage| storage.get_item(HELP_COUNTRY).ok().flatten());
    let later = kept.as_deref().and_then(|kept| kept.split_once(' '));
    let later = later.filter(|(_, before)| *before == country.unwrap_or_default()).map(|(here, _)| here);
    first_of(page, later.or(country))
}

/// The countries that Help now has lines for, code and name; `None` where neither network nor phone has the page.
pub async fn countries() -> Option<Vec<(String, String)>> {
    let found = help_first::countries(&page().await?);
    (!found.is_empty()).then_some(found)
}

async fn page() -> Option<String> {
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str("/help")).await.ok()?;
    let answer: Response = answer.dyn_into().ok().filter(Response::ok)?;
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}
