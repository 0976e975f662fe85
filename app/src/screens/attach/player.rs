//! A voice note, heard where it lies; fetched first where it does not.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::HtmlAudioElement;
use wire::ids::RecordId;

use super::voice::minutes;
use crate::{
    device::media::Address,
    screens::parts::{Busy, Troubled},
    text::attach as words,
    vault::{Trouble, Vault},
};

/// The sound while it is played. Dropped, it is silent.
struct Sound {
    audio: HtmlAudioElement,
    _address: Address,
    _moved: Closure<dyn FnMut()>,
    _ended: Closure<dyn FnMut()>,
}

impl Drop for Sound {
    fn drop(&mut self) {
        self.audio.set_ontimeupdate(None);
        self.audio.set_onended(None);
        // One that does not play is silent already.
        drop(self.audio.pause());
    }
}

/// Play, pause, and where it is.
#[component]
pub fn Player(
    /// The vault.
    vault: Vault,
    /// The attachment.
    id: RecordId,
    /// How long it is, milliseconds.
    millis: u32,
) -> impl IntoView {
    let sound = StoredValue::new_local(Rc::new(RefCell::new(None::<Sound>)));
    let playing = RwSignal::new(false);
    let at = RwSignal::new(0_i64);
    let fetched = RwSignal::new(None::<(u32, u32)>);
    let busy = Busy::new();
    on_cleanup(move || {
        if let Some(sound) = sound.try_get_value() {
            drop(sound.borrow_mut().take());
        }
    });
    let press = move |_| {
        let here = sound.get_value();
        if let Some(sound) = here.borrow().as_ref() {
            if playing.get_untracked() {
                drop(sound.audio.pause());
                playing.set(false);
            } else if sound.audio.play().is_ok() {
                playing.set(true);
            }
            return;
        }
        busy.start(async move {
            let got = vault.bytes_of(id, move |have, of| fetched.set(Some((have, of)))).await;
            let _gone = fetched.try_set(None);
            let (kind, content) = got?;
            let address = Address::of(&content, kind.mime()).ok_or(Trouble::Unexpected)?;
            let audio = HtmlAudioElement::new_with_src(address.as_str()).map_err(|_| Trouble::Unexpected)?;
            let heard = audio.clone();
            let moved = Closure::<dyn FnMut()>::new(move || {
                #[expect(clippy::cast_possible_truncation, reason = "minutes, in milliseconds")]
                let now = (heard.current_time() * 1000.0) as i64;
                let _gone = at.try_set(now);
            });
            let ended = Closure::<dyn FnMut()>::new(move || {
                let _gone = playing.try_set(false);
                let _gone = at.try_set(0);
            });
            audio.set_ontimeupdate(Some(moved.as_ref().unchecked_ref()));
            audio.set_onended(Some(ended.as_ref().unchecked_ref()));
            // A browser that wants another touch first gets it with the next press.
            let begun = audio.play().is_ok();
            let Some(place) = sound.try_get_value() else { return Ok(()) };
            place.replace(Some(Sound { audio, _address: address, _moved: moved, _ended: ended }));
            let _gone = playing.try_set(begun);
            Ok(())
        });
    };
    view! {
        <div class="player">
            <button
                type="button"
                class="second"
                aria-busy=move || busy.now.get().then_some("true")
                on:click=press
            >
                {move || if playing.get() { words::pause() } else { words::play() }}
            </button>
            <span class="player-time">
                {move || minutes(at.get())} " / " {minutes(i64::from(millis))}
            </span>
            <span role="status" class="quiet">
                {move || fetched.get().map(|(have, of)| words::fetching(have, of))}
            </span>
        </div>
        <Troubled trouble=busy.trouble />
    }
}
