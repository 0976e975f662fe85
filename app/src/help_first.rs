//! What of the page of help is shown in other places, for the country that somebody chose on their device, and which
//! ones there are to choose.

/// What the page of help shows first, out of the whole page: the emergency number, the practice, and the lines of the
/// country that somebody chose in the settings, whatever country the page itself takes for theirs. `None` where it is
/// not that page.
#[must_use]
pub fn first_of(page: &str, chosen: Option<&str>) -> Option<String> {
    let (_, after) = page.split_once("<article>")?;
    let (first, _) = after.split_once("</article>")?;
    Some(chosen.and_then(|code| of_country(page, first, code)).unwrap_or_else(|| first.to_owned()))
}

/// `None` where the page has no such country, or has it first anyway.
fn of_country(page: &str, first: &str, code: &str) -> Option<String> {
    let named = format!("id=\"{code}\"");
    if first.contains(&named) {
        return None;
    }
    let at = page.find(&named)?;
    let begin = page[..at].rfind("<ul")?;
    let list_end = at + page[at..].find("</ul>")?;
    let end = list_end + page[list_end..].find("</p>")? + "</p>".len();
    let name = page[..begin].rsplit_once("<summary>")?.1.split_once("</summary>")?.0;
    // The emergency numbers are the last of the lines.
    let emergency = page[begin..list_end].rsplit_once("<li")?.1;
    // What comes first but is no country's is the practice's.
    let practice: String = first
        .split("<section>")
        .skip(1)
        .filter(|section| !section.contains(" id=\""))
        .flat_map(|section| ["<section>", section])
        .collect();
    let lines = &page[begin..end];
    Some(format!(
        "<div class=\"urgent\"><ul class=\"rows\"><li{emergency}</ul></div>{practice}<section><h2>{name}</h2>{lines}</section>"
    ))
}

/// The countries that the page of help has lines for, code and name, by name, and everywhere else behind them. The operator
/// decides which they are.
#[must_use]
pub fn countries(page: &str) -> Vec<(String, String)> {
    let mut found: Vec<_> = page
        .match_indices("<ul")
        .filter_map(|(at, _)| {
            let (tag, _) = page[at..].split_once('>')?;
            let (code, _) = tag.split_once("id=\"")?.1.split_once('"')?;
            // The name is what was closed last before it.
            let (before, _) = page[..at].rsplit_once("</")?;
            let (_, name) = before.rsplit_once('>')?;
            Some((code.to_owned(), plain(name)))
        })
        .collect();
    let place = |(code, name): &(String, String)| (code == "ZZ", name.clone());
    found.sort_by_key(place);
    found
}

/// As it was before it stood in a page.
fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
