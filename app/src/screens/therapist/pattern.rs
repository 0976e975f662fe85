//! What the answers to a questionnaire say besides their total: the provisional pattern of its criteria and its
//! cut-point. For the therapist alone, and said to be no diagnosis.

use journal::measures::{Instrument, Pattern};

use crate::text::therapist::figures as text;

/// "Provisional DSM-5 pattern met (B, C, D, E), total at or above the cut-point (33). Not a diagnosis."
pub fn said(instrument: &Instrument, pattern: &Pattern) -> Option<String> {
    let criteria = instrument.criteria.as_ref()?;
    let groups = pattern.met.join(", ");
    let met = if pattern.whole {
        text::pattern_met(&criteria.of, &groups)
    } else if pattern.met.is_empty() {
        text::pattern_none(&criteria.of)
    } else {
        text::pattern_partly(&criteria.of, &groups)
    };
    let cut = pattern.reaches_cut.zip(instrument.cut).map(|(reaches, cut)| text::cut_point(reaches, cut));
    let parts = [Some(met), cut].into_iter().flatten().collect::<Vec<_>>().join(", ");
    Some(format!("{parts}. {}", text::no_diagnosis()))
}
