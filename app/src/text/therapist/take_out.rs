//! Words around taking out what a client shared.

use journal::record::Done;

use crate::text::say;

words! {
    /// The way there, beside printing.
    way = "Take out", "Sacar";
    /// Heading.
    title = "Take out the shared record", "Sacar lo compartido";
    /// Nothing is shared.
    empty = "Nothing is shared with you yet, so there is nothing to take out.", "Todavía no se ha compartido nada contigo, así que no hay nada que sacar.";
    /// How it is made.
    here = "Files are made on this device, also without a connection. Your own session notes are never in them.", "Los archivos se hacen en este dispositivo, también sin conexión. Tus propias notas de sesión nunca están en ellos.";
    /// What to know first.
    care = "What you take out is no longer protected.", "Lo que sacas deja de estar protegido.";
    /// Choice.
    document = "A document to read or print", "Un documento para leer o imprimir";
    /// What it is.
    document_line = "One page for any browser, day by day, in their words. Recordings and photos come beside it.", "Una página para cualquier navegador, día por día, con sus palabras. Las grabaciones y fotos van al lado.";
    /// Button.
    document_do = "Make the document", "Hacer el documento";
    /// Choice.
    bundle = "For a record system", "Para un sistema de historias clínicas";
    /// What it is.
    bundle_line = "A FHIR R4 bundle: questionnaires with LOINC codes and totals, check-ins, written pages.", "Un paquete FHIR R4: cuestionarios con códigos LOINC y puntuaciones, registros, páginas escritas.";
    /// Button.
    bundle_do = "Make the bundle", "Hacer el paquete";
    /// Choice.
    tables = "Tables", "Tablas";
    /// What it is.
    tables_line = "Two CSV files for a spreadsheet: check-ins and questionnaires.", "Dos archivos CSV para una hoja de cálculo: registros y cuestionarios.";
    /// Button.
    tables_do = "Make the tables", "Hacer las tablas";

    /// Of the document.
    document_lead = "What was shared with the therapist, as it was on that day. Nothing in this document is locked.", "Lo que se compartió con su terapeuta, como estaba ese día. Nada en este documento está protegido.";
    /// Heading of what has no day.
    rest = "Plans", "Planes";
    /// A kind.
    reply = "Answer from the therapist", "Respuesta de su terapeuta";
    /// What was done about an answer that asks for care.
    talked = "Talked", "Se habló";
    /// What was done.
    tried = "Tried to reach them", "Se intentó el contacto";
    /// What was done.
    sooner = "Meeting sooner", "La cita se adelanta";
    /// What was done.
    next_time = "To be talked about at the next appointment", "Se hablará en la próxima cita";
    /// What was done.
    called_in = "Somebody else called in", "Se avisó a alguien más";

    /// Column.
    day = "Day", "Día";
    /// Column.
    made = "Made", "Hecho";
    /// Column.
    feelings = "Feelings", "Sentimientos";
    /// Column.
    note = "Note", "Nota";
    /// Column.
    corrected = "Corrected", "Corregido";
    /// Column.
    instrument = "Questionnaire", "Cuestionario";
    /// Column.
    total = "Total", "Puntuación";
    /// Column.
    band = "Band", "Rango";
    /// Column.
    prorated = "Prorated", "Prorrateada";
    /// In a column.
    yes = "yes", "sí";
    /// Beside a total.
    prorated_note = "Prorated: the mean of the other answers stands for what was skipped.", "Prorrateada: la media de las otras respuestas ocupa el lugar de lo que quedó sin responder.";
    /// File.
    check_ins_file = "check-ins.csv", "registros.csv";
    /// File.
    measures_file = "questionnaires.csv", "cuestionarios.csv";
}

/// What it is.
#[must_use]
pub fn lead(name: &str) -> String {
    say(
        format!("What {name} shared with you, as files for your own records."),
        format!("Lo que {name} compartió contigo, en archivos para tu propio expediente."),
    )
}

/// What follows.
#[must_use]
pub fn care_why(name: &str) -> String {
    say(
        format!(
            "Whoever has the file can read it, and it stays when {name} takes a page back. Keep it as you keep your other records."
        ),
        format!(
            "Quien tenga el archivo puede leerlo, y se queda aunque {name} retire una página. Guárdalo como guardas tus otros expedientes."
        ),
    )
}

/// Finished questionnaires.
#[must_use]
pub fn measures(many: usize) -> String {
    match many {
        1 => say("one questionnaire", "un cuestionario").into(),
        _ => say(format!("{many} questionnaires"), format!("{many} cuestionarios")),
    }
}

/// The title of the document.
#[must_use]
pub fn of(name: &str) -> String {
    say(format!("Shared record of {name}"), format!("Lo compartido por {name}"))
}

/// "Mood, 1 low to 5 light".
#[must_use]
pub fn scale(name: &str, [least, .., most]: [&str; 5]) -> String {
    say(format!("{name}, 1 {least} to 5 {most}"), format!("{name}, 1 {least} a 5 {most}"))
}

/// What was done about an answer that asks for care.
#[must_use]
pub fn done(done: Done) -> &'static str {
    match done {
        Done::Talked => talked(),
        Done::Tried => tried(),
        Done::Sooner => sooner(),
        Done::NextTime => next_time(),
        Done::CalledIn => called_in(),
    }
}
