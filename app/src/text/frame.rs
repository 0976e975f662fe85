//! What is around every screen.

words! {
    /// Bottom bar of a client.
    today = "Today", "Hoy";
    /// Bottom bar of a client.
    journal = "Journal", "Diario";
    /// Bottom bar of a client.
    session = "For session", "Para la sesión";
    /// Bottom bar of a therapist.
    clients = "Clients", "Clientes";
    /// Bottom bar of a therapist.
    invite = "Invite", "Invitar";
    /// You, privacy, settings.
    you = "You", "Tú";
    /// Back to the screen before.
    back = "Back", "Atrás";
    /// The bottom bar, for people who hear the screen.
    main = "Main", "Principal";
    /// The top bar, for people who hear the screen.
    top = "Top", "Arriba";
    /// While something is looked up.
    wait = "One moment", "Un momento";
    /// Between two names.
    and = " and ", " y ";
    /// No such page.
    not_here = "There is no such page", "Esa página no existe";
    /// No such page: what to do.
    not_here_go = "Go to the start", "Ir al inicio";
}

/// Where words are.
pub mod kept {
    use crate::text::{at_hand, say};

    words! {
        /// Not on the disk yet.
        not = "saving…", "guardando…";
        /// Not on the disk, because the disk does not take it.
        waits = "not kept yet", "aún sin guardar";
        /// On the server, too.
        everywhere = "saved and synced", "guardado y sincronizado";
    }

    /// On this device.
    #[must_use]
    pub fn here() -> &'static str {
        say(
            at_hand("saved on this phone", "saved on this device"),
            at_hand("guardado en este teléfono", "guardado en este dispositivo"),
        )
    }
}

/// Where everything is.
pub mod sync {
    use crate::text::{begun, say, this_device};

    words! {
        /// Nothing waits.
        done = "Everything is synced", "Todo está sincronizado";
        /// On its way.
        sending = "Syncing…", "Sincronizando…";
        /// No network, nothing waits.
        offline_only = "Offline. You can go on writing.", "Sin conexión. Puedes seguir escribiendo.";
        /// The server is away, nothing waits.
        away_only =
            "The server does not answer right now. You can go on writing.",
            "El servidor no responde ahora. Puedes seguir escribiendo.";
        /// Where to sign in again.
        sign_in = "Sign in", "Entrar";
        /// The browser keeps nothing.
        unavailable =
            "This browser does not let us keep anything (a private window, perhaps). What you type is only safe once it is synced.",
            "Este navegador no nos deja guardar nada (quizá sea una ventana privada). Lo que escribes solo está a salvo cuando se ha sincronizado.";
    }

    /// The session ended.
    #[must_use]
    pub fn signed_out() -> String {
        let here = this_device();
        say(
            format!("Saved on {here}. Sign in again to sync."),
            format!("Guardado en {here}. Vuelve a entrar para sincronizar."),
        )
    }

    /// The browser has no room.
    #[must_use]
    pub fn full() -> String {
        let here = this_device();
        say(
            format!(
                "{} has no room left, so what you type is not kept yet. Keep this page open and free some space; it is tried again every few seconds.",
                begun(here)
            ),
            format!(
                "En {here} no queda espacio, así que lo que escribes aún no se guarda. Deja esta página abierta y libera algo de espacio; se intenta de nuevo cada pocos segundos."
            ),
        )
    }

    /// The server is away, and something waits.
    #[must_use]
    pub fn away(waiting: usize) -> String {
        let here = this_device();
        match waiting {
            0 => away_only().into(),
            1 => say(
                format!("The server does not answer right now. One change is saved on {here}."),
                format!("El servidor no responde ahora. Hay un cambio guardado en {here}."),
            ),
            many => say(
                format!("The server does not answer right now. {many} changes are saved on {here}."),
                format!("El servidor no responde ahora. Hay {many} cambios guardados en {here}."),
            ),
        }
    }

    /// The words are synced; recordings and photos stay here.
    #[must_use]
    pub fn no_room(attachments: usize) -> String {
        let here = this_device();
        match attachments {
            1 => say(
                format!(
                    "Your words are synced. One recording or photo is only on {here}: the server has no more room."
                ),
                format!(
                    "Tus palabras están sincronizadas. Una grabación o foto solo está en {here}: el servidor no tiene más espacio."
                ),
            ),
            many => say(
                format!(
                    "Your words are synced. {many} recordings or photos are only on {here}: the server has no more room."
                ),
                format!(
                    "Tus palabras están sincronizadas. {many} grabaciones o fotos solo están en {here}: el servidor no tiene más espacio."
                ),
            ),
        }
    }

    /// No network, and something waits.
    #[must_use]
    pub fn offline(waiting: usize) -> String {
        let here = this_device();
        match waiting {
            0 => offline_only().into(),
            1 => say(
                format!("Offline. One change is saved on {here}."),
                format!("Sin conexión. Hay un cambio guardado en {here}."),
            ),
            many => say(
                format!("Offline. {many} changes are saved on {here}."),
                format!("Sin conexión. Hay {many} cambios guardados en {here}."),
            ),
        }
    }
}

/// Another tab has the journal.
pub mod elsewhere {
    words! {
        /// Heading.
        title = "Your journal is open in another tab", "Tu diario está abierto en otra pestaña";
        /// Why.
        lead =
            "So that nothing gets mixed up, only one tab writes at a time. Everything you typed here is kept.",
            "Para que nada se mezcle, solo se escribe en una pestaña a la vez. Todo lo que escribiste aquí está guardado.";
        /// Button.
        go_on = "Go on here", "Seguir aquí";
    }
}

/// Something that an honest server does not do.
pub mod alarm {
    use crate::text::{at_hand, say, this_device};

    words! {
        /// An older or altered state was shown.
        title = "Something about the server is not right", "Algo no está bien en el servidor";
        /// What can be done about what the server does not take.
        refused_line =
            "It goes when you change it, or try once more.",
            "Se enviará cuando lo cambies, o inténtalo otra vez.";
        /// Button.
        try_again = "Try once more", "Intentarlo otra vez";
        /// The recovery code was not typed back.
        kit =
            "Your recovery code is not in safety yet. If you forget your password, there is no other way back.",
            "Tu código de recuperación aún no está a salvo. Si olvidas tu contraseña, no hay otro camino de vuelta.";
        /// Link.
        kit_go = "Make a new recovery kit", "Crear un nuevo kit de recuperación";
    }

    /// What it means.
    #[must_use]
    pub fn lead() -> String {
        let here = this_device();
        // A therapist has nobody above her but whoever runs the server.
        let tell = say(
            at_hand("Please tell your practice.", "Please tell whoever runs this server."),
            at_hand("Por favor, avisa a tu consulta.", "Por favor, avisa a quien lleva este servidor."),
        );
        say(
            format!(
                "It showed an older or different version of a record than {here} has already seen. What you have here is kept. {tell}"
            ),
            format!(
                "Mostró una versión anterior o distinta de algo que {here} ya ha visto. Lo que tienes aquí está guardado. {tell}"
            ),
        )
    }

    /// The server will not take some records.
    #[must_use]
    pub fn refused(count: usize) -> String {
        let here = this_device();
        match count {
            1 => say(
                format!("The server does not take one of your changes. It is kept on {here}:"),
                format!("El servidor no acepta uno de tus cambios. Está guardado en {here}:"),
            ),
            many => say(
                format!("The server does not take {many} of your changes. They are kept on {here}:"),
                format!("El servidor no acepta {many} de tus cambios. Están guardados en {here}:"),
            ),
        }
    }

    /// The server was put back to an older state.
    #[must_use]
    pub fn put_back() -> String {
        let here = this_device();
        say(
            format!(
                "The server was set back to an older copy of itself. Nothing on {here} is lost: what was missing there was sent again."
            ),
            format!(
                "El servidor volvió a una copia anterior. Nada de lo que hay en {here} se ha perdido: lo que faltaba allí se envió de nuevo."
            ),
        )
    }

    /// Pages that are longer than the server takes.
    #[must_use]
    pub fn too_long(count: usize) -> String {
        let here = this_device();
        match count {
            1 => say(
                format!("One page is too long to sync. It is kept on {here}. Make it shorter, and it goes."),
                format!(
                    "Una página es demasiado larga para sincronizarse. Está guardada en {here}. Acórtala y se enviará."
                ),
            ),
            many => say(
                format!(
                    "{many} pages are too long to sync. They are kept on {here}. Make them shorter, and they go."
                ),
                format!(
                    "{many} páginas son demasiado largas para sincronizarse. Están guardadas en {here}. Acórtalas y se enviarán."
                ),
            ),
        }
    }

    /// Records that only a newer version of the app opens.
    #[must_use]
    pub fn newer(count: usize) -> String {
        match count {
            1 => say(
                "One page was written with a newer version of this app. It is kept. Update the app here, and it opens.",
                "Una página se escribió con una versión más nueva de esta aplicación. Está guardada. Actualiza la aplicación aquí y se abrirá.",
            )
            .into(),
            many => say(
                format!(
                    "{many} pages were written with a newer version of this app. They are kept. Update the app here, and they open."
                ),
                format!(
                    "{many} páginas se escribieron con una versión más nueva de esta aplicación. Están guardadas. Actualiza la aplicación aquí y se abrirán."
                ),
            ),
        }
    }

    /// Records that do not open.
    #[must_use]
    pub fn unopenable(count: usize) -> String {
        match count {
            1 => say(
                "One page cannot be opened. It is kept; everything else is here.",
                "Una página no se puede abrir. Está guardada; todo lo demás está aquí.",
            )
            .into(),
            many => say(
                format!("{many} pages cannot be opened. They are kept; everything else is here."),
                format!("{many} páginas no se pueden abrir. Están guardadas; todo lo demás está aquí."),
            ),
        }
    }
}
