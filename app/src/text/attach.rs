//! Words around drawings, voice notes and photos.

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
        /// The sheet takes no more.
        full = "This sheet is full. Everything on it is kept; another sheet is free.", "Esta hoja está llena. Todo lo que tiene queda guardado; hay otra hoja libre.";
    }
}
