//! What went wrong, that nothing was lost, what to do.

use crate::text::{at_hand, begun, say, this_device};

words! {
    /// No answer.
    network =
        "The server cannot be reached right now. Check your connection and try again.",
        "Ahora mismo no se puede llegar al servidor. Mira tu conexión e inténtalo otra vez.";
    /// Name and password, or code, do not belong together.
    wrong =
        "Name and password do not belong together. Check both and try again.",
        "El nombre y la contraseña no van juntos. Revisa los dos e inténtalo otra vez.";
    /// On this device.
    wrong_here =
        "That is not the password this journal opens with. Try again.",
        "Esa no es la contraseña que abre este diario. Inténtalo otra vez.";
    /// The code and name do not belong together.
    wrong_code =
        "Name and recovery code do not belong together. Check both and try again.",
        "El nombre y el código de recuperación no van juntos. Revisa los dos e inténtalo otra vez.";
    /// Taken.
    name_taken =
        "Somebody already uses this sign-in name. Choose another one.",
        "Alguien ya usa este nombre de acceso. Elige otro.";
    /// Too short, or tried first.
    password_unfit = "A password needs 12 characters or more, and not ones that everybody tries first.", "Una contraseña necesita 12 caracteres o más, y que no sea de las que todos prueban primero.";
    /// Too short or too easy.
    passcode_unfit = "A passcode needs 6 characters or more, and not ones that come in a row like 123456.", "Un código necesita 6 caracteres o más, y que no vayan seguidos como 123456.";
    /// Tried too often.
    passcode_off = "That was tried too often, so the passcode is off now. Your password still opens the journal.", "Se intentó demasiadas veces, así que el código ya no funciona. Tu contraseña sigue abriendo el diario.";
    /// Not the passcode.
    wrong_passcode = "That is not your passcode. Try again, or use your password.", "Ese no es tu código. Inténtalo otra vez o usa tu contraseña.";
    /// Not the password of this account.
    wrong_password = "That is not your password. Try again.", "Esa no es tu contraseña. Inténtalo otra vez.";
    /// Odd.
    name_unfit =
        "A sign-in name has 3 to 64 letters, digits or signs.",
        "Un nombre de acceso tiene de 3 a 64 letras, cifras o signos.";
    /// A link that does not work.
    ticket =
        "This link does not work any more: it was used, withdrawn, or is too old. Ask for a new one.",
        "Este enlace ya no funciona: se usó, se retiró o es demasiado antiguo. Pide uno nuevo.";
    /// The server shows other keys than the link.
    foreign_keys =
        "The server shows other keys than this link was made with. Nothing was sent. Please tell your practice before you go on.",
        "El servidor muestra otras llaves que las del enlace. No se envió nada. Por favor, avisa a tu consulta antes de seguir.";
    /// A slip of the pen.
    code =
        "There is a slip in the code. It has seven groups of four letters and digits.",
        "Hay un error en el código. Tiene siete grupos de cuatro letras y cifras.";
    /// Not verified.
    unverified =
        "Sharing is not possible yet, because the invitation link did not arrive whole. Compare eight words with each other, in the room or on a call: under You, Privacy.",
        "Todavía no se puede compartir, porque el enlace de invitación no llegó completo. Comparen ocho palabras, en persona o en una llamada: en Tú, Privacidad.";
    /// No storage.
    storage =
        "This browser does not let us keep anything here. A private window may be the reason.",
        "Este navegador no nos deja guardar nada aquí. Quizá sea por una ventana privada.";
    /// Written by a newer version of the app.
    newer =
        "This was written with a newer version of the app. Update the app here, and it opens.",
        "Esto se escribió con una versión más nueva de la aplicación. Actualízala aquí y se abrirá.";
    /// Ours.
    unexpected =
        "Something did not work on our side. Nothing you wrote was lost. Try again in a moment.",
        "Algo no funcionó de nuestro lado. No se perdió nada de lo que escribiste. Inténtalo otra vez en un momento.";
}

/// Locked.
#[must_use]
pub fn locked() -> &'static str {
    say(
        at_hand(
            "Your journal is locked. Unlock it and try again.",
            "What is shared with you is locked. Unlock it and try again.",
        ),
        at_hand(
            "Tu diario está cerrado con llave. Ábrelo e inténtalo otra vez.",
            "Lo que comparten contigo está cerrado con llave. Ábrelo e inténtalo otra vez.",
        ),
    )
}

/// The session ended.
#[must_use]
pub fn signed_out() -> String {
    let here = this_device();
    say(
        format!("Please sign in again. What you wrote on {here} is kept."),
        format!("Vuelve a entrar, por favor. Lo que escribiste en {here} está guardado."),
    )
}

/// No room.
#[must_use]
pub fn full() -> String {
    let here = this_device();
    say(
        format!("{} has no room left. Keep this page open, free some space, and try again.", begun(here)),
        format!(
            "En {here} no queda espacio. Deja esta página abierta, libera algo de espacio e inténtalo otra vez."
        ),
    )
}

/// Longer than the server takes.
#[must_use]
pub fn too_long() -> String {
    let here = this_device();
    say(
        format!(
            "This page is full and does not sync any more. All of it is kept on {here}. Make it shorter, or go on with a new page."
        ),
        format!(
            "Esta página está llena y ya no se sincroniza. Está guardada entera en {here}. Acórtala o sigue en una página nueva."
        ),
    )
}

/// Asked to wait.
#[must_use]
pub fn wait(seconds: u32) -> String {
    if seconds < 90 {
        say(
            format!("Too many tries. Please wait {seconds} seconds, then try again."),
            format!("Demasiados intentos. Espera {seconds} segundos y vuelve a intentarlo."),
        )
    } else {
        let minutes = seconds.div_ceil(60);
        say(
            format!("Too many tries. Please wait {minutes} minutes, then try again."),
            format!("Demasiados intentos. Espera {minutes} minutos y vuelve a intentarlo."),
        )
    }
}
