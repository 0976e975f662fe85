//! A drawing as strokes: what was drawn, smoothed into paths, and undone.
//!
//! A sheet is [`WIDTH`] by [`HEIGHT`] units whatever the screen, so that a drawing is the same on every device.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

/// The width of a sheet, units.
pub const WIDTH: i16 = 2000;
/// The height of a sheet, units.
pub const HEIGHT: i16 = 2400;
/// Points nearer to the last one than this say nothing new, units.
const NEAR: i32 = 5;
/// Points nearer to the last one than this are not seen in a picture as small as a thumb, units.
const ROUGH: i16 = 40;
/// Most numbers in one drawing: a quarter of the largest record, so that saving stays quick.
pub const MOST: usize = 60_000;

/// A colour, by name: what it looks like depends on light, dark and dim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ink {
    /// As the words.
    #[default]
    Ink,
    /// Green.
    Pine,
    /// Violet.
    Plum,
    /// Yellow brown.
    Ochre,
}

impl Ink {
    /// All, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Ink, Self::Pine, Self::Plum, Self::Ochre];
}

/// One stroke.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stroke {
    /// Its colour.
    pub ink: Ink,
    /// Its thickness, units.
    pub width: u16,
    /// x and y of the first point, then of each step to the next one.
    at: Vec<i16>,
}

impl Stroke {
    /// Put down at a point. `pressure` is 0 to 1; what cannot feel it says a half, or nothing.
    #[must_use]
    pub fn begin(ink: Ink, width: u16, pressure: f32, (x, y): (i16, i16)) -> Self {
        let felt = if pressure > 0.0 { pressure.clamp(0.2, 1.0) } else { 0.5 };
        // A half is the width that was chosen; the heaviest hand makes it half as wide again.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small number above zero"
        )]
        let width = (f32::from(width) * (0.5 + felt)).round() as u16;
        Self { ink, width: width.max(1), at: vec![x.clamp(0, WIDTH), y.clamp(0, HEIGHT)] }
    }

    /// Goes on to a point; false when it is too near to the last one to matter.
    pub fn go_to(&mut self, (x, y): (i16, i16)) -> bool {
        let (x, y) = (x.clamp(0, WIDTH), y.clamp(0, HEIGHT));
        let Some((from_x, from_y)) = self.points().last() else { return false };
        let (dx, dy) = (x - from_x, y - from_y);
        if i32::from(dx).abs() + i32::from(dy).abs() < NEAR {
            return false;
        }
        self.at.extend([dx, dy]);
        true
    }

    /// The points, one after the other. Numbers from elsewhere stay on the sheet.
    pub fn points(&self) -> impl Iterator<Item = (i16, i16)> + '_ {
        let (mut x, mut y) = (0_i16, 0_i16);
        self.at.chunks_exact(2).map(move |step| {
            if let [dx, dy] = step {
                x = x.saturating_add(*dx).clamp(0, WIDTH);
                y = y.saturating_add(*dy).clamp(0, HEIGHT);
            }
            (x, y)
        })
    }

    /// As the `d` of an SVG path: curves through the middles between points, so that no corner shows. A dot is a
    /// line of no length, which round ends make a dot.
    #[must_use]
    pub fn path(&self) -> String {
        let points: Vec<(i16, i16)> = self.points().collect();
        let mut out = String::with_capacity(points.len() * 16);
        let (Some((x, y)), Some((last_x, last_y))) = (points.first(), points.last()) else { return out };
        // Writing into a string cannot fail.
        let _written = write!(out, "M{x} {y}");
        for pair in points.windows(2).skip(1) {
            if let [(x, y), (next_x, next_y)] = pair {
                let middle = |one: i16, other: i16| i32::midpoint(i32::from(one), i32::from(other));
                let _written = write!(out, "Q{x} {y} {} {}", middle(*x, *next_x), middle(*y, *next_y));
            }
        }
        let _written = write!(out, "L{last_x} {last_y}");
        out
    }

    /// The same for a picture as small as a thumb: straight lines, without the points that are not seen there.
    #[must_use]
    pub fn rough(&self) -> String {
        let mut out = String::new();
        let mut last: Option<(i16, i16)> = None;
        let mut points = self.points().peekable();
        while let Some((x, y)) = points.next() {
            // Writing into a string cannot fail.
            let _written = match last {
                None => write!(out, "M{x} {y}L{x} {y}"),
                Some((from_x, from_y)) => {
                    let far = (x - from_x).abs() + (y - from_y).abs();
                    if far < ROUGH && points.peek().is_some() {
                        continue;
                    }
                    write!(out, "L{x} {y}")
                }
            };
            last = Some((x, y));
        }
        out
    }
}

/// All strokes, the first one undermost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    /// In the order they were drawn.
    pub strokes: Vec<Stroke>,
}

impl Sketch {
    /// Whether nothing is drawn.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.strokes.is_empty()
    }

    /// Whether no more fits on this sheet.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.strokes.iter().map(|stroke| stroke.at.len()).sum::<usize>() >= MOST
    }
}

/// What undo takes away again.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Done {
    Drew,
    Cleared(Vec<Stroke>),
}

/// A sheet being drawn on: each stroke, and clearing the sheet, can be undone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pad {
    sketch: Sketch,
    live: Option<Stroke>,
    done: Vec<Done>,
}

impl Pad {
    /// Goes on with a drawing; also what was drawn before can be undone.
    #[must_use]
    pub fn of(sketch: Sketch) -> Self {
        let done = vec![Done::Drew; sketch.strokes.len()];
        Self { sketch, live: None, done }
    }

    /// The strokes that are finished.
    #[must_use]
    pub fn finished(&self) -> &[Stroke] {
        &self.sketch.strokes
    }

    /// The stroke under the pen.
    #[must_use]
    pub const fn live(&self) -> Option<&Stroke> {
        self.live.as_ref()
    }

    /// All of it, with the stroke under the pen as far as it has come.
    #[must_use]
    pub fn sketch(&self) -> Sketch {
        let strokes = self.sketch.strokes.iter().chain(&self.live).cloned().collect();
        Sketch { strokes }
    }

    /// Puts the pen down; a stroke that was under way is finished first. False when the sheet is full.
    pub fn down(&mut self, stroke: Stroke) -> bool {
        self.up();
        if self.sketch.is_full() {
            return false;
        }
        self.live = Some(stroke);
        true
    }

    /// Moves the pen; false when nothing changed.
    pub fn go_to(&mut self, point: (i16, i16)) -> bool {
        self.live.as_mut().is_some_and(|stroke| stroke.go_to(point))
    }

    /// Lifts the pen.
    pub fn up(&mut self) {
        if let Some(stroke) = self.live.take() {
            self.sketch.strokes.push(stroke);
            self.done.push(Done::Drew);
        }
    }

    /// Whether there is something to undo.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Takes the last thing back.
    pub fn undo(&mut self) {
        self.up();
        match self.done.pop() {
            Some(Done::Drew) => drop(self.sketch.strokes.pop()),
            Some(Done::Cleared(strokes)) => self.sketch.strokes = strokes,
            None => {}
        }
    }

    /// Empties the sheet, which can be undone.
    pub fn clear(&mut self) {
        self.up();
        if !self.sketch.is_empty() {
            self.done.push(Done::Cleared(std::mem::take(&mut self.sketch.strokes)));
        }
    }
}

#[cfg(test)]
mod tests;
