//! What things of the journal are called.

use journal::record::Appointment;

use crate::screens::parts::appointed;
pub use crate::screens::parts::names::{dose, kind, route, scale};

/// "Integration, Thu 16 Oct, 14:00".
pub fn appointment(appointment: &Appointment) -> String {
    format!("{}, {}", kind(appointment.kind), appointed(appointment))
}
