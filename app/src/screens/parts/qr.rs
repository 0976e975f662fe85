//! A QR code as one path: black on white in every theme, because cameras want it so.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// Quiet zone around the code, in modules.
const BORDER: usize = 4;

/// `text` to scan.
#[component]
pub fn Qr(
    /// What is in it.
    text: String,
    /// What it is, for people who cannot see it.
    label: &'static str,
) -> impl IntoView {
    QrCode::with_error_correction_level(text, EcLevel::M).ok().map(|code| {
        let width = code.width();
        let side = width + 2 * BORDER;
        let path: String = code
            .to_colors()
            .iter()
            .enumerate()
            .filter(|(_, color)| **color == Color::Dark)
            .map(|(place, _)| (place % width + BORDER, place / width + BORDER))
            .fold(String::new(), |path, (x, y)| path + &format!("M{x} {y}h1v1h-1z"));
        view! {
            <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label shape-rendering="crispEdges">
                <rect width=side height=side fill="#fff" />
                <path d=path fill="#000" />
            </svg>
        }
    })
}
