//! Words around taking everything out.

use super::say;

words! {
    /// Heading.
    title = "Take everything with you", "Llévate todo";
    /// What it is.
    lead = "One file with all that is in your journal: a page to read or print, and the complete data for another program.", "Un archivo con todo lo que hay en tu diario: una página para leer o imprimir y los datos completos para otro programa.";
    /// What to know first.
    care = "The file is not locked: whoever has it can read it. It is made here on this device, also without a connection.", "El archivo no está protegido: quien lo tenga puede leerlo. Se hace aquí, en este dispositivo, también sin conexión.";
    /// What is not in it.
    without = "Recordings and photos are not in the file yet.", "Las grabaciones y las fotos todavía no están en el archivo.";
    /// Button.
    make = "Make the file", "Hacer el archivo";
    /// While it is made.
    making = "Writing it out…", "Escribiéndolo…";
    /// It is there.
    done = "The file is in your downloads.", "El archivo está en tus descargas.";
    /// It is too large for one file.
    too_large = "This is more than one file can hold.", "Es más de lo que cabe en un archivo.";
    /// The document says what it is.
    document_lead = "Everything that was in this journal on that day. Nothing in this document is locked, and nothing of it is sent anywhere.", "Todo lo que había en este diario ese día. Nada en este documento está protegido y nada de él se envía a ningún sitio.";
    /// Heading.
    months = "Months", "Meses";
    /// Another version of a page.
    other = "Another version of this page", "Otra versión de esta página";
    /// A drawing, a voice note, a photo.
    beside = "Beside a page", "Junto a una página";
    /// Heading.
    rest = "Settings, people and keys", "Ajustes, personas y claves";
    /// Records that did not open.
    unopenable = "What could not be opened", "Lo que no se pudo abrir";
}

/// The title of the document.
#[must_use]
pub fn of(name: &str) -> String {
    say(format!("Journal of {name}"), format!("Diario de {name}"))
}

/// When it was made.
#[must_use]
pub fn made(when: &str) -> String {
    say(format!("Written out on {when}"), format!("Escrito el {when}"))
}
