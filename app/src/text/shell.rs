//! What stands where the app will be.

words! {
    /// While it is loaded.
    opening = "Opening…", "Abriendo…";
    /// When it could not be started.
    failed =
        "This page could not start. What is kept on this phone stays where it is. Load the page again; \
     if that does not help, the browser may be too old for it.",
        "Esta página no pudo arrancar. Lo que está guardado en este teléfono se queda donde está. Carga la página otra vez; si eso no ayuda, quizá el navegador sea demasiado antiguo.";
    /// Where the browser has no WebAssembly.
    unable = "This browser cannot open your journal, because WebAssembly is switched off in it. On an iPhone, Lockdown Mode does that: it can be allowed for this one site. What is kept on this phone stays where it is.",
        "Este navegador no puede abrir tu diario, porque tiene WebAssembly apagado. En un iPhone lo hace el modo de aislamiento: se puede permitir solo para este sitio. Lo que está guardado en este teléfono se queda donde está.";
    /// To try again.
    again = "Try again", "Intentar de nuevo";
    /// Without script.
    no_script =
        "Your journal is locked and unlocked on this device, by a script, and this browser does not \
     run scripts. With them allowed, this page opens it.",
        "Tu diario se cierra y se abre en este dispositivo con un programa, y este navegador no ejecuta programas. Si lo permites, esta página lo abre.";
    /// Without script, before the link.
    help_works = "Help now works without:", "«Ayuda ya» funciona sin eso:";
}

/// When the server was built without the app.
pub mod unbuilt {
    words! {
        /// The heading.
        title = "The app is not here yet", "La aplicación todavía no está aquí";
        /// For the people who came to write.
        lead =
            "This server was put together without its app. Nothing is lost; whoever runs it can add the app.",
            "Este servidor se montó sin su aplicación. No se pierde nada; quien lo lleva puede añadirla.";
        /// For whoever runs the server, before the command.
        build =
            "To add it, run this where the source is, and then build the server again:",
            "Para añadirla, ejecuta esto donde está el código y vuelve a compilar el servidor:";
        /// The command.
        command = "cargo xtask build --release" in every language;
    }
}
