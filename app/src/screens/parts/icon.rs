//! A dozen line icons, one stroke.

use leptos::prelude::*;

/// Which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Help now.
    Ring,
    /// Back.
    Back,
    /// You.
    Person,
    /// Today.
    Leaf,
    /// Journal.
    Book,
    /// For session, clients.
    Talk,
    /// Invite.
    Plus,
    /// A drawing.
    Pen,
    /// A voice note.
    Voice,
    /// A photo.
    Photo,
    /// An answer that asks for care.
    Flag,
    /// To drag by.
    Grip,
}

impl Shape {
    const fn path(self) -> &'static str {
        match self {
            Self::Ring => {
                "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Zm-5.5 0a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM5.6 5.6l3.9 3.9m5 5 3.9 3.9m0-12.8-3.9 3.9m-5 5-3.9 3.9"
            }
            Self::Back => "M15 5l-7 7 7 7",
            Self::Person => "M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM4.5 20c.8-4 3.7-6 7.5-6s6.700 2 7.500 6",
            Self::Leaf => "M5 19C5 10 10 5 20 4c0 10-4 15-11 15-1.600 0-3-.400-4-1m0 2c2-5 5-8 9-10",
            Self::Book => "M12 6c-2-1.600-5-2-8-2v14c3 0 6 .4 8 2 2-1.600 5-2 8-2V4c-3 0-6 .4-8 2Zm0 0v14",
            Self::Talk => "M4 5h16v11H11l-5 4v-4H4Z",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Pen => "M4 20l1-4.500L16.500 4l3.500 3.500L8.500 19 4 20Zm10-13.500 3.500 3.500",
            Self::Voice => "M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM6 11a6 6 0 0 0 12 0M12 17v4",
            Self::Flag => "M6 21V4m0 0h11l-2.500 4L17 12H6",
            Self::Photo => {
                "M4 7h3.500L9 5h6l1.500 2H20v12H4Zm11.500 5.500a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0Z"
            }
            Self::Grip => "M6 9h12M6 15h12",
        }
    }
}

/// One icon; the word beside it says what it is.
#[component]
pub fn Icon(
    /// Which one.
    shape: Shape,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=shape.path() />
        </svg>
    }
}
