//! Words about the app on this device: its version, and whether what is kept here stays.

words! {
    /// Heading.
    title = "This app", "Esta aplicación";
    /// Fact.
    version = "Version", "Versión";
    /// State.
    looking = "Looking for a newer one…", "Buscando una más nueva…";
    /// State.
    newest = "No newer version is here.", "No hay una versión más nueva aquí.";
    /// State.
    ready = "A new version is ready.", "Hay una versión nueva lista.";
    /// Under it.
    ready_help = "It begins by itself the next time you open the app. If you take it now, your journal locks first. Everything you wrote is kept.", "Empieza sola la próxima vez que abras la aplicación. Si la usas ahora, tu diario se bloquea primero. Se guarda todo lo que escribiste.";
    /// Button.
    take = "Use it now", "Usarla ahora";
    /// State.
    there = "It is on your home screen.", "Está en tu pantalla de inicio.";
    /// Above the button.
    home_help = "On your home screen it opens with one tap, also without a connection. Only its name and a plain mark are seen there.", "En tu pantalla de inicio se abre con un toque, también sin conexión. Allí solo se ven su nombre y un símbolo neutro.";
    /// On an iPhone, in the words of its menu.
    by_hand = "To have it on your home screen: in Safari, tap Share, then Add to Home Screen. You sign in there once more. Only its name and a plain mark are seen there.", "Para tenerla en tu pantalla de inicio: en Safari, toca Compartir y luego Añadir a pantalla de inicio. Allí entras otra vez. Solo se ven su nombre y un símbolo neutro.";
    /// What the offer is about, for those who do not see it.
    offer_title = "Home screen", "Pantalla de inicio";
    /// The offer, once.
    offer = "You could keep this on your home screen: one tap opens it, also without a connection, and your phone keeps what is in it more safely.", "Podrías tenerla en tu pantalla de inicio: se abre con un toque, también sin conexión, y tu teléfono conserva mejor lo que hay en ella.";
    /// Where the browser does not do it by itself.
    how = "How", "Cómo";
    /// Button.
    add = "Put it on the home screen", "Ponerla en la pantalla de inicio";
    /// Done.
    added = "It is on its way to your home screen.", "Va camino de tu pantalla de inicio.";
    /// Heading.
    kept = "What is kept on this device", "Lo que se guarda en este dispositivo";
    /// State.
    stays = "Your browser has promised to keep your journal here.", "Tu navegador prometió conservar tu diario aquí.";
    /// State.
    may_go = "Your browser may clear your journal from here when room is short, or when you do not open it for a week or more. What is synced comes back when you sign in. What is not synced would be lost.", "Tu navegador puede borrar tu diario de aquí si falta espacio, o si no lo abres durante una semana o más. Lo sincronizado vuelve cuando entras. Lo que no está sincronizado se perdería.";
    /// State.
    unknown = "Your browser does not say whether it keeps your journal here. What is synced comes back when you sign in.", "Tu navegador no dice si conserva tu diario aquí. Lo sincronizado vuelve cuando entras.";
    /// Button.
    ask = "Ask it to keep my journal", "Pedirle que conserve mi diario";
    /// It was asked at another time.
    refused_before = "It was asked before and did not promise. It often does once the app is on your home screen.", "Ya se le pidió y no lo prometió. Suele hacerlo cuando la aplicación está en tu pantalla de inicio.";
    /// After asking.
    refused = "It did not promise. It often does once the app is on your home screen.", "No lo prometió. Suele hacerlo cuando la aplicación está en tu pantalla de inicio.";
}
