//! What an appointment is for.

words! {
    /// Before the first dosing.
    preparation = "Preparation";
    /// A ketamine session.
    dosing = "Dosing session";
    /// Making sense of it together.
    integration = "Integration";
}
