//! A photo: taken or chosen, drawn anew without anything that the phone wrote into it.

use journal::{
    course::Moment,
    record::{Attachment, Body, Entry, Media, Preview, What},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use wire::ids::RecordId;

use crate::{
    device::{
        clock,
        media::{self, Address, redrawn},
    },
    screens::parts::{Busy, Icon, Shape, Troubled},
    text::attach::{self as words, photo},
    vault::{Trouble, Vault, use_vault},
};

/// The longest edge of what is kept, pixels.
const LONGEST: u32 = 2000;
/// The longest edge of what is shown at once, pixels.
const SMALL: u32 = 320;
/// Room that must be there, bytes.
const ROOM: f64 = 8e6;

/// A button that asks the phone for a photo.
#[component]
pub fn Photo(
    /// The entry it belongs to.
    entry: RecordId,
    /// Called before anything is kept, so that the entry itself is there.
    on_begin: Callback<()>,
) -> impl IntoView {
    let vault = use_vault();
    let busy = Busy::new();
    let no_picture = RwSignal::new(false);
    let chosen = move |event: leptos::ev::Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field else { return };
        let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
        // The same photo can be chosen again.
        field.set_value("");
        no_picture.set(false);
        busy.start(async move {
            if !media::has_room(ROOM).await {
                return Err(Trouble::Full);
            }
            let (Ok(large), Ok(small)) =
                (redrawn(&file, LONGEST, 0.85).await, redrawn(&file, SMALL, 0.6).await)
            else {
                let _gone = no_picture.try_set(true);
                return Ok(());
            };
            if on_begin.try_run(()).is_none() && vault.record_now(entry).is_none() {
                // The page was left with nothing on it while the photo was drawn: it gets one of its own.
                vault.write(entry, Body::Entry(Entry::new(Moment::Free, None, clock::now())))?;
            }
            let id = Vault::new_id();
            let blob = vault.keep_bytes(id, Media::Jpeg, &large.bytes).await?;
            let preview = Preview { media: Media::Jpeg, bytes: small.bytes, size: large.size };
            let attachment = Attachment::new(entry, What::Photo, clock::now());
            let attachment = Attachment { blob: Some(blob), preview: Some(preview), ..attachment };
            vault.write(id, Body::Attachment(attachment))?;
            vault.flush();
            Ok(())
        });
    };
    view! {
        <label class="chip">
            <Icon shape=Shape::Photo />
            {move || if busy.now.get() { photo::working() } else { words::photo() }}
            <input type="file" accept="image/*" class="hidden-text" on:change=chosen />
        </label>
        <div role="alert" class="trouble">
            {move || no_picture.get().then(|| view! { <p>{photo::no_picture()}</p> })}
        </div>
        <Troubled trouble=busy.trouble />
    }
}

/// A photo: at once the small one, and the whole one when asked for.
#[component]
pub fn Shown(
    /// The vault.
    vault: Vault,
    /// The attachment.
    id: RecordId,
    /// What it shows, in words.
    about: Memo<String>,
    /// The small picture.
    preview: Option<Preview>,
) -> impl IntoView {
    let label = move || {
        Some(about.get()).filter(|about| !about.is_empty()).unwrap_or_else(|| words::a_photo().into())
    };
    let size = preview.as_ref().map(|small| small.size);
    let small = preview.and_then(|small| Address::of(&small.bytes, small.media.mime()));
    let first = small.as_ref().map(|address| address.as_str().to_owned());
    // Kept as long as the picture is shown.
    let addresses = StoredValue::new_local(small.into_iter().collect::<Vec<_>>());
    let source = RwSignal::new(first);
    let whole = RwSignal::new(false);
    let fetched = RwSignal::new(None::<(u32, u32)>);
    let busy = Busy::new();
    let open = move |_| {
        busy.start(async move {
            let got = vault.bytes_of(id, move |have, of| fetched.set(Some((have, of)))).await;
            let _gone = fetched.try_set(None);
            let (kind, content) = got?;
            let address = Address::of(&content, kind.mime()).ok_or(Trouble::Unexpected)?;
            let _gone = source.try_set(Some(address.as_str().to_owned()));
            let _gone = whole.try_set(true);
            let _gone = addresses.try_update_value(|all| all.push(address));
            Ok(())
        });
    };
    view! {
        <img
            class="photo"
            class:whole=move || whole.get()
            src=move || source.get()
            alt=label
            width=size.map(|(width, _)| width)
            height=size.map(|(_, height)| height)
        />
        {move || {
            (!whole.get())
                .then(|| {
                    view! {
                        <button type="button" class="text" aria-busy=move || busy.now.get().then_some("true") on:click=open>
                            {photo::open()}
                        </button>
                    }
                })
        }}
        <span role="status" class="quiet">
            {move || fetched.get().map(|(have, of)| words::fetching(have, of))}
        </span>
        <Troubled trouble=busy.trouble />
    }
}
