//! What stands where the app will be.

words! {
    /// While it is loaded.
    opening = "Opening…";
    /// When it could not be started.
    failed = "This page could not start. What is kept on this phone stays where it is. Load the page again; \
     if that does not help, the browser may be too old for it.";
    /// Without script.
    no_script = "Your journal is locked and unlocked on this device, by a script, and this browser does not \
     run scripts. With them allowed, this page opens it.";
    /// Without script, before the link.
    help_works = "Help now works without:";
}

/// When the server was built without the app.
pub mod unbuilt {
    words! {
        /// The heading.
        title = "The app is not here yet";
        /// For the people who came to write.
        lead = "This server was put together without its app. Nothing is lost; whoever runs it can add the app.";
        /// For whoever runs the server, before the command.
        build = "To add it, run this where the source is, and then build the server again:";
        /// The command.
        command = "cargo xtask build --release";
    }
}
