//! A network so slow that requests are given up.

use super::*;

fn many(machine: &mut Machine) {
    for number in 1..=8 {
        let other = Operation { record: RecordId::from_random([number; 16]), ..operation(number, 0) };
        machine.on_event(Event::Queued(other));
    }
}

fn asked(actions: &[Action]) -> Vec<usize> {
    actions
        .iter()
        .filter_map(|one| if let Action::Pull { most, .. } = one { Some(*most) } else { None })
        .collect()
}

#[test]
fn what_did_not_arrive_is_sent_in_parts_down_to_one_and_more_goes_once_it_does() {
    let mut machine = online();
    many(&mut machine);
    let mut sizes = vec![pushed(&machine.on_event(Event::Flush)).len()];
    for _ in 0..4 {
        machine.on_event(Event::PushFailed(Trouble::Network));
        sizes.push(pushed(&machine.on_event(Event::Woke)).len());
    }
    assert_eq!(sizes, [8, 4, 2, 1, 1]);
    let outcome = Outcome::Applied { rev: Rev(1), seq: Seq(1), written: DateTime::UNIX_EPOCH };
    assert_eq!(pushed(&machine.on_event(answer(1, outcome.clone()))).len(), 2);
    assert_eq!(pushed(&machine.on_event(answer(2, outcome))).len(), 4);
}

#[test]
fn a_page_that_did_not_arrive_is_asked_for_with_fewer_records_and_with_more_once_it_does() {
    let mut machine = online();
    let mut sizes = Vec::new();
    for _ in 0..9 {
        machine.on_event(Event::PullFailed(Trouble::Network));
        sizes.extend(asked(&machine.on_event(Event::Woke)));
    }
    assert_eq!(sizes, [100, 50, 25, 12, 6, 3, 1, 1, 1]);
    let short = |next| Event::Pulled(Page { next: Seq(next), more: true, items: Vec::new() });
    assert_eq!(asked(&machine.on_event(short(1))), [2]);
    assert_eq!(asked(&machine.on_event(short(2))), [4]);
}
