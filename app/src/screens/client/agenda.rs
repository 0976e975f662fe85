//! What to bring to the next hour: lines, in an order of one's own, shared when their author says so.

mod before;
mod line;

use journal::{
    agenda::{Listed, current, jotting},
    record::{Agenda, Body, Item, Jotting},
    seal::{Entropy, SystemEntropy},
};
use leptos::{html::Textarea, prelude::*};
use uuid::Uuid;
use wire::ids::RecordId;

use self::{before::Before, line::Lines};
use super::{
    draft::{Draft, Shape},
    own::{course, therapist},
    share::Sharing,
};
use crate::{
    device::{clock, focus},
    screens::parts::{Busy, Troubled, day_and_time, names},
    text::agenda as words,
    vault::{Person, Trouble, Vault},
};

/// The field that lines are typed in.
const FIELD: &str = "agenda-line";

/// The list, the field, who can read it, and the lists from before.
#[component]
pub fn ToBring(
    /// The vault.
    vault: Vault,
) -> impl IntoView {
    let list = Memo::new(move |_| now(vault));
    let id = Memo::new(move |_| list.with(|list| list.as_ref().map(|list| list.id)));
    let is_empty =
        Memo::new(move |_| list.with(|list| list.as_ref().is_none_or(|list| list.agenda.items.is_empty())));
    let hour = move || {
        let hour = list.with(|list| list.as_ref().and_then(|list| list.hour.clone()));
        hour.map(|hour| words::for_hour(names::your(hour.kind), &day_and_time(hour.at)))
    };
    let draft = typing(vault);
    let change = Callback::new(move |item: Item| {
        draft.edit(|jotting| {
            jotting.id = item.id;
            jotting.text = item.text;
            jotting.changed = clock::now();
        });
        focus::on(FIELD);
    });
    view! {
        <section class="to-bring">
            <h2>{words::title()}</h2>
            {move || {
                if is_empty.get() {
                    view! { <p>{words::empty()}</p> }.into_any()
                } else {
                    view! { <Lines vault list change /> }.into_any()
                }
            }}
            <Typing vault draft list />
            {move || (!is_empty.get()).then(|| view! { <p class="quiet">{hour()}</p> })}
            {move || id.get().filter(|_| !is_empty.get()).map(|id| view! { <Sharing vault id /> })}
            <Before vault />
        </section>
    }
}

/// The list for the next hour; tracked.
fn now(vault: Vault) -> Option<Listed> {
    let (course, now) = (course(vault), vault.now.get());
    let me = vault.me()?;
    vault.records.with(|records| current(records, me, &course, now))
}

/// A draft of the line being typed. It is a record of its own, so that no half sentence goes to who can read the
/// list.
fn typing(vault: Vault) -> Draft<Jotting> {
    let there = vault.me().and_then(|me| {
        vault.records.with_untracked(|records| jotting(records, me).map(|(id, there)| (id, there.clone())))
    });
    let list = untrack(|| now(vault));
    let (id, mut line) = there.unwrap_or_else(|| (Vault::new_id(), Jotting::new(fresh(), clock::now())));
    if line.pending(list.as_ref().map(|list| &list.agenda)).is_none() {
        line = Jotting { text: String::new(), id: fresh(), ..line };
    }
    let shape = Shape {
        to: |line: &Jotting| Body::Jotting(line.clone()),
        from: |body| if let Body::Jotting(line) = body { Some(line.clone()) } else { None },
    };
    Draft::begin(vault, id, line, shape)
}

fn fresh() -> Uuid {
    uuid::Builder::from_random_bytes(SystemEntropy.bytes16()).into_uuid()
}

/// Changes the list for the next hour, as it is on this device now; begins one where there is none.
pub fn change_list(vault: Vault, change: impl FnOnce(&mut Agenda)) -> Result<(), Trouble> {
    let id = untrack(|| now(vault)).map_or_else(Vault::new_id, |list| list.id);
    let there = vault.freshest(id).and_then(|record| record.agenda().cloned());
    let mut agenda = there.unwrap_or_else(|| Agenda::new(clock::now()));
    change(&mut agenda);
    vault.write(id, Body::Agenda(agenda))?;
    vault.flush();
    Ok(())
}

/// Who can read the list for the next hour, and what is put on it from then on; tracked.
pub fn read_by(vault: Vault) -> Option<Person> {
    let id = now(vault)?.id;
    let is_read = vault.with_record(id, |record| !record.recipients.is_empty());
    therapist(vault).filter(|_| is_read == Some(true))
}

/// Puts a passage of an entry on the list, once.
pub fn star(vault: Vault, entry: RecordId, question: Option<String>, text: &str) -> Result<(), Trouble> {
    let item = Item { entry: Some(entry), question, ..Item::line(fresh(), text.to_owned(), clock::now()) };
    change_list(vault, |agenda| {
        if !agenda.has(entry, text) {
            agenda.put(item);
        }
    })
}

#[component]
fn Typing(vault: Vault, draft: Draft<Jotting>, list: Memo<Option<Listed>>) -> impl IntoView {
    let busy = Busy::new();
    let field = NodeRef::<Textarea>::new();
    let is_change = Memo::new(move |_| {
        let id = draft.value.with(|line| line.id);
        list.with(|list| list.as_ref().is_some_and(|list| list.agenda.items.iter().any(|item| item.id == id)))
    });
    let is_blank = Memo::new(move |_| draft.value.with(|line| line.text.trim().is_empty()));
    Effect::new(move |_| {
        let text = draft.value.with(|line| line.text.clone());
        if let Some(field) = field.get().filter(|field| field.value() != text) {
            field.set_value(&text);
        }
    });
    let put = move || {
        if is_blank.get_untracked() {
            return;
        }
        let (id, text) = draft.value.with_untracked(|line| (line.id, line.text.trim().to_owned()));
        busy.start(async move {
            // First on the list, then out of the field: whatever ends in between, the words are there.
            change_list(vault, |agenda| agenda.put(Item::line(id, text, clock::now())))?;
            draft.edit(|line| {
                line.id = fresh();
                line.text.clear();
                line.changed = clock::now();
            });
            draft.keep_now();
            focus::on(FIELD);
            Ok(())
        });
    };
    view! {
        <form
            autocomplete="off"
            class="field line-field"
            on:submit=move |event| {
                event.prevent_default();
                put();
            }
        >
            <label for=FIELD>{move || if is_change.get() { words::change_line() } else { words::add() }}</label>
            <textarea
                id=FIELD
                rows="2"
                node_ref=field
                autocapitalize="sentences"
                on:input:target=move |event| {
                    let text = event.target().value();
                    draft.edit(|line| {
                        line.text = text;
                        line.changed = clock::now();
                    });
                }
            ></textarea>
            <p class="line-end">
                <span role="status" class="kept">{move || (!is_blank.get()).then(|| draft.state())}</span>
                <button type="submit" class="second" aria-disabled=move || is_blank.get().then_some("true")>
                    {words::put()}
                </button>
            </p>
            <Troubled trouble=draft.trouble() />
            <Troubled trouble=busy.trouble />
        </form>
    }
    .into_any()
}
