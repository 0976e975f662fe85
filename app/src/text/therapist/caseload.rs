//! Words of the caseload.

use crate::text::say;

words! {
    /// Label of the search field.
    search = "Find a client", "Buscar una persona";
    /// Nobody has what is searched for.
    nobody = "Nobody has that name.", "Nadie tiene ese nombre.";
    /// Heading.
    title = "Clients", "Clientes";
    /// Group.
    today = "Today", "Hoy";
    /// Group.
    this_week = "In the next days", "En los próximos días";
    /// Group.
    later = "Later", "Más adelante";
    /// Group.
    no_date = "No date", "Sin fecha";
    /// Group.
    invited = "Invited", "Con invitación";
    /// Nobody is here: heading.
    empty = "Nobody is here yet", "Aquí todavía no hay nadie";
    /// Nobody is here: what to do.
    empty_lead =
        "Begin with an invitation: you make a link, hand it to your client, and they appear here once they have joined.",
        "Empieza con una invitación: creas un enlace, se lo das a tu cliente y aparece aquí en cuanto se una.";
    /// Nobody is here: the main action.
    empty_do = "Invite a client", "Invitar a un cliente";
    /// Only invitations are here.
    waiting =
        "Nobody has joined yet. You will see them here as soon as they do.",
        "Nadie se ha unido todavía. Aparecerán aquí en cuanto lo hagan.";
    /// Link to the invitations.
    see_invited = "See the links, or withdraw one", "Ver los enlaces o retirar uno";
    /// Group at the foot: who is not read any more.
    former = "Former clients", "Clientes anteriores";
    /// Under it.
    former_lead =
        "What they shared is not here any more. Your own notes stay yours.",
        "Lo que compartieron ya no está aquí. Tus notas siguen siendo tuyas.";
    /// Before the first dosing session.
    before_first = "before the first session", "antes de la primera sesión";
}

/// Unread entries.
#[must_use]
pub fn fresh(count: usize) -> String {
    match count {
        1 => say("1 new", "1 nueva").into(),
        many => say(format!("{many} new"), format!("{many} nuevas")),
    }
}

/// Pages of the time since the last hour that were read.
#[must_use]
pub fn read(count: usize) -> String {
    say(format!("{count} read"), if count == 1 { "1 leída".to_owned() } else { format!("{count} leídas") })
}

/// Since when the two are not connected.
#[must_use]
pub fn until(day: &str) -> String {
    say(format!("until {day}"), format!("hasta el {day}"))
}

/// A cover whose last day has passed.
#[must_use]
pub fn cover_ended(name: &str, day: &str) -> String {
    say(format!("your cover for {name} ended on {day}"), format!("tu suplencia de {name} terminó el {day}"))
}

/// Her own notes about somebody.
#[must_use]
pub fn notes(count: usize) -> String {
    match count {
        1 => say("1 note of yours", "1 nota tuya").into(),
        many => say(format!("{many} notes of yours"), format!("{many} notas tuyas")),
    }
}

/// Nothing that is shared was written for so long.
#[must_use]
pub fn quiet(days: i64) -> String {
    match days {
        1 => say("quiet for one day", "un día en silencio").into(),
        many => say(format!("quiet for {many} days"), format!("{many} días en silencio")),
    }
}
