//! The app behind sign-in.

use leptos::prelude::*;

/// Mounts into the shell.
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| view! { <main id="text"><h1>"Interleaf"</h1></main> });
}
