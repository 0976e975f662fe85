//! Words around colleagues who join the practice.

use crate::text::say;

words! {
    /// Heading.
    title = "Colleagues", "Colegas";
    /// Under it.
    lead =
        "Another therapist can join this practice by a link from you. You do not see each other’s clients.",
        "Otra persona terapeuta puede unirse a esta consulta con un enlace tuyo. Ninguna ve a los clientes de la otra.";
    /// Button.
    make = "Invite a colleague", "Invitar a un colega";
    /// Button, meanwhile.
    making = "Making the link…", "Creando el enlace…";
    /// Heading over a link.
    link = "The link for your colleague", "El enlace para tu colega";
    /// What it is.
    what =
        "With this link a therapist makes an account of their own here. It works once, and for 7 days.",
        "Con este enlace una persona terapeuta crea aquí su propia cuenta. Funciona una vez, y durante 7 días.";
    /// That it is shown once.
    once =
        "It is shown only now. If it gets lost, withdraw it and make another.",
        "Solo se muestra ahora. Si se pierde, retíralo y crea otro.";
    /// How to send it.
    how =
        "Send it in a way that only they read: whoever has it can join in their place.",
        "Envíalo de una manera que solo lea esa persona: quien lo tenga puede unirse en su lugar.";
    /// Button.
    withdraw = "Withdraw", "Retirar";
    /// It was withdrawn.
    withdrawn = "Withdrawn. That link does not work any more.", "Retirado. Ese enlace ya no funciona.";
    /// Somebody was faster.
    accepted = "Somebody has already joined by that link.", "Alguien ya se unió con ese enlace.";
    /// The server could not be asked.
    not_asked =
        "The server cannot be asked right now, so links for colleagues cannot be shown or made.",
        "Ahora no se puede preguntar al servidor, así que no se pueden mostrar ni crear enlaces para colegas.";
}

/// When somebody joined by it.
#[must_use]
pub fn joined(day: &str) -> String {
    say(format!("joined {day}"), format!("se unió el {day}"))
}

/// A link in a list.
#[must_use]
pub fn of(day: &str) -> String {
    say(format!("Link made {day}"), format!("Enlace creado el {day}"))
}
