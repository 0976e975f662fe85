//! Where the browser keeps lines of text that are read and written at once.

use web_sys::Storage;

/// None where the browser keeps nothing.
pub(super) fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
