//! What stays with its author.

use super::Body;

impl Body {
    /// Granted to nobody, ever: what is not finished, a therapist's own notes and prompts, and records about keys and
    /// sharing. Each kind has to be one or the other here.
    #[must_use]
    pub const fn stays_with_author(&self) -> bool {
        match self {
            Self::Jotting(_)
            | Self::PutOff(_)
            | Self::Invitation(_)
            | Self::Pin(_)
            | Self::Share(_)
            | Self::Rules(_)
            | Self::Settings(_)
            | Self::Note(_)
            | Self::Pencilled(_)
            | Self::Template(_) => true,
            Self::Profile(_)
            | Self::Plan(_)
            | Self::Entry(_)
            | Self::CheckIn(_)
            | Self::Measure(_)
            | Self::Intention(_)
            | Self::Insight(_)
            | Self::Step(_)
            | Self::Agenda(_)
            | Self::Attachment(_)
            | Self::SafetyPlan(_)
            | Self::Receipt(_)
            | Self::Alert(_)
            | Self::Acknowledgement(_)
            | Self::Excerpt(_)
            | Self::Numbers(_)
            | Self::Reply(_)
            | Self::Introduction(_)
            | Self::Consent(_)
            // A newer version knows who may read its kind.
            | Self::Unknown(_) => false,
        }
    }
}
