//! The lines of the list: moved by dragging, by buttons or by keys.

use journal::{agenda::Listed, record::Item};
use leptos::prelude::*;
use leptos_router::components::A;
use uuid::Uuid;

use super::change_list;
use crate::{
    device::{clock, drag, focus},
    screens::parts::{Busy, Icon, Shape, Troubled, once},
    text::agenda as words,
    vault::Vault,
};

/// What is being dragged, and the place under it.
type Drag = RwSignal<Option<(Uuid, usize)>>;

/// The list itself.
#[component]
pub fn Lines(vault: Vault, list: Memo<Option<Listed>>, change: Callback<Item>) -> impl IntoView {
    let busy = Busy::new();
    let said = RwSignal::new(String::new());
    let drag: Drag = RwSignal::new(None);
    let items = Memo::new(move |_| {
        list.with(|list| list.as_ref().map_or_else(Vec::new, |list| list.agenda.items.clone()))
    });
    let move_to = Callback::new(move |(id, place): (Uuid, usize)| {
        let of = items.with_untracked(Vec::len);
        busy.start(async move {
            change_list(vault, |agenda| agenda.move_to(id, place, clock::now()))?;
            said.set(words::moved(place + 1, of));
            focus::soon(&handle_id(id));
            Ok(())
        });
    });
    let off = Callback::new(move |id: Uuid| {
        busy.start(async move {
            let which = list.with_untracked(|list| list.as_ref().map(|list| list.id));
            let before = which.and_then(|which| vault.freshest(which));
            change_list(vault, |agenda| agenda.take_off(id, clock::now()))?;
            if let Some(before) = before {
                vault.undo_to(before, words::taken_off());
            }
            Ok(())
        });
    });
    let placed = move || -> Vec<(usize, Item)> { items.get().into_iter().enumerate().collect() };
    view! {
        <ol class="rows agenda">
            <For
                each=placed
                key=|(place, item)| (item.id, item.text.clone(), *place)
                children=move |(place, item)| {
                    let at_end = move || place + 1 == items.with(Vec::len);
                    view! { <Line item place last=Signal::derive(at_end) drag move_to off change /> }
                }
            />
        </ol>
        <p class="hidden-text" role="status">{said}</p>
        <Troubled trouble=busy.trouble />
    }
    .into_any()
}

#[component]
fn Line(
    item: Item,
    place: usize,
    last: Signal<bool>,
    drag: Drag,
    move_to: Callback<(Uuid, usize)>,
    off: Callback<Uuid>,
    change: Callback<Item>,
) -> impl IntoView {
    let id = item.id;
    let is_under =
        move || drag.with(|drag| drag.is_some_and(|(dragged, under)| under == place && dragged != id));
    let is_dragged = move || drag.with(|drag| drag.is_some_and(|(dragged, _)| dragged == id));
    let quoted = if item.entry.is_some() { format!("“{}”", item.text) } else { item.text.clone() };
    let own = item.entry.is_none();
    let from = item.entry.map(|entry| {
        view! { <A href=format!("/app/entry/{entry}") attr:class="text">{words::from_page()}</A> }
    });
    let actions = words::actions(&item.text);
    let again = item.clone();
    view! {
        <li data-place=place class:under=is_under class:dragged=is_dragged>
            <details>
                <summary id=handle_id(id) on:keydown=move |event| {
                    let to = match event.key().as_str() {
                        "ArrowUp" if event.alt_key() && place > 0 => place - 1,
                        "ArrowDown" if event.alt_key() && !last.get_untracked() => place + 1,
                        _ => return,
                    };
                    event.prevent_default();
                    move_to.run((id, to));
                }>
                    <span class="words">{quoted}</span>
                </summary>
                <div class="actions" role="group" aria-label=actions>
                    {(place > 0)
                        .then(|| {
                            view! {
                                <button type="button" class="text" on:click=move |_| move_to.run((id, place - 1))>
                                    {words::up()}
                                </button>
                            }
                        })}
                    {move || {
                        (!last.get())
                            .then(|| {
                                view! {
                                    <button type="button" class="text" on:click=move |_| move_to.run((id, place + 1))>
                                        {words::down()}
                                    </button>
                                }
                            })
                    }}
                    {own
                        .then(|| {
                            view! {
                                <button type="button" class="text" on:click=move |_| change.run(again.clone())>
                                    {words::change()}
                                </button>
                            }
                        })}
                    <button type="button" class="text" on:click=once(move || off.run(id))>{words::off()}</button>
                    {from}
                </div>
            </details>
            // Only for who points: by keyboard and by ear there are the buttons.
            <span
                class="grip"
                aria-hidden="true"
                title=words::drag()
                on:pointerdown=move |event| {
                    event.prevent_default();
                    drag::hold(&event);
                    drag.set(Some((id, place)));
                }
                on:pointermove=move |event| {
                    if drag.with_untracked(Option::is_some) && let Some(under) = drag::place_under(&event) {
                        drag.set(Some((id, under)));
                    }
                }
                on:pointerup=move |_| {
                    if let Some((id, under)) = drag.get_untracked() {
                        drag.set(None);
                        if under != place {
                            move_to.run((id, under));
                        }
                    }
                }
                on:pointercancel=move |_| drag.set(None)
            >
                <Icon shape=Shape::Grip />
            </span>
        </li>
    }
    .into_any()
}

fn handle_id(id: Uuid) -> String {
    format!("line-{id}")
}
