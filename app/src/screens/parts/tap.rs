//! A tap that counts once.

use leptos::ev::MouseEvent;

use crate::device::tap::is_second;

/// For a button that goes or changes when it is pressed: a second tap would fall on what has taken its place. With it a
/// double tap is one tap.
pub fn once(act: impl Fn() + 'static) -> impl Fn(MouseEvent) + 'static {
    move |click| {
        if !is_second(&click) {
            act();
        }
    }
}
