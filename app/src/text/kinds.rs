//! What an appointment is for.

words! {
    /// Before the first dosing.
    preparation = "Preparation", "Preparación";
    /// A ketamine session.
    dosing = "Dosing session", "Sesión con ketamina";
    /// Making sense of it together.
    integration = "Integration", "Integración";
}
