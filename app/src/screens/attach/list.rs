//! What is beside the words of an entry, one under the other.

use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use journal::record::{Attachment, What};
use leptos::prelude::*;
use wire::ids::RecordId;

use super::{
    describe::{Describe, ToDescribe},
    photo::Shown,
    picture::picture,
    player::Player,
    sketch::SketchPad,
};
use crate::{
    device::focus,
    screens::parts::{Busy, Troubled, clock_time, once},
    text::{attach as words, client::your_therapist},
    vault::{Trouble, Vault, Way, use_vault},
};

/// How long a deletion can be undone.
const UNDO: Duration = Duration::from_secs(8);

/// All attachments of an entry, whoever of the two looks. Its author can change and delete them.
#[component]
pub fn Attachments(
    /// The entry.
    entry: RecordId,
) -> impl IntoView {
    let vault = use_vault();
    let ids = Memo::new(move |_| {
        vault.attachments(entry).into_iter().map(|record| (record.id, record.owner)).collect::<Vec<_>>()
    });
    let going = Going::new(vault);
    let open = RwSignal::new(None::<RecordId>);
    // Whether, not which: one more must not begin the others anew.
    let any = Memo::new(move |_| !ids.with(Vec::is_empty));
    view! {
        {move || {
            any.get()
                .then(|| {
                    view! {
                        <ul class="attachments" aria-label=words::list()>
                            <For each=move || ids.get() key=|(id, _)| *id let((id, owner))>
                                <Row vault id mine=vault.me() == Some(owner) going open />
                            </For>
                        </ul>
                    }
                })
        }}
        <SketchPad entry open />
        <Troubled trouble=going.trouble />
    }
}

/// What is about to be deleted: it can be undone for a while, and is not gone before.
#[derive(Clone, Copy)]
struct Going {
    which: RwSignal<Vec<RecordId>>,
    trouble: RwSignal<Option<Trouble>>,
    vault: Vault,
}

impl Going {
    fn new(vault: Vault) -> Self {
        let going = Self { which: RwSignal::new(Vec::new()), trouble: RwSignal::new(None), vault };
        let all_gone = move || going.which.get_untracked().into_iter().for_each(|id| going.gone(id));
        // Locking is a new page: what was deleted must not be back then.
        let leaving = window_event_listener_untyped("pagehide", move |_| {
            all_gone();
            vault.hasten();
        });
        on_cleanup(move || {
            leaving.remove();
            all_gone();
        });
        going
    }

    fn delete(self, id: RecordId) {
        self.which.update(|all| all.push(id));
        focus::soon(&undo_id(id));
        set_timeout(move || self.gone(id), UNDO);
    }

    fn undo(self, id: RecordId) {
        self.which.update(|all| all.retain(|one| *one != id));
    }

    fn bring_back(self, id: RecordId) {
        self.undo(id);
        focus::soon(&delete_id(id));
    }

    fn gone(self, id: RecordId) {
        // Undone, or the list is gone and this was done on leaving.
        if self.which.try_with_untracked(|all| all.contains(&id)) != Some(true) {
            return;
        }
        self.undo(id);
        self.trouble.set(self.vault.delete(id).err());
    }
}

#[component]
fn Row(
    vault: Vault,
    id: RecordId,
    mine: bool,
    going: Going,
    open: RwSignal<Option<RecordId>>,
) -> impl IntoView {
    let found = Memo::new(move |_| vault.record(id).and_then(|record| record.attachment().cloned()));
    let about = about_of(found);
    let describes = RwSignal::new(false);
    // Only what it is: other words for it, a new revision or another reader must not stop what is playing.
    let content = without_words(found);
    if !mine {
        // It was opened by being on the screen; its author sees that, as of a page.
        Effect::new(move |_| {
            if found.with(Option::is_some) && vault.mark_read(id).is_err() {
                // The page above says that the reading could not be told.
                vault.now.track();
            }
        });
    }
    let is_going = Memo::new(move |_| going.which.with(|all| all.contains(&id)));
    move || {
        if is_going.get() {
            return view! {
                <li class="attachment gone" role="status">
                    {words::deleted()}
                    <button type="button" class="text" id=undo_id(id) on:click=once(move || going.bring_back(id))>
                        {words::undo()}
                    </button>
                </li>
            }
            .into_any();
        }
        let Some(attachment) = content.get() else { return ().into_any() };
        let attachment = &attachment;
        let made = attachment.made;
        // A drawing is said in words on its sheet; what still grows is written to by whoever hears it.
        let can_describe = attachment.sketch.is_none() && !attachment.is_growing();
        view! {
            <li class="attachment">
                {shown(vault, id, attachment, about)}
                <p class="quiet">{move || caption(&about.get(), made)}{mine.then(|| view! { <Where vault id /> })}</p>
                {mine.then(|| view! { <Shared vault id /> })}
                {move || (mine && can_describe && describes.get()).then(|| view! { <Describe vault id /> })}
                {mine.then(|| {
                    let describe = can_describe.then(|| view! { <ToDescribe open=describes /> });
                    let change = attachment.sketch.is_some().then(|| {
                        view! {
                            <button type="button" class="text" on:click=once(move || open.set(Some(id)))>{words::change()}</button>
                        }
                    });
                    view! {
                        <div class="row-actions">
                            {describe}
                            {change}
                            <button type="button" class="text" id=delete_id(id) on:click=once(move || going.delete(id))>
                                {words::delete()}
                            </button>
                        </div>
                    }
                })}
            </li>
        }
        .into_any()
    }
}

fn undo_id(id: RecordId) -> String {
    format!("undo-{id}")
}

fn delete_id(id: RecordId) -> String {
    format!("delete-{id}")
}

/// The words for it; tracked.
pub(super) fn about_of(found: Memo<Option<Attachment>>) -> Memo<String> {
    Memo::new(move |_| {
        found.with(|found| found.as_ref().map(|one| one.about.trim().to_owned()).unwrap_or_default())
    })
}

/// What it is, whatever the words for it are.
pub(super) fn without_words(found: Memo<Option<Attachment>>) -> Memo<Option<Attachment>> {
    Memo::new(move |_| found.get().map(|one| Attachment { about: String::new(), ..one }))
}

/// The drawing, the sound or the photo itself.
pub(super) fn shown(vault: Vault, id: RecordId, attachment: &Attachment, about: Memo<String>) -> AnyView {
    if let Some(sketch) = attachment.sketch.clone() {
        return (move || picture(&sketch, &about.get())).into_any();
    }
    match (attachment.what, &attachment.blob) {
        (_, Some(blob)) if blob.chunks == 0 => view! { <p class="quiet">{words::growing()}</p> }.into_any(),
        (What::Voice, Some(blob)) => {
            let millis = blob.millis.unwrap_or_default();
            view! { <Player vault id millis /> }.into_any()
        }
        (What::Photo, Some(_)) => {
            let preview = attachment.preview.clone();
            view! { <Shown vault id about preview /> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// Where the bytes are, in words; nothing where everything is in the record.
#[component]
fn Where(vault: Vault, id: RecordId) -> impl IntoView {
    let way = Memo::new(move |_| vault.way(id));
    view! {
        <span role="status">
            {move || {
                let said = match way.get()? {
                    Way::Growing => return None,
                    Way::Here => words::here(),
                    Way::Full => words::full(),
                    Way::Everywhere => words::everywhere(),
                };
                Some(format!(" · {said}"))
            }}
        </span>
    }
}

/// Who sees it: chosen one by one, once the page itself is shared.
#[component]
fn Shared(vault: Vault, id: RecordId) -> impl IntoView {
    let busy = Busy::new();
    // Who reads the page it stands on, and not whoever reads beside them for a while.
    let person = Memo::new(move |_| vault.therapist().filter(|person| person.verified));
    let readers = Memo::new(move |_| vault.record(id).map(|record| record.recipients).unwrap_or_default());
    let offered = Memo::new(move |_| {
        let entry = vault.record(id)?.attachment()?.entry;
        vault.record(entry).map(|entry| !entry.recipients.is_empty())
    });
    move || {
        let person = person.get()?;
        let name = person.name.clone().unwrap_or_else(|| your_therapist().into());
        let account = person.account;
        let shared = readers.with(|readers| readers.contains(&account));
        if !shared && offered.get() != Some(true) {
            return None;
        }
        // They take each other's place.
        let share = once(move || {
            busy.start(async move {
                let record = vault.freshest(id).ok_or(Trouble::Unexpected)?;
                vault.share(id, record.body, &[account])
            });
        });
        let take_back = once(move || busy.start(async move { vault.take_back(id) }));
        Some(view! {
            <div class="attachment-seen">
                {if shared {
                    view! {
                        <span>{words::shared(&name)}</span>
                        <button type="button" class="text" on:click=take_back>{words::take_back()}</button>
                    }
                        .into_any()
                } else {
                    view! {
                        <span class="quiet">{words::private()}</span>
                        <button type="button" class="text" on:click=share>{words::share(&name)}</button>
                    }
                        .into_any()
                }}
            </div>
            <Troubled trouble=busy.trouble />
        })
    }
}

/// What it shows or says, and when it was made.
pub(super) fn caption(about: &str, made: DateTime<FixedOffset>) -> String {
    let time = clock_time(made);
    if about.is_empty() { time } else { format!("{about} · {time}") }
}
