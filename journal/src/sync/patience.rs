//! How long an answer may take, by how much goes over the network.

use wire::limits;

/// Until something is given up that carries next to nothing, milliseconds.
const LEAST: usize = 20_000;
/// Until something is given up that could as well be sent in parts.
const MOST_IN_PARTS: usize = 120_000;
/// A slow network, bytes in a millisecond.
const SLOW: usize = 8;
/// What one record of many weighs, as it travels.
const USUAL: usize = 4_096;
/// What the longest one weighs.
const LONGEST: usize = limits::RECORD_BYTES / 3 * 4 + USUAL;
/// So few records may all be long.
const FEW: usize = 4;

/// Milliseconds for a push of so many bytes. One that is given up is tried again with less, down to one operation,
/// which gets all the time that a slow network needs.
#[must_use]
pub fn for_push(operations: usize, bytes: usize) -> u32 {
    let needed = LEAST + bytes / SLOW;
    narrow(if operations > 1 { needed.min(MOST_IN_PARTS) } else { needed })
}

/// Milliseconds for a page of at most so many records.
#[must_use]
pub fn for_page(most: usize) -> u32 {
    let bytes = if most <= FEW { most * LONGEST } else { most * USUAL };
    narrow(LEAST + bytes / SLOW)
}

fn narrow(milliseconds: usize) -> u32 {
    u32::try_from(milliseconds).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_record_gets_through_a_slow_network_alone() {
        assert!(for_push(1, LONGEST) as usize >= LONGEST / SLOW);
        assert!((1..=FEW).all(|most| for_page(most) as usize >= most * LONGEST / SLOW));
    }

    #[test]
    fn little_is_not_waited_for_longer_than_before_and_much_is_given_up_to_be_sent_in_parts() {
        assert_eq!(for_push(1, 0) as usize, LEAST);
        assert!(for_push(200, 100_000) > for_push(1, 0));
        assert_eq!(for_push(200, limits::BODY_BYTES) as usize, MOST_IN_PARTS);
    }
}
