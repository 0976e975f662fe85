//! Words of the therapist screens.

use crate::text::say;

pub mod asking;
pub mod brief;
pub mod caseload;
pub mod colleagues;
pub mod figures;
pub mod invite;
pub mod plan;
pub mod read;
#[cfg(feature = "csr")]
pub mod take_out;

words! {
    /// Somebody who has not told a name.
    somebody = "Somebody who joined", "Alguien que se unió";
    /// Somebody of before, for whom she had no word of her own.
    somebody_before = "Somebody you worked with", "Alguien con quien trabajaste";
    /// Whose keys did not come with the link.
    unverified = "Not verified", "Sin comprobar";
    /// Why, and what follows.
    unverified_why =
        "The invitation link reached them without the part after #. Until you two compare eight words, neither can share anything with the other.",
        "El enlace de invitación le llegó sin la parte que va después de #. Hasta que comparen ocho palabras, ninguno puede compartir nada con el otro.";
    /// A screen about somebody who is not here.
    no_client = "This client is not here", "Esta persona no está aquí";
    /// Why.
    no_client_why =
        "The address may be mistyped, or their keys have not reached this device yet.",
        "Puede que la dirección tenga un error o que sus llaves aún no hayan llegado a este dispositivo.";
    /// Back.
    to_clients = "Clients", "Clientes";
    /// Back.
    brief = "Brief", "Resumen";
}

/// "in 12 minutes": how long until it begins.
#[must_use]
pub fn until(minutes: i64) -> String {
    match minutes {
        ..1 => say("now", "ahora").into(),
        1 => say("in one minute", "en un minuto").into(),
        2..90 => say(format!("in {minutes} minutes"), format!("en {minutes} minutos")),
        90..2880 => {
            let hours = (minutes + 30) / 60;
            say(format!("in {hours} hours"), format!("en {hours} horas"))
        }
        _ => {
            let days = (minutes + 720) / 1440;
            say(format!("in {days} days"), format!("en {days} días"))
        }
    }
}

/// "34 hours after session 2".
#[must_use]
pub fn after_session(since: &str, number: usize) -> String {
    say(format!("{since} after session {number}"), format!("{since} después de la sesión {number}"))
}

/// "34 hours after a session", when its number is not known.
#[must_use]
pub fn after_a_session(since: &str) -> String {
    say(format!("{since} after a session"), format!("{since} después de una sesión"))
}

/// The name of somebody who has not told one, by the therapist's own word for the link.
#[must_use]
pub fn joined_as(called: &str) -> String {
    let somebody = somebody();
    say(
        format!("{somebody} by your link for “{called}”"),
        format!("{somebody} con tu enlace para «{called}»"),
    )
}

/// A button, for people who hear it without the row.
#[must_use]
pub fn of(action: &str, what: &str) -> String {
    format!("{action}: {what}")
}

#[cfg(test)]
mod tests;
