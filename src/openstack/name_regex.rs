//! Regular expressions for Nova's name filter.

/// An anchored regular expression for Nova's name filter, in the dialects of `MySQL`, `PostgreSQL` and
/// SQLite's `REGEXP`, which may fold case: it matches no less than what is meant.
#[derive(Clone, Debug, Default)]
pub struct NameRegex(String);

impl NameRegex {
    /// For one name and no other (but for its case).
    pub fn exactly(name: &str) -> String {
        let mut regex = Self::default();
        name.chars().for_each(|letter| regex.letter(letter));
        regex.finish()
    }

    /// Adds a character that stands for itself: what is neither a letter nor a digit of ASCII is
    /// escaped. Nova escapes `|` once more for `MySQL`, so that is matched as any character.
    pub fn letter(&mut self, letter: char) {
        if letter == '|' {
            return self.one();
        }
        if letter.is_ascii() && !letter.is_ascii_alphanumeric() {
            self.0.push('\\');
        }
        self.0.push(letter);
    }

    /// Adds any one character.
    pub fn one(&mut self) {
        self.0.push('.');
    }

    /// Adds any text.
    pub fn any(&mut self) {
        self.0.push_str(".*");
    }

    /// The whole expression.
    pub fn finish(self) -> String {
        format!("^{}$", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_a_pattern() {
        assert_eq!(NameRegex::exactly("web-1.*[é"), r"^web\-1\.\*\[é$");
        assert_eq!(NameRegex::exactly("a|b"), "^a.b$");
    }
}
