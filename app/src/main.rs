//! The app on the phone.

fn main() {
    app::start();
}
