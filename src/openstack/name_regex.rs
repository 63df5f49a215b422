//! Regular expressions for Nova's name filter.

/// An anchored regular expression for Nova's name filter. It works in the dialects of `MySQL`,
/// `PostgreSQL` and SQLite's `REGEXP`, which may ignore case. It may match more names than
/// intended, but never fewer.
#[derive(Clone, Debug, Default)]
pub struct NameRegex(String);

impl NameRegex {
    /// Returns the expression for one name, which may also match in another case.
    pub fn exactly(name: &str) -> String {
        let mut regex = Self::default();
        name.chars().for_each(|letter| regex.letter(letter));
        regex.finish()
    }

    /// Adds a character that stands for itself. Escapes ASCII characters that are neither letters
    /// nor digits. Nova escapes `|` once more for `MySQL`, so any character matches in its place.
    pub fn letter(&mut self, letter: char) {
        if letter == '|' {
            return self.one();
        }
        if letter.is_ascii() && !letter.is_ascii_alphanumeric() {
            self.0.push('\\');
        }
        self.0.push(letter);
    }

    /// Adds a wildcard for one character.
    pub fn one(&mut self) {
        self.0.push('.');
    }

    /// Adds a wildcard for any text.
    pub fn any(&mut self) {
        self.0.push_str(".*");
    }

    /// Returns the whole expression.
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
