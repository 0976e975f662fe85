//! Words of the screens about accounts and this device.

/// The fields that several screens share.
pub mod fields {
    use crate::text::{at_hand, say};

    words! {
        /// Field.
        name = "Sign-in name", "Nombre de acceso";
        /// Under it.
        name_help =
            "Anything you will remember; it need not be an email address.",
            "El que vayas a recordar; no hace falta que sea un correo electrónico.";
        /// Field.
        password = "Password", "Contraseña";
        /// Field.
        new_password = "Password (12 characters or more)", "Contraseña (12 caracteres o más)";
        /// Under it.
        new_password_help =
            "Four or five words in a row make a good one. We never see it, so we cannot send it to you.",
            "Cuatro o cinco palabras seguidas hacen una buena. Nunca la vemos, así que no podemos enviártela.";
        /// Lets a password be seen.
        show = "show", "mostrar";
        /// Covers it again.
        hide = "hide", "ocultar";
        /// Choice.
        keep = "This is my own device", "Este dispositivo es mío";
    }

    /// Under it.
    #[must_use]
    pub fn keep_help() -> &'static str {
        say(
            at_hand(
                "Your password then opens the journal here without a connection, too.",
                "Your password then opens what is shared with you here without a connection, too.",
            ),
            at_hand(
                "Así tu contraseña abre aquí el diario también sin conexión.",
                "Así tu contraseña abre aquí lo que se comparte contigo también sin conexión.",
            ),
        )
    }

    /// The fewest characters of a password.
    pub const LEAST: u32 = 12;
}

/// The journal is on this device, and locked.
pub mod unlock {
    use crate::text::{at_hand, say};

    words! {
        /// Field.
        password = "Password", "Contraseña";
        /// Button.
        open = "Unlock", "Abrir";
        /// Button, meanwhile.
        opening = "Unlocking…", "Abriendo…";
        /// Another way.
        other =
            "Sign in with another name, or use the recovery code",
            "Entrar con otro nombre o usar el código de recuperación";
        /// Heading when only the server can open it.
        again_title = "Please sign in again", "Vuelve a entrar, por favor";
        /// Button.
        again = "Sign in", "Entrar";
    }

    /// Heading.
    #[must_use]
    pub fn title() -> &'static str {
        say(
            at_hand("Your journal is locked", "What is shared with you is locked"),
            at_hand("Tu diario está cerrado con llave", "Lo que comparten contigo está cerrado con llave"),
        )
    }

    /// Why.
    #[must_use]
    pub fn again_lead() -> &'static str {
        say(
            at_hand(
                "On this device the journal is not kept open between visits.",
                "On this device nothing is kept open between visits.",
            ),
            at_hand(
                "En este dispositivo el diario no queda abierto entre visitas.",
                "En este dispositivo no queda nada abierto entre visitas.",
            ),
        )
    }

    /// Whose it is.
    #[must_use]
    pub fn lead(name: &str) -> String {
        say(
            format!("Signed in as {name}. Your password opens it, with or without a connection."),
            format!("Entraste como {name}. Tu contraseña lo abre, con o sin conexión."),
        )
    }
}

/// Signing in.
pub mod sign_in {
    use crate::text::say;

    words! {
        /// Heading.
        title = "Sign in", "Entrar";
        /// Button.
        go = "Sign in", "Entrar";
        /// Button, meanwhile.
        going = "Signing in…", "Entrando…";
        /// Another way.
        recover = "I forgot my password", "Olvidé mi contraseña";
        /// The demo.
        demo = "Have a look around", "Echar un vistazo";
        /// The demo.
        demo_line =
            "This server shows a demo. Choose who you want to be; everything in it is made up.",
            "Este servidor muestra una demostración. Elige quién quieres ser; todo lo que hay es inventado.";
    }

    /// Somebody else's journal is here.
    #[must_use]
    pub fn replaces(name: &str) -> String {
        say(
            format!(
                "The journal of {name} is on this device. Signing in with another name takes it off this device; what was not synced yet would be lost."
            ),
            format!(
                "En este dispositivo está el diario de {name}. Entrar con otro nombre lo quita de aquí; se perdería lo que aún no se haya sincronizado."
            ),
        )
    }
}

/// A therapist's account.
pub mod setup {
    words! {
        /// Heading.
        title = "Set up your practice", "Prepara tu consulta";
        /// Lead.
        lead =
            "You will see what your clients choose to share, shortly before you meet. What they do not share, nobody can read: not you, and not this server.",
            "Verás lo que tus clientes elijan compartir, poco antes de que se vean. Lo que no comparten nadie lo puede leer: ni tú ni este servidor.";
        /// Field.
        practice = "Name of the practice", "Nombre de la consulta";
        /// Field.
        called = "Your name, as clients know it", "Tu nombre, como lo conocen tus clientes";
        /// Button.
        go = "Create account", "Crear cuenta";
        /// Button, meanwhile.
        going = "Making your keys…", "Creando tus llaves…";
        /// The link is cut.
        no_token =
            "This setup link is not whole: the part after # is missing. Copy the whole line that the server printed.",
            "Este enlace no está completo: falta la parte que va después de #. Copia toda la línea que mostró el servidor.";
    }
}

/// A client's account.
pub mod join {
    use crate::text::say;

    words! {
        /// While it is looked up.
        looking = "Looking at your invitation…", "Mirando tu invitación…";
        /// Heading without a card.
        heading = "Your invitation", "Tu invitación";
        /// What the app is for.
        for_title = "What this is for", "Para qué es";
        /// What the app is for.
        for_ =
            "A journal for the days after a session, when things are still moving. A page, a word, a check-in: as much or as little as you like.",
            "Un diario para los días después de una sesión, cuando las cosas aún se mueven. Una página, una palabra, un registro: tanto o tan poco como quieras.";
        /// What will be seen.
        seen_title = "What your therapist sees", "Lo que ve tu terapeuta";
        /// What will be seen.
        seen =
            "Only what you choose to share, page by page. You see exactly what goes before it goes, and you can take it back.",
            "Solo lo que eliges compartir, página por página. Antes de enviarlo ves exactamente lo que va, y puedes retirarlo.";
        /// What will not be seen.
        unseen =
            "Everything else is locked with keys that only you have. Nobody can read it, not even the people who run this server.",
            "Todo lo demás se cierra con llaves que solo tienes tú. Nadie puede leerlo, ni siquiera quienes llevan este servidor.";
        /// Not a monitor.
        live_title = "Nobody watches it live", "Nadie lo mira en directo";
        /// Not a monitor.
        live =
            "What you share is read before your next session, not at once. If something cannot wait, call somebody: Help now is on every screen.",
            "Lo que compartes se lee antes de tu próxima sesión, no al momento. Si algo no puede esperar, llama a alguien: «Ayuda ya» está en cada pantalla.";
        /// Heading of the form.
        account = "Make your journal", "Crea tu diario";
        /// Field.
        called = "What should your therapist call you?", "¿Cómo quieres que te llame tu terapeuta?";
        /// Button.
        go = "Make my journal", "Crear mi diario";
        /// Button, meanwhile.
        going = "Making your keys…", "Creando tus llaves…";
        /// The fragment is lost.
        not_whole =
            "The link did not arrive whole: the part after # is missing or cut. You can begin to write, but sharing waits. Better: ask your therapist for the link again, or scan the code from their screen.",
            "El enlace no llegó completo: la parte que va después de # falta o está cortada. Puedes empezar a escribir, pero compartir tendrá que esperar. Mejor: pide otra vez el enlace a tu terapeuta o escanea el código de su pantalla.";
        /// Of a link that was used.
        used = "Did you make your journal with it? Then it is here:", "¿Creaste tu diario con él? Entonces está aquí:";
        /// Link.
        open = "Open my journal", "Abrir mi diario";
        /// Try again.
        retry = "Try again", "Intentar de nuevo";
        /// Somebody's journal is here.
        other =
            "A journal is already on this device. Making a new one takes it off this device; what was not synced yet would be lost.",
            "En este dispositivo ya hay un diario. Crear uno nuevo lo quita de aquí; se perdería lo que aún no se haya sincronizado.";
    }

    /// Whose practice it is.
    #[must_use]
    pub fn title(name: &str) -> String {
        say(format!("{name} invites you"), format!("Tienes una invitación de {name}"))
    }
}

/// The recovery kit.
pub mod kit {
    use crate::text::{at_hand, say};

    words! {
        /// Heading.
        title = "Your recovery kit", "Tus papeles de recuperación";
        /// Label.
        code = "Recovery code", "Código de recuperación";
        /// Label.
        site = "Site", "Sitio";
        /// Label.
        name = "Sign-in name", "Nombre de acceso";
        /// Label.
        made = "Made on", "Fecha";
        /// For people who cannot see it.
        qr = "The recovery code as a QR code", "El código de recuperación como código QR";
        /// Button.
        print = "Print", "Imprimir";
        /// Button.
        copy = "Copy", "Copiar";
        /// Button, after.
        copied = "Copied", "Copiado";
        /// Button.
        go = "Go on", "Seguir";
        /// The wrong group.
        wrong =
            "That is not this group. Look at the code once more; you can take your time.",
            "Ese no es este grupo. Mira el código una vez más; no hay prisa.";
    }

    /// Lead.
    #[must_use]
    pub fn lead() -> &'static str {
        say(
            at_hand(
                "If you forget your password, this code is the only way back. Print it, write it down or keep it in a password manager. Whoever has it can read your journal.",
                "If you forget your password, this code is the only way back. Print it, write it down or keep it in a password manager. Whoever has it can read what your clients share with you.",
            ),
            at_hand(
                "Si olvidas tu contraseña, este código es el único camino de vuelta. Imprímelo, anótalo o guárdalo en un gestor de contraseñas. Quien lo tenga puede leer tu diario.",
                "Si olvidas tu contraseña, este código es el único camino de vuelta. Imprímelo, anótalo o guárdalo en un gestor de contraseñas. Quien lo tenga puede leer lo que tus clientes comparten contigo.",
            ),
        )
    }

    /// What to type back.
    #[must_use]
    pub fn ask(number: usize) -> String {
        say(
            format!("To be sure you have it: type group {number}"),
            format!("Para comprobar que lo tienes: escribe el grupo {number}"),
        )
    }
}

/// Coming back.
pub mod recover {
    words! {
        /// Heading.
        title = "Back in with your recovery code", "Volver con tu código de recuperación";
        /// Lead.
        lead =
            "You choose a new password and get a new code. All other devices are signed out; everything you wrote is there again.",
            "Eliges una contraseña nueva y recibes un código nuevo. Se cierra el acceso en los demás dispositivos; todo lo que escribiste vuelve a estar aquí.";
        /// Field.
        code = "Recovery code", "Código de recuperación";
        /// Under it.
        code_help =
            "Seven groups of four. Capitals, spaces and dashes do not matter.",
            "Siete grupos de cuatro. No importan las mayúsculas, los espacios ni los guiones.";
        /// Button.
        go = "Open my journal", "Abrir mi diario";
        /// Button, meanwhile.
        going = "Opening…", "Abriendo…";
    }
}

/// When shared pages are read, in a therapist's own words.
pub mod reading {
    words! {
        /// Heading.
        title = "When you read", "Cuándo lees";
        /// Field.
        label = "Your own sentence", "Tu propia frase";
        /// Under it.
        help = "Your clients see it wherever they write. For example: I read on the morning of our session.",
            "Tus clientes la ven dondequiera que escriben. Por ejemplo: leo la mañana de nuestra sesión.";
        /// Button.
        go = "Save", "Guardar";
        /// Button, meanwhile.
        going = "Saving…", "Guardando…";
        /// After.
        said = "Saved. Your clients see it from now on.", "Guardada. Tus clientes la ven desde ahora.";
    }
}

/// You.
pub mod you {
    use crate::text::{at_hand, say};

    words! {
        /// Heading.
        title = "You", "Tú";
        /// Row.
        settings_line = "Light, text size, locking, leaving quickly.", "Luz, tamaño del texto, bloqueo, salir deprisa.";
        /// People.
        people = "Paired with", "En conexión con";
        /// A verified person.
        verified = "keys checked", "llaves comprobadas";
        /// An unverified person.
        unverified =
            "not verified: nothing can be shared yet",
            "sin comprobar: todavía no se puede compartir nada";
        /// Devices.
        devices = "Signed-in devices", "Dispositivos con acceso";
        /// This one.
        this = "this device", "este dispositivo";
        /// Button.
        end = "sign out there", "cerrar el acceso allí";
        /// Offline.
        devices_offline = "The list needs a connection.", "La lista necesita conexión.";
        /// Meanwhile.
        devices_asking = "One moment…", "Un momento…";
        /// This device.
        here = "This device", "Este dispositivo";
        /// Button.
        lock = "Lock now", "Cerrar con llave";
        /// Button.
        sign_out = "Sign out", "Salir";
        /// Dialog.
        sign_out_sure = "Sign out of this device?", "¿Salir de este dispositivo?";
        /// Dialog.
        stay = "Stay signed in", "Quedarme";
    }

    /// Lead of the devices.
    #[must_use]
    pub fn devices_lead() -> &'static str {
        say(
            at_hand(
                "Each of these can read and write your journal once it is unlocked. A device that is signed out keeps what it has, locked, and gets nothing new.",
                "Each of these can read what your clients share with you once it is unlocked. A device that is signed out keeps what it has, locked, and gets nothing new.",
            ),
            at_hand(
                "Cada uno puede leer y escribir tu diario una vez desbloqueado. Un dispositivo sin sesión conserva lo que tiene, bloqueado, y no recibe nada nuevo.",
                "Cada uno puede leer lo que tus clientes comparten contigo una vez desbloqueado. Un dispositivo sin sesión conserva lo que tiene, bloqueado, y no recibe nada nuevo.",
            ),
        )
    }

    /// What signing out means.
    #[must_use]
    pub fn sign_out_line() -> &'static str {
        say(
            at_hand(
                "Your journal is taken off this device. It is on the server, sealed, and comes back when you sign in.",
                "What is shared with you is taken off this device. It is on the server, sealed, and comes back when you sign in.",
            ),
            at_hand(
                "Tu diario se quita de este dispositivo. Está en el servidor, sellado, y vuelve cuando entres otra vez.",
                "Lo que se comparte contigo se quita de este dispositivo. Está en el servidor, sellado, y vuelve cuando entres otra vez.",
            ),
        )
    }

    /// Unsent words.
    #[must_use]
    pub fn unsent(count: usize) -> String {
        match count {
            1 => say("One change was not synced yet and would be lost. Wait for a connection first, if you can.", "Un cambio aún no se ha sincronizado y se perdería. Si puedes, espera primero a tener conexión.").into(),
            many => say(format!("{many} changes were not synced yet and would be lost. Wait for a connection first, if you can."), format!("{many} cambios aún no se han sincronizado y se perderían. Si puedes, espera primero a tener conexión.")),
        }
    }

    /// Somebody on the other side used their recovery code.
    #[must_use]
    pub fn came_back(when: &str) -> String {
        say(
            format!("Came back with the recovery code on {when}. If that surprises you, ask them in person."),
            format!(
                "Volvió con el código de recuperación el {when}. Si te sorprende, pregúntale en persona."
            ),
        )
    }

    /// Since when.
    #[must_use]
    pub fn since(when: &str) -> String {
        crate::text::say(format!("signed in {when}"), format!("sesión iniciada {when}"))
    }

    /// When it last called.
    #[must_use]
    pub fn seen(when: &str) -> String {
        say(format!("last used {when}"), format!("último uso: {when}"))
    }
}
