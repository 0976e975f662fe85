//! Words of comparing eight words.

words! {
    /// Heading, and the link to it.
    title = "Compare eight words", "Comparar ocho palabras";
    /// What to do.
    lead =
        "Do this together, in the room or on a call where you know each other’s voice. Both open this page and read the words to each other.",
        "Háganlo juntos, en persona o en una llamada en la que conocen la voz del otro. Los dos abren esta página y se leen las palabras.";
    /// Why it is needed.
    why =
        "The invitation link lost its end, so nobody has checked yet that no one stands between you. If all eight are the same on both sides, no one does.",
        "El enlace de invitación perdió su final, así que nadie ha comprobado aún que no haya alguien en medio. Si las ocho son iguales en los dos lados, no hay nadie.";
    /// The words' own language.
    in_english = "The words are in English on both sides.", "Las palabras están en inglés en los dos lados.";
    /// Meanwhile.
    making = "Making the words…", "Preparando las palabras…";
    /// Button.
    same = "All eight are the same", "Las ocho son iguales";
    /// Button.
    differ = "They differ", "Son distintas";
    /// They differ.
    differ_title = "Then nothing is shared", "Entonces no se comparte nada";
    /// What to do.
    differ_why =
        "The two pages may belong to two different links, or somebody stands between you. Nothing was shared. Look once more together; if they still differ, make a new link and give it in the room.",
        "Puede que las dos páginas sean de enlaces distintos o que haya alguien en medio. No se compartió nada. Miren otra vez juntos; si siguen siendo distintas, hagan un enlace nuevo y entréguenlo en persona.";
    /// Button.
    again = "Look once more", "Mirar otra vez";
    /// It is done.
    done = "Checked", "Comprobado";
    /// What is possible now.
    done_why =
        "You two can share with each other from now on, once the other side has said so, too. Nothing was shared by this.",
        "Desde ahora pueden compartir entre ustedes, en cuanto el otro lado también lo confirme. Con esto no se compartió nada.";
    /// There is nobody to compare with.
    nobody = "There is nobody to compare words with", "No hay nadie con quien comparar palabras";
}
