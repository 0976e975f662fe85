//! Words around taking everything out.

use super::say;

words! {
    /// Heading.
    title = "Take everything with you", "Llévate todo";
    /// Under the way to it.
    line = "One file to read, print or keep.", "Un archivo para leer, imprimir o guardar.";
    /// What it is.
    lead = "One file with all that is in your journal: a page to read or print, the complete data for another program, and your recordings and photos.", "Un archivo con todo lo que hay en tu diario: una página para leer o imprimir, los datos completos para otro programa, y tus grabaciones y fotos.";
    /// What to know first.
    care = "The file is not locked: whoever has it can read it.", "El archivo no está protegido: quien lo tenga puede leerlo.";
    /// How it is made.
    here = "It is made on this device, also without a connection. Nothing is sent anywhere.", "Se hace en este dispositivo, también sin conexión. No se envía nada a ningún sitio.";
    /// Button.
    make = "Make the file", "Hacer el archivo";
    /// While it is made.
    making = "Writing it out…", "Escribiéndolo…";
    /// It is there.
    done = "The file is ready. Look in your downloads.", "El archivo está listo. Míralo en tus descargas.";
    /// It is too large for one file, or for this device.
    too_large = "There is no room for a file as large as this on this device. Nothing is lost. Try it on a computer.", "En este dispositivo no cabe un archivo tan grande. No se ha perdido nada. Prueba en un ordenador.";
}

/// How far it is with recordings and photos.
#[must_use]
pub fn gathering(at: usize, of: usize) -> String {
    say(format!("Recording or photo {at} of {of}…"), format!("Grabación o foto {at} de {of}…"))
}

/// What is not in it.
#[must_use]
pub fn missing(many: usize) -> String {
    match many {
        1 => say(
            "One recording or photo is not in it, because it is not on this device. Make the file again with a connection to have it too.",
            "Falta una grabación o foto, porque no está en este dispositivo. Haz el archivo otra vez con conexión para tenerla también.",
        )
        .into(),
        _ => say(
            format!("{many} recordings or photos are not in it, because they are not on this device. Make the file again with a connection to have them too."),
            format!("Faltan {many} grabaciones o fotos, porque no están en este dispositivo. Haz el archivo otra vez con conexión para tenerlas también."),
        ),
    }
}

/// The document.
pub mod document {
    use crate::text::say;

    words! {
        /// What it is.
        lead = "Everything that was in this journal on that day. Nothing in this document is locked, and nothing of it is sent anywhere.", "Todo lo que había en este diario ese día. Nada en este documento está protegido y nada de él se envía a ningún sitio.";
        /// Heading.
        months = "Months", "Meses";
        /// Another version of a page.
        other = "Another version of this page", "Otra versión de esta página";
        /// No answer.
        skipped = "left out", "sin respuesta";
        /// A sum.
        total = "Total", "Puntuación total";
        /// A sum.
        prorated = "Total, estimated where an answer is missing", "Total, estimado donde falta una respuesta";
        /// The way to a file beside it.
        file = "Open the file", "Abrir el archivo";
        /// A file that is not there.
        missing = "Its file is not in this archive: it was not on the device that made it.", "Su archivo no está aquí: no estaba en el dispositivo que lo hizo.";
        /// What became of a step.
        step_done = "Done", "Hecho";
        /// What became of a step.
        not_yet = "Not yet", "Todavía no";
        /// What became of a step.
        let_go = "Let go", "Lo dejé ir";
        /// Heading.
        rest = "Plans, people and settings", "Planes, personas y ajustes";
        /// Records that did not open.
        unopenable = "What could not be opened", "Lo que no se pudo abrir";
        /// A kind.
        measure = "Questionnaire", "Cuestionario";
        /// A kind.
        jotting = "For a session, being written", "Para una sesión, a medio escribir";
        /// A kind.
        sketch = "Drawing", "Dibujo";
        /// A kind.
        voice = "Voice note", "Nota de voz";
        /// A kind.
        photo = "Photo", "Foto";
        /// A kind.
        plan = "Appointments and plans", "Citas y planes";
        /// A kind.
        alert = "An answer that was passed on at once", "Una respuesta que se comunicó enseguida";
        /// A kind.
        acknowledgement = "What was done about it", "Qué se hizo al respecto";
        /// What was done.
        talked = "You talked", "Hubo una conversación";
        /// What was done.
        tried = "Your therapist tried to reach you", "Tu terapeuta intentó contactarte";
        /// What was done.
        sooner = "You meet sooner", "La cita se adelantó";
        /// What was done.
        next_time = "You talk about it at the next appointment", "Se habla en la próxima cita";
        /// What was done.
        called_in = "Somebody else was called in", "Se avisó a otra persona";
        /// A kind.
        reply = "An answer from your therapist", "Una respuesta de tu terapeuta";
        /// A kind.
        note = "A note", "Una nota";
        /// A kind.
        pencilled = "An appointment, not saved yet", "Una cita, aún sin guardar";
        /// A kind.
        template = "A prompt of your own", "Una pregunta propia";
        /// A kind.
        profile = "A name", "Un nombre";
        /// A kind.
        receipt = "Something was opened", "Algo fue abierto";
        /// A kind.
        put_off = "Answered with “not now”", "Respondido con «ahora no»";
        /// A kind.
        introduction = "A colleague was named to you", "Te presentaron a un colega";
        /// A kind.
        consent = "Your answer about a colleague", "Tu respuesta sobre un colega";
        /// A kind.
        invitation = "Invitation", "Invitación";
        /// A kind.
        pin = "Somebody’s keys", "Las claves de alguien";
        /// A kind.
        excerpt = "A passage as it was shared", "Un pasaje tal como se compartió";
        /// A kind.
        numbers = "The numbers of a check-in as they were shared", "Los números de un registro tal como se compartieron";
        /// A kind.
        share = "A decision about sharing", "Una decisión sobre compartir";
        /// A kind.
        rules = "What is shared without asking", "Lo que se comparte sin preguntar";
        /// A kind.
        settings = "Settings", "Ajustes";
        /// A kind.
        unknown = "From a newer version of the app", "De una versión más nueva de la app";
    }

    /// The title.
    #[must_use]
    pub fn of(name: &str) -> String {
        say(format!("Journal of {name}"), format!("Diario de {name}"))
    }

    /// Who opened something, and when.
    #[must_use]
    pub fn opened(by: Option<&str>, when: &str) -> String {
        match by {
            Some(name) => say(format!("{name} opened it on {when}"), format!("{name} lo abrió el {when}")),
            None => say(format!("Opened on {when}"), format!("Abierto el {when}")),
        }
    }

    /// When it was made.
    #[must_use]
    pub fn made(when: &str) -> String {
        say(format!("Written out on {when}"), format!("Escrito el {when}"))
    }
}
