//! What had the focus is taken away, and its screen stays: the focus goes to what is nearest.

use std::{cell::RefCell, iter::successors, rc::Rc};

use leptos::prelude::{request_animation_frame, window_event_listener_untyped};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit, Node};

use super::{has_none, put_on};

const SCREEN: &str = "main";
const DIALOG: &str = "dialog";
const LISTS: &str = "ul, ol, tbody, [role=list]";
const HEADINGS: &str = "h1, h2, h3";

/// What had the focus last.
#[derive(Clone)]
struct Held {
    element: Element,
    /// Everything around it, the nearest first.
    around: Vec<Element>,
    /// Its screen; nothing for what is on every screen.
    screen: Option<Element>,
    /// What opened the dialog that it is in.
    opener: Option<Element>,
    /// Whether it was seen to have the focus, as it is for whoever uses the keys.
    by_keys: bool,
}

/// Looks after it from now on. A row that is deleted and a form that closes take the focus along, and who hears the
/// screen would be put back to its beginning.
pub fn look_after(root: &HtmlElement) {
    let held: Rc<RefCell<Option<Held>>> = Rc::default();
    let latest = held.clone();
    let _always = window_event_listener_untyped("focusin", move |event| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let mut latest = latest.borrow_mut();
        *latest = element.map(|element| Held::of(element, latest.as_ref()));
    });
    let watch = Closure::<dyn FnMut()>::new(move || {
        let lost = held.borrow().as_ref().filter(|held| held.is_lost()).cloned();
        if let Some(lost) = lost {
            // What says itself where the focus goes, says it first.
            request_animation_frame(move || request_animation_frame(move || lost.go_near()));
        }
    });
    if let Ok(watcher) = MutationObserver::new(watch.as_ref().unchecked_ref()) {
        let whatever = MutationObserverInit::new();
        whatever.set_child_list(true);
        whatever.set_subtree(true);
        drop(watcher.observe_with_options(root, &whatever));
    }
    // It is called as long as the page is there.
    watch.forget();
}

impl Held {
    fn of(element: Element, before: Option<&Self>) -> Self {
        let around = successors(element.parent_element(), |one| one.parent_element()).collect();
        let screen = element.closest(SCREEN).ok().flatten();
        let before = before.filter(|_| is_in_dialog(&element));
        let opener = before.map(|before| before.opener.as_ref().unwrap_or(&before.element).clone());
        let by_keys = element.matches(":focus-visible").unwrap_or_default();
        Self { element, around, screen, opener, by_keys }
    }

    /// Where the whole screen went, the next one has its own rule.
    fn is_lost(&self) -> bool {
        let stays = self.screen.as_ref().is_none_or(|screen| screen.is_connected());
        !self.element.is_connected() && stays && has_none()
    }

    fn go_near(&self) {
        if !self.is_lost() {
            return;
        }
        let Some(place) = self.around.iter().find(|one| one.is_connected()) else { return };
        if let Some(back) = self.way_back(place).or_else(|| self.twin(place)) {
            // What is folded away takes nothing.
            drop(back.focus());
        }
        if let Some(heading) = self.heading(place).filter(|_| has_none()) {
            // Who points has the page where they left it.
            put_on(&heading, !self.by_keys);
        }
    }

    /// What opened the dialog, once the dialog is gone.
    fn way_back(&self, place: &Element) -> Option<HtmlElement> {
        let opener = self.opener.clone().filter(|opener| opener.is_connected() && !is_in_dialog(place));
        opener?.dyn_into().ok()
    }

    /// The same thing, made anew in the same place. What is like it in another row of a list is another thing.
    fn twin(&self, place: &Element) -> Option<HtmlElement> {
        if place.matches(LISTS).unwrap_or(true) {
            return None;
        }
        let (id, name) = (self.element.id(), name(&self.element));
        let all = place.get_elements_by_tag_name(&self.element.tag_name());
        let mut all = (0..all.length()).filter_map(|at| all.item(at));
        let is_it = |one: &Element| {
            if id.is_empty() { !name.is_empty() && self::name(one) == name } else { one.id() == id }
        };
        all.find(is_it)?.dyn_into().ok()
    }

    /// The heading of the part that it stood in; else the one above; of what is on every screen, that of the screen.
    fn heading(&self, place: &Element) -> Option<HtmlElement> {
        let found = match &self.screen {
            None => place.owner_document()?.query_selector("main h1").ok()?,
            Some(screen) => place.query_selector(HEADINGS).ok()?.or_else(|| above(screen, place)),
        };
        found?.dyn_into().ok()
    }
}

fn is_in_dialog(element: &Element) -> bool {
    element.closest(DIALOG).is_ok_and(|dialog| dialog.is_some())
}

fn above(screen: &Element, place: &Element) -> Option<Element> {
    let all = screen.get_elements_by_tag_name("*");
    let all = (0..all.length()).filter_map(|at| all.item(at));
    let headings = all.filter(|one| one.matches(HEADINGS).unwrap_or_default());
    let before =
        |one: &Element| place.compare_document_position(one) & Node::DOCUMENT_POSITION_PRECEDING != 0;
    headings.take_while(before).last()
}

/// What it says, whether it is seen or only heard.
fn name(element: &Element) -> String {
    let said = element.get_attribute("aria-label").or_else(|| element.text_content()).unwrap_or_default();
    said.trim().to_owned()
}
