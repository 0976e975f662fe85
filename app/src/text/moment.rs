//! What a page is, by the moment it was written in.

words! {
    /// Days before a session.
    preparation = "Before a session", "Antes de una sesión";
    /// The evening before.
    eve_before = "The eve of a session", "La víspera de una sesión";
    /// The first hours.
    soft_landing = "Just after", "Justo después";
    /// To 24 hours.
    same_day = "The same day", "El mismo día";
    /// To 72 hours.
    next_days = "The days after", "Los días siguientes";
    /// To ten days.
    one_week = "The first week", "La primera semana";
    /// Weeks and months.
    later = "Later on", "Más adelante";
    /// Reading back.
    looking_back = "Looking back", "Mirar atrás";
    /// Chosen.
    hard = "A hard moment", "Un momento difícil";
    /// Chosen.
    good = "A good moment", "Un buen momento";
    /// Chosen.
    dream = "A dream", "Un sueño";
    /// Chosen.
    letter = "A letter not to be sent", "Una carta para no enviar";
    /// Chosen.
    free = "A page", "Una página";
}
