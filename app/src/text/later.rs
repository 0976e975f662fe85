//! When a part of the app did not arrive.

words! {
    /// The heading.
    title = "This page did not arrive", "Esta página no llegó";
    /// What it means, and what to do.
    lead = "The network dropped while it was on its way. What you wrote is kept on this phone. Try again when you have a connection.",
        "La red se cortó mientras venía en camino. Lo que escribiste está guardado en este teléfono. Inténtalo otra vez cuando tengas conexión.";
    /// The button.
    again = "Try again", "Intentar otra vez";
}
