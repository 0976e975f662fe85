//! How somebody wants the app to be, on all of their devices.

use serde::{Deserialize, Serialize};

use super::{Reminders, Rest, merge::rests};

/// How bright it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// As the device is.
    #[default]
    Device,
    /// Paper.
    Light,
    /// Night.
    Dark,
    /// For the hours after a dose.
    Dim,
}

/// How large text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    /// As designed.
    #[default]
    Usual,
    /// 115 %.
    Large,
    /// 130 %.
    Larger,
    /// 150 %.
    Largest,
}

/// One record an account. What is missing in it is as it would be without.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the screen of settings")]
pub struct Settings {
    /// Version of this body.
    pub v: u8,
    /// How bright it is.
    #[serde(default)]
    pub light: Light,
    /// How large text is.
    #[serde(default)]
    pub text: TextSize,
    /// Whether nothing moves, whatever the device says.
    #[serde(default)]
    pub still: bool,
    /// Whether the left thumb reaches what is to be reached.
    #[serde(default)]
    pub left_hand: bool,
    /// Whose crisis lines come first: an ISO 3166 code. Without one, as the browser's language says.
    #[serde(default)]
    pub country: Option<String>,
    /// Minutes without a touch or a key after which the journal locks.
    #[serde(default = "idle_minutes")]
    pub idle_minutes: u16,
    /// Minutes out of sight after which the journal locks; 0 is at once.
    #[serde(default = "hidden_minutes")]
    pub hidden_minutes: u16,
    /// Whether one tap leaves the app for a neutral page.
    #[serde(default)]
    pub quick_exit: bool,
    /// Whether the way to help may stand beside a page after certain words.
    #[serde(default = "offers_help", skip_serializing_if = "is_on")]
    pub offers_help: bool,
    /// Whether a recovery code was made that nobody has shown to have in safety.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub kit_unkept: bool,
    /// When a nudge is wanted.
    #[serde(default, skip_serializing_if = "Reminders::is_default")]
    pub reminders: Reminders,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Long enough to read one's own page, short enough for a phone that was put down.
const fn idle_minutes() -> u16 {
    15
}

/// What is as it would be without is not written.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_on(on: &bool) -> bool {
    *on
}

/// Offered, never forced; who does not want it switches it off.
const fn offers_help() -> bool {
    true
}

/// Long enough to look something up elsewhere.
const fn hidden_minutes() -> u16 {
    5
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            v: 1,
            light: Light::default(),
            text: TextSize::default(),
            still: false,
            left_hand: false,
            country: None,
            idle_minutes: idle_minutes(),
            hidden_minutes: hidden_minutes(),
            quick_exit: false,
            offers_help: offers_help(),
            kit_unkept: false,
            reminders: Reminders::default(),
            rest: Rest::new(),
        }
    }
}

/// After so many minutes untouched, or out of sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Away {
    /// Milliseconds since the last touch or key.
    pub untouched: u64,
    /// Milliseconds out of sight; `None` while in sight.
    pub hidden: Option<u64>,
}

impl Settings {
    /// What only the other device changed is as there; what both changed stays as on this one.
    #[must_use]
    pub(super) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        let mut merged = mine.clone();
        macro_rules! take_up {
            ($($field:ident)*) => {
                $(if base.is_some_and(|base| base.$field == mine.$field) {
                    merged.$field = theirs.$field.clone();
                })*
            };
        }
        take_up!(
            light text still left_hand country idle_minutes hidden_minutes quick_exit offers_help kit_unkept reminders
        );
        merged.rest = rests(&mine.rest, &theirs.rest);
        merged
    }

    /// Whether the journal is to lock now.
    #[must_use]
    pub fn locks(&self, away: Away) -> bool {
        let minutes = |minutes: u16| u64::from(minutes) * 60_000;
        // In no setting is it open for ever: what a newer or a broken app wrote must not hold the door.
        let idle = minutes(self.idle_minutes.clamp(1, 120));
        away.untouched >= idle
            || away.hidden.is_some_and(|hidden| hidden >= minutes(self.hidden_minutes.min(60)))
    }
}

#[cfg(test)]
mod tests;
