//! Words of the quiet offer of help beside a page.

words! {
    /// First line.
    lead = "If it is heavy right now, you can talk to somebody. You can also just go on writing.",
        "Si ahora pesa mucho, puedes hablar con alguien. También puedes seguir escribiendo.";
    /// Button.
    put_away = "Put this away", "Quitar esto";
    /// Where it comes from.
    only_here = "Your phone noticed a word, by itself. Nothing was sent and nobody was told.",
        "Tu teléfono se fijó en una palabra, por sí solo. No se envió nada y no se le dijo a nadie.";
    /// Group in the settings.
    writing = "While you write", "Mientras escribes";
    /// Setting.
    setting = "Offer help beside certain words", "Ofrecer ayuda junto a ciertas palabras";
    /// What it does.
    setting_help = "A short word list on this phone may show the way to Help now beside your page. It never sends or keeps anything.",
        "Una lista corta de palabras en este teléfono puede mostrar el camino a Ayuda ya junto a tu página. Nunca envía ni guarda nada.";
}
