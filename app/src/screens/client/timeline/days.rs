//! The days near the screen, and empty room for all others.

use std::{ops::Range, sync::Arc, time::Duration};

use chrono::NaiveDate;
use journal::{
    course::Course,
    search::Query,
    timeline::{Filter, Line, attached, months, partly_shared},
};
use leptos::{html::Div, leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{
    heights::Heights,
    place::Place,
    row::{Around, row},
};
use crate::{
    screens::parts::{Rows, month, whole_day},
    text::timeline as said,
    vault::use_vault,
};

/// How much is there above and below the screen, in CSS pixels.
const NEAR: f64 = 900.0;
/// After the last move of the list until its place is kept.
const REST: Duration = Duration::from_millis(150);
/// From how many months on one can go to one of them.
const MANY_MONTHS: usize = 3;

/// The list and what moves it.
#[derive(Clone, Copy)]
struct Sight {
    list: NodeRef<Div>,
    heights: StoredValue<Heights>,
    days: Memo<Vec<(NaiveDate, usize)>>,
    /// Which days are there.
    shown: RwSignal<Range<usize>>,
    /// The room above them and below.
    room: RwSignal<(f64, f64)>,
    looking: StoredValue<bool>,
    resting: StoredValue<Option<TimeoutHandle>>,
}

/// Day after day, newest first.
#[component]
pub fn Days(
    /// All of them.
    lines: Memo<Arc<[Line]>>,
    /// What has begun so far.
    course: Memo<Course>,
    /// What is looked for.
    filter: Memo<Filter>,
    /// What is searched for, to be marked.
    query: Memo<Query>,
    /// Where somebody was before.
    came_back: Option<Place>,
) -> impl IntoView {
    let days = Memo::new(move |_| lines.with(|lines| grouped(lines)));
    let sight = Sight {
        list: NodeRef::new(),
        heights: StoredValue::default(),
        days,
        shown: RwSignal::new(0..0),
        room: RwSignal::default(),
        looking: StoredValue::new(false),
        resting: StoredValue::new(None),
    };
    Effect::new(move |before: Option<()>| {
        days.with(|days| sight.heights.update_value(|heights| heights.set_days(days.iter().copied())));
        sight.look();
        if let Some(place) = came_back.filter(|_| before.is_none()) {
            sight.go_to(place);
        }
    });
    let scrolled = window_event_listener_untyped("scroll", move |_| sight.moved());
    let resized = window_event_listener_untyped("resize", move |_| sight.moved());
    on_cleanup(move || {
        scrolled.remove();
        resized.remove();
        if let Some(timer) = sight.resting.get_value() {
            timer.clear();
        }
    });
    let vault = use_vault();
    let kind = Memo::new(move |_| filter.with(|filter| filter.kind));
    // Once for all rows, each of which would have to look through everything.
    let attached = Memo::new(move |_| {
        let me = vault.me();
        me.map(|me| vault.records.with(|records| attached(records, me, kind.get()))).unwrap_or_default()
    });
    let partly = Memo::new(move |_| {
        vault.me().map(|me| vault.records.with(|records| partly_shared(records, me))).unwrap_or_default()
    });
    let around = Around { vault, course, query, attached, partly };
    let shown = move || days.with(|days| days.get(sight.shown.get()).map(<[_]>::to_vec)).unwrap_or_default();
    let high = |pixels: f64| format!("{pixels:.0}px");
    view! {
        <Months lines sight />
        // Where somebody was is kept before a touch on a row leads away.
        <div node_ref=sight.list on:click=move |_| sight.keep_place()>
            <div style:block-size=move || high(sight.room.get().0)></div>
            <For each=shown key=|(day, _)| *day children=move |(day, _)| section(day, lines, course, around) />
            <div style:block-size=move || high(sight.room.get().1)></div>
        </div>
    }
}

fn grouped(lines: &[Line]) -> Vec<(NaiveDate, usize)> {
    let days = lines.chunk_by(|one, next| one.day == next.day);
    days.filter_map(|day| Some((day.first()?.day, day.len()))).collect()
}

/// One day, with where it stands in the course.
fn section(day: NaiveDate, lines: Memo<Arc<[Line]>>, course: Memo<Course>, around: Around) -> AnyView {
    let rows = Memo::new(move |_| {
        lines.with(|lines| {
            let begin = lines.partition_point(|line| line.day > day);
            lines.iter().skip(begin).take_while(|line| line.day == day).copied().collect::<Vec<_>>()
        })
    });
    let stand = move || {
        let stand = course.with(|course| course.stand_of(day));
        stand.map(|(number, days)| said::stand(number, days))
    };
    view! {
        <section class="day" data-day=day.to_string()>
            <h2>{whole_day(day)} <span class="stand-of">{stand}</span></h2>
            <ul class="rows">
                <Rows each=move || rows.get() key=|line| (line.what, line.at) row=move |line| row(line, around) />
            </ul>
        </section>
    }
    .into_any()
}

/// To a month at once, where there are many.
#[component]
fn Months(lines: Memo<Arc<[Line]>>, sight: Sight) -> impl IntoView {
    let all = Memo::new(move |_| lines.with(|lines| months(lines)));
    let go = move |chosen: String| {
        if let Ok(day) = chosen.parse() {
            sight.go_to(Place { day, below: 0.0 });
        }
    };
    move || {
        let all = all.get();
        (all.len() >= MANY_MONTHS).then(|| {
            let options =
                all.into_iter().map(|day| view! { <option value=day.to_string()>{month(day)}</option> });
            view! {
                <p class="months">
                    <label for="month">{said::month()}</label>
                    <select id="month" on:change:target=move |event| go(event.target().value())>
                        {options.collect_view()}
                    </select>
                </p>
            }
        })
    }
}

impl Sight {
    /// The list moved: what is near the screen is looked at once a frame, and the place is kept when it rests.
    fn moved(self) {
        if self.looking.try_update_value(|looking| std::mem::replace(looking, true)) == Some(false) {
            request_animation_frame(move || {
                if self.looking.try_set_value(false).is_none() {
                    self.look();
                }
            });
        }
        if let Some(timer) = self.resting.get_value() {
            timer.clear();
        }
        self.resting.set_value(set_timeout_with_handle(move || self.keep_place(), REST).ok());
    }

    /// How far the top of the list is above the top of the screen.
    fn above(self) -> Option<f64> {
        let list = self.list.try_get_untracked().flatten()?;
        Some(-list.get_bounding_client_rect().top())
    }

    /// Puts the days there that are near the screen.
    fn look(self) {
        let above = self.above().unwrap_or_default();
        let screen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0);
        let (range, room) = self.heights.with_value(|heights| {
            let range = heights.between(above - NEAR, above + screen + NEAR);
            let room = (heights.top(range.start), heights.total() - heights.top(range.end));
            (range, room)
        });
        self.room.set(room);
        self.shown.set(range);
        request_animation_frame(move || {
            self.measure();
        });
    }

    /// Measures the days that are there.
    fn measure(self) {
        let (Some(above), Some(list)) = (self.above(), self.list.try_get_untracked().flatten()) else {
            return;
        };
        let mut found = Vec::new();
        let mut next = list.first_element_child();
        while let Some(child) = next {
            if let Some(day) = child.get_attribute("data-day").and_then(|day| day.parse().ok()) {
                found.push((day, child.get_bounding_client_rect().height()));
            }
            next = child.next_element_sibling();
        }
        let grown =
            self.heights.try_update_value(|heights| heights.measure(&found, above)).unwrap_or_default();
        // Where the browser does not hold on to what is on the screen, we do.
        if grown != 0.0 && above > 0.0 && !holds_on() {
            window().scroll_by_with_x_and_y(0.0, grown);
        }
    }

    /// Moves the list so that a day is at the top of the screen; twice, because what was only guessed is measured
    /// once it is there.
    fn go_to(self, place: Place) {
        let scroll = move || {
            let Some(above) = self.above() else { return };
            let top = self.heights.with_value(|heights| heights.top(heights.place_of(place.day)));
            window().scroll_by_with_x_and_y(0.0, top + place.below - above);
            self.look();
        };
        request_animation_frame(move || {
            scroll();
            request_animation_frame(move || {
                self.measure();
                scroll();
            });
        });
    }

    fn keep_place(self) {
        let Some(above) = self.above() else { return };
        let place = self.heights.with_value(|heights| {
            let place = heights.at(above);
            let day = self.days.with_untracked(|days| days.get(place).map(|(day, _)| *day))?;
            Some(Place { day, below: above - heights.top(place) })
        });
        if let Some(place) = place {
            place.keep();
        }
    }
}

/// Whether the browser keeps what is on the screen in its place while something above it grows.
fn holds_on() -> bool {
    web_sys::css::supports("overflow-anchor: auto").unwrap_or_default()
}
