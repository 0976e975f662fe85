//! A page went away while the disk was still writing.

use super::*;

fn waits(sent: Option<u8>, next: Option<u8>) -> Waiting {
    let operation = |number| operation(number, 0);
    Waiting { record: record(), sent: sent.map(operation), next: next.map(operation), base: None }
}

/// What the disk has, what the page left, what comes of it, and whether the disk lacked it.
fn taken_in(here: Option<Waiting>, left: Waiting) -> (Waiting, bool) {
    let mut saved = Saved { waiting: here.into_iter().collect(), ..Saved::default() };
    let lacking = saved.take_in(vec![left]);
    let [taken] = saved.waiting.as_slice() else { panic!("{:?}", saved.waiting) };
    let is_lacking = match lacking.as_slice() {
        [] => false,
        [Row::Waiting(row)] => row == taken,
        other => panic!("{other:?}"),
    };
    (taken.clone(), is_lacking)
}

#[test]
fn words_that_the_disk_never_had_are_taken_in() {
    assert_eq!(taken_in(None, waits(None, Some(1))), (waits(None, Some(1)), true));
}

#[test]
fn words_that_the_disk_has_are_as_the_disk_has_them() {
    for here in [waits(None, Some(1)), waits(Some(1), None), waits(Some(1), Some(2))] {
        assert_eq!(taken_in(Some(here.clone()), waits(None, Some(1))), (here, false));
    }
}

#[test]
fn newer_words_take_the_place_of_those_on_the_disk() {
    assert_eq!(taken_in(Some(waits(None, Some(1))), waits(None, Some(2))), (waits(None, Some(2)), true));
    assert_eq!(
        taken_in(Some(waits(Some(1), None)), waits(Some(1), Some(2))),
        (waits(Some(1), Some(2)), true)
    );
}

#[test]
fn what_was_sent_in_the_meantime_is_still_the_first_to_be_asked() {
    assert_eq!(taken_in(Some(waits(Some(1), None)), waits(None, Some(2))), (waits(Some(1), Some(2)), true));
}

#[test]
fn of_many_rows_the_last_counts_and_what_is_settled_is_not_left() {
    let other = RecordId::from_random([9; 16]);
    let settled = Waiting { record: other, ..waits(None, Some(3)) };
    let rows = [
        Row::Waiting(waits(None, Some(1))),
        Row::Waiting(settled),
        Row::Cursor(Seq(4)),
        Row::Waiting(waits(None, Some(2))),
        Row::Settled(other),
    ];
    assert_eq!(last_waiting(&rows), [waits(None, Some(2))]);
    assert_eq!(last_waiting(&[]), []);
}

#[test]
fn what_was_left_is_sent_by_the_machine_that_comes() {
    let mut saved = Saved::default();
    let lacking = saved.take_in(vec![waits(None, Some(1))]);
    assert_eq!(lacking.len(), 1);
    let mut machine = Machine::restore(me(), saved);
    machine.on_event(Event::SignedIn);
    let actions = machine.on_event(Event::Online);
    assert_eq!(pushed(&actions), [OpId::from_random([1; 16])]);
}
