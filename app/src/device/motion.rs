//! Whether the person asked for less movement.

/// As the device says.
#[must_use]
pub fn is_reduced() -> bool {
    let asked = web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    asked.is_some_and(|asked| asked.matches())
}
