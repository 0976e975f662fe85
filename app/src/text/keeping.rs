//! Words about privacy and about keeping an account: what is shared, ways in, leaving.

use super::{Language, language};

/// The privacy centre.
pub mod privacy {
    words! {
        /// Heading.
        title = "Privacy", "Privacidad";
        /// Under it.
        lead = "What you share, who can get in, and how to leave.", "Qué compartes, quién puede entrar y cómo irte.";
        /// Group.
        shared = "What others can read", "Qué pueden leer otros";
        /// Row.
        shared_go = "Everything you share", "Todo lo que compartes";
        /// Nothing is shared.
        shared_none = "Nothing is shared right now.", "Ahora mismo no compartes nada.";
        /// Group.
        ways_in = "Ways in", "Formas de entrar";
        /// Row.
        devices = "Signed-in devices", "Dispositivos con sesión";
        /// Under it.
        devices_line = "See them, and sign out of any.", "Míralos y cierra la sesión en cualquiera.";
        /// Row.
        password = "Change your password", "Cambiar tu contraseña";
        /// Under it.
        password_line = "All other devices are signed out.", "Se cierra la sesión en los demás dispositivos.";
        /// Row.
        passcode = "Passcode for this device", "Código para este dispositivo";
        /// Under it.
        passcode_on = "On. It opens the journal here, also offline.", "Activado. Abre el diario aquí, también sin conexión.";
        /// Under it.
        passcode_off = "Off. Only your password opens it here.", "Desactivado. Aquí solo lo abre tu contraseña.";
        /// Row.
        kit = "A new recovery kit", "Un nuevo kit de recuperación";
        /// Under it.
        kit_line = "If you lost yours, or somebody saw it.", "Si perdiste el tuyo o alguien lo vio.";
        /// Group.
        server = "What the server can and cannot see", "Qué puede y qué no puede ver el servidor";
        /// Paragraph.
        sees = "It sees your sign-in name, who you are connected with, how many locked pages there are, how large, when they were stored and who may open them.", "Ve tu nombre de acceso, con quién estás en contacto, cuántas páginas cerradas hay, su tamaño, cuándo se guardaron y quién puede abrirlas.";
        /// Paragraph.
        sees_reminders = "If you switch on reminders, it also sees the times of the next three and an address at your browser's push service. That service sees when one comes, never what it is about.", "Si activas los recordatorios, ve también las horas de los tres siguientes y una dirección en el servicio de notificaciones de tu navegador. Ese servicio ve cuándo llega uno, nunca de qué trata.";
        /// Paragraph.
        sees_not = "It cannot see what you write, how you feel, your appointments, or the name you gave. It never gets your password.", "No puede ver lo que escribes, cómo te sientes, tus citas ni el nombre que diste. Nunca recibe tu contraseña.";
        /// Paragraph.
        honest = "It also hands out this program. Whoever runs it, perhaps your own therapist, could change the program and read what you type from then on. Your pages are safe from them as long as the program is the unmodified one.", "También entrega este programa. Quien lo gestiona, quizá tu propio terapeuta, podría cambiarlo y leer lo que escribas desde entonces. Tus páginas están a salvo mientras el programa sea el original.";
        /// Link.
        server_go = "Read all of it", "Leerlo entero";
        /// Group.
        leaving = "Leaving", "Irte";
        /// Row.
        delete = "Delete your account", "Borrar tu cuenta";
        /// Under it.
        delete_line = "Everything goes after 7 days. Until then you can change your mind.", "Todo desaparece a los 7 días. Hasta entonces puedes cambiar de idea.";
    }
}

/// What is shared.
pub mod shared {
    words! {
        /// Heading.
        title = "What others can read", "Qué pueden leer otros";
        /// Lead.
        lead = "Everything that somebody else can read right now. Take back what you like; what was read cannot be unread.", "Todo lo que otra persona puede leer ahora mismo. Retira lo que quieras; lo leído no se puede des-leer.";
        /// Nothing.
        none = "Nothing is shared. Only you can read your journal.", "No compartes nada. Solo tú puedes leer tu diario.";
        /// State.
        unread = "not opened yet", "aún no abierto";
        /// Button.
        take_back = "Take back", "Retirar";
        /// Row.
        name = "The name you gave", "El nombre que diste";
        /// Row.
        appointments = "Appointments", "Citas";
        /// What an alert is called in the list of what is shared.
        alert = "An answer you let them know about", "Una respuesta de la que avisaste";
        /// Row.
        other = "Something else", "Otra cosa";
        /// Button.
        more = "Show more", "Mostrar más";
        /// Group.
        before = "Opened earlier, not shared now", "Abierto antes, ya no compartido";
        /// Nobody's name.
        somebody = "somebody", "alguien";
    }
}

/// A new password.
pub mod password {
    words! {
        /// Heading.
        title = "Change your password", "Cambiar tu contraseña";
        /// Lead.
        lead = "All other devices are signed out. Your words and your recovery kit stay as they are.", "Se cierra la sesión en los demás dispositivos. Tus palabras y tu kit de recuperación no cambian.";
        /// Field.
        old = "The password you have now", "La contraseña que tienes ahora";
        /// Field.
        new = "New password (12 characters or more)", "Nueva contraseña (12 caracteres o más)";
        /// Button.
        go = "Change it", "Cambiarla";
        /// Button, meanwhile.
        going = "Changing…", "Cambiando…";
        /// Done.
        done = "Your new password is in force. All other devices are signed out.", "Tu nueva contraseña ya vale. Se cerró la sesión en los demás dispositivos.";
        /// An older password.
        old_copies = "A device that was signed in before can still be unlocked with the old password until somebody signs in on it again. It gets nothing new.", "Un dispositivo que ya tenía sesión puede desbloquearse con la contraseña antigua hasta que alguien vuelva a entrar en él. No recibe nada nuevo.";
    }
}

/// A new kit.
pub mod new_kit {
    words! {
        /// Heading of the first step.
        title = "A new recovery kit", "Un nuevo kit de recuperación";
        /// Lead.
        lead = "You get a new code. The one you have now stays good until you have the new one in safety and confirm it.", "Recibes un código nuevo. El que tienes ahora vale hasta que pongas a salvo el nuevo y lo confirmes.";
        /// Button.
        begin = "Show the new code", "Mostrar el código nuevo";
        /// Heading of the last step.
        confirm = "Make the new code count", "Activar el código nuevo";
        /// Lead of it.
        confirm_lead = "With your password the new code takes the place of the old one.", "Con tu contraseña, el código nuevo sustituye al antiguo.";
        /// Button.
        go = "Make it count", "Activarlo";
        /// Button, meanwhile.
        going = "One moment…", "Un momento…";
        /// Done.
        done = "The new code counts from now on. The old one opens nothing any more: you can throw it away.", "El código nuevo vale desde ahora. El antiguo ya no abre nada: puedes tirarlo.";
    }
}

/// The passcode.
pub mod passcode {
    words! {
        /// Heading.
        title = "Passcode for this device", "Código para este dispositivo";
        /// Lead.
        lead = "A short code that opens your journal on this device, with or without a connection. Your password always works, too.", "Un código corto que abre tu diario en este dispositivo, con o sin conexión. Tu contraseña también funciona siempre.";
        /// Field.
        code = "Passcode (6 digits or letters, or more)", "Código (6 cifras o letras, o más)";
        /// Under it.
        help = "Not your phone’s own code. After ten wrong tries it is switched off.", "No uses el de tu teléfono. Tras diez intentos fallidos se desactiva.";
        /// Field.
        again = "The same once more", "El mismo otra vez";
        /// They differ.
        differ = "The two are not the same. Type both once more.", "No coinciden. Escribe los dos otra vez.";
        /// Button.
        set = "Set the passcode", "Poner el código";
        /// Button.
        change = "Change the passcode", "Cambiar el código";
        /// Button, meanwhile.
        setting = "One moment…", "Un momento…";
        /// Button.
        off = "Switch it off", "Desactivarlo";
        /// Done.
        is_set = "Your passcode is set.", "Tu código está puesto.";
        /// Done.
        is_off = "The passcode is off. Your password opens the journal here.", "El código está desactivado. Aquí el diario se abre con tu contraseña.";
        /// Not here.
        not_here = "You said that this is not your own device, so nothing stays on it that opens your journal.", "Dijiste que este dispositivo no es tuyo, así que en él no queda nada que abra tu diario.";
        /// On the locked screen.
        field = "Passcode", "Código";
        /// On the locked screen.
        use_password = "Use the password instead", "Usar la contraseña";
        /// On the locked screen.
        use_passcode = "Use the passcode instead", "Usar el código";
    }
}

/// Leaving somebody.
pub mod part {
    words! {
        /// Button.
        go = "End the connection", "Terminar la conexión";
        /// Button, meanwhile.
        going = "Ending…", "Terminando…";
        /// Button.
        stay = "Stay connected", "Seguir en contacto";
        /// For a client.
        theirs = "They lose everything you shared, at once. What they have read cannot be unread.", "Pierde enseguida todo lo que compartiste. Lo que ya leyó no se puede des-leer.";
        /// For a client.
        yours = "Every word of yours stays here, for you alone. The appointments they made for you go.", "Todas tus palabras se quedan aquí, solo para ti. Las citas que te puso desaparecen.";
        /// For a client.
        again = "You cannot connect this journal with them again by yourself. Take your time; nothing is urgent about this.", "No podrás volver a conectar este diario por tu cuenta. Tómate tu tiempo; no hay ninguna prisa.";
        /// For a therapist.
        theirs_client = "You lose what they shared with you, at once, on all your devices. Take out what your records need first.", "Pierdes enseguida lo que compartió contigo, en todos tus dispositivos. Saca antes lo que necesites para tu historia clínica.";
        /// For a therapist.
        yours_client = "Their journal stays theirs. They no longer see the appointments you made. Tell them in person before you do this.", "Su diario sigue siendo suyo. Ya no verá las citas que pusiste. Díselo en persona antes de hacerlo.";
        /// Somebody who has not told a name.
        somebody = "this person", "esta persona";
        /// Row in the privacy centre.
        row = "End the connection", "Terminar la conexión";
        /// Nobody of this id.
        nobody = "You are not connected.", "No hay conexión.";
    }
}

/// Deleting the account.
pub mod deletion {
    words! {
        /// Heading.
        title = "Delete your account", "Borrar tu cuenta";
        /// What happens.
        now = "Right away: every device is signed out, and this one forgets your journal.", "Enseguida: se cierra la sesión en todos los dispositivos y este olvida tu diario.";
        /// What happens.
        week = "For 7 days you can sign in and change your mind. What you shared can still be read in that time; take it back first if you want that to end now.", "Durante 7 días puedes entrar y cambiar de idea. En ese tiempo aún se puede leer lo que compartiste; retíralo antes si quieres que termine ya.";
        /// What happens.
        after = "After that everything is gone for good, and nobody can bring it back, not even the people who run this server. Older backups of theirs hold only sealed pages.", "Después todo desaparece para siempre y nadie puede recuperarlo, ni siquiera quienes gestionan este servidor. Sus copias antiguas solo tienen páginas cerradas.";
        /// For a therapist.
        clients = "Your clients keep their own journals. They lose the connection to you.", "Tus clientes conservan sus diarios. Pierden la conexión contigo.";
        /// Field.
        password = "Your password, to be sure it is you", "Tu contraseña, para saber que eres tú";
        /// Button.
        go = "Delete in 7 days", "Borrar en 7 días";
        /// Button, meanwhile.
        going = "One moment…", "Un momento…";
        /// Button.
        stay = "Keep my account", "Conservar mi cuenta";
        /// Heading, afterwards.
        done = "Your account will be deleted", "Tu cuenta se borrará";
        /// Afterwards.
        done_here = "Nothing of it is on this device any more.", "Ya no queda nada en este dispositivo.";
        /// Link, afterwards.
        start = "To the start", "Al inicio";
        /// Heading of the question after signing in.
        undo = "Your account is to be deleted", "Tu cuenta está por borrarse";
        /// Button.
        leave = "Leave it so and sign out", "Dejarlo así y cerrar la sesión";
    }
}

/// Whose journal is locked, where a passcode opens it.
#[must_use]
pub fn locked(name: &str) -> String {
    match language() {
        Language::English => {
            format!("Signed in as {name}. Your passcode or password opens it, with or without a connection.")
        }
        Language::Spanish => {
            format!("Con acceso como {name}. Tu código o tu contraseña lo abren, con o sin conexión.")
        }
    }
}

/// How many things somebody can read.
#[must_use]
pub fn with_whom(count: usize, names: &str) -> String {
    match (language(), count) {
        (Language::English, 1) => format!("One thing, with {names}"),
        (Language::English, many) => format!("{many} things, with {names}"),
        (Language::Spanish, 1) => format!("Una cosa, con {names}"),
        (Language::Spanish, many) => format!("{many} cosas, con {names}"),
    }
}

/// Who can read it.
#[must_use]
pub fn readable_by(names: &str) -> String {
    match language() {
        Language::English => format!("with {names}"),
        Language::Spanish => format!("con {names}"),
    }
}

/// When it was opened.
#[must_use]
pub fn opened(when: &str) -> String {
    match language() {
        Language::English => format!("opened {when}"),
        Language::Spanish => format!("abierto {when}"),
    }
}

/// Who opened it, and when.
#[must_use]
pub fn opened_by(name: &str, when: &str) -> String {
    match language() {
        Language::English => format!("{name} opened it {when}"),
        Language::Spanish => format!("{name} lo abrió {when}"),
    }
}

/// Asks before leaving somebody.
#[must_use]
pub fn part_from(name: &str) -> String {
    match language() {
        Language::English => format!("End the connection with {name}?"),
        Language::Spanish => format!("¿Terminar la conexión con {name}?"),
    }
}

/// When everything goes.
#[must_use]
pub fn goes_on(day: &str) -> String {
    match language() {
        Language::English => format!("On {day} everything of it goes. To keep it, sign in before then."),
        Language::Spanish => format!("El {day} desaparece todo. Para conservarla, entra antes."),
    }
}

/// When everything goes, unless it is kept now.
#[must_use]
pub fn goes_unless(day: &str) -> String {
    match language() {
        Language::English => {
            format!("You asked for it. On {day} everything goes, unless you keep it. It is all still here.")
        }
        Language::Spanish => {
            format!("Lo pediste tú. El {day} desaparece todo, salvo que la conserves. Aún está todo aquí.")
        }
    }
}
