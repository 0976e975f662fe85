//! What stands where the app will be.

/// While it is loaded.
pub const OPENING: &str = "Opening…";
/// When it could not be started.
pub const FAILED: &str = "This page could not start. What is kept on this phone stays where it is. Load the page again; \
     if that does not help, the browser may be too old for it.";
/// Without script.
pub const NO_SCRIPT: &str = "Your journal is locked and unlocked on this device, by a script, and this browser does not \
     run scripts. With them allowed, this page opens it.";
/// Without script, before the link.
pub const HELP_WORKS: &str = "Help now works without:";

/// When the server was built without the app.
pub mod unbuilt {
    /// The heading.
    pub const TITLE: &str = "The app is not here yet";
    /// For the people who came to write.
    pub const LEAD: &str =
        "This server was put together without its app. Nothing is lost; whoever runs it can add the app.";
    /// For whoever runs the server, before the command.
    pub const BUILD: &str = "To add it, run this where the source is, and then build the server again:";
    /// The command.
    pub const COMMAND: &str = "cargo xtask build --release";
}
