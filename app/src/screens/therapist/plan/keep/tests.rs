use chrono::DateTime;
use journal::record::AppointmentKind;
use uuid::Uuid;
use wire::ids::{Epoch, Rev};

use super::*;

fn account(number: u8) -> AccountId {
    AccountId::from_random([number; 16])
}

fn plan(record: u8, owner: u8, client: u8, appointments: &[u128], recipients: Vec<AccountId>) -> Opened {
    let appointments = appointments
        .iter()
        .map(|number| Appointment {
            id: Uuid::from_u128(*number),
            kind: AppointmentKind::Integration,
            at: DateTime::parse_from_rfc3339("2026-10-16T14:00:00+02:00").unwrap(),
            minutes: 50,
            note: None,
            dose: None,
            zone: None,
        })
        .collect();
    Opened {
        id: RecordId::from_random([record; 16]),
        owner: account(owner),
        rev: Rev(1),
        epoch: Epoch(0),
        body: Body::Plan(Plan { appointments, ..Plan::new(account(client)) }),
        recipients,
    }
}

#[test]
fn another_clients_plan_and_another_therapists_plan_are_not_found() {
    let records = [plan(1, 2, 9, &[1], vec![account(9)]), plan(2, 3, 1, &[2], vec![account(1)])];
    let found = find(&records, account(2), account(1));
    assert_eq!((found.record, found.plan.appointments.len(), found.shared), (None, 0, false));
}

#[test]
fn two_plans_for_one_client_are_read_as_one() {
    let records = [plan(1, 2, 1, &[1, 2], vec![account(1)]), plan(2, 2, 1, &[2, 3], Vec::new())];
    let found = find(&records, account(2), account(1));
    let ids: Vec<_> = found.plan.appointments.iter().map(|one| one.id.as_u128()).collect();
    assert_eq!((found.record, ids, found.shared), (Some(records[0].id), vec![1, 2, 3], true));
    assert_eq!(found.doubles, [records[1].id]);
}
