//! Words around drawings, voice notes and photos.

use super::say;

words! {
    /// The row of things to add, for people who hear the screen.
    add = "Add something", "Añadir algo";
    /// Button.
    draw = "Draw", "Dibujar";
    /// Button.
    speak = "Speak", "Hablar";
    /// Button.
    photo = "Photo", "Foto";
    /// The list of what is there.
    list = "Drawings, voice notes and photos", "Dibujos, notas de voz y fotos";
    /// One of them.
    a_sketch = "A drawing", "Un dibujo";
    /// One of them.
    a_voice = "A voice note", "Una nota de voz";
    /// One of them.
    a_photo = "A photo", "Una foto";
    /// Button.
    change = "Change", "Cambiar";
    /// Button.
    delete = "Delete", "Borrar";
    /// After it.
    deleted = "Deleted.", "Borrado.";
    /// Button.
    undo = "Undo", "Deshacer";
}

/// The sheet to draw on.
pub mod sketch {
    words! {
        /// Heading.
        title = "Draw", "Dibujar";
        /// What the sheet is, for people who hear the screen.
        sheet = "A sheet to draw on with a finger, a pen or a mouse", "Una hoja para dibujar con el dedo, un lápiz o el ratón";
        /// Button.
        undo = "Undo", "Deshacer";
        /// Button.
        clear = "Clear", "Vaciar";
        /// Button.
        done = "Done", "Listo";
        /// Colours.
        inks = "Colour", "Color";
        /// A colour.
        ink = "Ink", "Tinta";
        /// A colour.
        pine = "Pine green", "Verde pino";
        /// A colour.
        plum = "Plum", "Ciruela";
        /// A colour.
        ochre = "Ochre", "Ocre";
        /// Thickness.
        widths = "Line", "Línea";
        /// Thickness.
        thin = "Thin", "Fina";
        /// Thickness.
        middle = "Middle", "Media";
        /// Thickness.
        thick = "Thick", "Gruesa";
        /// Field.
        about = "In words, if you like", "En palabras, si quieres";
        /// Under it: the way for whoever has nothing to draw with.
        about_help = "Nothing to draw with? Words alone are kept, too.", "¿No tienes con qué dibujar? Las palabras solas también se guardan.";
        /// The sheet takes no more.
        full = "This sheet is full. Everything on it is kept; another sheet is free.", "Esta hoja está llena. Todo lo que tiene queda guardado; hay otra hoja libre.";
    }
}

/// Recording.
pub mod voice {
    words! {
        /// Heading.
        title = "Speak", "Hablar";
        /// What it is.
        lead = "Up to five minutes. It is sealed and kept on this phone as you speak.", "Hasta cinco minutos. Se sella y se guarda en este teléfono mientras hablas.";
        /// Button.
        begin = "Start recording", "Empezar a grabar";
        /// Button.
        pause = "Pause", "Pausa";
        /// Button.
        go_on = "Go on", "Seguir";
        /// Button.
        done = "Done", "Listo";
        /// State.
        recording = "Recording", "Grabando";
        /// State.
        paused = "Paused. What you said is kept.", "En pausa. Lo que dijiste está guardado.";
        /// It was as long as one may be.
        longest = "That was five minutes, and all of it is kept. There can be another one.", "Han sido cinco minutos y todo está guardado. Puede haber otra más.";
        /// State.
        ending = "One moment", "Un momento";
        /// The phone said no.
        refused = "This phone does not let us hear you. If you want to speak, allow the microphone for this site in the browser's settings. Writing and drawing work without it.", "Este teléfono no nos deja oírte. Si quieres hablar, permite el micrófono para este sitio en los ajustes del navegador. Puedes escribir y dibujar sin él.";
        /// No microphone.
        missing = "No microphone can be used right now. Perhaps another app or a call has it.", "Ahora no se puede usar ningún micrófono. Quizá lo tenga otra aplicación o una llamada.";
        /// The browser does not record.
        unable = "This browser cannot record. Writing and drawing work as always.", "Este navegador no puede grabar. Puedes escribir y dibujar como siempre.";
    }
}

/// Words for a photo or a voice note.
pub mod describe {
    words! {
        /// Button.
        describe = "Describe", "Describir";
        /// Button.
        done = "Done", "Listo";
        /// Field.
        photo = "What it shows, if you like", "Qué muestra, si quieres";
        /// Field.
        voice = "What it is about, if you like", "De qué trata, si quieres";
    }
}

/// Photos.
pub mod photo {
    words! {
        /// While it is drawn anew.
        working = "One moment", "Un momento";
        /// Not a picture.
        no_picture = "This file is not a picture that this browser can open. Nothing was added.", "Este archivo no es una imagen que este navegador pueda abrir. No se añadió nada.";
        /// Button.
        open = "Show the whole photo", "Ver la foto entera";
    }
}

words! {
    /// Button.
    play = "Play", "Reproducir";
    /// Button.
    pause = "Pause", "Pausa";
    /// A recording that has not ended where it is made.
    growing = "This voice note is not finished yet on the phone that records it.", "Esta nota de voz aún no ha terminado en el teléfono que la graba.";
    /// Where it is.
    here = "saved on this phone", "guardado en este teléfono";
    /// Where it is.
    full = "Saved on this phone. There is no more room on the server: delete something large to sync it.", "Guardado en este teléfono. No queda sitio en el servidor: borra algo grande para sincronizarlo.";
    /// Where it is.
    everywhere = "saved and synced", "guardado y sincronizado";
    /// Who sees it.
    private = "only you can see this", "solo tú puedes verlo";
    /// Button.
    take_back = "Take back", "Retirar";
}

/// Who sees it.
#[must_use]
pub fn shared(name: &str) -> String {
    say(format!("{name} can see this"), format!("{name} puede verlo"))
}

/// Button.
#[must_use]
pub fn share(name: &str) -> String {
    say(format!("Share with {name}"), format!("Compartir con {name}"))
}

/// While it comes from the server.
#[must_use]
pub fn fetching(have: u32, of: u32) -> String {
    let part = u64::from(have) * 100 / u64::from(of.max(1));
    say(format!("fetching, {part} %"), format!("descargando, {part} %"))
}
