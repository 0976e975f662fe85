//! When a part of the app did not arrive.

use super::{say, this_device};

words! {
    /// The heading.
    title = "This page did not arrive", "Esta página no llegó";
    /// The button.
    again = "Try again", "Intentar otra vez";
}

/// What it means, and what to do.
#[must_use]
pub fn lead() -> String {
    let here = this_device();
    say(
        format!(
            "The network dropped while it was on its way. What you wrote is kept on {here}. Try again when you have a connection."
        ),
        format!(
            "La red se cortó mientras venía en camino. Lo que escribiste está guardado en {here}. Inténtalo otra vez cuando tengas conexión."
        ),
    )
}
