//! course.
