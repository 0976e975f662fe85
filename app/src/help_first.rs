//! What of the page of help is shown in other places, for the country that somebody chose on their device.

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
    // The emergency number is the last of the lines.
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
