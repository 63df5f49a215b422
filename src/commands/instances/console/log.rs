//! A console's log as text: its end, and its new part. Pure.

/// The shortest overlap that counts. A shorter overlap may be chance, for example if a new log
/// begins with an empty line.
const SURE_OVERLAP: usize = 64;

/// Returns the last `lines` lines. Text after the last newline counts as a line, unless it is
/// empty.
pub(super) fn tail(text: &str, lines: usize) -> &str {
    if lines == 0 {
        return "";
    }
    let body = text.strip_suffix('\n').unwrap_or(text);
    body.rmatch_indices('\n')
        .nth(lines - 1)
        .map_or(text, |(end, _)| &text[end + 1..])
}

/// Returns the part of `current` that `previous` lacks.
///
/// A log grows at its end. The service keeps a limited size, so a long log loses its beginning. A
/// reboot empties it, and then the whole log is new.
pub(super) fn added<'a>(previous: &str, current: &'a str) -> &'a str {
    if let Some(new) = current.strip_prefix(previous) {
        return new;
    }
    let overlap = overlap(previous.as_bytes(), current.as_bytes());
    if overlap < SURE_OVERLAP {
        return current;
    }
    // The overlap ends where `previous` ends, so it cannot end within a character.
    current.get(overlap..).unwrap_or(current)
}

/// Returns the length of the longest end of `previous` that `current` begins with. It takes linear
/// time (Knuth, Morris and Pratt), even if a log repeats one line endlessly.
fn overlap(previous: &[u8], current: &[u8]) -> usize {
    let mut borders = vec![0; current.len()];
    let mut matched = 0;
    for index in 1..current.len() {
        while matched > 0 && current[index] != current[matched] {
            matched = borders[matched - 1];
        }
        if current[index] == current[matched] {
            matched += 1;
        }
        borders[index] = matched;
    }
    let mut matched = 0;
    for byte in previous {
        while matched > 0 && (matched == current.len() || current[matched] != *byte) {
            matched = borders[matched - 1];
        }
        if current.get(matched) == Some(byte) {
            matched += 1;
        }
    }
    matched
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_tail_is_counted_in_lines_whether_or_not_the_last_one_ends() {
        let table = [
            ("a\nb\nc\n", 2, "b\nc\n"),
            ("a\nb\nlogin: ", 2, "b\nlogin: "),
            ("a\nb\n\n", 1, "\n"),
            ("a\nb", 9, "a\nb"),
            ("a\nb", 2, "a\nb"),
            ("a\nb\n", 0, ""),
            ("", 3, ""),
            ("\n", 1, "\n"),
        ];
        for (text, lines, expected) in table {
            assert_eq!(tail(text, lines), expected, "{text:?} {lines}");
        }
    }

    fn boot(lines: std::ops::Range<u32>) -> String {
        let line = |line| format!("[ {line}.0] a line of the kernel's, café {line}\n");
        lines.map(line).collect::<Vec<_>>().concat()
    }

    #[test]
    fn what_was_shown_is_not_shown_again() {
        assert_eq!(added("", "a\n"), "a\n");
        assert_eq!(added("a\n", "a\n"), "");
        assert_eq!(added("a\nlog", "a\nlogin: "), "in: ");
    }

    #[test]
    fn a_log_that_lost_its_beginning_goes_on() {
        let current = boot(5..25);
        assert_eq!(added(&boot(0..20), &current), boot(20..25));
        // Its beginning may be cut off within a line.
        assert_eq!(added(&boot(0..20), &current[17..]), boot(20..25));
        // The log grew by more than the service keeps, so there is no overlap.
        assert_eq!(added(&boot(0..20), &boot(40..60)), boot(40..60));
    }

    #[test]
    fn after_a_reboot_all_is_new() {
        let before = boot(0..20);
        for after in ["BIOS\n", "\nBIOS\n", "[ 0"] {
            assert_eq!(added(&format!("{before}\n"), after), after);
        }
        assert_eq!(added(&before, ""), "");
        assert_eq!(added(&before, &boot(0..3)), boot(0..3));
    }

    #[test]
    fn one_line_for_ever_is_no_trouble() {
        let previous = "x\n".repeat(50_000);
        let current = format!("{}y\n", &previous[2..]);
        assert_eq!(added(&previous, &current), "y\n");
    }

    proptest! {
        #[test]
        fn what_is_added_ends_the_log(previous in any::<String>(), current in any::<String>()) {
            prop_assert!(current.ends_with(added(&previous, &current)));
        }

        #[test]
        fn an_end_is_found_as_by_trying_all(previous in "[ab]{0,12}", current in "[ab]{0,12}") {
            let tried = (0..=previous.len().min(current.len()))
                .rev()
                .find(|length| previous.ends_with(&current[..*length]))
                .unwrap();
            prop_assert_eq!(overlap(previous.as_bytes(), current.as_bytes()), tried);
        }
    }
}
