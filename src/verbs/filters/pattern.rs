//! Values of filters. `*` stands for any text and `?` for any one character, as in EC2. A backslash
//! makes the next character literal.

use crate::openstack::NameRegex;

/// A value, perhaps with wildcards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    parts: Vec<Part>,
    /// The literal text, if there is no wildcard.
    plain: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Letter(char),
    Any,
    One,
}

impl Pattern {
    /// Reads a value.
    pub fn new(text: &str) -> Self {
        let mut parts = Vec::new();
        let mut letters = text.chars();
        while let Some(letter) = letters.next() {
            parts.push(match letter {
                '*' => Part::Any,
                '?' => Part::One,
                '\\' => Part::Letter(letters.next().unwrap_or('\\')),
                letter => Part::Letter(letter),
            });
        }
        let plain = parts
            .iter()
            .map(|part| match part {
                Part::Letter(letter) => Some(*letter),
                Part::Any | Part::One => None,
            })
            .collect();
        Self { parts, plain }
    }

    /// Returns the value that matches exactly this text.
    pub fn literal(text: &str) -> String {
        let mut value = String::with_capacity(text.len());
        for letter in text.chars() {
            if matches!(letter, '*' | '?' | '\\') {
                value.push('\\');
            }
            value.push(letter);
        }
        value
    }

    /// Returns whether the whole text matches. The time is at most the text's length times the
    /// pattern's.
    pub fn matches(&self, text: &str) -> bool {
        let mut reachable = vec![false; self.parts.len() + 1];
        reachable[0] = true;
        self.pass_over_any(&mut reachable);
        for letter in text.chars() {
            let mut next = vec![false; self.parts.len() + 1];
            for (index, part) in self.parts.iter().enumerate() {
                if !reachable[index] {
                    continue;
                }
                match part {
                    Part::Any => next[index] = true,
                    Part::One => next[index + 1] = true,
                    Part::Letter(wanted) if *wanted == letter => next[index + 1] = true,
                    Part::Letter(_) => {}
                }
            }
            self.pass_over_any(&mut next);
            reachable = next;
        }
        reachable[self.parts.len()]
    }

    fn pass_over_any(&self, reachable: &mut [bool]) {
        for (index, part) in self.parts.iter().enumerate() {
            if reachable[index] && *part == Part::Any {
                reachable[index + 1] = true;
            }
        }
    }

    /// Returns the literal text, if there is no wildcard.
    pub fn plain(&self) -> Option<&str> {
        self.plain.as_deref()
    }

    /// Returns a regular expression for Nova's name filter that matches everything that this
    /// pattern matches.
    pub fn regex(&self) -> String {
        let mut regex = NameRegex::default();
        for part in &self.parts {
            match part {
                Part::Any => regex.any(),
                Part::One => regex.one(),
                Part::Letter(letter) => regex.letter(*letter),
            }
        }
        regex.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn wildcards_stand_for_anything() {
        for (pattern, text, expected) in [
            ("web-1", "web-1", true),
            ("web-1", "web-10", false),
            ("web-*", "web-", true),
            ("*-1", "web-1", true),
            ("w?b", "wéb", true),
            ("w?b", "wb", false),
            ("*a*b*", "xxaxxbxx", true),
            ("*a*b*", "xxbxxaxx", false),
            (r"a\*", "a*", true),
            (r"a\*", "ab", false),
            ("", "", true),
            ("", "a", false),
        ] {
            assert_eq!(
                Pattern::new(pattern).matches(text),
                expected,
                "{pattern} {text}"
            );
        }
        assert_eq!(Pattern::new(r"a\?b").plain(), Some("a?b"));
        assert_eq!(Pattern::new("a?b").plain(), None);
        assert_eq!(Pattern::new("a.b*[?").regex(), r"^a\.b.*\[.$");
    }

    proptest! {
        #[test]
        fn a_text_matches_itself_and_what_is_cut_out_of_it(text in ".{0,12}", at in 0_usize..12) {
            let escaped: String = text.chars().flat_map(|letter| ['\\', letter]).collect();
            prop_assert!(Pattern::new(&escaped).matches(&text));
            let letters: Vec<char> = text.chars().collect();
            let at = at.min(letters.len());
            let head: String = letters[..at].iter().flat_map(|letter| ['\\', *letter]).collect();
            let pattern = format!("{head}*");
            prop_assert!(Pattern::new(&pattern).matches(&text));
        }
    }
}
