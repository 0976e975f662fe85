//! Words about the choice of a language.

words! {
    /// Heading.
    title = "Language", "Idioma";
    /// Under the choice.
    line = "What you wrote stays as you wrote it, and a question as it was asked.",
        "Lo que escribiste queda como lo escribiste, y cada pregunta como se hizo.";
}
