//! What an appointment is for, and how ketamine is given.

words! {
    /// Before the first dosing.
    preparation = "Preparation", "Preparación";
    /// A ketamine session.
    dosing = "Dosing session", "Sesión con ketamina";
    /// Making sense of it together.
    integration = "Integration", "Integración";

    /// Within a sentence.
    your_preparation = "your preparation", "tu preparación";
    /// Within a sentence.
    your_dosing = "your dosing session", "tu sesión con ketamina";
    /// Within a sentence.
    your_integration = "your integration", "tu integración";

    /// A way.
    lozenge = "Lozenge", "Tableta para disolver";
    /// A way.
    oral = "By mouth", "Por la boca";
    /// A way.
    nasal = "Nose spray", "Aerosol nasal";
    /// A way.
    intramuscular = "Into a muscle", "En un músculo";
    /// A way.
    intravenous = "Drip", "Por goteo";
    /// A way.
    subcutaneous = "Under the skin", "Bajo la piel";
    /// A way.
    other_way = "Another way", "Otra vía";
}
