//! What is beside the words of an entry, one under the other.

use std::time::Duration;

use journal::record::{Attachment, Opened};
use leptos::prelude::*;
use wire::ids::RecordId;

use super::{picture::picture, sketch::SketchPad};
use crate::{
    screens::parts::{Troubled, clock_time},
    text::attach as words,
    vault::{Trouble, Vault, use_vault},
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
    let any = move || !ids.with(Vec::is_empty);
    view! {
        {move || {
            any()
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
        on_cleanup(move || {
            for id in going.which.get_untracked() {
                going.gone(id);
            }
        });
        going
    }

    fn delete(self, id: RecordId) {
        self.which.update(|all| all.push(id));
        set_timeout(move || self.gone(id), UNDO);
    }

    fn undo(self, id: RecordId) {
        self.which.update(|all| all.retain(|one| *one != id));
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
    let record = Memo::new(move |_| vault.record(id));
    let is_going = Memo::new(move |_| going.which.with(|all| all.contains(&id)));
    move || {
        if is_going.get() {
            return view! {
                <li class="attachment gone" role="status">
                    {words::deleted()}
                    <button type="button" class="text" on:click=move |_| going.undo(id)>{words::undo()}</button>
                </li>
            }
            .into_any();
        }
        let found = record.get();
        let Some(attachment) = found.as_ref().and_then(Opened::attachment) else { return ().into_any() };
        view! {
            <li class="attachment">
                {shown(attachment)}
                <p class="quiet">{caption(attachment)}</p>
                {mine.then(|| {
                    let change = attachment.sketch.is_some().then(|| {
                        view! {
                            <button type="button" class="text" on:click=move |_| open.set(Some(id))>{words::change()}</button>
                        }
                    });
                    view! {
                        <div class="row-actions">
                            {change}
                            <button type="button" class="text" on:click=move |_| going.delete(id)>{words::delete()}</button>
                        </div>
                    }
                })}
            </li>
        }
        .into_any()
    }
}

fn shown(attachment: &Attachment) -> AnyView {
    attachment.sketch.as_ref().map(|sketch| picture(sketch, &attachment.about)).into_any()
}

fn caption(attachment: &Attachment) -> String {
    let about = attachment.about.trim();
    let time = clock_time(attachment.made);
    if about.is_empty() { time } else { format!("{about} · {time}") }
}
