//! Two versions met: what is asked, and which answer counts.

use super::*;

/// Operation 1 met revision 3; the merge is open.
fn in_conflict() -> Machine {
    let mut machine = online();
    machine.on_event(Event::Queued(operation(1, 0)));
    machine.on_event(Event::Flush);
    assert_eq!(asked(&machine.on_event(conflict(1, 3))), [(1, 3)]);
    machine
}

fn conflict(number: u8, rev: u32) -> Event {
    answer(number, Outcome::Conflict { current: item(rev, 0, 7) })
}

fn resolved(mine: u8, operation: Operation) -> Event {
    Event::Resolved { mine: OpId::from_random([mine; 16]), operation }
}

fn deletion(number: u8, base: u32) -> Operation {
    Operation { change: Change::Delete, ..operation(number, base) }
}

/// Which operation upon which revision.
fn asked(actions: &[Action]) -> Vec<(u8, u32)> {
    let number =
        |mine: &Operation| (1..=9).find(|number| mine.op == OpId::from_random([*number; 16])).unwrap();
    actions
        .iter()
        .filter_map(|action| match action {
            Action::Resolve { current, mine, .. } => Some((number(mine), current.rev.0)),
            _ => None,
        })
        .collect()
}

#[test]
fn a_conflict_holds_the_words_until_they_are_merged() {
    let mut machine = in_conflict();
    assert!(machine.on_event(Event::Flush).is_empty() && machine.is_pending(record()));
    assert_eq!(pushed(&machine.on_event(resolved(1, operation(2, 3)))), [OpId::from_random([2; 16])]);
}

#[test]
fn words_written_while_two_versions_are_merged_are_part_of_the_merge() {
    let mut machine = in_conflict();
    let queued = machine.on_event(Event::Queued(operation(4, 1)));
    assert_eq!(asked(&queued), [], "one question at a time");
    assert_eq!(asked(&machine.on_event(resolved(1, operation(2, 3)))), [(4, 3)]);
    assert!(machine.on_event(resolved(1, operation(2, 3))).is_empty(), "told twice");
    assert_eq!(pushed(&machine.on_event(resolved(4, operation(5, 3)))), [OpId::from_random([5; 16])]);
    assert!(machine.on_event(resolved(4, operation(6, 3))).is_empty(), "an answer nobody waits for");
}

#[test]
fn words_pulled_while_two_versions_are_merged_are_part_of_the_merge() {
    let mut machine = in_conflict();
    assert_eq!(asked(&machine.on_event(page(item(4, 0, 8)))), [], "one question at a time");
    assert_eq!(asked(&machine.on_event(resolved(1, operation(2, 3)))), [(1, 4)]);
    assert!(machine.on_event(resolved(1, operation(2, 3))).is_empty(), "told twice");
    assert_eq!(pushed(&machine.on_event(resolved(1, operation(5, 4)))), [OpId::from_random([5; 16])]);
}

#[test]
fn a_record_deleted_while_two_versions_are_merged_is_as_the_other_device_left_it() {
    let mut machine = in_conflict();
    machine.on_event(Event::Queued(deletion(4, 1)));
    let actions = machine.on_event(resolved(1, operation(2, 3)));
    assert!(actions.iter().any(|action| matches!(action, Action::Changed(item) if item.rev == Rev(3))));
    assert!(!machine.is_pending(record()));
}

#[test]
fn an_answer_from_before_a_deletion_is_not_taken_for_a_later_question() {
    let mut machine = in_conflict();
    machine.on_event(Event::Queued(deletion(4, 1)));
    machine.on_event(resolved(1, operation(2, 3)));
    machine.on_event(Event::Queued(operation(5, 3)));
    machine.on_event(Event::Flush);
    assert_eq!(asked(&machine.on_event(conflict(5, 4))), [(5, 4)]);
    assert!(machine.on_event(resolved(1, operation(2, 3))).is_empty());
    assert_eq!(pushed(&machine.on_event(resolved(5, operation(6, 4)))), [OpId::from_random([6; 16])]);
}

#[test]
fn a_merge_that_was_open_when_the_app_died_is_asked_for_again_with_the_newest_words() {
    let waiting =
        Waiting { record: record(), sent: Some(operation(1, 0)), next: Some(operation(4, 1)), base: None };
    let saved = Saved { cursor: Seq(3), known: vec![item(3, 0, 7)], waiting: vec![waiting] };
    let mut machine = Machine::restore(me(), saved);
    assert!(machine.on_event(resolved(1, operation(2, 3))).is_empty(), "asked in another life");
    machine.on_event(Event::SignedIn);
    assert!(
        pushed(&machine.on_event(Event::Online)).is_empty(),
        "the server may have been put back meanwhile"
    );
    let nothing_new = Event::Pulled(Page { next: Seq(3), more: false, items: Vec::new() });
    assert_eq!(pushed(&machine.on_event(nothing_new)), [OpId::from_random([1; 16])]);
    assert_eq!(asked(&machine.on_event(conflict(1, 3))), [(4, 3)]);
}

#[test]
fn a_conflict_that_was_overtaken_by_a_page_is_merged_upon_the_page() {
    let mut machine = online();
    machine.on_event(Event::Queued(operation(1, 0)));
    machine.on_event(Event::Flush);
    machine.on_event(page(item(4, 0, 8)));
    let met = machine.on_event(conflict(1, 3));
    assert_eq!((asked(&met), alarms(&met)), (vec![(1, 4)], vec![]));
}

#[test]
fn a_server_that_insists_on_an_old_state_is_noticed_and_not_asked_for_ever() {
    for insisted in [3, 4] {
        let mut machine = in_conflict();
        machine.on_event(page(item(4, 0, 7)));
        machine.on_event(resolved(1, operation(2, 3)));
        machine.on_event(resolved(1, operation(5, 4)));
        let met = machine.on_event(conflict(5, insisted));
        assert!(matches!(&met[..], [Action::Pull { after: Seq(0), .. }]), "it may have been put back");
        assert_eq!(pushed(&machine.on_event(page(item(4, 0, 7)))), [OpId::from_random([5; 16])]);
        let met = machine.on_event(conflict(5, insisted));
        assert_eq!((asked(&met), alarms(&met)), (vec![], vec![Alarm::OlderRevision(record())]));
        assert!(machine.on_event(Event::Flush).is_empty() && machine.is_pending(record()));
    }
}
