//! What was begun and not finished: gone on with, or set aside.

use chrono::{DateTime, Duration, FixedOffset};
use wire::ids::RecordId;

use super::Instrument;
use crate::record::Measure;

/// What was begun of one instrument.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Begun {
    /// What is gone on with: of several, the one that was changed last.
    pub go_on: Option<RecordId>,
    /// When the newest was begun that is set aside, unless the instrument was finished since.
    pub aside: Option<DateTime<FixedOffset>>,
}

/// Whether a draft is set aside: its first answer is further back than what the questions look back on, so that the
/// answers of then and of now would be about other weeks. A total of both would be about neither.
#[must_use]
pub fn is_aside(instrument: &Instrument, draft: &Measure, now: DateTime<FixedOffset>) -> bool {
    draft.finished.is_none() && now - draft.started > Duration::days(i64::from(instrument.recall_days))
}

/// What of `own`, all questionnaires of one person, was begun of an instrument.
pub fn begun<'a>(
    instrument: &Instrument,
    own: impl Iterator<Item = (RecordId, &'a Measure)>,
    now: DateTime<FixedOffset>,
) -> Begun {
    let of_it: Vec<_> = own.filter(|(_, measure)| measure.instrument == instrument.id).collect();
    let drafts = || of_it.iter().filter(|(_, measure)| measure.finished.is_none());
    let go_on = drafts().filter(|(_, draft)| !is_aside(instrument, draft, now));
    let go_on = go_on.max_by_key(|(id, draft)| (draft.changed, *id)).map(|(id, _)| *id);
    let aside =
        drafts().filter(|(_, draft)| is_aside(instrument, draft, now)).map(|(_, draft)| draft.started);
    let finished = of_it.iter().filter_map(|(_, measure)| measure.finished).max();
    Begun { go_on, aside: aside.max().filter(|aside| finished.is_none_or(|finished| finished < *aside)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::find;

    const NOW: &str = "2026-10-16T13:00:00+02:00";

    fn at(text: &str) -> DateTime<FixedOffset> {
        text.parse().unwrap()
    }

    fn draft(number: u8, instrument: &str, started: &str) -> (RecordId, Measure) {
        let mut measure = Measure::new(find(instrument).unwrap(), "en", at(started));
        measure.answer(1, Some(1), at(started));
        (RecordId::from_random([number; 16]), measure)
    }

    fn of(instrument: &str, all: &[(RecordId, Measure)]) -> Begun {
        begun(find(instrument).unwrap(), all.iter().map(|(id, measure)| (*id, measure)), at(NOW))
    }

    #[test]
    fn a_draft_is_gone_on_with_as_long_as_the_questions_look_back() {
        let table = [
            ("phq-9", "2026-10-02T13:00:00+02:00", false),
            ("phq-9", "2026-10-02T12:59:59+02:00", true),
            ("gad-7", "2026-10-02T12:59:59+02:00", true),
            ("pcl-5", "2026-09-16T13:00:00+02:00", false),
            ("pcl-5", "2026-09-16T12:59:59+02:00", true),
        ];
        for (id, started, aside) in table {
            let (record, mut draft) = draft(1, id, started);
            assert_eq!(is_aside(find(id).unwrap(), &draft, at(NOW)), aside, "{id} {started}");
            let expected = if aside {
                Begun { go_on: None, aside: Some(at(started)) }
            } else {
                Begun { go_on: Some(record), aside: None }
            };
            assert_eq!(of(id, &[(record, draft.clone())]), expected, "{id} {started}");
            // An answer of yesterday makes those from before no younger.
            draft.answer(2, Some(1), at("2026-10-15T13:00:00+02:00"));
            assert_eq!(of(id, &[(record, draft.clone())]), expected, "{id} {started}");
            draft.finished = Some(at("2026-10-15T13:00:00+02:00"));
            assert_eq!(of(id, &[(record, draft)]), Begun::default(), "finished: {id} {started}");
        }
    }

    #[test]
    fn what_is_set_aside_is_spoken_of_until_the_next_is_finished() {
        let old = draft(1, "phq-9", "2026-09-01T13:00:00+02:00");
        let new = draft(2, "phq-9", "2026-10-15T13:00:00+02:00");
        let newer = draft(3, "phq-9", "2026-10-16T12:00:00+02:00");
        let other = draft(4, "gad-7", "2026-10-16T12:30:00+02:00");
        let aside = Some(old.1.started);
        let all = [old.clone(), newer.clone(), new.clone(), other];
        assert_eq!(of("phq-9", &all), Begun { go_on: Some(newer.0), aside });
        let mut finished = new;
        finished.1.finished = Some(at(NOW));
        assert_eq!(of("phq-9", &[old.clone(), finished.clone()]), Begun::default());
        // One that was finished before it says nothing about it.
        finished.1.finished = Some(at("2026-08-01T13:00:00+02:00"));
        assert_eq!(of("phq-9", &[finished, old]), Begun { go_on: None, aside });
    }
}
