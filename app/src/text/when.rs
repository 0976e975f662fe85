//! How long something was ago.

use super::say;

/// "34 hours" up to three days, then "9 days".
#[must_use]
pub fn since_hours(hours: i64) -> String {
    match hours {
        ..1 => say("less than an hour", "menos de una hora").into(),
        1 => say("one hour", "una hora").into(),
        2..72 => say(format!("{hours} hours"), format!("{hours} horas")),
        _ => {
            let days = hours / 24;
            say(format!("{days} days"), format!("{days} días"))
        }
    }
}

/// A day that is the same everywhere, as year, month 1 to 12 and day: "1 November 2026".
#[must_use]
pub fn date((year, month, day): (i32, u32, u32)) -> String {
    let months = say(
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
    );
    let place = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    let month = place.and_then(|place| months.get(place)).copied().unwrap_or_default();
    say(format!("{day} {month} {year}"), format!("{day} de {month} de {year}"))
}
