//! Words of the invitations.

use crate::text::say;

words! {
    /// Heading.
    title = "Invite a client", "Invitar a un cliente";
    /// Field.
    for_whom = "For whom", "Para quién";
    /// What goes in.
    for_whom_help =
        "Your own word, so that you know the link again. Only you can read it.",
        "Una palabra tuya, para reconocer el enlace. Solo tú puedes leerla.";
    /// Button.
    make = "Make a link", "Crear un enlace";
    /// Button, meanwhile.
    making = "Making the link…", "Creando el enlace…";
    /// What the link is.
    what =
        "With this link your client makes an account that is connected with yours. It shows them your name and practice.",
        "Con este enlace tu cliente crea una cuenta conectada con la tuya. Le muestra tu nombre y tu consulta.";
    /// How long it works.
    how_long = "It works once, and for 14 days.", "Funciona una vez, y durante 14 días.";
    /// That it must be whole.
    whole =
        "The part after # proves to both of you that nobody stands in between. Pass on the whole link: with that part cut off, the two of you cannot share anything.",
        "La parte que va después de # demuestra a ambos que nadie está en medio. Pasa el enlace completo: sin esa parte no podrán compartir nada.";
    /// How to send it.
    how =
        "Send it in a way that only your client reads, or let them scan the code here in the room. Whoever has the link can join in their place.",
        "Envíalo de una manera que solo lea tu cliente, o deja que escanee aquí el código. Quien tenga el enlace puede unirse en su lugar.";
    /// Field.
    link = "The link", "El enlace";
    /// Button.
    copy = "Copy the link", "Copiar el enlace";
    /// It was copied.
    copied = "Copied.", "Copiado.";
    /// It could not be copied.
    selected =
        "This browser does not let us copy. The link is selected: copy it with your keyboard or by holding it.",
        "Este navegador no nos deja copiar. El enlace está seleccionado: cópialo con el teclado o manteniéndolo pulsado.";
    /// The code, for people who cannot see it.
    qr =
        "The same link as a code to scan with a phone",
        "El mismo enlace como código para escanear con un teléfono";
    /// Button.
    hide = "Done", "Listo";
    /// Heading of the list.
    open = "Not joined yet", "Aún sin unirse";
    /// Nothing to list.
    none = "No link is waiting.", "No hay ningún enlace en espera.";
    /// Button.
    show = "Show the link", "Mostrar el enlace";
    /// Button.
    withdraw = "Withdraw", "Retirar";
    /// Button, when there is nothing left to withdraw.
    remove = "Take off the list", "Quitar de la lista";
    /// The server could not be asked.
    not_asked =
        "The server cannot be asked right now. Some of these may have been accepted already.",
        "Ahora no se puede preguntar al servidor. Puede que algunos ya se hayan aceptado.";
    /// Too old.
    expired = "does not work any more", "ya no funciona";
    /// It was withdrawn.
    withdrawn = "Withdrawn. That link does not work any more.", "Retirado. Ese enlace ya no funciona.";
    /// It was accepted before it was withdrawn.
    accepted =
        "Somebody has already joined by that link. You find them under Clients.",
        "Alguien ya se unió con ese enlace. Está en Clientes.";
}

/// Heading over a link.
#[must_use]
pub fn link_for(called: &str) -> String {
    say(format!("The link for “{called}”"), format!("El enlace para «{called}»"))
}

/// When it was made.
#[must_use]
pub fn made(day: &str) -> String {
    say(format!("made {day}"), format!("creado el {day}"))
}

/// Until when it works.
#[must_use]
pub fn works_until(day: &str) -> String {
    say(format!("works until {day}"), format!("funciona hasta el {day}"))
}
