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
    words! {
        /// Not on the disk yet.
        not = "saving…", "guardando…";
        /// On this device.
        here = "saved on this phone", "guardado en este teléfono";
        /// On the server, too.
        everywhere = "saved and synced", "guardado y sincronizado";
    }
}

/// Where everything is.
pub mod sync {
    use crate::text::say;

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
        /// The session ended.
        signed_out =
            "Saved on this phone. Sign in again to sync.",
            "Guardado en este teléfono. Vuelve a entrar para sincronizar.";
        /// Where to sign in again.
        sign_in = "Sign in", "Entrar";
        /// The browser has no room.
        full =
            "This phone has no room left, so what you type is not kept yet. Keep this page open and free some space; it is tried again every few seconds.",
            "En este teléfono no queda espacio, así que lo que escribes aún no se guarda. Deja esta página abierta y libera algo de espacio; se intenta de nuevo cada pocos segundos.";
        /// The browser keeps nothing.
        unavailable =
            "This browser does not let us keep anything (a private window, perhaps). What you type is only safe once it is synced.",
            "Este navegador no nos deja guardar nada (quizá sea una ventana privada). Lo que escribes solo está a salvo cuando se ha sincronizado.";
    }

    /// The server is away, and something waits.
    #[must_use]
    pub fn away(waiting: usize) -> String {
        match waiting {
            0 => away_only().into(),
            1 => say(
                "The server does not answer right now. One change is saved on this phone.",
                "El servidor no responde ahora. Hay un cambio guardado en este teléfono.",
            )
            .into(),
            many => say(
                format!("The server does not answer right now. {many} changes are saved on this phone."),
                format!("El servidor no responde ahora. Hay {many} cambios guardados en este teléfono."),
            ),
        }
    }

    /// No network, and something waits.
    #[must_use]
    pub fn offline(waiting: usize) -> String {
        match waiting {
            0 => offline_only().into(),
            1 => say(
                "Offline. One change is saved on this phone.",
                "Sin conexión. Hay un cambio guardado en este teléfono.",
            )
            .into(),
            many => say(
                format!("Offline. {many} changes are saved on this phone."),
                format!("Sin conexión. Hay {many} cambios guardados en este teléfono."),
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
    use crate::text::say;

    words! {
        /// An older or altered state was shown.
        title = "Something about the server is not right", "Algo no está bien en el servidor";
        /// What it means.
        lead =
            "It showed an older or different version of a record than this phone has already seen. What you have here is kept. Please tell your practice.",
            "Mostró una versión anterior o distinta de algo que este teléfono ya ha visto. Lo que tienes aquí está guardado. Por favor, avisa a tu consulta.";
        /// The server will not take a record.
        refused =
            "The server does not take one of your changes. It stays on this phone; change the page and it is tried again.",
            "El servidor no acepta uno de tus cambios. Se queda en este teléfono; cambia la página y se intentará de nuevo.";
    }

    /// Pages that are longer than the server takes.
    #[must_use]
    pub fn too_long(count: usize) -> String {
        match count {
            1 => say(
                "One page is too long to sync. It is kept on this phone. Make it shorter, and it goes.",
                "Una página es demasiado larga para sincronizarse. Está guardada en este teléfono. Acórtala y se enviará.",
            )
            .into(),
            many => say(
                format!(
                    "{many} pages are too long to sync. They are kept on this phone. Make them shorter, and they go."
                ),
                format!(
                    "{many} páginas son demasiado largas para sincronizarse. Están guardadas en este teléfono. Acórtalas y se enviarán."
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
